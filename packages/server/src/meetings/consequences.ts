import type {
  DecisionId,
  EditionId,
  InitiativeId,
  MeetingId,
  NarrativeId,
  PersonId,
  QuestionId,
} from '@foreword/core/ids'
import { clusterOf } from '@foreword/core/meetings/clusters'
import type { MeetingEvent } from '@foreword/core/meetings/events'
import type { Meeting } from '@foreword/core/meetings/meeting'
import { settledBy } from '@foreword/core/meetings/returning'
import type { QuestionState } from '@foreword/core/reviews/question'
import { noteMeeting } from '../initiatives/stage.ts'
import { letRead, letVisit } from '../initiatives/store.ts'
import type { OnTimeline } from '../initiatives/timeline.ts'
import { summaryOf } from '../narratives/editions-store.ts'
import type { NewEvent } from '../outbox/events.ts'
import { put } from '../outbox/outbox.ts'
import {
  lockQuestion,
  nameAskers,
  onRecord,
  openQuestions,
  updateQuestion,
} from '../reviews/questions-store.ts'
import { beginSilence, endSilence } from '../reviews/silence.ts'
import { keepAction } from './actions-store.ts'
import { endDisplays } from './display-store.ts'
import { prolong } from './guests-store.ts'
import type { Holding } from './holding.ts'
import { keepCounts } from './pace-store.ts'
import * as store from './store.ts'

declare module '../outbox/events.ts' {
  interface Events {
    'meeting.scheduled': OnTimeline & { meetingId: MeetingId }
    'meeting.called-off': OnTimeline & { meetingId: MeetingId }
    'meeting.held': OnTimeline & { meetingId: MeetingId }
    'meeting.adjourned': OnTimeline & { meetingId: MeetingId }
    'meeting.resumed': OnTimeline & { meetingId: MeetingId }
    'meeting.closed': OnTimeline & { meetingId: MeetingId }
    /** The decision that a closed meeting left owed is taken. */
    'meeting.decided': { meetingId: MeetingId; decisionId: DecisionId }
    /** Its place in a calendar is another, or there is one more calendar to put it in. */
    /** `personId`: news to them alone, for to the others nothing has changed. */
    'meeting.in-calendar': { meetingId: MeetingId; personId?: PersonId }
    /** Somebody is no longer invited: it leaves their calendar. */
    'meeting.uninvited': { meetingId: MeetingId; personId: PersonId }
    /** A room has read an edition, or will not: news of its comments are no longer kept back. */
    'edition.was-read': { narrativeId: NarrativeId; editionId: EditionId }
  }
}

/**
 * What a meeting's event brings about elsewhere, in the same transaction: seals, the ledger, the idea's timeline.
 * Nothing is told of what happens under the seal (R7).
 */
export async function consequences(event: MeetingEvent, meeting: Meeting, holding: Holding): Promise<void> {
  const { tx, workspaceId } = holding
  const of = { meetingId: meeting.id }
  switch (event.kind) {
    case 'invited':
      if (event.attendee.roles.includes('guest'))
        await letVisit(tx, { workspaceId }, meeting.initiativeId, event.attendee.personId)
      else if (holding.call)
        await letRead(tx, holding.call.person, meeting.initiativeId, [event.attendee.personId])
      return tellCalendars(holding, meeting, event.attendee.personId)
    case 'uninvited':
      return tellBy(holding, {
        type: 'meeting.uninvited',
        aggregate: meeting.id,
        meetingId: meeting.id,
        personId: event.personId,
      })
    case 'plan-changed':
      await prolong(tx, { workspaceId }, meeting.id, event.startsAt)
      return tellCalendars(holding, meeting)
    case 'called-off':
      await speakAgain(holding, meeting)
      await endDisplays(tx, { workspaceId }, meeting.id)
      // R6: it may have been called off out of its reading
      await store.forgetPace(tx, { workspaceId }, meeting.id)
      await keepCounts(tx, { workspaceId }, meeting)
      await tellCalendars(holding, meeting)
      return tellOf(holding, meeting, 'meeting.called-off', 'called the meeting off')
    case 'started': {
      if (holding.call) await noteMeeting(meeting.initiativeId, holding.call)
      const { initiativeId, edition } = meeting
      await beginSilence(tx, { workspaceId, initiativeId, editionId: edition.id, ...of })
      return tellOf(
        holding,
        meeting,
        'meeting.held',
        `began the meeting on edition ${meeting.edition.number}`,
      )
    }
    case 'adjourned':
      await tellCalendars(holding, meeting)
      return tellOf(holding, meeting, 'meeting.adjourned', 'adjourned the meeting')
    case 'resumed':
      // an interruption of minutes is no news
      if (event.paused) return
      return tellOf(holding, meeting, 'meeting.resumed', 'resumed the meeting')
    case 'revealed':
      await speakAgain(holding, meeting)
      // remarks on form are no part of the queue, but their seal opens with the others
      await openQuestions(tx, { workspaceId }, of, 'in-the-room')
      if (!meeting.settings.namesAtReveal) await nameAskers(tx, { workspaceId }, of, false)
      return
    case 'question-opened':
      // they speak now, so the room and the ledger may know who asks
      for (const id of clusterOf(meeting.clusters, event.questionId))
        await nameAskers(tx, { workspaceId }, { id }, true)
      return
    case 'question-added':
      await openQuestions(tx, { workspaceId }, { ...of, ids: [event.question.id] }, 'in-the-room')
      return
    case 'question-ended':
      return endRows(holding, meeting, [event.questionId], event.state)
    case 'questions-ended-together':
      return endRows(holding, meeting, event.questionIds, event.state)
    case 'questions-split':
      // what only its cluster had ended is open again
      return endRows(
        holding,
        meeting,
        event.questionIds.filter((id) => meeting.questions.get(id)?.state === null),
        { name: 'open' },
      )
    case 'answer-accepted':
      if (isCarried(meeting, event.questionId)) return
      await updateQuestion(tx, { workspaceId }, event.questionId, { accepted: event.accepted })
      return
    case 'handed-over':
      for (const id of event.questionIds.filter((each) => !isCarried(meeting, each)))
        await updateQuestion(tx, { workspaceId }, id, {
          state: { name: 'research-owed', owner: event.to, due: event.due },
        })
      return
    case 'decision-recorded':
      // in the room everybody hears it, and the record of the close says it
      if (meeting.phase.name !== 'closed') return
      return tellBy(holding, {
        type: 'meeting.decided',
        aggregate: meeting.id,
        meetingId: meeting.id,
        decisionId: event.decisionId,
      })
    case 'action-set':
    case 'action-dropped':
    case 'action-done':
      return keepAction(tx, { workspaceId }, meeting, event.actionId)
    case 'question-added-to-faq':
      return tellFaq(holding, meeting, event)
    case 'closed':
      await prolong(tx, { workspaceId }, meeting.id, event.at)
      await endDisplays(tx, { workspaceId }, meeting.id)
      await openQuestions(tx, { workspaceId }, of, 'on-record')
      await settleEarlier(holding, meeting)
      await store.forgetPace(tx, { workspaceId }, meeting.id)
      await keepCounts(tx, { workspaceId }, meeting)
      return tellOf(holding, meeting, 'meeting.closed', 'closed the meeting')
    default:
      return
  }
}

/** Another answer is not the one of which the asker said that it answers. */
async function endRows(
  { tx, workspaceId }: Holding,
  meeting: Meeting,
  ids: readonly QuestionId[],
  state: QuestionState,
): Promise<void> {
  for (const id of ids.filter((each) => !isCarried(meeting, each)))
    await updateQuestion(tx, { workspaceId }, id, { state, accepted: null })
}

/** It is on record already, and what the room does with it is not, before the room is done (F5). */
const isCarried = ({ questions }: Meeting, id: QuestionId) => questions.get(id)?.isCarried ?? false

/** F5, R17: how the questions of earlier meetings ended in this one, and whether their askers accept it. */
async function settleEarlier({ tx, workspaceId }: Holding, meeting: Meeting): Promise<void> {
  const carried = [...meeting.questions.keys()].filter((id) => isCarried(meeting, id))
  const ids = [...new Set([...meeting.said.keys(), ...carried])]
  for (const question of await onRecord(tx, { workspaceId }, ids)) {
    const settled = settledBy(meeting, question)
    if (settled) await updateQuestion(tx, { workspaceId }, question.id, settled)
  }
}

/** R5: comments on the edition are open again, and whoever looks at it hears what was kept back meanwhile. */
async function speakAgain(holding: Holding, { id }: Meeting): Promise<void> {
  const { tx, workspaceId } = holding
  for (const { editionId, narrativeId } of await endSilence(tx, { workspaceId }, id))
    await tellBy(holding, { type: 'edition.was-read', aggregate: narrativeId, narrativeId, editionId })
}

type MeetingNews =
  | 'meeting.called-off'
  | 'meeting.held'
  | 'meeting.adjourned'
  | 'meeting.resumed'
  | 'meeting.closed'

function tellOf(holding: Holding, meeting: Meeting, type: MeetingNews, says: string): Promise<void> {
  return tellBy(holding, {
    type,
    aggregate: meeting.id,
    meetingId: meeting.id,
    initiativeId: meeting.initiativeId as InitiativeId,
    says,
    about: { kind: 'meeting', id: meeting.id },
  })
}

const tellCalendars = (holding: Holding, { id }: Meeting, personId?: PersonId) =>
  tellBy(holding, {
    type: 'meeting.in-calendar',
    aggregate: id,
    meetingId: id,
    ...(personId && { personId }),
  })

const tellBy = ({ tx, workspaceId, by, now }: Holding, event: NewEvent) =>
  put(tx, { workspaceId, actor: by, now }, event)

/** The draft is edited by a reaction after the commit, once for each block id however often it is delivered. */
async function tellFaq(
  holding: Holding,
  meeting: Meeting,
  { questionId, blockId }: Extract<MeetingEvent, { kind: 'question-added-to-faq' }>,
): Promise<void> {
  const { call } = holding
  const question = call && (await lockQuestion(holding.tx, call.person, questionId))
  const edition = call && (await summaryOf(holding.tx, call.person, meeting.edition.id))
  if (!question || !edition) throw new Error('a question went into the FAQ of nothing')
  await tellBy(holding, {
    type: 'question.to-faq',
    aggregate: edition.narrativeId,
    narrativeId: edition.narrativeId,
    questionId,
    blockId,
    question: question.text,
    answer: question.state.name === 'answered-in-the-room' ? question.state.answer : '',
  })
}
