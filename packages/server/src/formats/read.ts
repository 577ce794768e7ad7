import { ok, type Result } from '@foreword/core/result'
import { documentFromDocx } from '@foreword/document/docx-in'
import { documentFromHtml } from '@foreword/document/html-in'
import type { DocumentJson } from '@foreword/document/json'
import { documentFromMarkdown } from '@foreword/document/markdown-in'
import { documentFromText } from '@foreword/document/text-in'
import { newId } from '../db/ids.ts'
import type { FileRead, Format, Job, ReadRefusal } from './job.ts'
import { beginPictures, withoutPictures } from './pictures.ts'

const readers = {
  markdown: (bytes) => only(documentFromMarkdown(bytes, newId)),
  text: (bytes) => only(documentFromText(bytes, newId)),
  html(bytes) {
    const { pictures, keep } = beginPictures()
    const read = only(documentFromHtml(withoutPictures(bytes, keep), newId))
    return read.ok ? ok({ ...read.value, pictures }) : read
  },
  docx(bytes) {
    const { pictures, keep } = beginPictures()
    const read = documentFromDocx(bytes, newId, keep)
    return read.ok ? ok({ ...read.value, pictures }) : read
  },
} satisfies Record<Format, (bytes: Uint8Array) => Result<FileRead, ReadRefusal>>

/** Reads a file here and now. Loads every reader, so only the reading process imports this. */
export function read({ format, bytes }: Job): Result<FileRead, ReadRefusal> {
  return readers[format](bytes)
}

function only(found: Result<DocumentJson, ReadRefusal>): Result<FileRead, ReadRefusal> {
  if (!found.ok) return found
  const nothing = { tracked: null, comments: [], isMarked: false, origin: null, pictures: new Map() }
  return ok({ document: found.value, ...nothing })
}
