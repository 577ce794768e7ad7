import type { QuestionId } from '../ids.ts'
import { clusterOf, keptApart, merged, split } from './clusters.ts'
import type { MeetingEvent } from './events.ts'
import type { Meeting, MeetingQuestion } from './meeting.ts'

type OfQuestions = Extract<
  MeetingEvent,
  {
    kind:
      | 'question-opened'
      | 'question-ended'
      | 'question-added-to-faq'
      | 'questions-merged'
      | 'questions-split'
      | 'questions-kept-apart'
      | 'questions-ended-together'
      | 'order-chosen'
      | 'asked-too'
      | 'asked-too-no-more'
      | 'must-be-answered'
      | 'answer-accepted'
  }
>

/** What becomes of the questions once they are open, one by one and in clusters. */
export function evolveQuestions(meeting: Meeting, event: OfQuestions): Meeting {
  switch (event.kind) {
    case 'question-opened':
      return {
        ...withQuestions(meeting, clusterOf(meeting.clusters, event.questionId), { asked: true }),
        current: event.questionId,
        currentSince: event.at,
        hands: [],
        called: null,
      }
    case 'question-ended':
      return withQuestions(meeting, [event.questionId], {
        state: event.state,
        endedTogether: false,
        accepted: null,
      })
    case 'questions-ended-together':
      return withQuestions(meeting, event.questionIds, {
        state: event.state,
        endedTogether: true,
        accepted: null,
      })
    case 'question-added-to-faq':
      return withQuestions(meeting, [event.questionId], { faqBlockId: event.blockId })
    case 'questions-merged': {
      const clusters = merged(meeting.clusters, event.questionIds)
      // what had ended before has an end of its own from now on
      return {
        ...withQuestions(meeting, clusterOf(clusters, first(event.questionIds)), { endedTogether: false }),
        clusters,
      }
    }
    case 'questions-split': {
      const parted = event.questionIds.reduce((apart, id) => {
        return keptApart(apart, [id], clusterOf(meeting.clusters, id))
      }, meeting.apart)
      const open = event.questionIds.filter((id) => meeting.questions.get(id)?.endedTogether)
      return {
        ...withQuestions(meeting, open, { state: null, endedTogether: false, accepted: null }),
        clusters: split(meeting.clusters, event.questionIds),
        apart: parted,
      }
    }
    case 'questions-kept-apart':
      return { ...meeting, apart: keptApart(meeting.apart, event.questionIds) }
    case 'order-chosen':
      return { ...meeting, order: event.order }
    case 'asked-too':
    case 'asked-too-no-more': {
      const { by } = event
      return withQuestion(meeting, event.questionId, (known) => {
        if (!known || by === null) return known
        const alsoAsking = new Set(known.alsoAsking)
        if (event.kind === 'asked-too') alsoAsking.add(by)
        else alsoAsking.delete(by)
        return { ...known, alsoAsking }
      })
    }
    case 'must-be-answered':
      return withQuestions(meeting, event.questionIds, { must: event.must })
    case 'answer-accepted':
      return withQuestions(meeting, [event.questionId], { accepted: event.accepted })
  }
}

export function withQuestion(
  meeting: Meeting,
  id: QuestionId,
  change: (known: MeetingQuestion | undefined) => MeetingQuestion | undefined,
): Meeting {
  const changed = change(meeting.questions.get(id))
  return changed ? { ...meeting, questions: new Map(meeting.questions).set(id, changed) } : meeting
}

function withQuestions(
  meeting: Meeting,
  ids: readonly QuestionId[],
  change: Partial<MeetingQuestion>,
): Meeting {
  return ids.reduce((m, id) => withQuestion(m, id, (known) => known && { ...known, ...change }), meeting)
}

function first(ids: readonly QuestionId[]): QuestionId {
  const [id] = ids
  if (id === undefined) throw new Error('a cluster of nothing')
  return id
}
