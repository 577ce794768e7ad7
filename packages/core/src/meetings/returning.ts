import * as z from 'zod'
import { decisionId, editionId, meetingId, type PersonId, personId } from '../ids.ts'
import { type EditionAnchor, editionAnchor } from '../reviews/anchor.ts'
import { type Question, question, questionState } from '../reviews/question.ts'
import { day, moment } from '../time.ts'
import { type Action, action } from './action.ts'
import type { CarryingOn, EarlierTally } from './events.ts'
import type { Meeting } from './meeting.ts'
import { purposes } from './plan.ts'

/** Typeset lines of the edition that is read now. */
const lines = editionAnchor.pick({ page: true, line: true, lastLine: true })

/** F5: the lines that answer a question: its entry in the FAQ, written or not yet, or another passage. */
export const answer = lines.extend({
  in: z.enum(['faq', 'document']),
  isWritten: z.boolean(),
  /** Other words stand there than when it was said that they answer it. */
  isReworded: z.boolean(),
})
export type AnswerLines = z.infer<typeof answer>

const coverQuestion = question.pick({ id: true, text: true }).extend({
  /** Where it was asked: an edition by its number, and the lines there; null lines are the whole document. */
  asked: z.object({
    edition: z.int().nullable(),
    on: editionAnchor.pick({ line: true, lastLine: true, quote: true }).nullable(),
  }),
  ended: questionState,
  /** The lines of this edition that answer it, where that is known. */
  answer: answer.nullable(),
  /** Where the words it was asked about stand in this edition; null when they are in it no more. */
  here: lines.extend({ isReworded: z.boolean() }).nullable(),
})
export type CoverQuestion = z.infer<typeof coverQuestion>

/** R17. What a reader returns to: it is outside the page count, and nobody else’s answers are in it. */
export const coverSheet = z.object({
  /** The last meeting that was held on the initiative, and what it read. */
  since: z.object({
    meetingId,
    purpose: z.enum(purposes),
    at: moment,
    edition: z.object({ id: editionId, number: z.int() }),
    /** False when that meeting read another document of the initiative, which says nothing of what changed. */
    isSameDocument: z.boolean(),
  }),
  /** The last decision on the initiative as it is spoken; or by whom it is owed; null when there is none. */
  decision: z
    .discriminatedUnion('name', [
      z.object({
        name: z.literal('recorded'),
        decisionId,
        number: z.int(),
        spoken: z.string(),
        at: moment,
        /** Null for one that was taken outside a meeting. */
        meetingId: meetingId.nullable(),
      }),
      z.object({ name: z.literal('owed'), decider: personId, due: day }),
    ])
    .nullable(),
  /** The viewer’s own; `accepted` is what they have said of each here, null when nothing yet. */
  own: z.array(coverQuestion.extend({ accepted: z.boolean().nullable() })),
  /** Those of others that are open still. Whose they are is no matter while one reads. */
  others: z.array(coverQuestion),
  /** D5: what meetings before left to do and is not done, and what of the last one’s is; by its day. */
  actions: z.array(action),
})
export type CoverSheet = z.infer<typeof coverSheet>

/** A question of an earlier meeting, with where it stands in the edition of this one. */
export interface ReturningQuestion {
  question: Question
  /** Number of the edition it was asked on. */
  edition: number | null
  answer: CoverQuestion['answer']
  here: { anchor: EditionAnchor; isReworded: boolean } | null
}

/** What the server knows of the time before this meeting. `since` is null for the first meeting on an initiative. */
export interface Returning {
  since: CoverSheet['since'] | null
  decision: CoverSheet['decision']
  questions: readonly ReturningQuestion[]
  actions: readonly Action[]
}

export const nothingReturns: Returning = { since: null, decision: null, questions: [], actions: [] }

/**
 * F5: whether a question that has been through a meeting is open when the next one begins.
 *
 * | ended | the asker said | |
 * |---|---|---|
 * | we owe an answer | nothing | open |
 * | answered, out of scope | nothing | not open |
 * | anything | *not yet* | open |
 * | anything | *that answers it* | not open |
 * | withdrawn | anything | not open |
 */
export function isStillOpen({ state, accepted, matter }: Pick<Question, 'state' | 'accepted' | 'matter'>) {
  if (matter === 'form' || state.name === 'withdrawn' || accepted === true) return false
  return accepted === false || state.name === 'open' || state.name === 'research-owed'
}

/** What a meeting may carry on of the questions before it. The two of it are decided under the meeting’s lock. */
export interface Candidate extends CarryingOn {
  isOpen: boolean
}

export function candidates(questions: readonly Question[]): Candidate[] {
  return questions.map((each) => ({
    id: each.id,
    by: each.by,
    faqBlockId: each.faqBlockId,
    isOpen: isStillOpen(each),
  }))
}

/** Those that open this meeting: what its asker has said on the cover sheet counts, and else how it ended before. */
export function carriedInto(meeting: Meeting, before: readonly Candidate[]): CarryingOn[] {
  return before
    .filter(({ id, isOpen }) => {
      const said = meeting.said.get(id)
      return said === undefined ? isOpen : !said.accepted
    })
    .map(({ id, by, faqBlockId }) => ({ id, by, faqBlockId }))
}

/** What becomes of an earlier question’s row when the meeting closes; until then the ledger knows nothing of it. */
export type Settled = Partial<Pick<Question, 'accepted' | 'state'>>

/**
 * F5, R17: what a closing meeting leaves in the ledger of the questions that were there before it.
 *
 * | the asker said | the room ended it | leaves |
 * |---|---|---|
 * | *that answers it* | | accepted; one that was owed is answered in the document |
 * | *not yet* | answered in the room | that end, and whether it is accepted is asked anew |
 * | *not yet*, after everybody had gone | | not accepted: it opens the next meeting |
 * | *not yet* | answered, and the asker said then *that answers it* | that end, accepted |
 * | nothing | we owe an answer | that end |
 */
export function settledBy(meeting: Meeting, { id, state }: Pick<Question, 'id' | 'state'>): Settled | null {
  const said = meeting.said.get(id)
  const here = meeting.questions.get(id)
  if (said?.accepted) {
    const isOwed = state.name === 'open' || state.name === 'research-owed'
    const ended =
      here?.state ?? (isOwed ? { name: 'answered-in-the-document' as const, blockId: null, on: null } : null)
    return ended ? { accepted: true, state: ended } : { accepted: true }
  }
  if (here?.isCarried && here.state) return { accepted: here.accepted, state: here.state }
  return said ? { accepted: false } : null
}

/** R17 for one viewer; null for the first meeting on an initiative, and for guests, who are at this one alone. */
export function coverFor(
  meeting: Meeting,
  { since, decision, questions, actions }: Returning,
  viewer: PersonId,
): CoverSheet | null {
  if (since === null || meeting.attendees.get(viewer)?.roles.includes('guest')) return null
  const unsettled = questions
    .filter(({ question }) => question.matter === 'substance' && question.state.name !== 'withdrawn')
    .filter(({ question }) => question.accepted !== true)
    .toSorted(inOrder)
  const own = unsettled.filter(({ question }) => question.by === viewer)
  const others = unsettled.filter(({ question }) => question.by !== viewer && isStillOpen(question))
  return {
    since,
    decision,
    own: own.map((each) => ({
      ...shown(each),
      accepted: meeting.said.get(each.question.id)?.accepted ?? null,
    })),
    others: others.map(shown),
    actions: [...actions],
  }
}

function shown({ question, edition, answer, here }: ReturningQuestion): CoverQuestion {
  const { id, text, anchor, state } = question
  return {
    id,
    text,
    asked: {
      edition,
      on: anchor && { line: anchor.line, lastLine: anchor.lastLine, quote: anchor.quote },
    },
    ended: state,
    answer,
    here: here && {
      page: here.anchor.page,
      line: here.anchor.line,
      lastLine: here.anchor.lastLine,
      isReworded: here.isReworded,
    },
  }
}

/** As one turns the pages; what concerns the whole document, or is in it no more, comes last. */
function inOrder(a: ReturningQuestion, b: ReturningQuestion): number {
  const at = ({ here, answer }: ReturningQuestion) => here?.anchor.line ?? answer?.line ?? 1e9
  return at(a) - at(b) || (a.question.askedAt < b.question.askedAt ? -1 : 1)
}

/** What a command of the server’s is given of the time before, read under the meeting’s lock. */
export interface Earlier {
  tallies: readonly EarlierTally[]
  questions: readonly Candidate[]
}
