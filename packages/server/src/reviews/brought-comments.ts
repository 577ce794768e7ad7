import type { KeptPassage } from '@foreword/core/reviews/anchor'
import type { WordComment } from '@foreword/document/docx-in'
import type { Database } from '../db/database.ts'
import type { Collab } from '../live/collab.ts'
import type { Heard } from '../outbox/events.ts'
import { idFrom } from './guide-notes.ts'
import * as store from './store.ts'
import type { comments as commentTable } from './tables.ts'
import { keepable, type OpenDraft, openDraft } from './where.ts'
import { MOST_CHARACTERS, wordKey } from './word-key.ts'

type Row = typeof commentTable.$inferInsert

/** The comments of a Word file stand beside the draft it became, once, however often the event is heard. */
export async function keepBroughtComments(
  { db, collab }: { db: Database; collab: Pick<Collab, 'lookAt'> },
  event: Heard<'narrative.brought-comments'>,
): Promise<void> {
  const { actor, narrativeId, ofInitiative: initiativeId } = event
  if (actor === null) return
  const idOf = (number: string) => idFrom(`${event.id} ${number}`)
  const written = event.comments.filter(({ text }) => text.trim() !== '')
  const roots = new Map(written.map(({ number, parent }) => [number, parent]))
  const rows = await collab.lookAt(narrativeId, (doc) => {
    const draft = openDraft(doc)
    return written.map((comment): Row => {
      const { number, author, at, text, resolved } = comment
      const root = rootOf(number, roots)
      return {
        workspaceId: event.workspaceId,
        id: idOf(number),
        initiativeId,
        narrativeId,
        parentId: root === number ? null : idOf(root),
        text: text.slice(0, MOST_CHARACTERS),
        anchor: root === number ? selectionOf(comment, draft) : null,
        kind: { name: 'remark' },
        matter: 'substance',
        by: actor,
        createdAt: event.at,
        ...(resolved && root === number ? { resolvedBy: actor, resolvedAt: event.at } : {}),
        fromWord: {
          author,
          at,
          key: wordKey(comment),
          returnId: null,
          questionId: null,
        } satisfies store.FromWord,
      }
    })
  })
  // a reply names what it replies to, which must be there
  const [first, later] = [rows.filter(({ parentId }) => !parentId), rows.filter(({ parentId }) => parentId)]
  await db.transaction(async (tx) => {
    await store.insertOnce(tx, first)
    await store.insertOnce(tx, later)
  })
}

/** Word lets a reply be replied to; with us a thread is one deep. */
function rootOf(number: string, parents: Map<string, string | null>): string {
  let at = number
  for (let steps = 0; steps < parents.size; steps++) {
    const parent = parents.get(at)
    if (!parent || !parents.has(parent)) return at
    at = parent
  }
  return number
}

function selectionOf({ anchor }: WordComment, draft: OpenDraft): KeptPassage | null {
  if (!anchor) return null
  const { block: blockId, from, to } = anchor
  const quote = draft.blocks.find(({ id }) => id === blockId)?.text.slice(from, Math.min(to, from + 4000))
  if (!quote) return null
  return keepable(draft, {
    blockId,
    from,
    to: from + quote.length,
    quote,
    before: '',
    after: '',
    start: null,
    end: null,
  })
}
