import { ok, type Result, refuse } from '@foreword/core/result'
import { unzipSync } from 'fflate'
import {
  type DocxRefusal,
  MOST_ENTRIES,
  MOST_FILE_BYTES,
  MOST_PART_BYTES,
  MOST_UNPACKED_BYTES,
} from './limits.ts'

/** The files of an archive that are read, by their path. */
export type Archive = Map<string, Uint8Array>

const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels|customXml\/[^/]+\.xml|word\/media\/[^/]+)$/

/**
 * Unpacks what a document is made of, and nothing else. What an entry claims to unpack to is counted before any of it
 * is unpacked, and it is unpacked into a space of exactly that size: one that lies cannot take more.
 */
export function unpacked(bytes: Uint8Array): Result<Archive, DocxRefusal> {
  if (bytes.length > MOST_FILE_BYTES) return refuse('file-too-large')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('file-old-or-locked')
  if (!startsWith(bytes, [0x50, 0x4b])) return refuse('file-not-word')
  let entries = 0
  let total = 0
  let refusal: DocxRefusal | null = null
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        entries += 1
        if (/(?:^|\/)vba(?:Project|Data)[^/]*$/i.test(name)) refusal ??= 'file-has-macros'
        if (entries > MOST_ENTRIES) refusal ??= 'file-is-a-bomb'
        if (!wanted.test(name)) return false
        total += originalSize
        if (originalSize > MOST_PART_BYTES || total > MOST_UNPACKED_BYTES) refusal ??= 'file-is-a-bomb'
        return refusal === null
      },
    })
    if (refusal !== null) return refuse(refusal)
    return ok(new Map(Object.entries(files)))
  } catch {
    // the library says only by throwing that an archive is broken
    return refuse(refusal ?? 'file-not-word')
  }
}

function startsWith(bytes: Uint8Array, magic: number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte)
}
