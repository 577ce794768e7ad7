import { dayIn } from '@foreword/core/calendar'
import { sentence, spoken } from '@foreword/core/decisions/sentence'
import type { DecisionId, MeetingId, WorkspaceId } from '@foreword/core/ids'
import { type MeetingRecord, recordInWords, recordOf } from '@foreword/core/meetings/record'
import type { Database, Tx } from '../db/database.ts'
import * as decisions from '../decisions/store.ts'
import * as initiatives from '../initiatives/store.ts'
import type { Sees } from '../initiatives/visibility.ts'
import type { House } from '../mail/post-office.ts'
import { type NewLetter, write } from '../mail/store.ts'
import { allPeople, timeZoneOf } from '../people/store.ts'
import { invitedTo, oneForServer } from './letters-store.ts'
import { readRoom } from './room.ts'
import { lines } from './store.ts'

/** The record of a closed meeting as this viewer may read it: out of their room, and out of nothing else. */
export async function recordFor(
  db: Database | Tx,
  viewer: Sees,
  id: MeetingId,
  now: Date,
): Promise<MeetingRecord | null> {
  const [line] = await lines(db, viewer, { id })
  const message = await readRoom(db, viewer, id, now)
  if (!line || !message) return null
  const names = new Map((await allPeople(db, viewer.workspaceId)).map((each) => [String(each.id), each.name]))
  const nameOf = (person: string) => names.get(person) ?? 'Somebody'
  const { phase } = message.room
  const timeZone = await timeZoneOf(db)
  return recordOf({
    room: message.room,
    closedOn: phase.name === 'closed' ? dayIn(timeZone, new Date(phase.at)) : '',
    title: line.initiativeName,
    decision: await decisionIn(db, viewer, phase, nameOf),
    nameOf,
  })
}

type Phase = NonNullable<Awaited<ReturnType<typeof readRoom>>>['room']['phase']

async function decisionIn(
  db: Database | Tx,
  viewer: Sees,
  phase: Phase,
  nameOf: (person: string) => string,
): Promise<Parameters<typeof recordOf>[0]['decision']> {
  if (phase.name !== 'closed' || phase.decision?.name !== 'recorded') return null
  const found = await decisions.one(db, viewer, phase.decision.decisionId)
  if (!found) return null
  const { outcome } = found.decision
  const into = outcome.name === 'merge' ? await initiatives.one(db, viewer, outcome.into) : null
  const speaker = { person: nameOf, initiative: () => into?.initiative.name ?? 'another idea' }
  return { ...found.decision, spoken: spoken(sentence(found.decision, speaker)) }
}

/**
 * D2, R15: what the room left, to everybody who was invited and may see the idea. Once, however often it is heard; and
 * once more when the decision that it left owed is taken (R2).
 */
export async function writeRecords(
  { db, mailing, now }: House,
  closed: MeetingId,
  decided: DecisionId | null = null,
): Promise<void> {
  const row = await oneForServer(db, closed)
  if (!row) return
  const { workspaceId, initiativeId } = row
  const letters: NewLetter[] = []
  for (const { id } of await invitedTo(db, row)) {
    const viewer = { id, workspaceId: workspaceId as WorkspaceId } // a row of ours
    const record = await recordFor(db, viewer, closed, now())
    if (!record) continue
    letters.push({
      workspaceId,
      personId: id,
      kind: 'records',
      key: ['record', closed, ...(decided ? [decided] : []), id].join(':'),
      initiativeId,
      subject: `${decided ? 'Decided' : 'Record'}: ${record.title}`,
      body: `${recordInWords(record)}\n${mailing.origin}/meetings/${closed}\n`,
    })
  }
  await write(db, now(), letters)
}
