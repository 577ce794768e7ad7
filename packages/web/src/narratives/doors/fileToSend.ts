import { LARGEST_FILE_BYTES, LARGEST_WORD_FILE_BYTES } from '@foreword/core/narratives/file-limit'
import { ORPCError } from '@orpc/client'

/**
 * The file with its bytes at hand, so that a large one is refused before it is sent, and one that is changed or
 * taken away meanwhile arrives as it was when it was chosen.
 */
export async function fileToSend(file: File): Promise<File> {
  const holdsPictures = /\.(?:docx|html?)$/i.test(file.name)
  if (file.size > (holdsPictures ? LARGEST_WORD_FILE_BYTES : LARGEST_FILE_BYTES))
    throw refusal(
      'too-large',
      `The file is larger than ${holdsPictures ? 20 : 2} MB. Split it or take pictures out; nothing was kept.`,
    )
  const bytes = await file.arrayBuffer().catch(() => {
    throw refusal(
      'not-readable',
      'It cannot be read: it is a folder, or was moved since. Choose the file again.',
    )
  })
  return new File([bytes], file.name, { type: file.type })
}

/** In the shape of the server's own. */
const refusal = (name: string, message: string) => new ORPCError(name, { status: 422, message })

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
