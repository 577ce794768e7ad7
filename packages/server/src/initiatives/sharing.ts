import { personId } from '@foreword/core/ids'
import type { initiativesContract } from '@foreword/core/initiatives/contract'
import type { Relation, Visibility } from '@foreword/core/initiatives/initiative'
import { ok, refuse } from '@foreword/core/result'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as peopleStore from '../people/store.ts'
import { pageOf } from './page.ts'
import * as store from './store.ts'

type In = Inputs<typeof initiativesContract>

export const visibilityPhrases = {
  company: 'opened it to the whole company',
  named: 'limited it to named people',
} satisfies Record<Visibility, string>

export async function share({ initiativeId, visibility, people }: In['share'], call: Call) {
  const row = await store.lock(call.tx, call.person, initiativeId)
  if (!row) return refuse('not-found')
  const everybody = await peopleStore.colleagues(call.tx, call.workspaceId)
  const byPerson = new Map<string, Relation>(people.map(({ personId, relation }) => [personId, relation]))
  byPerson.delete(row.initiative.ownerId) // the owner holds every right already
  const before = await store.relationsOf(call.tx, call.person, initiativeId)
  const had = new Map(before.map(({ personId, relation }) => [personId, relation]))
  for (const personId of byPerson.keys()) {
    const person = everybody.find(({ id }) => id === personId)
    // somebody who left and was on the list may stay on it: it opens nothing to them
    if (!person || (!person.active && !had.has(personId))) return refuse('unknown-person')
  }
  const list = [...byPerson].map(([personId, relation]) => ({ personId, relation }))
  await store.saveRelations(call.tx, call.person, initiativeId, list)
  const was = row.initiative.visibility
  const is = visibility ?? was
  await store.update(call.tx, call.person, initiativeId, { visibility: is, updatedAt: call.now })

  const changed = everybody
    .filter(({ id }) => had.get(id) !== byPerson.get(id))
    .map(({ id, name }) => ({ id, name, relation: byPerson.get(id) ?? null }))
  const phrases = changed.map(({ name, relation }) =>
    relation === 'author'
      ? `let ${name} write in it`
      : relation === 'reader'
        ? `shared it with ${name}`
        : `no longer shares it with ${name}`,
  )
  if (is !== was) phrases.push(visibilityPhrases[is])
  for (const says of phrases)
    await tell(call, { type: 'initiative.shared', aggregate: initiativeId, initiativeId, says })
  if (is === 'named' && was === 'company') await tellShutOut(initiativeId, row.initiative.ownerId, call)
  await tellPermission(
    call,
    changed.map(({ id }) => id),
  )
  const page = await pageOf(call.tx, call.person, initiativeId)
  return page ? ok(page) : refuse('not-found')
}

/** Open sockets of these people are asked again what they may see (A3). */
export async function tellPermission(call: Call, ids: string[]) {
  for (const id of new Set(ids)) {
    await tell(call, { type: 'permission.changed', aggregate: id, personId: personId.parse(id) })
  }
}

/** Of everybody who could read while it was open to the company, those who now no longer can. */
export async function tellShutOut(initiativeId: string, ownerId: string, call: Call) {
  const everybody = await peopleStore.colleagues(call.tx, call.workspaceId)
  const named = await store.relationsOf(call.tx, call.person, initiativeId)
  const kept = new Set([ownerId, ...named.map((one) => one.personId)])
  await tellPermission(
    call,
    everybody.filter(({ id, active }) => active && !kept.has(id)).map(({ id }) => id),
  )
}
