import type { createTypesetter } from '@foreword/server/typeset/compile'
import { FileError } from '../usage.ts'
import type { NarrativeFile } from './narrative.ts'

type Typesetter = ReturnType<typeof createTypesetter>

const reasons = {
  'broken-picture': 'A picture in it is damaged or incomplete.',
  'picture-too-large': 'A picture in it is larger than 10 MB.',
  'too-many-pixels': 'A picture in it has more than 25 million pixels.',
  'too-many-pictures': 'It holds more than 100 pictures.',
} as const

/** The document with what it shows, so that pages are as long as they will be; pictures are looked at as on the server. */
export async function withPictures(
  { document, pictures }: NarrativeFile,
  file: string,
  { probe }: Typesetter,
) {
  if (pictures.size === 0) return { document, shows: {}, files: {} }
  const { lookedAt, withNames } = await import('@foreword/server/narratives/brought-pictures')
  const looked = await lookedAt(pictures, { probe: async (picture) => probe(picture) })
  if (!looked.ok) throw new FileError(`${file} cannot be read. ${reasons[looked.refusal]}`)
  const { sha256Of } = await import('@foreword/server/narratives/assets-store')
  const named = looked.value.assets.map((asset) => [sha256Of(asset.bytes), asset] as const)
  return {
    document: withNames(document, looked.value),
    shows: Object.fromEntries(
      named.map(([sha256, { mediaType, width, height }]) => [sha256, { mediaType, width, height }]),
    ),
    files: Object.fromEntries(named.map(([sha256, { bytes }]) => [sha256, bytes])),
  }
}
