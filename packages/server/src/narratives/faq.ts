import type { NarrativeId } from '@foreword/core/ids'
import { addFaqEntry, type NewFaqEntry } from '@foreword/document/yjs'
import { newId } from '../db/ids.ts'
import type { Collab } from '../live/collab.ts'

/**
 * R11: puts an entry at the end of its FAQ in the live draft; everyone in it sees it come, and it is on disk when this
 * resolves. The same `entry.id` is added once, however often it is asked for; false when it was there already.
 */
export type AddFaqEntry = (
  narrativeId: NarrativeId,
  entry: NewFaqEntry,
  /** Whose words they are, for the authors of the next edition. */
  author?: string,
) => Promise<boolean>

export function addFaqEntryWith(collab: Pick<Collab, 'editDraft'>): AddFaqEntry {
  return (narrativeId, entry, author) =>
    collab.editDraft(narrativeId, (doc) => addFaqEntry(doc, entry, newId), author)
}
