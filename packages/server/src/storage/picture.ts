import { MOST_PIXELS, type PictureType } from '@foreword/core/pictures'
import { ok, type Result, refuse } from '@foreword/core/result'

export interface Pixels {
  mediaType: PictureType
  width: number
  height: number
}

const WIDEST = 16_384

/** What bytes are, by their own first words, and how many pixels they unpack into. */
export function pictureIn(
  bytes: Uint8Array,
): Result<Pixels, 'not-a-picture' | 'broken-picture' | 'too-many-pixels'> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = readers.find(({ is }) => is(view))
  if (!found) return refuse('not-a-picture')
  const size = sizeBy(found.size, view)
  if (size === null || size.width < 1 || size.height < 1) return refuse('broken-picture')
  const { width, height } = size
  if (width > WIDEST || height > WIDEST || width * height > MOST_PIXELS) return refuse('too-many-pixels')
  return ok({ mediaType: found.mediaType, width, height })
}

interface Size {
  width: number
  height: number
}

interface Reader {
  mediaType: PictureType
  is: (bytes: Buffer) => boolean
  /** Null, or a RangeError of the buffer, when the file ends before it says. */
  size: (bytes: Buffer) => Size | null
}

const readers: Reader[] = [
  {
    mediaType: 'image/png',
    is: (bytes) => bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex')),
    size: (bytes) =>
      ascii(bytes, 12, 4) === 'IHDR'
        ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
        : null,
  },
  {
    mediaType: 'image/jpeg',
    is: (bytes) => bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex')),
    size: jpegSize,
  },
  {
    mediaType: 'image/gif',
    is: (bytes) => ['GIF87a', 'GIF89a'].includes(ascii(bytes, 0, 6)),
    size: (bytes) => ({ width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }),
  },
  {
    mediaType: 'image/webp',
    is: (bytes) => ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP',
    size: webpSize,
  },
]

function sizeBy(size: Reader['size'], bytes: Buffer): Size | null {
  try {
    return size(bytes)
  } catch (error) {
    // reading past the end of a file that was cut off
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Walks the segments to the first frame; C4, C8 and CC are no frames though they look like some. */
function jpegSize(bytes: Buffer): Size | null {
  let at = 2
  while (at < bytes.length) {
    while (bytes.readUInt8(at) === 0xff) at++
    const marker = bytes.readUInt8(at)
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: bytes.readUInt16BE(at + 4), width: bytes.readUInt16BE(at + 6) }
    at += 1 + bytes.readUInt16BE(at + 1)
  }
  return null
}

function webpSize(bytes: Buffer): Size | null {
  switch (ascii(bytes, 12, 4)) {
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21)
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
    }
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }
    default:
      return null
  }
}

const ascii = (bytes: Buffer, from: number, length: number) => bytes.toString('latin1', from, from + length)
