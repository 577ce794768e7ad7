import type { ImportRefusal } from '../markdown/limits.ts'

/** Why a Word file is not read. Each is a sentence in core, with its remedy. */
export type DocxRefusal =
  | Extract<ImportRefusal, 'file-empty' | 'file-too-large' | 'file-nested-too-deep' | 'file-too-complex'>
  /** Not a zip with a Word document in it: something else, or broken on its way. */
  | 'file-not-word'
  /** The format of before 2007, or locked with a password: both are the same kind of file. */
  | 'file-old-or-locked'
  | 'file-has-macros'
  /** A template, an object or a document elsewhere that Word would fetch when it opens the file. */
  | 'file-reaches-outside'
  /** A document type declaration: how entities are smuggled in. Word never writes one. */
  | 'file-has-entities'
  /** It unpacks to far more than it is. */
  | 'file-is-a-bomb'
  /** Cells of a table that somebody put in, took out or joined and nobody has decided on yet. */
  | 'file-has-tracked-cells'

/** Of the whole file: pictures make one large, words never do. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024
/** Of one part, unpacked. Words take about ten bytes of XML for each of theirs. */
export const MOST_PART_BYTES = 12 * 1024 * 1024
/** Of everything that is unpacked. */
export const MOST_UNPACKED_BYTES = 32 * 1024 * 1024
export const MOST_ENTRIES = 4000
/** Elements inside each other. A table in a table in a table has some forty. */
export const MOST_XML_DEPTH = 250
export const MOST_ELEMENTS = 300_000
export const MOST_COMMENTS = 5000
