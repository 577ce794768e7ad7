import * as z from 'zod'
import { editionId, narrativeId } from '../ids.ts'

const offset = z.int('not a whole number of characters').min(0, 'an offset counts from 0')
const blockId = z
  .string()
  .min(1, 'the block is missing: select words in the document')
  .max(64, 'not the id of a block')
const quote = z
  .string()
  .min(1, 'the quote is empty: select words in the document')
  .max(4000, 'select fewer than 4000 characters')

/**
 * A passage as a reader selects it in an edition: UTF-16 offsets into one block, `from < to`. The page and the
 * lines are not asked of the browser; the server reads them from the edition's layout.
 *
 * | from | to | |
 * |---|---|---|
 * | 0 | 12 | the first twelve units |
 * | 5 | 5 | refused: select at least one character |
 */
export const selection = z
  .object({ blockId, from: offset, to: offset, quote })
  .refine(({ from, to }) => from < to, { error: 'select at least one character', path: ['to'] })
export type Selection = z.infer<typeof selection>

/** A passage of an edition. Never changes, since the edition does not; `line` counts through the document. */
export const editionAnchor = z.object({
  on: z.literal('edition'),
  editionId,
  blockId,
  from: offset,
  to: offset,
  quote,
  page: z.int().min(1),
  line: z.int().min(1),
  lastLine: z.int().min(1),
})
export type EditionAnchor = z.infer<typeof editionAnchor>

/**
 * How surely a passage of the living draft was found again (F2).
 * - `exact`: where it was, saying what it said
 * - `moved`: the same words elsewhere
 * - `edited`: the same place, other words
 * - `detached`: not found, and listed with its old quote rather than put beside other words
 */
export const anchorStates = ['exact', 'moved', 'edited', 'detached'] as const
export type AnchorState = (typeof anchorStates)[number]

export const relativePosition = z
  .base64('not a Yjs relative position in base64')
  .max(400, 'not a Yjs relative position: too long')
  .nullable()
  .default(null)

const draftPassage = z.object({
  blockId,
  from: offset,
  to: offset,
  quote,
  before: z.string().max(64, 'send at most 64 characters of what stands before').default(''),
  after: z.string().max(64, 'send at most 64 characters of what stands after').default(''),
  /** Yjs relative positions of both ends, which survive every edit; null from those who have no Yjs. */
  start: relativePosition,
  end: relativePosition,
})

/** A passage of a draft as it was selected: where, the words, and what stood around them for when the place fails. */
export const draftSelection = draftPassage.refine(({ from, to }) => from < to, {
  error: 'select at least one character',
  path: ['to'],
})
export type DraftSelection = z.infer<typeof draftSelection>

/** As it is stored: with the Yjs ids of its characters, `[client, clock, length]`; none when its words were gone. */
export const keptPassage = draftPassage.extend({
  characters: z.array(z.tuple([z.int(), z.int(), z.int()])).default([]),
})
export type KeptPassage = z.infer<typeof keptPassage>

/** Where a passage stands in a text other than the one it was selected in. */
export const place = z.object({
  /** Null when it is detached. */
  at: z.object({ blockId, from: offset, to: offset }).nullable(),
  state: z.enum(anchorStates),
  /** How it was last found; `confidence` is 0 to 1. */
  method: z.enum(['position', 'block', 'quote', 'none']),
  confidence: z.number().min(0).max(1),
})
export type Place = z.infer<typeof place>

export const draftAnchor = draftPassage.extend({ on: z.literal('draft'), narrativeId, ...place.shape })
export type DraftAnchor = z.infer<typeof draftAnchor>

export const anchor = z.discriminatedUnion('on', [editionAnchor, draftAnchor])
export type Anchor = z.infer<typeof anchor>
