import { open } from 'node:fs/promises'
import { LARGEST_FILE_BYTES, LARGEST_WORD_FILE_BYTES } from '@foreword/core/narratives/file-limit'
import { documentFromMarkdown } from '@foreword/document/markdown-in'
import { formatOf } from '@foreword/server/formats/format-of'
import type { ReadRefusal } from '@foreword/server/formats/job'
import { FileError } from '../usage.ts'
import type { NarrativeFile } from './narrative.ts'

const reasons: Record<ReadRefusal, string> = {
  'file-empty': 'It has no words.',
  'file-too-large': 'It is larger than 2 MB, or than 20 with pictures.',
  'file-not-text': 'It is no text: save it as Markdown or plain text in UTF-8.',
  'file-nested-too-deep': 'Its lists and quotes stand too deep inside each other.',
  'file-too-complex': 'It holds more mark-up than a document needs.',
  'file-not-word': 'It is no Word file (.docx), or was damaged on its way.',
  'file-old-or-locked':
    'It is in the format of Word before 2007, or locked with a password: save it as .docx without one.',
  'file-has-macros': 'It carries macros, which are programs: save it in Word as a plain document (.docx).',
  'file-reaches-outside':
    'It would fetch a template or an object from elsewhere: choose the Normal template in Word and remove linked objects.',
  'file-has-entities':
    'It declares entities of its own, which Word never writes: open it in Word and save it again.',
  'file-is-a-bomb': 'It unpacks to far more than a document holds: open it in Word and save it again.',
  'file-has-tracked-cells':
    'Cells of a table in it were put in, taken out or joined as tracked changes: accept or reject those in Word.',
}

/** A document out of a file of Markdown, text, Word or HTML; what is tracked in Word reads as if it were accepted. */
export async function readNarrative(file: string): Promise<NarrativeFile> {
  const bytes = await bytesOf(file)
  const format = formatOf(file, bytes)
  if (format === 'docx' || format === 'html') {
    // what strangers' programs wrote is read where it can be ended
    const { readElsewhere } = await import('./read-elsewhere.ts')
    const read = await readElsewhere(format, bytes)
    if (read.ok) return read.value
    throw new FileError(`${file} cannot be read. ${reasons[read.refusal]}`)
  }
  let count = 0
  const read =
    bytes.length > LARGEST_FILE_BYTES
      ? ({ ok: false, refusal: 'file-too-large' } as const)
      : documentFromMarkdown(bytes, () => `b${++count}`)
  if (!read.ok) throw new FileError(`${file} cannot be read. ${reasons[read.refusal]}`)
  return { document: read.value, source: bytes.toString('utf8'), pictures: new Map() }
}

async function bytesOf(file: string): Promise<Buffer> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new FileError(`${file} cannot be read (${whyNot(error)}).`)
  })
  try {
    const { size } = await handle.stat()
    // said before a file of gigabytes is taken into memory
    if (size > LARGEST_WORD_FILE_BYTES)
      throw new FileError(`${file} cannot be read. ${reasons['file-too-large']}`)
    return await handle.readFile()
  } catch (error) {
    if (error instanceof FileError) throw error
    // reading a file fails with the system's own error and nothing else
    throw new FileError(`${file} cannot be read (${whyNot(error as NodeJS.ErrnoException)}).`)
  } finally {
    await handle.close()
  }
}

export function whyNot(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return 'there is no such file'
  if (error.code === 'EISDIR') return 'it is a folder'
  if (error.code === 'EACCES') return 'it may not be opened'
  return error.message
}
