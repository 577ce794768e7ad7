/**
 * How a document of ours is marked in a Word file: hidden bookmarks (Word hides names that begin with `_`), which it
 * keeps with their words, and styles, which people see and may use themselves.
 */

/** Names of the styles, as Word's list shows them. Those that Word has of its own keep its name. */
export const styleNames = {
  code: 'Source Code',
  inlineCode: 'Inline Code',
  question: 'FAQ Question',
  rule: 'Horizontal Rule',
  tableHeading: 'Table Heading',
  quote: 'Quote',
} as const

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A bookmark's name holds letters, digits and `_`, 40 at most. Null for an id that does not fit in. */
export function blockBookmark(id: string): string | null {
  if (uuid.test(id)) return `_fw${id.replaceAll('-', '')}`
  return /^[a-zA-Z0-9]{1,30}$/.test(id) ? `_fwx${id}` : null
}

export function blockOfBookmark(name: string): string | null {
  const hex = /^_fw([0-9a-f]{32})$/.exec(name)?.[1]
  if (hex) return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  return /^_fwx([a-zA-Z0-9]+)$/.exec(name)?.[1] ?? null
}

/** What a bookmark says about the structure where it stands. `n` makes its name the only one. */
export type Mark =
  | { is: 'part'; part: string }
  /** The block is no longer the answer of the question before it. */
  | { is: 'end' }
  /** The block belongs to the list item open at this level. */
  | { is: 'in-item'; level: number }
  /** The block stands in these quotes, the outermost first; each has a number of its own. */
  | { is: 'in-quote'; quotes: readonly number[] }

export function markBookmark(mark: Mark, n: number): string | null {
  switch (mark.is) {
    case 'part':
      return /^[a-z0-9-]{1,28}$/.test(mark.part) ? `_fwp${n}_${mark.part.replaceAll('-', '_')}` : null
    case 'end':
      return `_fwe${n}`
    case 'in-item':
      return `_fwi${n}_${mark.level}`
    case 'in-quote':
      // as many of the outer ones as a name holds
      return `_fwq${n}_${mark.quotes.slice(0, 6).join('_')}`
  }
}

export function markOfBookmark(name: string): Mark | null {
  const part = /^_fwp\d+_([a-z0-9_]+)$/.exec(name)?.[1]
  if (part) return { is: 'part', part: part.replaceAll('_', '-') }
  if (/^_fwe\d+$/.test(name)) return { is: 'end' }
  const level = /^_fwi\d+_(\d+)$/.exec(name)?.[1]
  if (level) return { is: 'in-item', level: Number(level) }
  const quotes = /^_fwq\d+((?:_\d+)+)$/.exec(name)?.[1]
  return quotes ? { is: 'in-quote', quotes: quotes.slice(1).split('_').map(Number) } : null
}

/** Of a comment of ours. */
export function commentBookmark(id: string): string | null {
  return uuid.test(id) ? `_fwc${id.replaceAll('-', '')}` : null
}

export function commentOfBookmark(name: string): string | null {
  const hex = /^_fwc([0-9a-f]{32})$/.exec(name)?.[1]
  return hex ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : null
}

/** The eight digits by which Word knows a paragraph, made of a comment's id, so that it tells the comment again. */
export function paragraphIdOf(id: string): string {
  let hash = 0x811c9dc5
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return (((hash >>> 1) % 0x7ffffffe) + 1).toString(16).toUpperCase().padStart(8, '0')
}
