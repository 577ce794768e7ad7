import type { NodeJson } from '../json.ts'
import type { Numbering } from './numbering-in.ts'
import type { WordPackage } from './package-in.ts'
import type { Styles } from './styles-in.ts'
import type { Xml } from './xml.ts'

/** A mark that words carry while a file is read: the comments whose passage they belong to. Never in a document. */
export const COMMENTED = 'word-comment'

/** A mark that words carry while a file with tracked changes is read: who put them in or took them out. */
export const TRACKED = 'word-tracked'

/** A mark that says of words in which paragraph of such a file they stand, whatever block comes of it. */
export const PARAGRAPH = 'word-paragraph'

/** What is known and open while a document is read from its first element to its last. */
export interface Reading {
  of: WordPackage
  styles: Styles
  numbering: Numbering
  /** Comments whose passage has begun and not ended. */
  open: Set<string>
  /** Comments whose place was met. */
  met: Set<string>
  fields: Field[]
  /** Keeps the bytes of a picture, and says by what address the document shows it. */
  keepPicture: (bytes: Uint8Array) => string
  /** While the words of a footnote or endnote are read. */
  isInNote: boolean
  /** How far each numbering has counted, by number and level. */
  counts: Map<string, number>
}

interface Field {
  instruction: string
  isShown: boolean
}

export function beginReading(
  of: WordPackage,
  styles: Styles,
  numbering: Numbering,
  keepPicture: Reading['keepPicture'],
): Reading {
  return {
    of,
    styles,
    numbering,
    open: new Set(),
    met: new Set(),
    fields: [],
    keepPicture,
    isInNote: false,
    counts: new Map(),
  }
}

/** A paragraph's words and what stood among them. */
export interface Words {
  /** Text, line breaks, and pictures, which come to stand as blocks of their own. */
  content: NodeJson[]
  /** Names of bookmarks that begin here; those that also end here, around words, first. */
  bookmarks: string[]
  /** Paragraphs of text boxes anchored here. */
  boxes: Xml[]
}
