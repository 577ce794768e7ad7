import type { DocxRefusal, Tracking, WordComment } from '@foreword/document/docx-in'
import type { DocumentJson } from '@foreword/document/json'
import type { ImportRefusal } from '@foreword/document/markdown-in'

export type Format = 'markdown' | 'text' | 'html' | 'docx'

/** What the reading process is asked. */
export interface Job {
  format: Format
  bytes: Uint8Array
}

/** What a file says. Only a Word file has comments and may say what it is a copy of. */
export interface FileRead {
  /** As it was before anything was tracked in it. */
  document: DocumentJson
  tracked: Tracking | null
  comments: WordComment[]
  /** Whether its parts are as our own export marked them. */
  isMarked: boolean
  origin: { document: DocumentJson; narrative: string } | null
  /** By SHA-256, as the document names them; nobody has looked at them yet. */
  pictures: Map<string, Uint8Array>
}

export type ReadRefusal = ImportRefusal | DocxRefusal

/** What it answers; `ready` comes once, when everything that reads is loaded. */
export type Done =
  | { is: 'ready' }
  | { is: 'read'; value: FileRead }
  | { is: 'refused'; refusal: ReadRefusal }
  /** A bug of ours. */
  | { is: 'failed'; error: string }
