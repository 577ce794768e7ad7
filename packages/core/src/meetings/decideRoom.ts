import type { PersonId } from '../ids.ts'
import { ok, refuse } from '../result.ts'
import type { Instant } from '../time.ts'
import type { Deciders } from './handler.ts'
import { holds, leftWhenAdjourned, type Meeting, questionsAreOpen } from './meeting.ts'
import type { Role } from './plan.ts'

/** Who is in the room and who runs it. */
export const decideRoom: Deciders<
  | 'changePlan'
  | 'callOff'
  | 'invite'
  | 'uninvite'
  | 'join'
  | 'leave'
  | 'dropped'
  | 'handOverFacilitation'
  | 'takeFacilitation'
  | 'adjourn'
  | 'pause'
  | 'resume'
> = {
  changePlan: (meeting, { kind: _, ...changes }) => {
    const { startsAt, place, callLink, readingMinutes, discussionMinutes } = meeting
    const before = { startsAt, place, callLink, readingMinutes, discussionMinutes }
    return ok([{ kind: 'plan-changed', ...before, ...changes }])
  },
  // what was opened leaves the room with its ends (R11); what was not stays sealed for good
  callOff: ({ phase }) =>
    questionsAreOpen(phase) ? refuse('the-questions-were-opened') : ok([{ kind: 'called-off' }]),
  invite: (meeting, { attendee }) => {
    // the facilitator's role is handed over, never given twice
    const roles: Role[] = attendee.roles.filter((role) => role !== 'facilitator')
    if (attendee.personId === meeting.facilitator) roles.push('facilitator')
    else if (roles.length === 0) return refuse('no-facilitator')
    const { phase, attendees } = meeting
    // R6: whoever cannot see who is in the room cannot mean to change what somebody does in it
    if ((phase.name === 'reading' || phase.name === 'reveal') && attendees.has(attendee.personId))
      return ok([])
    const missing = missingWithout(meeting, attendee.personId, roles)
    return missing ? refuse(missing) : ok([{ kind: 'invited', attendee: { ...attendee, roles } }])
  },
  uninvite: (meeting, { personId }) => {
    const attendee = meeting.attendees.get(personId)
    if (!attendee) return ok([])
    if (personId === meeting.facilitator) return refuse('no-facilitator')
    // a guest's link is ended, and the guest leaves with it
    if (holds(meeting, personId, 'guest')) return refuse('no-such-person')
    const missing = missingWithout(meeting, personId, [])
    return missing ? refuse(missing) : ok([{ kind: 'uninvited', personId }])
  },
  join: (meeting, _, { by }) => ok(meeting.attendees.get(by)?.here ? [] : [{ kind: 'joined' }]),
  leave: (meeting, _, { by }) => ok(meeting.attendees.get(by)?.here ? [{ kind: 'left', personId: by }] : []),
  dropped: (meeting, { personId }) =>
    ok(meeting.attendees.get(personId)?.here ? [{ kind: 'left', personId }] : []),
  handOverFacilitation: (meeting, { to }, { by }) => {
    if (!meeting.attendees.get(to)?.joined || holds(meeting, to, 'guest')) return refuse('no-such-person')
    return ok(to === by ? [] : [{ kind: 'facilitator-changed', to, because: 'handed-over' }])
  },
  takeFacilitation: (meeting, _, { by, now }) => {
    if (by === meeting.facilitator) return ok([])
    if (!meeting.attendees.get(by)?.here) return refuse('not-in-the-room')
    const offered = deputyOfferedAt(meeting)
    if (offered === null || now < offered) return refuse('the-facilitator-is-here')
    return ok([{ kind: 'facilitator-changed', to: by, because: 'away' }])
  },
  adjourn: ({ phase }, { resumesAt }, { now }) => {
    if (resumesAt !== null && resumesAt <= now) return refuse('moment-has-passed')
    const same = phase.name === 'adjourned' && phase.resumesAt === resumesAt && !phase.paused
    return ok(same ? [] : [{ kind: 'adjourned', resumesAt }])
  },
  pause: () => ok([{ kind: 'paused' }]),
  // what was over stays over by as much: the time that the room stood still is nobody's
  resume: ({ phase }, _, { now }) =>
    ok(
      phase.name === 'adjourned'
        ? [{ kind: 'resumed', endsAt: now + leftWhenAdjourned(phase), paused: phase.paused }]
        : [],
    ),
}

/** What a meeting is scheduled with it keeps, or nobody could take what is handed over, or decide. */
function missingWithout(meeting: Meeting, personId: PersonId, roles: readonly Role[]) {
  const others = [...meeting.attendees.values()].filter((each) => each.personId !== personId)
  const stays = (role: Role) => [{ roles }, ...others].some((each) => each.roles.includes(role))
  if (!stays('author')) return 'no-author'
  return meeting.purpose === 'decide' && !stays('decider') ? 'no-decider' : null
}

/**
 * R12: from when the facilitator's place is offered to a deputy; null while the facilitator is here. One who never
 * came counts as away from the time the meeting was to start; nobody is away from an adjourned one before its day.
 */
export function deputyOfferedAt(meeting: Meeting): Instant | null {
  const facilitator = meeting.attendees.get(meeting.facilitator)
  if (!facilitator || facilitator.here) return null
  const away = facilitator.awaySince ?? meeting.startsAt
  const { phase } = meeting
  const due = phase.name === 'adjourned' && phase.resumesAt !== null ? Math.max(away, phase.resumesAt) : away
  return due + meeting.settings.deputyAfterSeconds * 1000
}
