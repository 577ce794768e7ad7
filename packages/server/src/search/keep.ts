import { personId, type WorkspaceId } from '@foreword/core/ids'
import { documentFromBytes } from '@foreword/document/canonical'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import { documentFromYDoc } from '@foreword/document/yjs'
import { and, desc, eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import { once } from '../http/later.ts'
import { sheet } from '../initiatives/store.ts'
import { initiatives } from '../initiatives/tables.ts'
import type { Collab } from '../live/collab.ts'
import { kindOfNarrative } from '../narratives/kinds-store.ts'
import { editions, narratives } from '../narratives/tables.ts'
import type { Reaction } from '../outbox/events.ts'
import * as store from './store.ts'

interface Needs {
  db: Database
  collab: Pick<Collab, 'lookAt'>
  now: () => Date
}

// what knows how documents are divided comes with the first that is written
const dividing = once(() => import('./passages.ts'))

export interface Keeper {
  /** A draft has new words on disk. */
  draftChanged(narrativeId: string): Promise<void>
  reaction: Reaction
  /** What the last stop left unread. */
  begin(): Promise<void>
}

/**
 * Keeps what can be found by its words the same as what was written: ideas and editions when their news is told, a
 * draft when it has settled.
 */
export function createKeeper({ db, collab, now }: Needs): Keeper {
  async function keepIdea(workspaceId: WorkspaceId, initiativeId: string): Promise<void> {
    const readAt = now()
    const [idea] = await db
      .select({ name: initiatives.name, ownerId: initiatives.ownerId })
      .from(initiatives)
      .where(and(eq(initiatives.workspaceId, workspaceId), eq(initiatives.id, initiativeId)))
    if (!idea) return
    // read as its owner, who sees all of it; who may find it is asked for each search
    const { answers } = await sheet(db, { id: personId.parse(idea.ownerId), workspaceId }, initiativeId)
    const { answersAsPassages } = await dividing()
    await store.put(db, {
      workspaceId,
      id: initiativeId,
      initiativeId,
      narrativeId: null,
      title: idea.name,
      passages: answersAsPassages(answers),
      edition: null,
      readAt,
    })
  }

  async function keepNarrative(narrativeId: string): Promise<void> {
    const readAt = now()
    const [narrative] = await db.select().from(narratives).where(eq(narratives.id, narrativeId))
    if (!narrative) return
    const { workspaceId, initiativeId, title } = narrative
    const kind = await kindOfNarrative(db, narrativeId)
    // open suggestions count as accepted, as wherever a draft is read and not written
    const draft = await collab.lookAt(narrativeId, (doc) => asAccepted(documentFromYDoc(doc, newId)))
    const { passagesOf } = await dividing()
    const passages = passagesOf(draft, kind)
    const [last] = await db
      .select({ id: editions.id, number: editions.number, canonical: editions.canonical })
      .from(editions)
      .where(and(eq(editions.workspaceId, workspaceId), eq(editions.narrativeId, narrativeId)))
      .orderBy(desc(editions.number))
      .limit(1)
    const frozen = last && documentFromBytes(last.canonical)
    const edition =
      last && frozen?.ok
        ? { id: last.id, number: last.number, passages: passagesOf(frozen.value, kind) }
        : null
    const isSame = edition && JSON.stringify(edition.passages) === JSON.stringify(passages)
    await store.put(db, {
      workspaceId,
      id: narrativeId,
      initiativeId,
      narrativeId,
      title,
      passages,
      edition: isSame ? null : edition,
      readAt,
    })
  }

  return {
    draftChanged: keepNarrative,
    async reaction(event) {
      switch (event.type) {
        case 'initiative.created':
        case 'initiative.changed':
        case 'initiative.answered':
          return keepIdea(event.workspaceId, event.initiativeId)
        case 'narrative.started':
        case 'edition.frozen':
          return keepNarrative(event.narrativeId)
      }
    },
    async begin() {
      for (const narrativeId of await store.unread(db)) await keepNarrative(narrativeId)
    },
  }
}
