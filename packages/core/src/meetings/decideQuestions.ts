import type { QuestionId } from '../ids.ts'
import { ok, refuse } from '../result.ts'
import { areApart, areTogether, clusterOf } from './clusters.ts'
import type { MeetingAct } from './events.ts'
import { isScribe } from './gates.ts'
import type { Deciders } from './handler.ts'
import type { Meeting } from './meeting.ts'

/** What is said about the questions themselves: which are the same, who else asks them, which of them weigh. */
export const decideQuestions: Deciders<
  | 'mergeQuestions'
  | 'splitQuestions'
  | 'keepApart'
  | 'chooseOrder'
  | 'askToo'
  | 'askTooNoMore'
  | 'setMust'
  | 'acceptAnswer'
  | 'writeNote'
> = {
  mergeQuestions: (meeting, { questionIds }) => {
    const ids = [...new Set(questionIds)]
    if (unknown(meeting, ids)) return refuse('no-such-question')
    return ok(areTogether(meeting.clusters, ids) ? [] : [{ kind: 'questions-merged', questionIds: ids }])
  },
  splitQuestions: (meeting, { questionIds }) => {
    if (unknown(meeting, questionIds)) return refuse('no-such-question')
    const ids = [...new Set(questionIds)].filter((id) => clusterOf(meeting.clusters, id).length > 1)
    return ok(ids.length > 0 ? [{ kind: 'questions-split', questionIds: ids }] : [])
  },
  keepApart: (meeting, { questionIds }) => {
    const ids = [...new Set(questionIds)]
    if (unknown(meeting, ids)) return refuse('no-such-question')
    const isSaid = ids.every((one) => ids.every((id) => id === one || areApart(meeting.apart, one, id)))
    return ok(isSaid ? [] : [{ kind: 'questions-kept-apart', questionIds: ids }])
  },
  chooseOrder: (meeting, { order }) => ok(meeting.order === order ? [] : [{ kind: 'order-chosen', order }]),
  // whoever asked it asks it already
  askToo: (meeting, { questionId }, { by }) => {
    const question = meeting.questions.get(questionId)
    if (!question) return refuse('no-such-question')
    const asks = question.by === by || question.alsoAsking.has(by)
    return ok(asks ? [] : [{ kind: 'asked-too', questionId }])
  },
  askTooNoMore: (meeting, { questionId }, { by }) => {
    const question = meeting.questions.get(questionId)
    if (!question) return refuse('no-such-question')
    return ok(question.alsoAsking.has(by) ? [{ kind: 'asked-too-no-more', questionId }] : [])
  },
  // the asker says it of their own; whoever writes says it of all that ask the same
  setMust: (meeting, { questionId, must }, { by }) => {
    const question = meeting.questions.get(questionId)
    if (!question) return refuse('no-such-question')
    const scribe = isScribe(meeting, by)
    if (!scribe && question.by !== by) return refuse('not-the-note-taker')
    const ids = scribe && !must ? clusterOf(meeting.clusters, questionId) : [questionId]
    const questionIds = ids.filter((id) => meeting.questions.get(id)?.must !== must)
    return ok(questionIds.length > 0 ? [{ kind: 'must-be-answered', questionIds, must }] : [])
  },
  // F5: nobody says it for the asker. Said while nothing answers it yet, it is the answer that was just spoken
  acceptAnswer: (meeting, { questionId, accepted }, { by }) => {
    const question = meeting.questions.get(questionId)
    if (!question) return refuse('no-such-question')
    if (question.by !== by) return refuse('not-the-asker')
    const { state } = question
    if (state?.name === 'withdrawn') return refuse('question-has-ended')
    const said: MeetingAct = { kind: 'answer-accepted', questionId, accepted }
    if (state !== null && (!accepted || state.name !== 'research-owed')) return ok([said])
    if (!accepted) return ok([])
    return ok([
      { kind: 'question-ended', questionId, state: { name: 'answered-in-the-room', answer: '' } },
      said,
    ])
  },
  writeNote: (meeting, { questionId }) =>
    meeting.questions.has(questionId) ? ok([]) : refuse('no-such-question'),
}

const unknown = (meeting: Meeting, ids: readonly QuestionId[]) => ids.some((id) => !meeting.questions.has(id))
