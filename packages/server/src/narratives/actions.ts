import type { narrativesContract } from '@foreword/core/narratives/contract'
import type { Edition } from '@foreword/core/narratives/narrative'
import { suffices } from '@foreword/core/people/permissions'
import { ok, refuse } from '@foreword/core/result'
import { startDocument } from '@foreword/document/start'
import { newId } from '../db/ids.ts'
import { type Call, type Reading, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { rightsFor, together } from '../initiatives/visibility.ts'
import { beginNarrative } from './begin.ts'
import * as editionsStore from './editions-store.ts'
import { tellExported } from './exported.ts'
import { fileNamed } from './files.ts'
import { kindToUse } from './kinds-store.ts'
import { paceOfCompany } from './reading-pace-store.ts'
import { seedFrom } from './seed.ts'
import * as store from './store.ts'

type In = Inputs<typeof narrativesContract>

export async function list({ initiativeId }: In['list'], call: Call) {
  return ok(await store.list(call.tx, call.person, initiativeId))
}

export async function pace(_: unknown, call: Call) {
  return ok(await paceOfCompany(call.tx, call))
}

export async function unfrozen(_: unknown, call: Call) {
  return ok(await store.unfrozen(call.tx, call.person))
}

export async function get({ narrativeId }: In['get'], call: Call) {
  const narrative = await store.one(call.tx, call.person, narrativeId)
  const right = narrative && (await rightsFor(call.tx, call.person, narrative.initiativeId))
  if (!narrative || !right) return refuse('not-found')
  const mayEdit = suffices(right, 'edit')
  return ok({ ...narrative, mayEdit, mayFreeze: mayEdit })
}

export async function start({ initiativeId, kind: kindId, headline }: In['start'], call: Call) {
  const kind = await kindToUse(call.tx, call, kindId)
  if (!kind) return refuse('no-such-kind')
  const seed = await seedFrom(startDocument(kind, newId, headline), kind)
  const says = `started a document: ${kind.label}`
  const author = headline === undefined ? null : call.person.id
  return ok(await beginNarrative({ initiativeId, kind: kind.id, seed, author, says }, call))
}

export async function editions({ initiativeId }: In['editions'], call: Call) {
  return ok(await editionsStore.editionsOf(call.tx, call.person, initiativeId))
}

/** Read for all who open an edition at about the same time, once: a room does. */
export function editionTogether() {
  const read = together(editionsStore.editionForEach)
  return async ({ editionId }: In['edition'], { db, person }: Reading) => {
    const found = await read(db, person, editionId)
    return found ? ok(found) : refuse('not-found')
  }
}

/** All of an edition that is not frozen with it: its own name, and those of people. */
export const editionAsNamed = ({ id, name, frozenBy, authors }: Edition) =>
  JSON.stringify([id, name, frozenBy, authors])

export async function nameEdition({ editionId, name }: In['nameEdition'], call: Call) {
  const named = await editionsStore.nameEdition(call.tx, call.person, { id: editionId, name })
  if (named) {
    const { initiativeId, narrativeId, number } = named
    await tell(call, {
      type: 'edition.named',
      aggregate: initiativeId,
      initiativeId,
      narrativeId,
      editionId,
      says: name === null ? `took the name of edition ${number} away` : `named edition ${number} “${name}”`,
      about: { kind: 'edition', id: editionId },
    })
  }
  const found = named ?? (await editionsStore.summaryOf(call.tx, call.person, editionId))
  return found ? ok(found) : refuse('not-found')
}

export async function pdf({ editionId }: In['pdf'], call: Call) {
  const found = await editionsStore.fileOf(call.tx, call.person, editionId, 'pdf')
  if (!found) return refuse('not-found')
  const { initiativeId, number } = found
  await tellExported(
    { initiativeId, of: 'edition', id: editionId, says: `exported edition ${number} as PDF` },
    call,
  )
  return ok(fileNamed(found.title, `, edition ${found.number}.pdf`, found.bytes, 'application/pdf'))
}

export async function canonical({ editionId }: In['canonical'], call: Call) {
  const found = await editionsStore.fileOf(call.tx, call.person, editionId, 'canonical')
  if (!found) return refuse('not-found')
  const says = `exported the frozen bytes of edition ${found.number}`
  await tellExported({ initiativeId: found.initiativeId, of: 'edition', id: editionId, says }, call)
  return ok(fileNamed(found.title, `, edition ${found.number}.json`, found.bytes, 'application/json'))
}
