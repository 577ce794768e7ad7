import { isPast } from '../days.ts'
import type { QuestionId } from '../ids.ts'
import { ok, refuse } from '../result.ts'
import type { EndState } from '../reviews/question.ts'
import { MINUTE_MS } from '../time.ts'
import { clusterOf } from './clusters.ts'
import type { MeetingAct } from './events.ts'
import { isScribe } from './gates.ts'
import type { Deciders } from './handler.ts'
import type { Meeting } from './meeting.ts'

/** Question by question. */
export const decideDiscussion: Deciders<
  | 'addQuestion'
  | 'openQuestion'
  | 'endQuestion'
  | 'addToFaq'
  | 'raiseHand'
  | 'lowerHand'
  | 'giveTurn'
  | 'extendDiscussion'
> = {
  addQuestion: (meeting, { question }) =>
    ok(meeting.questions.has(question.id) ? [] : [{ kind: 'question-added', question }]),
  openQuestion: (meeting, { questionId }) => {
    if (!meeting.questions.has(questionId)) return refuse('no-such-question')
    return ok(meeting.current === questionId ? [] : [{ kind: 'question-opened', questionId }])
  },
  endQuestion: (meeting, { questionId, state, of = 'cluster' }, { by, now }) => {
    const question = meeting.questions.get(questionId)
    if (!question) return refuse('no-such-question')
    const withdrawing = state.name === 'withdrawn' && question.by === by
    if (!withdrawing && !isScribe(meeting, by)) return refuse('not-the-note-taker')
    if (state.name === 'research-owed' && isPast(state.due, now)) return refuse('day-has-passed')
    // what one takes back is one's own question and no other's
    const alone = of === 'question' || state.name === 'withdrawn'
    return ok(ends(meeting, questionId, state, alone))
  },
  // an entry in the FAQ is where the document will answer it, so the question needs no further end
  addToFaq: (meeting, { questionId, blockId }) => {
    const question = meeting.questions.get(questionId)
    if (!question) return refuse('no-such-question')
    if (question.faqBlockId) return ok([])
    const added: MeetingAct = { kind: 'question-added-to-faq', questionId, blockId }
    const ended = ends(meeting, questionId, { name: 'answered-in-the-document', blockId, on: null }, false)
    return ok(question.state ? [added] : [added, ...ended])
  },
  raiseHand: (meeting, _, { by }) => ok(meeting.hands.includes(by) ? [] : [{ kind: 'hand-raised' }]),
  lowerHand: (meeting, _, { by }) => ok(meeting.hands.includes(by) ? [{ kind: 'hand-lowered' }] : []),
  giveTurn: (meeting, { to }) => {
    if (!meeting.attendees.get(to)?.joined) return refuse('no-such-person')
    return ok([{ kind: 'turn-given', to }])
  },
  // measured from now once the time is over, so that five more minutes are five
  extendDiscussion: ({ phase }, { minutes }, { now }) =>
    ok([
      {
        kind: 'discussion-extended',
        endsAt: Math.max(phase.name === 'discussion' ? phase.endsAt : now, now) + minutes * MINUTE_MS,
      },
    ]),
}

/** One act for a question and those in its cluster that have no end of their own. */
function ends(meeting: Meeting, questionId: QuestionId, state: EndState, alone: boolean): MeetingAct[] {
  const together = clusterOf(meeting.clusters, questionId).filter((id) => {
    const question = meeting.questions.get(id)
    return question && (question.state === null || question.endedTogether)
  })
  return alone || together.length < 2 || !together.includes(questionId)
    ? [{ kind: 'question-ended', questionId, state }]
    : [{ kind: 'questions-ended-together', questionIds: together, state }]
}
