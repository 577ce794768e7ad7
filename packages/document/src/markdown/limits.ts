import { ok, type Result, refuse } from '@foreword/core/result'

export type ImportRefusal =
  | 'file-empty'
  | 'file-too-large'
  | 'file-not-text'
  | 'file-nested-too-deep'
  | 'file-too-complex'

export const MAX_CHARACTERS = 2 * 1024 * 1024
export const MAX_NESTING = 100
const MAX_LINES = 10_000
/** Marks that the parser pairs up; its work grows with their square inside one paragraph. */
const MAX_MARKS_IN_PARAGRAPH = 5_000
const MAX_RUN = 200

/** The text of a file that a parser may be let loose on, with line ends made `\n` and a byte-order mark gone. */
export function readableText(source: string | Uint8Array): Result<string, ImportRefusal> {
  // a character takes at most three bytes for each UTF-16 unit, so this cannot refuse a text that would fit
  if (source.length > MAX_CHARACTERS * (typeof source === 'string' ? 1 : 3)) return refuse('file-too-large')
  const decoded = typeof source === 'string' ? source : decode(source)
  if (decoded === null || decoded.includes('\0')) return refuse('file-not-text')
  const text = decoded
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .toWellFormed()
  if (text.length > MAX_CHARACTERS) return refuse('file-too-large')
  if (text.trim() === '') return refuse('file-empty')
  if (isNestedTooDeep(text)) return refuse('file-nested-too-deep')
  if (isTooComplex(text)) return refuse('file-too-complex')
  return ok(text)
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // the decoder's only way to say that these bytes are not UTF-8
    return null
  }
}

const containers = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/

/** Quotes and lists opened at the start of one line, or by ever deeper indentation. Seen before parsing. */
function isNestedTooDeep(text: string): boolean {
  let indents: number[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const opening = containers.exec(line)?.[0] ?? ''
    const marks = opening.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0
    if (marks > MAX_NESTING) return true
    const indent = line.search(/[^ \t]/)
    indents = indents.filter((outer) => outer < indent)
    if (marks > 0) indents.push(indent)
    if (indents.length > MAX_NESTING) return true
    if (hasLongRun(line)) return true
  }
  return false
}

// a rule (****) is a line of nothing else; a run inside a line opens one emphasis for every two
function hasLongRun(line: string): boolean {
  if (/^[\s*_~-]+$/.test(line)) return false
  return new RegExp(`\\*{${MAX_RUN}}|_{${MAX_RUN}}|~{${MAX_RUN}}`).test(line)
}

function isTooComplex(text: string): boolean {
  let lines = 0
  for (const paragraph of text.split(/\n[ \t]*\n/)) {
    lines += paragraph.split('\n').length
    if (lines > MAX_LINES) return true
    if ((paragraph.match(/[*_[\]~`<!]/g)?.length ?? 0) > MAX_MARKS_IN_PARAGRAPH) return true
  }
  return false
}
