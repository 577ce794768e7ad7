import type { InitiativeId } from '@foreword/core/ids'
import { headline } from '@foreword/core/initiatives/initiative'
import type { narrativesContract } from '@foreword/core/narratives/contract'

import type { Narrative } from '@foreword/core/narratives/narrative'
import { suffices } from '@foreword/core/people/permissions'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { WordComment } from '@foreword/document/docx-in'
import { guideDocument } from '@foreword/document/guide'
import { hasExample } from '@foreword/document/guides/kinds'

import { newId } from '../db/ids.ts'
import { type Call, inTransaction, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { create } from '../initiatives/actions.ts'
import { rightsFor } from '../initiatives/visibility.ts'
import { reached } from '../storage/object-store.ts'
import type { Keeping } from './assets.ts'
import type { NewAsset } from './assets-store.ts'
import * as assetsStore from './assets-store.ts'
import { beginNarrative } from './begin.ts'
import { shortened } from './drafts.ts'
import { type Reading, readDraftFile } from './read-file.ts'
import { type Seed, seedFrom } from './seed.ts'

type In = Inputs<typeof narrativesContract>
type Outside = Omit<Call, 'tx'>

/** What reads a file, and where its pictures are kept. */
export type Importing = Reading & Keeping

const LONGEST_NAME = 160

/** A new idea from a document. The file is read whole before anything is written (A5). */
export const bringWith =
  (needs: Importing) =>
  async ({ file, name }: In['bring'], call: Outside) => {
    const read = await readAndKept(file, needs, call)
    if (!read.ok) return read
    const { seed, brought, suggestions, comments, assets } = read.value
    const named = name || seed.title || withoutEnding(file.name) || 'A document without a headline'
    return inTransaction(call.services.db, async (tx) => {
      const inTx = { ...call, tx }
      const initiativeId = await beginInitiative(named, inTx)
      const narrative = await beginNarrative(imported(initiativeId, seed, inTx), inTx)
      await insertAll(assets, narrative.id, needs, inTx)
      await tellComments(narrative, comments, inTx)
      return ok({ initiativeId, narrativeId: narrative.id, brought, suggestions })
    })
  }

export const importIntoWith =
  (needs: Importing) =>
  async ({ initiativeId, file }: In['importInto'], call: Outside) => {
    const read = await readAndKept(file, needs, call)
    if (!read.ok) return read
    const { seed, brought, suggestions, comments, assets } = read.value
    return inTransaction(call.services.db, async (tx) => {
      const inTx = { ...call, tx }
      const narrative = await beginNarrative(imported(initiativeId, seed, inTx), inTx)
      await insertAll(assets, narrative.id, needs, inTx)
      await tellComments(narrative, comments, inTx)
      return ok({ ...narrative, brought, suggestions })
    })
  }

/** W11, N8: an independent copy that remembers what it is a copy of and carries nobody's notes, people or decisions. */
export async function duplicateGuide({ kind, initiativeId: into }: In['duplicateGuide'], call: Call) {
  if (!hasExample(kind)) return refuse('no-example')
  if (into !== undefined) {
    const right = await rightsFor(call.tx, call.person, into)
    if (!right) return refuse('not-found')
    if (!suffices(right, 'edit')) return refuse('not-allowed')
  }
  const seed = await seedFrom(guideDocument(newId, kind))
  const initiativeId = into ?? (await beginInitiative(seed.title, call))
  const says = kind === 'pr-faq' ? 'made a copy of the guide' : 'made a copy of an example'
  const narrative = await beginNarrative(
    { initiativeId, kind, seed, author: null, duplicatedFrom: 'guide', says },
    call,
  )
  return ok({ initiativeId, narrativeId: narrative.id })
}

/** The whole file, its pictures where they are kept: what is left to do is done in one transaction. */
async function readAndKept(file: File, needs: Importing, call: Outside) {
  const read = await readDraftFile(file, needs, call.now)
  if (!read.ok) return read
  const kept = await keepAll(read.value.assets, needs, call)
  return kept.ok ? read : kept
}

/** The bytes of pictures go where they are kept before the transaction: doing it twice is nothing. */
export function keepAll(
  assets: readonly NewAsset[],
  { store }: Pick<Keeping, 'store'>,
  { workspaceId }: Outside,
): Promise<Result<void, 'storage-unreachable'>> {
  return reached(
    (async () => {
      for (const asset of assets) await assetsStore.keepBytes(store, workspaceId, asset)
    })(),
  )
}

export async function insertAll(
  assets: readonly NewAsset[],
  narrativeId: string,
  { store }: Pick<Keeping, 'store'>,
  { tx, workspaceId, person, now }: Call,
): Promise<void> {
  const adding = { workspaceId, narrativeId, by: person.id, at: now }
  for (const asset of assets) await assetsStore.insertAsset(tx, adding, asset, store !== null)
}

function imported(initiativeId: InitiativeId, seed: Seed, call: Call) {
  return {
    initiativeId,
    kind: 'pr-faq',
    seed,
    author: call.person.id,
    says: 'brought a document',
  }
}

/** What was written beside the document in Word comes to stand beside the draft: `reviews` hears it. */
async function tellComments(
  { id, initiativeId }: Pick<Narrative, 'id' | 'initiativeId'>,
  comments: readonly WordComment[],
  call: Call,
): Promise<void> {
  if (comments.length === 0) return
  await tell(call, {
    type: 'narrative.brought-comments',
    aggregate: id,
    narrativeId: id,
    ofInitiative: initiativeId,
    comments,
  })
}

async function beginInitiative(name: string, call: Call): Promise<InitiativeId> {
  const made = await create(
    { name: headline.parse(shortened(name.trim(), LONGEST_NAME)), visibility: 'company' },
    call,
  )
  // every company has a group, and nobody named another
  if (!made.ok) throw new Error(`an idea could not be begun: ${made.refusal}`)
  return made.value.id
}

function withoutEnding(fileName: string): string {
  return fileName.replace(/\.[^.]{1,10}$/, '').trim()
}
