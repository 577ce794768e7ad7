import { createHash } from 'node:crypto'
import { assetOf } from '@foreword/document/links'

/** More pictures than a narrative of six pages and its appendix ever shows. */
export const MOST_PICTURES = 100

/** The pictures of a file, by the SHA-256 of their bytes. Nobody has looked at them yet. */
export interface Found {
  pictures: Map<string, Uint8Array>
  keep: (bytes: Uint8Array) => string
}

export function beginPictures(): Found {
  const pictures = new Map<string, Uint8Array>()
  return {
    pictures,
    keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      // one too many is kept, so that it is seen that there are too many
      if (pictures.size <= MOST_PICTURES) pictures.set(sha256, bytes)
      return assetOf(sha256)
    },
  }
}

const written =
  /(\ssrc\s*=\s*)(["'])data:image\/(?:png|jpe?g|gif|webp|svg\+xml)(?:;charset=[\w-]+)?;base64,([\w+/=\s]*)\2/gi

/** A page of HTML with the pictures that are written out in it taken out, so that only its words are counted and parsed. */
export function withoutPictures(bytes: Uint8Array, keep: Found['keep']): Uint8Array | string {
  const page = textIn(bytes)
  if (page === null) return bytes
  return page.replace(
    written,
    (_, src: string, quote: string, base64: string) =>
      `${src}${quote}${keep(new Uint8Array(Buffer.from(base64, 'base64')))}${quote}`,
  )
}

function textIn(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // another encoding, which holds no pictures that we read
    return null
  }
}
