import { readFile } from 'node:fs/promises'
import type { DocumentJson } from '@foreword/document/json'
import { documentFromMarkdown, type ImportRefusal } from '@foreword/document/markdown-in'
import { FileError } from '../usage.ts'

export interface NarrativeFile {
  document: DocumentJson
  /** Its text as it stands in the file. */
  source: string
}

const reasons: Record<ImportRefusal, string> = {
  'file-empty': 'It has no words.',
  'file-too-large': 'It is larger than 2 MB.',
  'file-not-text': 'It is no text: save it as Markdown or plain text in UTF-8.',
  'file-nested-too-deep': 'Its lists and quotes stand too deep inside each other.',
  'file-too-complex': 'It holds more mark-up than a document needs.',
}

/** A document out of a Markdown or text file. */
export async function readNarrative(file: string): Promise<NarrativeFile> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new FileError(`${file} cannot be read (${whyNot(error)}).`)
  })
  let count = 0
  const read = documentFromMarkdown(bytes, () => `b${++count}`)
  if (!read.ok) throw new FileError(`${file} cannot be read. ${reasons[read.refusal]}`)
  return { document: read.value, source: bytes.toString('utf8') }
}

export function whyNot(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'there is no such file'
  if (error.code === 'EISDIR') return 'it is a folder'
  if (error.code === 'EACCES') return 'it may not be opened'
  return error.message
}
