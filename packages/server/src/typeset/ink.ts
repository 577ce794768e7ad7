/**
 * Each text block is set in an ink of its own, so near to black that nobody sees it: when the page is drawn, the
 * ink tells which block a run of text belongs to, whatever order bullets, table cells and page breaks put it in.
 */
const INKS = 4095

/** `#rrggbb` for the nth text block of a document, from 0. */
export function inkOf(block: number): string {
  return ink(block, '0')
}

/** The ink of what stands for one character of a block and is drawn as others: the number of a footnote. */
export function referenceInkOf(block: number): string {
  return ink(block, '1')
}

function ink(block: number, kind: '0' | '1'): string {
  const code = (block % INKS) + 1
  const [red, green, blue] = [code >> 8, (code >> 4) & 15, code & 15].map((channel) => channel.toString(16))
  return `#${kind}${red}0${green}0${blue}`
}

export interface Inked {
  block: number
  isReference: boolean
}

/**
 * The block of an ink, or null for text that is no block's: bullets, line numbers, the foot of the page. Inks
 * repeat in a document of thousands of blocks; `near` is the block last met.
 */
export function blockOf(ink: string, near: number): Inked | null {
  const digits = /^#([01])([0-9a-f])0([0-9a-f])0([0-9a-f])$/.exec(expanded(ink))
  if (digits === null) return null
  const code = Number.parseInt(`${digits[2]}${digits[3]}${digits[4]}`, 16)
  if (code === 0) return null
  const block = code - 1
  return {
    block: block + INKS * Math.max(0, Math.round((near - block) / INKS)),
    isReference: digits[1] === '1',
  }
}

// Typst writes #000 for #000000, and so on
function expanded(ink: string): string {
  return ink.length === 4 ? ink.replace(/[0-9a-f]/g, '$&$&') : ink
}
