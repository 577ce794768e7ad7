import {
  type InitiativeId,
  type MeetingId,
  type PersonId,
  initiativeId as toInitiativeId,
} from '@foreword/core/ids'
import type { AssistantProposal, assistantsContract } from '@foreword/core/meetings/assistants-contract'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import type { Meeting } from '@foreword/core/meetings/meeting'
import type { MeetingRefusal } from '@foreword/core/meetings/refusals'
import { suffices } from '@foreword/core/people/permissions'
import { ok, type Result, refuse } from '@foreword/core/result'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import type { OnTimeline } from '../initiatives/timeline.ts'
import { rightsFor } from '../initiatives/visibility.ts'
import { principalOf } from '../people/assistants-store.ts'
import { act } from './actions.ts'
import * as store from './assistants-store.ts'
import * as scheduling from './scheduling.ts'
import * as meetingsStore from './store.ts'

type In = Inputs<typeof assistantsContract>
type ChangingRefusal = Extract<
  keyof (typeof assistantsContract)['callOff']['~orpc']['errorMap'],
  MeetingRefusal
>

declare module '../outbox/events.ts' {
  interface Events {
    'meeting.arranged': OnTimeline & { meetingId: MeetingId }
  }
}

/** The call as its principal would make it; null unless they named whoever makes it. */
async function inNameOf(principalId: PersonId, call: Call): Promise<Call | null> {
  const principal = await principalOf(call.tx, call.person, principalId)
  if (!principal) return null
  const { id, name, role } = principal
  return { ...call, person: { ...call.person, id, name, role } }
}

/** The same, of an idea that the principal may schedule a meeting for. */
async function onIdeaOf(input: { principalId: PersonId; initiativeId: InitiativeId }, call: Call) {
  const theirs = await inNameOf(input.principalId, call)
  const right = theirs && (await rightsFor(call.tx, theirs.person, input.initiativeId))
  return right && suffices(right, 'edit') ? theirs : null
}

const mayRead = async (initiativeId: InitiativeId, { tx, person }: Call) =>
  (await rightsFor(tx, person, initiativeId)) !== null

export async function see({ principalId }: In['see'], call: Call) {
  const theirs = await inNameOf(principalId, call)
  if (!theirs) return refuse('not-found')
  const { id, name } = theirs.person
  return ok({
    principal: { id, name },
    ideas: await store.ideasOf(call.tx, theirs.person),
    meetings: await store.comingOf(call.tx, theirs.person, call.now),
  })
}

export async function propose({ principalId, ...on }: In['propose'], call: Call) {
  const theirs = await onIdeaOf({ principalId, ...on }, call)
  if (!theirs) return refuse('not-found')
  const proposed = await scheduling.propose({ ...on, people: [] }, theirs)
  if (!proposed.ok) return proposed
  const reads = await mayRead(on.initiativeId, call)
  const proposal: AssistantProposal = {
    ...proposed.value,
    // being invited is being let read
    attendees: proposed.value.attendees.filter(({ personId }) => reads || personId !== call.person.id),
    unready: proposed.value.unready.map(({ question, state }) => ({ question, state })),
  }
  return ok(proposal)
}

/** It is the principal's meeting, by an assistant's hand: neither the room nor a right comes of it. */
export async function schedule({ principalId, ...input }: In['schedule'], call: Call) {
  const theirs = await onIdeaOf({ principalId, ...input }, call)
  if (!theirs) return refuse('not-found')
  const invitesSelf = input.attendees.some(({ personId }) => personId === call.person.id)
  if (invitesSelf && !(await mayRead(input.initiativeId, call))) return refuse('scheduled-unread')
  const { id, name } = call.person
  const scheduled = await scheduling.schedule(input, theirs, { id, name })
  if (!scheduled.ok) return scheduled
  const { meetingId, startsAt } = scheduled.value.room
  return ok({ meetingId, startsAt })
}

type OfMeeting = In['callOff']

/** An act on one of the principal's meetings that is theirs to change; its gates are those of the room. */
function changing<Input extends OfMeeting>(done: string, toCommand: (input: Input) => MeetingCommand) {
  return async (input: Input, call: Call): Promise<Result<Meeting, ChangingRefusal | 'not-found'>> => {
    const { principalId, meetingId } = input
    const theirs = await inNameOf(principalId, call)
    const meeting = theirs && (await meetingsStore.one(call.tx, theirs.person, meetingId))
    // what has begun is the room's own
    const initiativeId = meeting?.phase === 'lobby' && toInitiativeId.parse(meeting.initiativeId)
    if (!theirs || !initiativeId || !(await onIdeaOf({ principalId, initiativeId }, call)))
      return refuse('not-found')
    const changed = await act<Input, ChangingRefusal>(toCommand)(input, theirs)
    if (changed.ok)
      await tell(theirs, {
        type: 'meeting.arranged',
        aggregate: meetingId,
        meetingId,
        initiativeId,
        says: `had ${call.person.name} ${done}`,
        about: { kind: 'meeting', id: meetingId },
        gathers: true,
      })
    return changed
  }
}

export const move = changing<In['move']>('move the meeting', ({ startsAt }) => ({
  kind: 'changePlan',
  startsAt: Date.parse(startsAt),
}))
export const callOff = changing<OfMeeting>('call the meeting off', () => ({ kind: 'callOff' }))
