/**
 * One on each line, or between commas: an address, or a name with one as mail programs write it. Each address once, as it
 * was written last.
 */
export function addressesIn(text: string): { address: string; name: string }[] {
  const all = text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const named = /^"?([^"<]*?)"?\s*<([^<>]*)>$/.exec(line)
      return named
        ? { address: (named[2] ?? '').trim(), name: (named[1] ?? '').trim() }
        : { address: line, name: '' }
    })
  return [...new Map(all.map((one) => [one.address.toLowerCase(), one])).values()]
}
