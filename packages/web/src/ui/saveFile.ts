/** Hands a file to the browser to be saved. Works over plain http too. */
export function saveFile(file: File) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  // the browser has taken hold of it long before
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
