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

/** A passage of a draft: Yjs relative positions (base64), and the quote with its surroundings for when they fail. */
export const draftSelection = z.object({
  blockId,
  start: z.string().max(400).nullable(),
  end: z.string().max(400).nullable(),
  quote,
  before: z.string().max(64).default(''),
  after: z.string().max(64).default(''),
})
export type DraftSelection = z.infer<typeof draftSelection>

export const draftAnchor = draftSelection.extend({
  on: z.literal('draft'),
  narrativeId,
  state: z.enum(anchorStates),
  /** How it was last found; `confidence` is 0 to 1. */
  method: z.enum(['position', 'block', 'quote', 'none']),
  confidence: z.number().min(0).max(1),
})
export type DraftAnchor = z.infer<typeof draftAnchor>

export const anchor = z.discriminatedUnion('on', [editionAnchor, draftAnchor])
export type Anchor = z.infer<typeof anchor>
