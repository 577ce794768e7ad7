import type { PersonId, QuestionId } from '../ids.ts'
import type { Instant } from '../time.ts'
import type { CarryingOn, MeetingEvent } from './events.ts'
import { evolveQuestions, withQuestion } from './foldQuestions.ts'
import {
  type Attendee,
  type Interrupted,
  interruptedEnd,
  isDeliberating,
  type Meeting,
  type MeetingQuestion,
  type Phase,
  questionsAreOpen,
  seenKey,
} from './meeting.ts'
import type { Invited, Plan } from './plan.ts'

/**
 * R4: the meeting is the fold of its log. The first event is `scheduled`; anything else first is a broken log and
 * throws. An event delivered twice counts once.
 *
 * | log | phase |
 * |---|---|
 * | scheduled | lobby |
 * | scheduled, started | reading |
 * | scheduled, started, reveal-announced, reveal-cancelled | reading |
 * | scheduled, started, reveal-announced, revealed | discussion |
 * | …, revealed, reveal-cancelled | discussion: nothing leads back |
 * | scheduled, started, adjourned | adjourned, out of reading |
 * | scheduled, started, paused | the same, and paused |
 * | scheduled, started, adjourned, resumed | reading, with the time that was left |
 */
export function fold(events: readonly MeetingEvent[]): Meeting {
  const [first, ...rest] = events
  if (first?.kind !== 'scheduled') throw new Error('A meeting’s log begins with scheduled')
  return rest.reduce(evolve, begin(first.plan, first))
}

function begin(plan: Plan, event: MeetingEvent): Meeting {
  const { meetingId, attendees, ...rest } = plan
  const facilitator = attendees.find(({ roles }) => roles.includes('facilitator'))
  if (!facilitator) throw new Error('A meeting is scheduled with a facilitator')
  return {
    ...rest,
    id: meetingId,
    phase: { name: 'lobby' },
    facilitator: facilitator.personId,
    attendees: new Map(attendees.map((attendee) => [attendee.personId, arriving(attendee)])),
    finished: new Set(),
    wants: new Map(),
    early: null,
    questions: new Map(),
    current: null,
    first: null,
    currentSince: null,
    clusters: [],
    apart: [],
    order: 'page',
    hands: [],
    called: null,
    heard: new Set(),
    ending: null,
    responses: new Map(),
    decision: null,
    deliberations: [],
    actions: new Map(),
    handedOver: null,
    since: null,
    said: new Map(),
    tallies: [],
    seen: new Set([seenKey(event.by, event.key)]),
    updatedAt: event.at,
  }
}

/** The meeting after one more event. Steps that do not follow from its phase leave it as it was. */
export function evolve(meeting: Meeting, event: MeetingEvent): Meeting {
  const key = seenKey(event.by, event.key)
  if (meeting.seen.has(key)) return meeting
  return {
    ...outOfDeliberation(apply(meeting, event), event.at),
    seen: new Set(meeting.seen).add(key),
    updatedAt: Math.max(meeting.updatedAt, event.at),
  }
}

function apply(meeting: Meeting, event: MeetingEvent): Meeting {
  const { phase } = meeting
  switch (event.kind) {
    case 'scheduled':
      return meeting
    case 'plan-changed': {
      const { startsAt, place, callLink, readingMinutes, discussionMinutes } = event
      return { ...meeting, startsAt, place, callLink, readingMinutes, discussionMinutes }
    }
    case 'called-off':
      return { ...meeting, phase: { name: 'closed', at: event.at, how: 'called-off' } }
    case 'invited':
      return withAttendee(meeting, event.attendee.personId, (known) => ({
        ...(known ?? arriving(event.attendee)),
        roles: event.attendee.roles,
        band: event.attendee.band,
      }))
    case 'uninvited': {
      const attendees = new Map(meeting.attendees)
      attendees.delete(event.personId)
      return { ...meeting, attendees, hands: meeting.hands.filter((person) => person !== event.personId) }
    }
    case 'joined':
      return withAttendee(
        meeting,
        event.by,
        (known) =>
          known && {
            ...known,
            joined: known.joined ?? {
              partial: phase.name !== 'lobby',
              afterReveal: questionsAreOpen(phase),
            },
            here: true,
            awaySince: null,
          },
      )
    case 'left':
      return {
        ...withAttendee(
          meeting,
          event.personId,
          (known) => known && { ...known, here: false, awaySince: event.at },
        ),
        hands: meeting.hands.filter((person) => person !== event.personId),
      }
    case 'facilitator-changed':
      return changeFacilitator(meeting, event.to)

    case 'started':
      return phase.name === 'lobby'
        ? {
            ...meeting,
            phase: { name: 'reading', reading: { startedAt: event.at, endsAt: event.endsAt, ended: null } },
            since: event.since,
          }
        : meeting
    case 'reading-extended':
      return phase.name === 'reading'
        ? {
            ...meeting,
            phase: { ...phase, reading: { ...phase.reading, endsAt: event.endsAt, ended: null } },
          }
        : meeting
    case 'reading-ended':
      return phase.name === 'reading'
        ? { ...meeting, phase: { ...phase, reading: { ...phase.reading, ended: event.because } } }
        : meeting
    case 'finished-reading':
      return event.by ? { ...meeting, finished: new Set(meeting.finished).add(event.by) } : meeting
    case 'answered-the-one-question':
      return event.by
        ? {
            ...meeting,
            wants: new Map(meeting.wants).set(event.by, { want: event.want, because: event.because }),
          }
        : meeting

    case 'reveal-announced':
      return phase.name === 'reading'
        ? {
            ...meeting,
            phase: { name: 'reveal', reading: phase.reading, opensAt: event.opensAt },
            early: event.early,
          }
        : meeting
    case 'reveal-cancelled':
      // an end that only the facilitator's hurry brought about is taken back with it; the clock's is not
      return phase.name === 'reveal'
        ? {
            ...meeting,
            early: null,
            phase: {
              name: 'reading',
              reading: { ...phase.reading, ended: phase.reading.ended === 'time' ? 'time' : null },
            },
          }
        : meeting
    case 'revealed':
      return phase.name === 'reveal'
        ? {
            ...meeting,
            phase: { name: 'discussion', endsAt: event.endsAt, overran: false },
            questions: new Map(
              [...event.carried.map(asCarried), ...event.questions.map(({ id, by }) => asOpened(id, by))].map(
                (question) => [question.id, question],
              ),
            ),
            tallies: event.tallies,
            first: [...event.carried, ...event.questions][0]?.id ?? null,
            currentSince: event.at,
          }
        : meeting

    case 'adjourned':
      return phase.name === 'adjourned'
        ? { ...meeting, phase: { ...phase, resumesAt: event.resumesAt, paused: false } }
        : standingStill(meeting, event.at, { resumesAt: event.resumesAt, paused: false })
    case 'paused':
      return standingStill(meeting, event.at, { resumesAt: null, paused: true })
    case 'resumed':
      return phase.name === 'adjourned'
        ? {
            ...meeting,
            phase: goingOn(phase.from, event.endsAt),
            // the question at hand stood still with the room
            currentSince:
              meeting.currentSince && meeting.currentSince + event.endsAt - interruptedEnd(phase.from),
          }
        : meeting

    case 'question-added':
      return withQuestion(
        meeting,
        event.question.id,
        (known) => known ?? asOpened(event.question.id, event.question.by),
      )
    case 'question-opened':
    case 'question-ended':
    case 'question-added-to-faq':
    case 'questions-merged':
    case 'questions-split':
    case 'questions-kept-apart':
    case 'questions-ended-together':
    case 'order-chosen':
    case 'asked-too':
    case 'asked-too-no-more':
    case 'must-be-answered':
    case 'answer-accepted':
      return evolveQuestions(meeting, event)
    case 'hand-raised':
      return event.by && !meeting.hands.includes(event.by)
        ? { ...meeting, hands: [...meeting.hands, event.by] }
        : meeting
    case 'hand-lowered':
      return { ...meeting, hands: meeting.hands.filter((person) => person !== event.by) }
    case 'turn-given':
      return { ...meeting, called: event.to }
    case 'discussion-extended':
      return phase.name === 'discussion'
        ? { ...meeting, phase: { name: 'discussion', endsAt: event.endsAt, overran: false } }
        : meeting
    case 'discussion-overran':
      return phase.name === 'discussion' ? { ...meeting, phase: { ...phase, overran: true } } : meeting

    case 'moved-to-decision':
      return phase.name === 'discussion'
        ? {
            ...meeting,
            phase: { name: 'decision', discussion: { endsAt: phase.endsAt, overran: phase.overran } },
            hands: [],
            called: null,
            heard: new Set(),
          }
        : meeting
    case 'returned-to-discussion':
      return phase.name === 'decision'
        ? { ...meeting, phase: { name: 'discussion', ...phase.discussion } }
        : meeting
    case 'deliberation-begun': {
      const begun = { people: event.people, from: event.at, to: null }
      return { ...meeting, deliberations: [...meeting.deliberations, begun] }
    }
    case 'deliberation-ended':
      return { ...meeting, deliberations: endedAt(meeting.deliberations, event.at) }
    case 'view-heard':
      return { ...meeting, heard: new Set(meeting.heard).add(event.personId) }
    case 'decision-recorded':
      return {
        ...meeting,
        decision: { name: 'recorded', decisionId: event.decisionId, decider: event.decider },
      }
    case 'decision-owed':
      return { ...meeting, decision: { name: 'owed', decider: event.decider, due: event.due } }

    case 'experience-and-why-set':
      return {
        ...meeting,
        ending: { experience: event.experience, why: event.why, version: (meeting.ending?.version ?? 0) + 1 },
      }
    case 'acknowledged':
      return event.by ? withAcknowledgement(meeting, event.by, null) : meeting
    case 'acknowledged-for':
      return withAcknowledgement(meeting, event.personId, event.by)
    case 'dissented':
      return event.by ? withDissent(meeting, event.by, event, null) : meeting
    case 'dissented-for':
      return withDissent(meeting, event.personId, event, event.by)
    case 'handed-over': {
      const { questionIds, to, due } = event
      const owed = { name: 'research-owed', owner: to, due } as const
      return {
        ...questionIds.reduce(
          (m, id) => withQuestion(m, id, (known) => known && { ...known, state: owed, endedTogether: false }),
          meeting,
        ),
        handedOver: { to, due, questionIds },
      }
    }
    case 'closed':
      return { ...meeting, phase: { name: 'closed', at: event.at, how: 'held' } }

    case 'action-set': {
      const { actionId, text, owner, due } = event
      const doneAt = meeting.actions.get(actionId)?.doneAt ?? null
      return { ...meeting, actions: new Map(meeting.actions).set(actionId, { text, owner, due, doneAt }) }
    }
    case 'action-dropped': {
      const actions = new Map(meeting.actions)
      actions.delete(event.actionId)
      return { ...meeting, actions }
    }
    case 'action-done': {
      const known = meeting.actions.get(event.actionId)
      if (!known) return meeting
      const doneAt = event.done ? event.at : null
      return { ...meeting, actions: new Map(meeting.actions).set(event.actionId, { ...known, doneAt }) }
    }

    case 'return-answered': {
      const said = new Map(meeting.said)
      if (event.accepted === null) said.delete(event.questionId)
      else if (event.by) said.set(event.questionId, { by: event.by, accepted: event.accepted })
      return { ...meeting, said }
    }
    case 'question-carried':
      return withQuestion(meeting, event.question.id, (known) => known ?? asCarried(event.question))
  }
}

/** R16: whatever leaves the decision, or is it, ends the deliberation too. */
function outOfDeliberation(meeting: Meeting, at: Instant): Meeting {
  const goesOn = meeting.phase.name === 'decision' && meeting.decision?.name !== 'recorded'
  if (goesOn || !isDeliberating(meeting)) return meeting
  return { ...meeting, deliberations: endedAt(meeting.deliberations, at) }
}

const endedAt = (deliberations: Meeting['deliberations'], at: Instant) =>
  deliberations.map((each) => (each.to === null ? { ...each, to: at } : each))

function standingStill(
  meeting: Meeting,
  at: Instant,
  how: { resumesAt: Instant | null; paused: boolean },
): Meeting {
  const { phase } = meeting
  return phase.name === 'reading' || phase.name === 'discussion' || phase.name === 'decision'
    ? { ...meeting, phase: { name: 'adjourned', at, from: phase, ...how } }
    : meeting
}

/** What was interrupted, with its times moved so that it ends at `endsAt`. */
function goingOn(from: Interrupted, endsAt: Instant): Phase {
  switch (from.name) {
    case 'reading': {
      const { startedAt, endsAt: before } = from.reading
      return { ...from, reading: { ...from.reading, startedAt: startedAt + endsAt - before, endsAt } }
    }
    case 'discussion':
      return { ...from, endsAt }
    case 'decision':
      return { ...from, discussion: { ...from.discussion, endsAt } }
  }
}

function arriving({ personId, roles, band }: Invited): Attendee {
  return { personId, roles, band, joined: null, here: false, awaySince: null }
}

function asOpened(id: QuestionId, by: PersonId): MeetingQuestion {
  return {
    id,
    by,
    state: null,
    endedTogether: false,
    asked: false,
    faqBlockId: null,
    alsoAsking: new Set(),
    must: false,
    accepted: null,
    isCarried: false,
  }
}

function asCarried({ id, by, faqBlockId }: CarryingOn): MeetingQuestion {
  return { ...asOpened(id, by), faqBlockId, isCarried: true }
}

function withAttendee(
  meeting: Meeting,
  person: PersonId | null,
  change: (known: Attendee | undefined) => Attendee | undefined,
): Meeting {
  const changed = person && change(meeting.attendees.get(person))
  return person && changed
    ? { ...meeting, attendees: new Map(meeting.attendees).set(person, changed) }
    : meeting
}

function withDissent(
  meeting: Meeting,
  person: PersonId,
  {
    because,
    whatWouldChangeMyMind,
    commits,
  }: Extract<MeetingEvent, { kind: 'dissented' }> | Extract<MeetingEvent, { kind: 'dissented-for' }>,
  enteredBy: PersonId | null,
): Meeting {
  const version = meeting.ending?.version ?? 0
  const said = { name: 'dissented', because, whatWouldChangeMyMind, commits, enteredBy, version } as const
  return { ...meeting, responses: new Map(meeting.responses).set(person, said) }
}

function withAcknowledgement(meeting: Meeting, person: PersonId, enteredBy: PersonId | null): Meeting {
  const version = meeting.ending?.version ?? 0
  return {
    ...meeting,
    responses: new Map(meeting.responses).set(person, { name: 'acknowledged', version, enteredBy }),
  }
}

function changeFacilitator(meeting: Meeting, to: PersonId): Meeting {
  const attendees = [...meeting.attendees.values()].map((attendee): Attendee => {
    const others = attendee.roles.filter((role) => role !== 'facilitator')
    return { ...attendee, roles: attendee.personId === to ? [...others, 'facilitator'] : others }
  })
  return {
    ...meeting,
    facilitator: to,
    attendees: new Map(attendees.map((attendee) => [attendee.personId, attendee])),
  }
}
