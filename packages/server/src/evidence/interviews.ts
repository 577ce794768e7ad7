import { dayIn, spokenDay } from '@foreword/core/calendar'
import { isAhead, isPast } from '@foreword/core/days'
import type { evidenceContract } from '@foreword/core/evidence/contract'
import { keepNotesUntil } from '@foreword/core/evidence/study'
import { type InterviewId, interviewId as toInterviewId } from '@foreword/core/ids'
import { type EvidenceItem, newEvidence } from '@foreword/core/initiatives/answers'
import { ok, type Result, refuse } from '@foreword/core/result'
import { day as calendarDay } from '@foreword/core/time'
import { newId } from '../db/ids.ts'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { mayRead } from '../initiatives/reader.ts'
import { timeZoneOf } from '../people/store.ts'
import { changed } from './actions.ts'
import * as store from './interviews-store.ts'
import * as evidenceStore from './store.ts'
import { lockStudy } from './studies.ts'
import * as studiesStore from './studies-store.ts'

type In = Inputs<typeof evidenceContract>
type Who = Pick<In['planInterview'], 'initiativeId' | 'interviewer'>
const MOST_PLANNED = 500

export async function interviews(input: In['interviews'], call: Call) {
  const { tx, person } = call
  const study = await studiesStore.one(tx, person, input)
  if (!study || study.droppedAt) return refuse('not-found')
  const held = await store.held(tx, person, { ...input, most: input.most + 1 })
  return ok({
    planned: input.before === undefined ? await store.planned(tx, person, input) : [],
    held: held.slice(0, input.most),
    more: held.length > input.most,
  })
}

export async function interviewNotes(input: In['interviewNotes'], { tx, person }: Call) {
  const found = await store.one(tx, person, input)
  return found?.droppedAt === null ? ok({ notes: found.notes ?? '' }) : refuse('not-found')
}

export async function planInterview(input: In['planInterview'], call: Call) {
  const { initiativeId, studyId, interviewId, alias, interviewer, day } = input
  const { tx, person, workspaceId } = call
  if (!(await lockStudy(input, call))) return refuse('not-found')
  const was = await store.one(tx, person, input)
  if (was?.evidenceId) return refuse('interview-was-held')
  if (was?.interviewer !== interviewer && !(await mayInterview(input, call)))
    return refuse('interviewer-cannot-read')
  if (!was && (await store.planned(tx, person, input)).length >= MOST_PLANNED)
    return refuse('too-many-planned')
  const isOurs = await store.save(tx, {
    ...{ workspaceId, initiativeId, studyId, id: interviewId, alias, interviewer, day },
    droppedAt: null,
  })
  return isOurs ? ok(undefined) : refuse('not-found')
}

/** W7: an interview held is a piece of evidence of its kind. Its raw notes are no part of that. */
export async function holdInterview(
  input: In['holdInterview'],
  call: Call,
): Promise<
  Result<
    undefined,
    | 'not-found'
    | 'interviewer-cannot-read'
    | 'evidence-is-gone'
    | 'interview-lies-ahead'
    | 'notes-are-past-their-day'
  >
> {
  const { initiativeId, studyId, interviewId, alias, interviewer, day, standing, consent } = input
  const { tx, person, workspaceId, now } = call
  if (!(await lockStudy(input, call))) return refuse('not-found')
  if (isAhead(day, now.getTime())) return refuse('interview-lies-ahead')
  const was = await store.one(tx, person, input)
  if (was?.interviewer !== interviewer && !(await mayInterview(input, call)))
    return refuse('interviewer-cannot-read')
  const given = input.notes?.trim() === '' ? null : input.notes
  const notesUntil = input.notesUntil ?? was?.notesUntil ?? keepNotesUntil(day)
  if (given && isPast(notesUntil, now.getTime())) return refuse('notes-are-past-their-day')
  const piece = { id: was?.evidenceId ?? interviewId.toLowerCase(), statement: input.learnt, source: alias }
  const kept = was?.evidenceId ? await rewrite(input, piece, call) : await gather(input, piece, call)
  if (!kept.ok) return kept
  // consent that is taken back takes the notes with it
  const notes = consent?.given ? (given === undefined ? (was?.notes ?? null) : given) : null
  const isErased = was?.notes != null && notes === null
  const isOurs = await store.save(tx, {
    ...{ workspaceId, initiativeId, studyId, id: interviewId, alias, interviewer, day, standing },
    evidenceId: piece.id,
    consentGiven: consent?.given ?? null,
    consentOn: consent?.on ?? null,
    notes,
    notesUntil,
    notesErasedAt: notes !== null ? null : isErased ? now : (was?.notesErasedAt ?? null),
    droppedAt: null,
  })
  return isOurs ? ok(undefined) : refuse('not-found')
}

type Piece = Pick<EvidenceItem, 'id' | 'statement' | 'source'>

async function gather({ initiativeId, day }: In['holdInterview'], piece: Piece, call: Call) {
  const item = { ...newEvidence, ...piece, date: spokenDay(day) }
  await evidenceStore.insert(call.tx, call.person, { initiativeId, items: [item], now: call.now })
  await changed(initiativeId, [`items/${piece.id}/`], 'held an interview', call)
  return ok(undefined)
}

async function rewrite({ initiativeId }: In['holdInterview'], { id, ...said }: Piece, call: Call) {
  const [is] = await store.pieces(call.tx, call.person, { initiativeId, ids: [id] })
  if (!is) return refuse('evidence-is-gone')
  const fields = Object.fromEntries(
    Object.entries(said).filter(([field, text]) => text !== is[field as keyof typeof said]), // its own keys
  )
  const keys = Object.keys(fields).map((field) => `items/${id}/${field}`)
  if (keys.length === 0) return ok(undefined)
  await evidenceStore.update(call.tx, call.person, { initiativeId, id, fields })
  await changed(initiativeId, keys, 'changed the evidence', call)
  return ok(undefined)
}

/**
 * Who gathered it is who held it, on the day it says or else the one it was gathered on. Nothing is known of consent, so
 * no notes are kept until somebody writes down both.
 */
export async function takeInterviews(
  { initiativeId, studyId, evidenceIds, standing }: In['takeInterviews'],
  call: Call,
): Promise<Result<{ taken: InterviewId[] }, 'not-found' | 'evidence-is-gone'>> {
  const { tx, person, workspaceId, now } = call
  const of = { initiativeId, studyId }
  if (!(await lockStudy(of, call))) return refuse('not-found')
  const ids = [...new Set(evidenceIds)]
  const pieces = await store.pieces(tx, person, { initiativeId, ids })
  if (pieces.length < ids.length) return refuse('evidence-is-gone')
  const zone = await timeZoneOf(tx)
  const taken: InterviewId[] = []
  for (const { id: evidenceId, source, date, addedAt, addedBy } of pieces) {
    const was = await store.ofPiece(tx, person, { ...of, evidenceId })
    if (was && !was.droppedAt) continue
    const written = calendarDay.safeParse(date.trim())
    const day = was?.day ?? (written.success ? written.data : dayIn(zone, addedAt))
    const id = toInterviewId.parse(was?.id ?? newId())
    const [until, today] = [keepNotesUntil(day), dayIn(zone, now)]
    await store.save(tx, {
      ...(was ?? {
        workspaceId,
        ...of,
        alias: source,
        interviewer: addedBy,
        // of one long ago, files are not erased by being taken in
        notesUntil: until < today ? keepNotesUntil(today) : until,
      }),
      ...{ id, evidenceId, day, standing },
      droppedAt: null,
    })
    taken.push(id)
  }
  return ok({ taken })
}

/** Of one that was held the evidence stays. */
export async function dropInterview(input: In['dropInterview'], call: Call) {
  const { tx, person } = call
  if (!(await lockStudy(input, call))) return refuse('not-found')
  const was = await store.one(tx, person, input)
  if (!was) return refuse('not-found')
  if ((was.droppedAt !== null) === input.dropped) return ok(undefined)
  if (!input.dropped && was.evidenceId) {
    const now = await store.ofPiece(tx, person, { ...input, evidenceId: was.evidenceId })
    if (now && now.id !== was.id && !now.droppedAt) return refuse('in-another-study')
  }
  const { seq: _, ...row } = was
  await store.save(tx, { ...row, droppedAt: input.dropped ? call.now : null })
  return ok(undefined)
}

/** Whoever is to interview may read what it is for; somebody who has left interviews nobody any more. */
const mayInterview = ({ initiativeId, interviewer: id }: Who, { tx, workspaceId }: Call) =>
  mayRead(tx, { id, workspaceId }, initiativeId)
