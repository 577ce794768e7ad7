import { isPast } from '@foreword/core/days'
import { suffices } from '@foreword/core/people/permissions'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { reviewsContract } from '@foreword/core/reviews/contract'
import type { LaterEnd, Question, QuestionState } from '@foreword/core/reviews/question'
import { newId } from '../db/ids.ts'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { mayRead } from '../initiatives/reader.ts'
import { rightsFor } from '../initiatives/visibility.ts'
import { summaryOf } from '../narratives/editions-store.ts'
import * as store from './questions-store.ts'
import { isAnySilent } from './silence.ts'

type In = Inputs<typeof reviewsContract>
type Refusals =
  | 'not-found'
  | 'not-yours-to-settle'
  | 'not-on-record'
  | 'was-withdrawn'
  | 'in-the-faq-already'
  | 'due-is-past'
  | 'cannot-read-it'
  | 'the-idea-is-being-read'

/** F5: the end of a question once its meeting is over. */
export async function settleQuestion(
  { questionId, state }: In['settleQuestion'],
  call: Call,
): Promise<Result<Question, Refusals>> {
  const question = await store.lockQuestion(call.tx, call.person, questionId)
  if (!question) return refuse('not-found')
  if (question.seal !== 'on-record') return refuse('not-on-record')
  if (question.state.name === 'withdrawn') return refuse('was-withdrawn')
  const owed = question.state.name === 'research-owed' && question.state.owner === call.person.id
  const right = await rightsFor(call.tx, call.person, question.initiativeId)
  if (!owed && !(right && suffices(right, 'edit'))) return refuse('not-yours-to-settle')
  // the ledger is open to all, and nobody learns of anything while they read (R5)
  if (await isAnySilent(call.tx, call.person, question.initiativeId)) return refuse('the-idea-is-being-read')
  const end = await endOf(question, state, call)
  if (!end.ok) return end
  // what its asker said was said of another answer
  const changed = await store.updateQuestion(call.tx, call.person, questionId, {
    state: end.value,
    accepted: null,
    endedLaterAt: end.value.name === 'research-owed' ? null : call.now,
  })
  return changed ? ok(changed) : refuse('not-found')
}

async function endOf(
  question: Question,
  end: LaterEnd,
  call: Call,
): Promise<Result<QuestionState, Refusals>> {
  switch (end.name) {
    case 'out-of-scope':
      return ok(end)
    case 'research-owed':
      if (isPast(end.due, call.now.getTime())) return refuse('due-is-past')
      return (await mayRead(call.tx, { id: end.owner, workspaceId: call.workspaceId }, question.initiativeId))
        ? ok(end)
        : refuse('cannot-read-it')
    case 'answered-in-the-document':
      return end.answer === ''
        ? ok({ name: end.name, blockId: null, on: null })
        : toFaq(question, end.answer, call)
  }
}

/** R11: the draft is edited by a reaction after the commit, once. */
async function toFaq(
  { id, text, editionId, faqBlockId }: Question,
  answer: string,
  call: Call,
): Promise<Result<QuestionState, 'not-found' | 'in-the-faq-already'>> {
  if (faqBlockId !== null) return refuse('in-the-faq-already')
  const edition = editionId && (await summaryOf(call.tx, call.person, editionId))
  if (!edition) return refuse('not-found')
  const { narrativeId } = edition
  const blockId = newId()
  await tell(call, {
    type: 'question.to-faq',
    aggregate: narrativeId,
    narrativeId,
    questionId: id,
    blockId,
    question: text,
    answer,
  })
  return ok({ name: 'answered-in-the-document', blockId, on: null })
}
