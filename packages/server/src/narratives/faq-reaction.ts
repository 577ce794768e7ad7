import { addFaqEntry } from '@foreword/document/yjs'
import { newId } from '../db/ids.ts'
import type { Collab } from '../live/collab.ts'
import type { Reaction } from '../outbox/events.ts'

/** A question of the room becomes an entry of the live draft's FAQ (R11): once, however often the news is delivered. */
export function faqReaction(collab: Pick<Collab, 'editDraft'>): Reaction {
  return async (event) => {
    if (event.type !== 'question.to-faq') return
    const { narrativeId, blockId: id, question, answer, actor } = event
    const entry = { id, part: 'internal-faq', question, answer } as const
    await collab.editDraft(narrativeId, (doc) => addFaqEntry(doc, entry, newId), actor ?? undefined)
  }
}
