import type { Decision } from '@foreword/core/decisions/decision'
import { type Speaker, sentence, spoken } from '@foreword/core/decisions/sentence'
import type { MeetingId } from '@foreword/core/ids'
import type { Byline } from '@foreword/core/people/person'
import type { Database, Tx } from '../db/database.ts'
import * as initiatives from '../initiatives/store.ts'
import type { Sees } from '../initiatives/visibility.ts'
import { allPeople } from '../people/store.ts'
import * as store from './store.ts'

type Reader = Database | Tx

export async function namesOf(db: Reader, { workspaceId }: Sees): Promise<Map<string, Byline>> {
  const everybody = await allPeople(db, workspaceId)
  return new Map(everybody.map(({ id, name }) => [id, { id, name }]))
}

/** A merge names another idea, which the reader may not be allowed to see. */
export async function speakerOf(
  { outcome }: Decision,
  names: Map<string, Byline>,
  { db, viewer }: { db: Reader; viewer: Sees },
): Promise<Speaker> {
  const into = outcome.name === 'merge' ? await initiatives.one(db, viewer, outcome.into) : null
  return {
    person: (id) => names.get(id)?.name ?? 'somebody',
    initiative: () => into?.initiative.name ?? 'another idea',
  }
}

/** The last decision on an initiative as it is spoken, but for what this meeting itself decides; null without one. */
export async function lastSpoken(
  db: Reader,
  viewer: Sees,
  { initiativeId, id }: { initiativeId: string; id: MeetingId },
) {
  const latest = await store.list(db, viewer, { initiativeId, limit: 2 })
  // a meeting records one decision at most
  const decision = latest.map((found) => found.decision).find(({ meetingId }) => meetingId !== id)
  if (!decision) return null
  const speaker = await speakerOf(decision, await namesOf(db, viewer), { db, viewer })
  return {
    decisionId: decision.id,
    number: decision.number,
    spoken: spoken(sentence(decision, speaker)),
    at: decision.recordedAt,
    meetingId: decision.meetingId,
  }
}
