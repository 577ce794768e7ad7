import type { peopleContract } from '@foreword/core/people/contract'
import {
  gatheredKinds,
  type LetterChoices,
  type LetterKind,
  letterKinds,
} from '@foreword/core/people/letters'
import { ok, refuse } from '@foreword/core/result'
import type { Database } from '../db/database.ts'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as mail from '../mail/store.ts'

type In = Inputs<typeof peopleContract>

const choicesOf = (stopped: readonly LetterKind[], digest: boolean): LetterChoices => ({
  feedback: !stopped.includes('feedback'),
  reminders: !stopped.includes('reminders'),
  records: !stopped.includes('records'),
  ideas: !stopped.includes('ideas'),
  assumptions: !stopped.includes('assumptions'),
  digest,
})

export async function letterChoices(_: unknown, { tx, person }: Call) {
  const of = { workspaceId: person.workspaceId, personId: person.id }
  return ok(choicesOf(await mail.stoppedBy(tx, of.workspaceId, of.personId), await mail.isDaily(tx, of)))
}

export async function chooseLetters({ choices }: In['chooseLetters'], { tx, person, now }: Call) {
  const of = { workspaceId: person.workspaceId, personId: person.id }
  for (const kind of letterKinds)
    if (choices[kind]) await mail.resume(tx, { ...of, kind })
    else await mail.stop(tx, { ...of, kind }, now)
  if (choices.digest) await mail.chooseDaily(tx, of, now)
  else await mail.chooseEach(tx, of, now)
  return ok(choices)
}

/** What the link in a letter is about: for whoever holds it, signed in or not. */
export async function stoppableLetter({ token }: In['stoppableLetter'], db: Database) {
  const letter = await mail.byStopToken(db, token)
  return letter ? ok({ kind: letter.kind }) : refuse('letter-link-unknown')
}

/** RFC 8058: a mail program does it with one request and no session. Twice is once. */
export async function stopLetters({ token }: In['stopLetters'], db: Database, now: Date) {
  const letter = await mail.byStopToken(db, token)
  if (!letter) return refuse('letter-link-unknown')
  const { kind, ...of } = letter
  // of the letter of the day: all that is gathered in it
  for (const each of kind === 'digest' ? gatheredKinds : [kind])
    await mail.stop(db, { ...of, kind: each }, now)
  return ok({ kind: letter.kind })
}
