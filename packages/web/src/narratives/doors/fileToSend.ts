import { LARGEST_FILE_BYTES } from '@foreword/core/narratives/file-limit'
import { narrativeRefusals } from '@foreword/core/narratives/refusals'
import { ORPCError } from '@orpc/client'

/**
 * The file with its bytes at hand, so that a large one is refused before it is sent, and one that is changed or
 * taken away meanwhile arrives as it was when it was chosen.
 */
export async function fileToSend(file: File): Promise<File> {
  if (file.size > LARGEST_FILE_BYTES) throw new ORPCError('too-large', narrativeRefusals['too-large'])
  const bytes = await file.arrayBuffer().catch(() => {
    const message = 'This cannot be read: it is a folder, or it was moved since. Choose the file again.'
    throw new ORPCError('not-readable', { status: 422, message })
  })
  return new File([bytes], file.name, { type: file.type })
}

/** Pasted or dropped words as the file they could have been. */
export function fileOf(text: string): File {
  return new File([text], 'pasted.md', { type: 'text/markdown' })
}

/** What was dropped; undefined when there is nothing in it that could be read. */
export function fileIn(data: DataTransfer): File | undefined {
  const [file] = data.files
  if (file) return file
  const text = data.getData('text/plain')
  return text.trim() === '' ? undefined : fileOf(text)
}
