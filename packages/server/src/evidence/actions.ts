import { randomUUID } from 'node:crypto'
import type { evidenceContract } from '@foreword/core/evidence/contract'
import { evidenceOfCsv } from '@foreword/core/evidence/csv'
import type { InitiativeId } from '@foreword/core/ids'
import { ok, refuse } from '@foreword/core/result'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { followWork } from '../initiatives/stage.ts'
import * as initiativesStore from '../initiatives/store.ts'
import * as store from './store.ts'

type In = Inputs<typeof evidenceContract>

export async function list(input: In['list'], call: Call) {
  const pieces = await store.list(call.tx, call.person, { ...input, most: input.most + 1 })
  return ok({ pieces: pieces.slice(0, input.most), more: pieces.length > input.most })
}

export async function capture({ initiativeId, ...item }: In['capture'], call: Call) {
  if (!(await initiativesStore.lock(call.tx, call.person, initiativeId))) return refuse('not-found')
  const count = await store.insert(call.tx, call.person, { initiativeId, items: [item], now: call.now })
  if (count > 0) await changed(initiativeId, [`items/${item.id}/`], 'gathered evidence', call)
  return ok(undefined)
}

export async function change({ initiativeId, id, ...given }: In['change'], call: Call) {
  if (!(await initiativesStore.lock(call.tx, call.person, initiativeId))) return refuse('not-found')
  const fields = Object.fromEntries(Object.entries(given).filter(([, is]) => is !== undefined))
  const keys = Object.keys(fields).map((field) => `items/${id}/${field}`)
  if (keys.length === 0) return ok(undefined)
  if (!(await store.update(call.tx, call.person, { initiativeId, id, fields })))
    return refuse('evidence-is-gone')
  await changed(initiativeId, keys, 'changed the evidence', call)
  return ok(undefined)
}

export async function remove({ initiativeId, id }: In['remove'], call: Call) {
  if (!(await initiativesStore.lock(call.tx, call.person, initiativeId))) return refuse('not-found')
  if (await store.remove(call.tx, call.person, { initiativeId, id }))
    await changed(initiativeId, [`items/${id}`], 'removed a piece of evidence', call)
  return ok(undefined)
}

export async function importCsv({ initiativeId, csv }: In['importCsv'], call: Call) {
  if (!(await initiativesStore.lock(call.tx, call.person, initiativeId))) return refuse('not-found')
  const read = evidenceOfCsv(csv)
  if (read.problems) return refuse('not-a-table-of-evidence', { problems: read.problems })
  const items = read.items.map((item) => ({ id: randomUUID(), ...item }))
  const count = await store.insert(call.tx, call.person, { initiativeId, items, now: call.now })
  await changed(initiativeId, [], `brought in ${count} pieces of evidence`, call)
  return ok({ count })
}

/**
 * The answer to question 4 is another now: its version counts on, so that whoever types in it is asked which of two
 * wordings to keep, as if it had been written there. `keys` are those of `merge`.
 */
export async function changed(
  initiativeId: InitiativeId,
  keys: string[],
  says: string,
  call: Call,
): Promise<void> {
  const sheet = await initiativesStore.sheet(call.tx, call.person, initiativeId)
  const { version: was = 0, touched = {} } = sheet.stored.evidence ?? {}
  const version = was + 1
  const by = call.person.id
  await initiativesStore.saveAnswer(call.tx, call.person, {
    initiativeId,
    question: 'evidence',
    value: sheet.answers.evidence,
    version,
    touched: { ...touched, ...Object.fromEntries(keys.map((key) => [key, { version, by }])) },
    now: call.now,
  })
  await initiativesStore.update(call.tx, call.person, initiativeId, { updatedAt: call.now })
  const about = { aggregate: initiativeId, initiativeId } as const
  await tell(call, {
    type: 'initiative.answered',
    ...about,
    question: 'evidence',
    version,
    says,
    gathers: true,
  })
  const row = await initiativesStore.one(call.tx, call.person, initiativeId)
  if (row?.initiative.stage === 'idea') await followWork(initiativeId, 'questions', call)
}
