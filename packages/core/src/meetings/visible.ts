import type { PersonId } from '../ids.ts'
import type { Question } from '../reviews/question.ts'
import { type Instant, MINUTE_MS } from '../time.ts'
import { closingBlockers } from './decideClosing.ts'
import { hasReadToTheEnd } from './decideReading.ts'
import { deputyOfferedAt } from './decideRoom.ts'
import { closedGate, gates } from './gates.ts'
import {
  type Attendee,
  isStillReading,
  leftWhenAdjourned,
  type Meeting,
  type Phase,
  type PhaseName,
  stillReading,
} from './meeting.ts'
import { coverFor, nothingReturns, type Returning } from './returning.ts'
import type { Room, RoomPhase } from './room.ts'
import { roundOfViews } from './turns.ts'
import { iso, type Notes, noNotes, opened, type Sight } from './visibleOpen.ts'
import { givesWindows, noWindows, type Window, type Windows, windowNow } from './window.ts'

/**
 * Exactly what `viewer` may be sent of the meeting now. Every channel builds from this and from nothing else, so
 * what is not in it is not sent (R7). `questions` are all of the meeting's, sealed ones too; private notes are no
 * part of the input and so can be no part of the output. `returning` is the time before this meeting (R17), all of it
 * on record; what somebody says of it on the cover sheet stands in the meeting, and goes to nobody else before the reveal.
 *
 * | phase | a reader gets | the facilitator also | not invited |
 * |---|---|---|---|
 * | lobby | who is here; the cover sheet | | the phase |
 * | reading, reveal | the clock; the cover sheet; their own questions and answers | how many have finished | the phase |
 * | discussion, decision | all questions in order, the tally | | the phase |
 * | the same, came after the reveal | as while reading, until *Finished* | | the phase |
 * | adjourned | where it stopped, and who is here | | the phase |
 * | closed, after it was held | everything | who has a time of their own | everything |
 * | the same, in a time of their own | their clock and their own questions | | |
 * | closed, because it was called off | that, and nothing from inside | | the same |
 */
export function roomFor(
  meeting: Meeting,
  questions: readonly Question[],
  viewer: PersonId,
  now: Instant,
  returning: Returning = nothingReturns,
  notes: Notes = noNotes,
  windows: Windows = noWindows,
): Room {
  const { id, initiativeId, edition, purpose, place, callLink, readingMinutes, discussionMinutes } = meeting
  const me = meeting.attendees.get(viewer)
  const phase = phaseFor({ meeting, questions, returning, notes, viewer, now }, windows)
  const silent = phase.name === 'reading' || phase.name === 'reveal' || phase.name === 'outside'
  return {
    meetingId: id,
    initiativeId,
    edition,
    purpose,
    startsAt: iso(meeting.startsAt),
    place,
    callLink,
    readingMinutes,
    discussionMinutes,
    countdownSeconds: meeting.settings.countdownSeconds,
    whyNow: meeting.whyNow,
    facilitator: meeting.facilitator,
    me: me ? { ...seen(me), joined: me.joined !== null, window: mayBegin(windows.get(viewer), now) } : null,
    attendees: silent ? [] : [...meeting.attendees.values()].map(seenByAll),
    facilitationOffered: isOffered(meeting, viewer, now),
    notNow: notNow(meeting, viewer, phase),
    phase,
  }
}

type Shown<Name extends PhaseName> = (sight: Sight, phase: Extract<Phase, { name: Name }>) => RoomPhase

/** R6, R7: what each phase shows somebody who is in it. A phase that is not here does not compile. */
const shown = {
  lobby: (sight) => ({ name: 'lobby', cover: cover(sight) }),
  reading: (sight, { reading }) => ({
    name: 'reading',
    startedAt: iso(reading.startedAt),
    endsAt: iso(reading.endsAt),
    ended: reading.ended !== null,
    late: false,
    window: false,
    cover: cover(sight),
    mine: own(sight),
    progress: progress(sight),
  }),
  reveal: (sight, { reading, opensAt }) => ({
    name: 'reveal',
    endsAt: iso(reading.endsAt),
    opensAt: iso(opensAt),
    because: sight.meeting.early?.because ?? '',
    cover: cover(sight),
    mine: own(sight),
    progress: progress(sight),
  }),
  discussion: (sight, { endsAt, overran }) => ({
    name: 'discussion',
    endsAt: iso(endsAt),
    overran,
    ...opened(sight),
  }),
  decision: (sight, { discussion }) => ({
    name: 'decision',
    endsAt: iso(discussion.endsAt),
    overran: discussion.overran,
    views: roundOfViews(sight.meeting),
    heard: [...sight.meeting.heard],
    ...opened(sight),
  }),
  adjourned: (_, phase) => ({
    name: 'adjourned',
    at: iso(phase.at),
    resumesAt: phase.resumesAt === null ? null : iso(phase.resumesAt),
    from: phase.from.name,
    paused: phase.paused,
    leftMs: leftWhenAdjourned(phase),
  }),
  closed: (sight, { at, how }) => ({ name: 'closed', at: iso(at), how, windows: [], ...opened(sight) }),
} satisfies { [Name in PhaseName]: Shown<Name> }

function phaseFor(sight: Sight, windows: Windows): RoomPhase {
  const { meeting, viewer } = sight
  const { phase } = meeting
  const me = meeting.attendees.get(viewer)
  if (phase.name === 'closed') {
    const own = windows.get(viewer)
    if (own && windowNow(own, sight.now) === 'running') return alone(sight, own)
    const open = shown.closed(sight, phase)
    return givesWindows(meeting.facilitator, me) ? { ...open, windows: standing(windows, sight.now) } : open
  }
  if (!me) return { name: 'outside', phase: phase.name }
  switch (phase.name) {
    case 'lobby':
      return shown.lobby(sight)
    case 'adjourned':
      return shown.adjourned(sight, phase)
    case 'reading':
      return me.joined ? shown.reading(sight, phase) : { name: 'outside', phase: phase.name }
    case 'reveal':
      return me.joined ? shown.reveal(sight, phase) : { name: 'outside', phase: phase.name }
    case 'discussion':
    case 'decision':
      if (!me.joined) return { name: 'outside', phase: phase.name }
      if (isStillReading(meeting, viewer)) return late(sight)
      return phase.name === 'discussion' ? shown.discussion(sight, phase) : shown.decision(sight, phase)
  }
}

/** R14: a latecomer reads on in the time that is left, and sees the room when their own reading ends. */
function late(sight: Sight): RoomPhase {
  const { phase } = sight.meeting
  const endsAt = phase.name === 'discussion' ? iso(phase.endsAt) : null
  return {
    name: 'reading',
    startedAt: null,
    endsAt,
    ended: false,
    late: true,
    window: false,
    cover: cover(sight),
    mine: { ...own(sight), mayAnswer: false },
    progress: null,
  }
}

/** R14: by themselves, and nothing of the room, until their time is over or they say that it is. */
function alone(sight: Sight, { startedAt, minutes }: Window): RoomPhase {
  return {
    name: 'reading',
    startedAt: startedAt === null ? null : iso(startedAt),
    endsAt: startedAt === null ? null : iso(startedAt + minutes * MINUTE_MS),
    ended: false,
    late: true,
    window: true,
    cover: null,
    mine: { ...own(sight), mayAnswer: false },
    progress: null,
  }
}

const mayBegin = (window: Window | undefined, now: Instant) =>
  window && windowNow(window, now) === 'given' ? { minutes: window.minutes, until: iso(window.until) } : null

/** Whether somebody has begun is theirs to tell (R6). */
const standing = (windows: Windows, now: Instant) =>
  [...windows].flatMap(([personId, window]) =>
    windowNow(window, now) === 'over'
      ? []
      : [{ personId, minutes: window.minutes, until: iso(window.until) }],
  )

const cover = ({ meeting, returning, viewer }: Sight) => coverFor(meeting, returning, viewer)

function own({ meeting, questions, viewer, now }: Sight) {
  return {
    finished: meeting.finished.has(viewer),
    mayAnswer: !meeting.wants.has(viewer) && hasReadToTheEnd(meeting, viewer, now),
    answer: meeting.wants.get(viewer) ?? null,
    questions: questions
      .filter(({ by, state }) => by === viewer && state.name !== 'withdrawn')
      .map(({ id, text, matter, anchor, askedAt }) => ({ id, text, matter, anchor, askedAt })),
  }
}

function progress({ meeting, viewer }: Sight) {
  if (viewer !== meeting.facilitator) return null
  const finished = [...meeting.finished]
  return {
    finished: finished.length,
    here: [...meeting.attendees.values()].filter(({ here }) => here).length,
    stillReading: stillReading(meeting, viewer).length,
    names: meeting.settings.namesOfFinished ? finished : null,
  }
}

function seen({ personId, roles, here, joined }: Attendee) {
  return { personId, roles: [...roles], here, came: joined !== null, partial: joined?.partial ?? false }
}

const attendees = new WeakMap<Attendee, ReturnType<typeof seen>>()
/** The very same for all who look, and for as long as nothing of this attendee changes. */
function seenByAll(attendee: Attendee) {
  const shown = attendees.get(attendee) ?? seen(attendee)
  attendees.set(attendee, shown)
  return shown
}

function isOffered(meeting: Meeting, viewer: PersonId, now: Instant): boolean {
  const at = deputyOfferedAt(meeting)
  const possible = closedGate(meeting, 'takeFacilitation', viewer) === null && viewer !== meeting.facilitator
  return possible && at !== null && now >= at && (meeting.attendees.get(viewer)?.here ?? false)
}

/** The gates as this viewer meets them, for buttons that are disabled with a reason. */
function notNow(meeting: Meeting, viewer: PersonId, phase: RoomPhase): Record<string, string> {
  const refused: Record<string, string> = {}
  for (const kind of Object.keys(gates) as (keyof typeof gates)[]) {
    if (gates[kind].whose === 'server') continue
    const refusal = closedGate(meeting, kind, viewer)
    if (refusal) refused[kind] = refusal
  }
  // what is still open counts the questions, so it waits for whoever may see them
  const inside = phase.name === 'discussion' || phase.name === 'decision'
  const [blocker] = inside && !refused.close ? closingBlockers(meeting) : []
  return blocker ? { ...refused, close: blocker } : refused
}
