import type { PersonId } from '../ids.ts'
import { ok, type Result, refuse } from '../result.ts'
import { type Instant, MINUTE_MS } from '../time.ts'
import type { MeetingAct } from './events.ts'
import { isScribe } from './gates.ts'
import type { Deciders } from './handler.ts'
import { isStillReading, type Meeting, questionsAreOpen, stillReading } from './meeting.ts'
import type { MeetingRefusal } from './refusals.ts'
import { carriedInto, type Earlier } from './returning.ts'

/** The silent reading and the one step that cannot be taken back. */
export const decideReading: Deciders<
  | 'start'
  | 'extendReading'
  | 'finishReading'
  | 'answerOneQuestion'
  | 'announceReveal'
  | 'cancelReveal'
  | 'tick'
  | 'answerReturn'
> = {
  start: (meeting, { since = null }, { by, now }) => {
    const endsAt = now + meeting.readingMinutes * MINUTE_MS
    const started: MeetingAct = { kind: 'started', endsAt, since }
    // whoever starts a meeting is in it, and came before the reading began
    return ok(meeting.attendees.get(by)?.here ? [started] : [{ kind: 'joined' }, started])
  },
  extendReading: (meeting, { minutes }, { now }) =>
    ok([{ kind: 'reading-extended', endsAt: Math.max(readingEndsAt(meeting), now) + minutes * MINUTE_MS }]),
  finishReading: (meeting, { earlier }, { by }) => {
    if (meeting.finished.has(by)) return ok([])
    const late = isStillReading(meeting, by) ? openedLate(meeting, by, earlier) : []
    return ok([{ kind: 'finished-reading' }, ...late])
  },
  answerOneQuestion: (meeting, { want, because }, { by, now }) => {
    if (meeting.wants.has(by)) return refuse('already-answered')
    if (!hasReadToTheEnd(meeting, by, now)) return refuse('still-reading')
    return ok([{ kind: 'answered-the-one-question', want, because }])
  },
  announceReveal: (meeting, { because: reason = '' }, { by, now }) => {
    const still = stillReading(meeting, by).length
    if (still > 0 && reason.trim() === '') return refuse('others-still-read')
    const announced: MeetingAct = {
      kind: 'reveal-announced',
      opensAt: now + meeting.settings.countdownSeconds * 1000,
      early: still > 0 ? { stillReading: still, because: reason.trim() } : null,
    }
    if (meeting.phase.name === 'reading' && meeting.phase.reading.ended) return ok([announced])
    const because = now >= readingEndsAt(meeting) ? 'time' : 'facilitator'
    return ok([{ kind: 'reading-ended', because }, announced])
  },
  cancelReveal: () => ok([{ kind: 'reveal-cancelled' }]),
  answerReturn: (meeting, { questionId, asker, accepted }, { by }) => {
    if (asker !== by) return refuse('not-the-asker')
    // whoever sees the discussion says it there: their question is in the queue
    if (questionsAreOpen(meeting.phase) && !isStillReading(meeting, by))
      return refuse('the-room-is-discussing')
    const known = meeting.said.get(questionId)?.accepted ?? null
    return ok(known === accepted ? [] : [{ kind: 'return-answered', questionId, accepted }])
  },
  tick: (meeting, { questions, earlier }, { now }) => {
    const { phase } = meeting
    if (phase.name === 'reading' && !phase.reading.ended && now >= phase.reading.endsAt)
      return ok([{ kind: 'reading-ended', because: 'time' }])
    if (phase.name === 'reveal' && now >= phase.opensAt)
      return ok([
        {
          kind: 'revealed',
          questions: [...questions],
          endsAt: now + meeting.discussionMinutes * MINUTE_MS,
          carried: earlier ? carriedInto(meeting, earlier.questions) : [],
          tallies: earlier ? [...earlier.tallies] : [],
        },
      ])
    if (phase.name === 'discussion' && !phase.overran && now >= phase.endsAt)
      return ok([{ kind: 'discussion-overran' }])
    return ok([])
  },
}

/** R14: what a latecomer said on the cover sheet takes effect when their own reading ends, as at the reveal. */
function openedLate(meeting: Meeting, by: PersonId, earlier: Earlier | undefined): MeetingAct[] {
  const own = earlier?.questions.filter((question) => question.by === by) ?? []
  return own.flatMap(({ isOpen: _, ...question }): MeetingAct[] => {
    const accepted = meeting.said.get(question.id)?.accepted
    const known = meeting.questions.get(question.id)
    if (accepted === false && !known) return [{ kind: 'question-carried', question }]
    if (accepted === true && known?.state === null)
      return [
        {
          kind: 'question-ended',
          questionId: question.id,
          state: { name: 'answered-in-the-document', blockId: null, on: null },
        },
      ]
    return []
  })
}

/**
 * When the server's clock must next `tick`, or null when nothing is due until somebody acts. The timer is armed
 * from this after every event and again at start, so a deadline outlives a crash (R3).
 *
 * | phase | due |
 * |---|---|
 * | reading, not ended | its end |
 * | reading, ended | null: the reveal is offered, never forced |
 * | reveal | the end of the countdown |
 * | discussion, not yet over its time | its end |
 * | adjourned | null: what was due waits for the room |
 */
export function nextDeadline({ phase }: Meeting): Instant | null {
  if (phase.name === 'reading') return phase.reading.ended ? null : phase.reading.endsAt
  if (phase.name === 'reveal') return phase.opensAt
  if (phase.name === 'discussion') return phase.overran ? null : phase.endsAt
  return null
}

function readingEndsAt({ phase }: Meeting): Instant {
  return phase.name === 'reading' || phase.name === 'reveal' ? phase.reading.endsAt : 0
}

/** R18 is asked when one's reading ends: by saying *Finished*, or by the clock. */
export function hasReadToTheEnd(meeting: Meeting, person: PersonId, now: Instant): boolean {
  const { phase } = meeting
  if (phase.name === 'lobby') return false
  if (phase.name !== 'reading') return true
  return meeting.finished.has(person) || phase.reading.ended !== null || now >= phase.reading.endsAt
}

/**
 * Whether `by` may ask a question now, and whether it goes under the seal. The row is written under the meeting's
 * lock, so that the reveal counts every question; an open one also takes an `addQuestion` command.
 *
 * | phase | asks | for | gives |
 * |---|---|---|---|
 * | reading, reveal | anyone in the room | themselves | sealed |
 * | reading | the note-taker | a paper reader | `not-the-note-taker`: only after the reveal (R19) |
 * | discussion, decision | anyone in the room | themselves | open |
 * | discussion, decision | the note-taker | a paper reader | open |
 * | lobby, adjourned | anyone | | `no-questions-now` |
 */
export function mayAsk(
  meeting: Meeting,
  by: PersonId,
  askedBy: PersonId = by,
): Result<
  { sealed: boolean },
  Extract<
    MeetingRefusal,
    'meeting-is-closed' | 'no-questions-now' | 'not-in-the-room' | 'not-the-note-taker' | 'no-such-person'
  >
> {
  const { name } = meeting.phase
  if (name === 'closed') return refuse('meeting-is-closed')
  if (name === 'lobby' || name === 'adjourned') return refuse('no-questions-now')
  if (!meeting.attendees.get(by)?.joined) return refuse('not-in-the-room')
  const sealed = !questionsAreOpen(meeting.phase)
  if (askedBy !== by) {
    if (sealed || !isScribe(meeting, by)) return refuse('not-the-note-taker')
    if (!meeting.attendees.has(askedBy)) return refuse('no-such-person')
  }
  return ok({ sealed })
}
