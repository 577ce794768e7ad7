import { addFaqEntry } from '@foreword/document/yjs'
import type { Database } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import type { Collab } from '../live/collab.ts'
import type { Reaction } from '../outbox/events.ts'
import { put } from '../outbox/outbox.ts'
import './narrative-news.ts'

/** A question of the room becomes an entry of the live draft's FAQ (R11): once, however often the news is delivered. */
export function faqReaction({ db, collab }: { db: Database; collab: Pick<Collab, 'editDraft'> }): Reaction {
  return async (event) => {
    if (event.type !== 'question.to-faq') return
    const { narrativeId, questionId, blockId: id, question, answer, actor, workspaceId, at } = event
    const entry = { id, part: 'internal-faq', question, answer } as const
    await collab.editDraft(narrativeId, (doc) => addFaqEntry(doc, entry, newId), actor ?? undefined)
    // only now is it true that it stands there, and only then it is said
    const entered = { type: 'faq.entered', aggregate: narrativeId, questionId, blockId: id } as const
    await db.transaction((tx) => put(tx, { workspaceId, actor, now: at }, entered))
  }
}
