import type { EditionId, InitiativeId, NarrativeId } from '@foreword/core/ids'
import type { Comment, Reply } from '@foreword/core/reviews/comment'
import { withNames } from '@foreword/core/reviews/mention'
import type { Question } from '@foreword/core/reviews/question'
import { locate } from '@foreword/document/anchors'
import type { CommentOut } from '@foreword/document/docx-out'
import type { DocumentJson } from '@foreword/document/json'
import * as decisions from '../decisions/actions.ts'
import type { Call } from '../http/call.ts'
import type { Collab } from '../live/collab.ts'
import { bylines } from '../narratives/store.ts'
import { ledger } from '../reviews/questions-store.ts'
import * as reviews from '../reviews/store.ts'
import { threadsOnDraft, threadsOnEdition } from '../reviews/threads.ts'

/** What stands beside a document and may go out with it. */
export type Subject =
  | { of: 'draft'; narrativeId: NarrativeId; initiativeId: InitiativeId }
  | {
      of: 'edition'
      narrativeId: NarrativeId
      initiativeId: InitiativeId
      editionId: EditionId
      frozenAt: Date
    }

/** Comments of the draft, or of the edition, and every question on record that nobody has answered (F5). */
export async function commentsFor(
  subject: Subject,
  document: DocumentJson,
  collab: Pick<Collab, 'lookAt'>,
  call: Call,
): Promise<CommentOut[]> {
  const threads = await threadsFor(subject, collab, call)
  const questions = await questionsFor(subject, document, call)
  const asked = new Set<string>(questions.map(({ id }) => id))
  // what was said to a question in Word stands beneath it, as it came
  const said = Map.groupBy(threads, ({ question }): string =>
    question && asked.has(question.id) ? question.id : '',
  )
  return [
    ...(said.get('') ?? []).map(commentOut),
    ...questions.map((question) => ({
      ...question,
      replies: (said.get(question.id) ?? []).flatMap((thread) => [thread, ...thread.replies].map(saidOut)),
    })),
  ]
}

async function threadsFor(subject: Subject, collab: Pick<Collab, 'lookAt'>, call: Call): Promise<Comment[]> {
  const needs = { db: call.services.db, viewer: call.person, collab }
  if (subject.of === 'draft')
    return threadsOnDraft(await reviews.listOnDraft(call.tx, call.person, subject.narrativeId), needs)
  return threadsOnEdition(
    await reviews.listOnEdition(call.tx, call.person, subject),
    subject.editionId,
    needs,
  )
}

function commentOut(comment: Comment): CommentOut {
  const { anchor, carried, kind } = comment
  const own = anchor?.on === 'edition' ? anchor : (anchor?.at ?? null)
  // one that was made on another text stands where its words stand in this one
  const at = carried ? carried.at : own
  const proposed = kind.name === 'suggestion' ? `\nInstead: ${kind.replacement}` : ''
  const words = saidOut(comment)
  const to = comment.question ? `To the question “${comment.question.text}”: ` : ''
  return {
    ...words,
    text: `${to}${words.text}${proposed}`,
    resolved: comment.resolved !== null,
    anchor: at && { block: at.blockId, from: at.from, to: at.to },
    replies: comment.replies.map(saidOut),
  }
}

/** A file shows people by name: whoever opens it has no ids. */
function saidOut({ id, by, text, mentioned, createdAt, fromWord }: Reply) {
  const names = new Map<string, string>(mentioned.map((person) => [person.id, person.name]))
  return { id, author: fromWord?.author || by.name, at: createdAt, text: withNames(text, names) }
}

/** Never one that is sealed, not even the exporter's own: a file goes on by itself (R7). */
export async function questionsOnRecord(initiativeId: InitiativeId, call: Call) {
  const entries = await ledger(call.tx, call.person, initiativeId)
  return entries.filter(({ question }) => question.seal === 'on-record')
}

async function questionsFor(subject: Subject, document: DocumentJson, call: Call): Promise<CommentOut[]> {
  const entries = (await questionsOnRecord(subject.initiativeId, call)).filter(
    ({ question }) => question.state.name === 'open' || question.state.name === 'research-owed',
  )
  const names = await bylines(
    call.tx,
    call.person,
    entries.map(({ question }) => question.by),
  )
  return entries.map(({ question, named }) => ({
    id: question.id,
    author: (named && names.get(question.by)?.name) || 'A question',
    at: question.askedAt,
    text: question.text,
    resolved: false,
    anchor: placeOf(question, document),
    replies: [],
  }))
}

function placeOf({ anchor }: Question, document: DocumentJson): CommentOut['anchor'] {
  if (!anchor) return null
  const { blockId: block, from, to, quote } = anchor
  const found = locate({ block, from, to, quote, prefix: '', suffix: '' }, document)
  return found.state === 'attached' ? { block: found.block, from: found.from, to: found.to } : null
}

export interface DecisionOut {
  id: string
  title: string
  spoken: string
  at: string
  decider: string
}

/** The decision that stands: the last one that no later one superseded. */
export async function decisionFor(initiativeId: InitiativeId, call: Call): Promise<DecisionOut | null> {
  const found = await decisions.list({ initiativeId, limit: 20, before: undefined }, call)
  const standing = found.value.find(({ superseded }) => !superseded)
  if (!standing) return null
  const { id, number, spoken, recordedAt, decider } = standing
  return { id, title: `Decision ${number}`, spoken, at: recordedAt, decider: decider.name }
}
