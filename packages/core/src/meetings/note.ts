import * as z from 'zod'
import { personId } from '../ids.ts'
import { prose } from '../text.ts'
import { moment } from '../time.ts'

/** What is said on a question in the room, as the note-taker writes it down. */
export const noteWords = prose('The note', 6000)

/** `version` counts the wordings, so that nobody writes over words they have not seen. */
export const noteState = z.object({ text: noteWords, version: z.int(), by: personId, at: moment })
export type NoteState = z.infer<typeof noteState>

/**
 * Whether somebody's words may take the place of what stands: they were written over it, or they are it already.
 *
 * | stands | written over | words | |
 * |---|---|---|---|
 * | nothing | 0 | a | becomes 1 |
 * | 1: a | 1 | ab | becomes 2 |
 * | 2: ab | 1 | ac | `note-has-changed` |
 * | 2: ab | 1 | ab | stands: the answer to the first try was lost |
 */
export function writtenOver(
  stands: Pick<NoteState, 'text' | 'version'> | null,
  { over, text }: { over: number; text: string },
): 'writes' | 'stands' | 'changed' {
  if ((stands?.text ?? '') === text) return 'stands'
  return (stands?.version ?? 0) === over ? 'writes' : 'changed'
}
