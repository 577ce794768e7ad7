/**
 * Puts text on the clipboard; false when the browser will not have it. `navigator.clipboard` exists only over https
 * and on localhost, so over plain http we select the text and copy it the old way.
 */
export async function copyText(text: string): Promise<boolean> {
  if (window.isSecureContext && 'clipboard' in navigator) {
    try {
      await navigator.clipboard.writeText(text)
      return true
    } catch {
      // the person or their browser said no: the old way may still be open
    }
  }
  const before = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.style.position = 'fixed'
  area.style.opacity = '0'
  // inside an open dialog, or its focus trap would take the selection away
  const home = before?.closest('[role="dialog"]') ?? document.body
  home.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  if (before instanceof HTMLElement) before.focus()
  return copied
}
