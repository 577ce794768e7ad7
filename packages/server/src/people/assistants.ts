import type { peopleContract } from '@foreword/core/people/contract'
import { ok, refuse } from '@foreword/core/result'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as store from './assistants-store.ts'
import { person as personOf } from './store.ts'

type In = Inputs<typeof peopleContract>

export async function assistants(_: unknown, { tx, person }: Call) {
  return ok(await store.assistance(tx, person))
}

export async function nameAssistant({ personId }: In['nameAssistant'], { tx, person, now }: Call) {
  if (personId === person.id) return refuse('assistant-of-yourself')
  const named = await personOf(tx, person.workspaceId, personId)
  if (!named?.active || named.role === 'guest') return refuse('not-found')
  await store.name(tx, person, { principalId: person.id, assistantId: personId }, now)
  return ok(await store.assistance(tx, person))
}

export async function endAssistance(who: In['endAssistance'], { tx, person }: Call) {
  if (who.principalId !== person.id && who.assistantId !== person.id) return refuse('not-found')
  await store.end(tx, person, who)
  return ok(await store.assistance(tx, person))
}
