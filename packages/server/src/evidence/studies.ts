import { dayIn } from '@foreword/core/calendar'
import type { evidenceContract } from '@foreword/core/evidence/contract'
import { weeksBegun } from '@foreword/core/evidence/study'
import type { InitiativeId, StudyId } from '@foreword/core/ids'
import { ok, refuse } from '@foreword/core/result'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as initiativesStore from '../initiatives/store.ts'
import type { OnTimeline } from '../initiatives/timeline.ts'
import { timeZoneOf } from '../people/store.ts'
import * as interviewsStore from './interviews-store.ts'
import * as store from './studies-store.ts'

type In = Inputs<typeof evidenceContract>

declare module '../outbox/events.ts' {
  interface Events {
    /** Planned, planned otherwise, removed or put back, or what we believe was said. No raw notes. */
    'study.changed': OnTimeline & { studyId: StudyId }
  }
}

/** By the company's calendar. */
const todayOf = async ({ tx, now }: Call) => dayIn(await timeZoneOf(tx), now)

export async function studies(input: In['studies'], call: Call) {
  const found = await store.list(call.tx, call.person, { ...input, most: input.most + 1 })
  return ok({
    studies: found.slice(0, input.most),
    more: found.length > input.most,
    today: await todayOf(call),
    kinds: await store.kinds(call.tx, call.person, input.initiativeId),
  })
}

export async function setStudy({ initiativeId, studyId, ...plan }: In['setStudy'], call: Call) {
  const { tx, person, workspaceId } = call
  if (!(await initiativesStore.lock(tx, person, initiativeId))) return refuse('not-found')
  const isNew = await store.save(tx, { ...plan, workspaceId, initiativeId, id: studyId })
  // an id of another idea's study was neither made nor changed
  const study = await store.one(tx, person, { initiativeId, studyId })
  if (!study || study.droppedAt) return refuse('not-found')
  const act = isNew ? 'planned an interview study' : 'changed the plan of an interview study'
  await tellChanged({ initiativeId, studyId }, `${act}: ${plan.question}`, call)
  return ok(undefined)
}

export async function dropStudy({ initiativeId, studyId, dropped }: In['dropStudy'], call: Call) {
  const { tx, person } = call
  const isHere = await initiativesStore.lock(tx, person, initiativeId)
  const study = isHere && (await store.one(tx, person, { initiativeId, studyId }))
  if (!study) return refuse('not-found')
  const [held] = await interviewsStore.held(tx, person, { initiativeId, studyId, most: 1 })
  if (dropped && held) return refuse('study-has-interviews')
  const droppedAt = dropped ? call.now : null
  if (!(await store.drop(tx, person, { initiativeId, studyId, droppedAt }))) return ok(undefined)
  const act = dropped ? 'removed an interview study' : 'put an interview study back'
  await tellChanged({ initiativeId, studyId }, `${act}: ${study.question}`, call)
  return ok(undefined)
}

export async function believe({ initiativeId, studyId, week, text }: In['believe'], call: Call) {
  const { tx, person, workspaceId, now } = call
  const study = await lockStudy({ initiativeId, studyId }, call)
  if (!study) return refuse('not-found')
  if (week > weeksBegun(study, await todayOf(call))) return refuse('week-is-no-week-of-it')
  if (text === null) {
    await store.unbelieve(tx, person, { studyId, week })
    return ok(undefined)
  }
  await store.believe(tx, { workspaceId, studyId, week, text, by: person.id, at: now })
  await tellChanged({ initiativeId, studyId }, 'wrote what we now believe', call, text)
  return ok(undefined)
}

/** With the idea held until the transaction ends; null when there is none, or it was removed. */
export async function lockStudy(of: { initiativeId: InitiativeId; studyId: StudyId }, call: Call) {
  if (!(await initiativesStore.lock(call.tx, call.person, of.initiativeId))) return null
  const study = await store.one(call.tx, call.person, of)
  return study?.droppedAt === null ? study : null
}

const tellChanged = (
  of: { initiativeId: InitiativeId; studyId: StudyId },
  says: string,
  call: Call,
  reason?: string,
) =>
  tell(call, {
    type: 'study.changed',
    aggregate: of.initiativeId,
    ...of,
    says,
    ...(reason === undefined ? {} : { reason }),
    about: { kind: 'study', id: of.studyId },
    gathers: true,
  })
