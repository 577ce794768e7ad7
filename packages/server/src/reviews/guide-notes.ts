import { createHash } from 'node:crypto'
import type { Database } from '../db/database.ts'
import type { Collab } from '../live/collab.ts'
import type { Heard } from '../outbox/events.ts'
import * as store from './store.ts'
import { keepable, openDraft } from './where.ts'
import './comment-news.ts'

/**
 * What the guide teaches stands beside its passages as comments of whoever made the copy, so that each can be resolved
 * once it is read (W11). Once for each copy, however often the event is heard.
 */
export async function annotateGuide(
  { db, collab }: { db: Database; collab: Pick<Collab, 'lookAt'> },
  event: Heard<'narrative.started'>,
): Promise<void> {
  const { actor, narrativeId, initiativeId, example } = event
  if (example === null || actor === null) return
  const { guideAnnotations } = await import('@foreword/document/guide')
  const notes = await collab.lookAt(narrativeId, (doc) => {
    const draft = openDraft(doc)
    return guideAnnotations(draft.document, example).map(({ title, text, anchor }) => {
      const { block, from, to, quote, prefix, suffix } = anchor
      const sent = { blockId: block, from, to, quote, before: prefix, after: suffix, start: null, end: null }
      return { text: `${title}: ${text}`, anchor: keepable(draft, sent) }
    })
  })
  await db.transaction((tx) =>
    store.insertOnce(
      tx,
      notes.map(({ text, anchor }, index) => ({
        workspaceId: event.workspaceId,
        id: idFrom(`${event.id} ${index}`),
        initiativeId,
        narrativeId,
        text,
        anchor,
        kind: { name: 'remark' },
        matter: 'form' as const,
        by: actor,
        createdAt: event.at,
      })),
    ),
  )
}

/** The same id for the same event and note: a UUID of version 8, made of a hash. */
export function idFrom(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return hex.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5')
}
