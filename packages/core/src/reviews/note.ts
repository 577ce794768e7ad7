import * as z from 'zod'
import { editionId, noteId } from '../ids.ts'
import { moment } from '../time.ts'
import { editionAnchor } from './anchor.ts'

export const noteText = z
  .string()
  .trim()
  .min(1, 'The note is empty: write a few words')
  .max(4000, 'The note is longer than 4000 characters: split it in two')

/**
 * A private margin note (R5). It has no `by`: whoever is sent one wrote it. No projection, event, index, export or
 * audit row may take a note as its input; that is why nothing in `meetings` imports this file.
 */
export const note = z.object({
  id: noteId,
  editionId,
  text: noteText,
  anchor: editionAnchor.nullable(),
  createdAt: moment,
  changedAt: moment,
})
export type Note = z.infer<typeof note>
