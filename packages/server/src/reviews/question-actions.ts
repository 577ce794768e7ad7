import { ok, refuse } from '@foreword/core/result'
import type { reviewsContract } from '@foreword/core/reviews/contract'
import { mayChange } from '@foreword/core/reviews/question'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { bylines } from '../narratives/store.ts'
import * as store from './questions-store.ts'
import { isAnySilent } from './silence.ts'

type In = Inputs<typeof reviewsContract>

/** Under the seal nothing is told to anybody: the row changes and that is all (R7). */
export async function editQuestion({ questionId, text, matter }: In['editQuestion'], call: Call) {
  const question = await store.lockQuestion(call.tx, call.person, questionId)
  if (!question) return refuse('not-found')
  if (!mayChange(question, call.person.id)) return refuse('already-open')
  const changed = await store.updateQuestion(call.tx, call.person, questionId, {
    text,
    ...(matter === undefined ? {} : { matter }),
  })
  return changed ? ok(changed) : refuse('not-found')
}

export async function withdrawQuestion({ questionId }: In['withdrawQuestion'], call: Call) {
  const question = await store.lockQuestion(call.tx, call.person, questionId)
  if (!question) return refuse('not-found')
  if (!mayChange(question, call.person.id)) return refuse('already-open')
  await store.deleteSealed(call.tx, call.person, questionId)
  return ok(undefined)
}

export async function acceptAnswer({ questionId, accepted }: In['acceptAnswer'], call: Call) {
  const question = await store.lockQuestion(call.tx, call.person, questionId)
  if (!question) return refuse('not-found')
  if (question.by !== call.person.id) return refuse('not-the-asker')
  // the ledger is open to all, and nobody learns of anybody while they read (R6): the cover sheet takes it, sealed
  if (await isAnySilent(call.tx, call.person, question.initiativeId)) return refuse('the-idea-is-being-read')
  const changed = await store.updateQuestion(call.tx, call.person, questionId, { accepted })
  return changed ? ok(changed) : refuse('not-found')
}

export async function owed(_: unknown, call: Call) {
  return ok(await store.owedBy(call.tx, call.person))
}

export async function answersGiven(_: unknown, call: Call) {
  return ok(await store.givenTo(call.tx, call.person))
}

export async function ledger({ initiativeId }: In['ledger'], call: Call) {
  const entries = await store.ledger(call.tx, call.person, initiativeId)
  const owners = entries.map(({ question: { state } }) =>
    state.name === 'research-owed' ? state.owner : null,
  )
  const names = await bylines(call.tx, call.person, [
    ...entries.map(({ question }) => question.by),
    ...owners.filter((owner) => owner !== null),
  ])
  return ok(
    entries.map(({ question, named }, place) => {
      const owner = owners[place]
      return {
        ...question,
        by: named ? question.by : null,
        asker: named ? (names.get(question.by) ?? null) : null,
        owner: owner ? (names.get(owner) ?? null) : null,
      }
    }),
  )
}
