import type { InitiativeId, NarrativeId } from '@foreword/core/ids'
import { newId } from '../db/ids.ts'
import { type Call, tell } from '../http/call.ts'
import { followWork } from '../initiatives/stage.ts'
import { createDraft } from '../live/draft-store.ts'
import * as assetsStore from './assets-store.ts'
import type { Seed } from './seed.ts'
import * as store from './store.ts'

/** A narrative with its first words, in the caller's transaction: both appear, or neither. */
export async function beginNarrative(
  begun: {
    initiativeId: InitiativeId
    kind: string
    seed: Seed
    /** Whoever brought words of their own; null when they are a template's or the guide's. */
    author: string | null
    duplicatedFrom?: string
    /** For the timeline, after the actor's name. */
    says: string
  },
  call: Call,
) {
  const id = newId<NarrativeId>()
  const { initiativeId, kind, seed, author, says } = begun
  await createDraft(call.tx, {
    workspaceId: call.workspaceId,
    id,
    schemaVersion: seed.schemaVersion,
    update: seed.update,
    author,
    at: call.now,
  })
  await store.insert(call.tx, {
    workspaceId: call.workspaceId,
    id,
    initiativeId,
    kind,
    title: seed.title,
    duplicatedFrom: begun.duplicatedFrom ?? null,
    createdBy: call.person.id,
    createdAt: call.now,
  })
  // N8: a copy shows what its original shows, as far as whoever makes it may read that; the bytes are shared
  const shown = await assetsStore.readable(call.tx, call.person, seed.assets)
  await assetsStore.link(
    call.tx,
    { workspaceId: call.workspaceId, narrativeId: id, by: call.person.id, at: call.now },
    shown,
  )
  const about = { kind: 'narrative', id }
  await tell(call, {
    type: 'narrative.started',
    aggregate: initiativeId,
    initiativeId,
    narrativeId: id,
    example: begun.duplicatedFrom === 'guide' ? kind : null,
    says,
    about,
  })
  await followWork(initiativeId, 'drafting', call)
  const made = await store.one(call.tx, call.person, id)
  if (!made) throw new Error('a narrative was begun on an initiative that its beginner may not see')
  return made
}
