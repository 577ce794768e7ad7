import { shortened } from './drafts.ts'

/** A file to download, named after what it holds: `Harbour opens, edition 3.pdf`. */
export function fileNamed(title: string, rest: string, bytes: Uint8Array | string, type: string): File {
  // a Buffer of the driver may stand on shared memory, which the type of a File does not allow
  const content = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
  return new File([content], `${safeName(title)}${rest}`, { type })
}

/** What no file system takes in a name becomes a space. */
function safeName(title: string): string {
  const name = title
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return name === '' ? 'Untitled' : shortened(name, 80)
}
