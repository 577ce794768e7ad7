import { isPast } from '../days.ts'
import type { PersonId } from '../ids.ts'
import { ok, refuse } from '../result.ts'
import { deliberates } from './gates.ts'
import type { Deciders } from './handler.ts'
import { holds, isDeliberating, type Meeting, openQuestions } from './meeting.ts'
import type { MeetingRefusal } from './refusals.ts'

/** How a meeting ends: what was agreed, what was decided, and what is still owed. */
export const decideClosing: Deciders<
  | 'moveToDecision'
  | 'returnToDiscussion'
  | 'deliberate'
  | 'endDeliberation'
  | 'hearView'
  | 'recordDecision'
  | 'oweDecision'
  | 'setExperience'
  | 'acknowledge'
  | 'acknowledgeFor'
  | 'dissent'
  | 'dissentFor'
  | 'handOver'
  | 'close'
> = {
  moveToDecision: ({ purpose }) =>
    purpose === 'decide' ? ok([{ kind: 'moved-to-decision' }]) : refuse('purpose-is-to-improve'),
  returnToDiscussion: ({ decision }) =>
    decision?.name === 'recorded' ? refuse('decision-is-recorded') : ok([{ kind: 'returned-to-discussion' }]),
  deliberate: (meeting) => {
    if (meeting.decision?.name === 'recorded') return refuse('decision-is-recorded')
    if (isDeliberating(meeting)) return ok([])
    const here = [...meeting.attendees.values()].filter((attendee) => attendee.here)
    const people = here.map(({ personId }) => personId).filter((person) => deliberates(meeting, person))
    return ok([{ kind: 'deliberation-begun', people }])
  },
  endDeliberation: (meeting) => ok(isDeliberating(meeting) ? [{ kind: 'deliberation-ended' }] : []),
  hearView: (meeting, { personId }) => {
    if (!meeting.attendees.get(personId)?.joined) return refuse('no-such-person')
    return ok(meeting.heard.has(personId) ? [] : [{ kind: 'view-heard', personId }])
  },
  recordDecision: ({ phase, decision }, { decisionId, decider }, { by }) => {
    if (decision?.name === 'recorded')
      return decision.decisionId === decisionId ? ok([]) : refuse('decision-is-recorded')
    if (phase.name === 'closed' && decision?.name !== 'owed') return refuse('meeting-is-closed')
    if (decider !== by) return refuse('not-a-decider')
    return ok([{ kind: 'decision-recorded', decisionId, decider }])
  },
  oweDecision: (meeting, { decider, due }, { now }) => {
    if (meeting.purpose !== 'decide') return refuse('purpose-is-to-improve')
    if (meeting.decision?.name === 'recorded') return refuse('decision-is-recorded')
    if (!holds(meeting, decider, 'decider')) return refuse('no-such-person')
    if (isPast(due, now)) return refuse('day-has-passed')
    return ok([{ kind: 'decision-owed', decider, due }])
  },
  setExperience: ({ ending }, { experience, why }) =>
    ok(
      ending !== null && ending.experience === experience && ending.why === why
        ? []
        : [{ kind: 'experience-and-why-set', experience, why }],
    ),
  acknowledge: ({ ending, responses }, _, { by }) => {
    if (!ending) return refuse('nothing-to-acknowledge')
    const mine = responses.get(by)
    return ok(
      mine?.name === 'acknowledged' && mine.version === ending.version ? [] : [{ kind: 'acknowledged' }],
    )
  },
  acknowledgeFor: (meeting, { personId }) => {
    const refusal = notOnPaper(meeting, personId)
    if (refusal) return refuse(refusal)
    const theirs = meeting.responses.get(personId)
    const said = theirs?.name === 'acknowledged' && theirs.version === meeting.ending?.version
    return ok(said ? [] : [{ kind: 'acknowledged-for', personId }])
  },
  dissent: ({ ending }, { because, whatWouldChangeMyMind, commits }) =>
    ending
      ? ok([{ kind: 'dissented', because, whatWouldChangeMyMind, commits }])
      : refuse('nothing-to-acknowledge'),
  dissentFor: (meeting, { kind: _, ...said }) => {
    const refusal = notOnPaper(meeting, said.personId)
    return refusal ? refuse(refusal) : ok([{ kind: 'dissented-for', ...said }])
  },
  handOver: (meeting, { to, due }, { now }) => {
    if (!holds(meeting, to, 'author')) return refuse('not-an-author')
    if (isPast(due, now)) return refuse('day-has-passed')
    const questionIds = openQuestions(meeting)
    return ok(questionIds.length ? [{ kind: 'handed-over', questionIds, to, due }] : [])
  },
  close: (meeting) => {
    const [blocker] = closingBlockers(meeting)
    return blocker ? refuse(blocker) : ok([{ kind: 'closed' }])
  },
}

/** R19: whoever is in the room at a screen answers for themselves. */
function notOnPaper({ attendees, ending }: Meeting, person: PersonId): MeetingRefusal | null {
  const reader = attendees.get(person)
  if (!reader) return 'no-such-person'
  if (reader.here) return 'speaks-for-themselves'
  return ending ? null : 'nothing-to-acknowledge'
}

/**
 * What still stands between a meeting and its close, in the order in which it is dealt with. Nobody's silence is
 * among them (R15).
 *
 * | meeting | blockers |
 * |---|---|
 * | two questions in no end state | `questions-without-an-end` |
 * | to decide, nothing decided or owed | `no-decision` |
 * | no agreed experience and why | `no-experience-and-why` |
 * | none of these | none |
 */
export function closingBlockers(meeting: Meeting): MeetingRefusal[] {
  const blockers: MeetingRefusal[] = []
  if (openQuestions(meeting).length > 0) blockers.push('questions-without-an-end')
  if (meeting.purpose === 'decide' && !meeting.decision) blockers.push('no-decision')
  if (!meeting.ending) blockers.push('no-experience-and-why')
  return blockers
}
