import type { MeetingId } from '@foreword/core/ids'
import { afterwardsOf } from '@foreword/core/meetings/afterwards'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import type { meetingsContract } from '@foreword/core/meetings/contract'
import { fold } from '@foreword/core/meetings/fold'
import { icsOf } from '@foreword/core/meetings/ics'
import { type Meeting, questionsAreOpen } from '@foreword/core/meetings/meeting'
import type { MeetingRefusal } from '@foreword/core/meetings/refusals'
import { ok, type Result, refuse } from '@foreword/core/result'
import { newId } from '../db/ids.ts'
import { record } from '../decisions/actions.ts'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { allPeople, person, speakingOrders } from '../people/store.ts'
import { unsettledBefore } from '../reviews/questions-store.ts'
import * as actionsStore from './actions-store.ts'
import { entryOf } from './calendar.ts'
import { carryOut } from './carry-out.ts'
import { citationsIn } from './citations-store.ts'
import { current } from './current.ts'
import { holdingOf } from './holding.ts'
import * as owed from './owed-store.ts'
import { earlierFor } from './returning.ts'
import { lastHeld } from './returning-store.ts'
import { readRoom, roomMessage } from './room.ts'
import * as store from './store.ts'

type In = Inputs<typeof meetingsContract>

export async function list({ initiativeId }: In['list'], call: Call) {
  return ok(await store.lines(call.tx, call.person, { initiativeId }))
}

export async function citations({ initiativeId }: In['citations'], call: Call) {
  return ok(await citationsIn(call.tx, call.person, initiativeId))
}

export async function owedActions(_: unknown, call: Call) {
  return ok(await actionsStore.owedActions(call.tx, call.person))
}

export async function owedDecisions(_: unknown, call: Call) {
  return ok(await owed.owedDecisions(call.tx, call.person))
}

export async function get({ meetingId }: In['get'], call: Call) {
  const [line] = await store.lines(call.tx, call.person, { id: meetingId })
  return line ? ok(line) : refuse('not-found')
}

export async function room({ meetingId }: In['room'], call: Call) {
  const message = await readRoom(call.tx, call.person, meetingId, call.now)
  return message ? ok(message) : refuse('not-found')
}

/** Made of what the viewer may see of it, so that an asker who stayed unnamed stays so. */
export async function afterwards({ meetingId }: In['afterwards'], { tx, person, now }: Call) {
  if (!(await store.one(tx, person, meetingId))) return refuse('not-found')
  const log = await store.events(tx, person, meetingId)
  const { room } = await roomMessage(tx, person, fold(log), now)
  if (room.phase.name !== 'closed' || room.phase.how !== 'held') return ok(null)
  const people = await allPeople(tx, person.workspaceId)
  const areas = new Map(people.map(({ id, functionalArea }) => [id, functionalArea]))
  return ok(afterwardsOf(log, room.phase.questions, areas))
}

/** One act in the room that asks for more than its command; what it leaves is the meeting. */
export function act<Input extends { meetingId: MeetingId; key: string }, Refusal extends MeetingRefusal>(
  toCommand: (input: Input, call: Call) => MeetingCommand | Promise<MeetingCommand>,
) {
  return async (input: Input, call: Call): Promise<Result<Meeting, Refusal | 'not-found'>> => {
    const row = await store.lock(call.tx, call.person, input.meetingId)
    if (!row) return refuse('not-found')
    const command = await toCommand(input, call)
    return carryOut<Refusal>(holdingOf(call), input.meetingId, command, input.key)
  }
}

export async function invite(
  input: In['invite'],
  call: Call,
): Promise<Result<Meeting, InvitingRefusal | 'not-found'>> {
  const invited = await person(call.tx, call.workspaceId, input.attendee.personId)
  return invited?.active && invited.role !== 'guest' ? inviting(input, call) : refuse('no-such-person')
}

type InvitingRefusal =
  | 'meeting-is-closed'
  | 'not-invited'
  | 'not-the-facilitator'
  | 'no-facilitator'
  | 'no-author'
  | 'no-decider'
  | 'no-such-person'

const inviting = act<In['invite'], InvitingRefusal>(async ({ attendee }, call) => {
  const bands = await speakingOrders(call.tx, call.workspaceId)
  return { kind: 'invite', attendee: { ...attendee, band: bands.get(attendee.personId) ?? null } }
})

/** R17: a meeting returns to the last one that was held before it started, whatever is held after that. */
export const start = act<In['start'], StartingRefusal>(async ({ meetingId }, { tx, person, workspaceId }) => {
  const meeting = await current(tx, { workspaceId }, meetingId)
  return { kind: 'start', since: (await lastHeld(tx, person, meeting))?.id ?? null }
})

type StartingRefusal = AlwaysRefusal | 'not-the-facilitator'

/** What a latecomer said on the cover sheet takes effect with it (R14). */
export const finishReading = act<In['finishReading'], AlwaysRefusal>(
  async ({ meetingId }, { tx, workspaceId }) => {
    const meeting = await current(tx, { workspaceId }, meetingId)
    const isOver = questionsAreOpen(meeting.phase)
    return {
      kind: 'finishReading',
      ...(isOver ? { earlier: await earlierFor(tx, { workspaceId }, meeting) } : {}),
    }
  },
)

/** Under the seal nothing but the log is written: the ledger hears of it when the meeting closes. */
export async function answerReturn(
  { meetingId, key, questionId, accepted }: In['answerReturn'],
  call: Call,
): Promise<Result<Meeting, AlwaysRefusal | 'not-found' | 'no-such-question' | 'not-the-asker'>> {
  const row = await store.lock(call.tx, call.person, meetingId)
  if (!row) return refuse('not-found')
  const { initiativeId } = row
  const before = await unsettledBefore(call.tx, call.person, { initiativeId, meetingId })
  const question = before.find(({ id }) => id === questionId)
  if (!question) return refuse('no-such-question')
  const command = { kind: 'answerReturn', questionId, asker: question.by, accepted } as const
  return carryOut<AlwaysRefusal | 'not-the-asker'>(holdingOf(call), meetingId, command, key)
}

type AlwaysRefusal =
  | 'meeting-is-closed'
  | 'not-started'
  | 'the-room-is-reading'
  | 'the-questions-are-opening'
  | 'the-room-is-discussing'
  | 'the-room-is-deciding'
  | 'the-meeting-is-adjourned'
  | 'not-invited'
  | 'not-in-the-room'

/** The decision's row and the meeting's event stand or fall together (D2, R2). */
export async function decide(
  { meetingId, key, decision: draft }: In['decide'],
  call: Call,
): Promise<
  Result<
    Meeting,
    | DecidingRefusal
    | 'not-found'
    | 'merged-into-itself'
    | 'dissents-twice'
    | 'day-has-passed'
    | 'no-such-assumption'
  >
> {
  const row = await store.lock(call.tx, call.person, meetingId)
  if (!row) return refuse('not-found')
  const decisionId = newId<Parameters<typeof record>[0]['id']>()
  const command = { kind: 'recordDecision', decisionId, decider: draft.decider } as const
  const held = await carryOut<DecidingRefusal>(holdingOf(call), meetingId, command, key)
  if (!held.ok) return held
  const known = held.value.decision
  // a repeat with the same key is answered with what the first one did
  const isNew = known?.name === 'recorded' && known.decisionId === decisionId
  if (isNew) {
    const { initiativeId, edition } = held.value
    const recorded = await record(
      { id: decisionId, draft, initiativeId, meetingId, editionId: edition.id, supersedes: null },
      call,
    )
    if (!recorded.ok) {
      const { refusal } = recorded
      if (refusal === 'already-superseded' || refusal === 'another-initiative')
        throw new Error('a decision in a room supersedes nothing')
      return refuse(refusal)
    }
  }
  return held
}

type DecidingRefusal =
  | 'meeting-is-closed'
  | 'not-started'
  | 'the-room-is-reading'
  | 'the-questions-are-opening'
  | 'the-room-is-discussing'
  | 'the-meeting-is-adjourned'
  | 'not-invited'
  | 'not-in-the-room'
  | 'not-a-decider'
  | 'decision-is-recorded'

export async function ics({ meetingId }: In['ics'], call: Call) {
  const row = await store.one(call.tx, call.person, meetingId)
  const [line] = await store.lines(call.tx, call.person, { id: meetingId })
  if (!row || !line) return refuse('not-found')
  const text = icsOf(entryOf(row, line, call.services.env.publicUrl ?? '', call.now))
  return ok(new File([text], 'meeting.ics', { type: 'text/calendar; charset=utf-8; method=PUBLISH' }))
}
