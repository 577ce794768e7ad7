import { ok, type Result } from '@foreword/core/result'
import { textBlocks } from '@foreword/document/blocks'
import type { DocumentJson } from '@foreword/document/json'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import type { FileRead, ReadRefusal } from '@foreword/server/formats/job'
import { createFileReader } from '@foreword/server/formats/reader'
import type { NarrativeFile } from './narrative.ts'

/** Reads a Word file or a page of HTML in a process of its own, as the server does, with the same limits. */
export async function readElsewhere(
  format: 'docx' | 'html',
  bytes: Uint8Array,
): Promise<Result<NarrativeFile, ReadRefusal>> {
  const reader = createFileReader()
  // the reading process keeps nobody waiting, as a server wants it: a command would end without its answer
  const awake = setInterval(() => {}, 1000)
  try {
    const read = await reader.read(format, bytes)
    if (!read.ok) return read
    const document = await accepted(read.value)
    const source = format === 'html' ? new TextDecoder().decode(bytes) : paragraphsOf(document)
    return ok({ document, source, pictures: read.value.pictures })
  } finally {
    clearInterval(awake)
    reader.close()
  }
}

async function accepted(file: FileRead): Promise<DocumentJson> {
  const { tracked } = file
  if (!tracked) return file.document
  const { proposedInFile } = await import('@foreword/document/word/tracked-file')
  return asAccepted(proposedInFile({ ...file, tracked }, new Date(0).toISOString()).document)
}

/** A Word file has no lines of its own: its paragraphs are counted instead. */
function paragraphsOf(document: DocumentJson): string {
  return textBlocks(document)
    .map(({ text }) => text.replaceAll('\n', ' '))
    .join('\n')
}
