import { LARGEST_FILE_BYTES, LARGEST_WORD_FILE_BYTES } from '@foreword/core/narratives/file-limit'
import type { narrativeRefusals } from '@foreword/core/narratives/refusals'
import { ok, type Result, refuse } from '@foreword/core/result'
import { wordsByPart } from '@foreword/document/contents'
import type { WordComment } from '@foreword/document/docx-in'
import { suggestionsOf } from '@foreword/document/suggestions/list'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import { formatOf } from '../formats/format-of.ts'
import type { FileRead, ReadRefusal } from '../formats/job.ts'
import type { FileReader } from '../formats/reader.ts'
import type { Keeping } from './assets.ts'
import type { NewAsset } from './assets-store.ts'
import { lookedAt, type PictureRefusal, withNames } from './brought-pictures.ts'
import { type Seed, seedFrom } from './seed.ts'

const refusalOf = {
  'file-empty': 'empty-file',
  'file-too-large': 'too-large',
  'file-not-text': 'not-text',
  'file-nested-too-deep': 'too-deep',
  'file-too-complex': 'too-complex',
  'file-not-word': 'not-word',
  'file-old-or-locked': 'old-or-locked',
  'file-has-macros': 'has-macros',
  'file-reaches-outside': 'reaches-outside',
  'file-has-entities': 'has-entities',
  'file-is-a-bomb': 'unpacks-too-large',
  'file-has-tracked-cells': 'has-tracked-cells',
} as const satisfies Record<ReadRefusal, keyof typeof narrativeRefusals>
export type FileRefusal = (typeof refusalOf)[ReadRefusal] | PictureRefusal

/** Who reads a file, and who looks at what it shows. */
export interface Reading {
  reader: FileReader
  typeset: Keeping['typeset']
}

/** What a file says, its pictures looked at and not yet kept. */
export interface FileSays extends Omit<FileRead, 'pictures'> {
  assets: NewAsset[]
}

/** A draft's first words, how many of them each part holds, and what was written beside them. */
export interface Brought {
  seed: Seed
  brought: { part: string; words: number }[]
  /** How many of them are open in it. */
  suggestions: number
  comments: WordComment[]
  assets: NewAsset[]
}

/** What a file says, of whatever format, or why it cannot be read. Nothing is written. */
export async function readFile(
  file: File,
  { reader, typeset }: Reading,
): Promise<Result<FileSays, FileRefusal>> {
  if (file.size > LARGEST_WORD_FILE_BYTES) return refuse('too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const format = formatOf(file.name, bytes)
  const holdsPictures = format === 'docx' || format === 'html'
  if (!holdsPictures && bytes.length > LARGEST_FILE_BYTES) return refuse('too-large')
  const read = await reader.read(format, bytes)
  if (!read.ok) return refuse(refusalOf[read.refusal])
  const { pictures, ...says } = read.value
  const looked = await lookedAt(pictures, typeset)
  if (!looked.ok) return looked
  const { tracked } = says
  return ok({
    ...says,
    document: withNames(says.document, looked.value),
    tracked: tracked && { ...tracked, after: withNames(tracked.after, looked.value) },
    assets: looked.value.assets,
  })
}

/** By its name, whatever is in it: a file that is not what it is called is refused when it is read. */
export const isWord = (file: File) => /\.(?:docx?|docm|dotx?|dotm)$/i.test(file.name)

/** The draft that a file makes. What was tracked in it comes as open suggestions, `now` where it has no time of its own. */
export async function readDraftFile(
  file: File,
  reading: Reading,
  now: Date,
): Promise<Result<Brought, FileRefusal>> {
  const read = await readFile(file, reading)
  if (!read.ok) return read
  const { document, comments } = await withProposals(read.value, now)
  return ok({
    seed: await seedFrom(document),
    brought: wordsByPart(asAccepted(document)),
    suggestions: suggestionsOf(document).length,
    comments,
    assets: read.value.assets,
  })
}

async function withProposals(file: FileSays, now: Date): Promise<Pick<FileSays, 'document' | 'comments'>> {
  const { tracked } = file
  if (!tracked) return file
  const { proposedInFile } = await import('@foreword/document/word/tracked-file')
  const { document, passages } = proposedInFile({ ...file, tracked }, now.toISOString())
  const comments = file.comments.map((each) => ({ ...each, anchor: passages.get(each.number) ?? null }))
  return { document, comments }
}
