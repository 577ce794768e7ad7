import * as z from 'zod'
import { editionId, initiativeId, meetingId, personId, questionId } from '../ids.ts'
import { prose } from '../text.ts'
import { day, moment } from '../time.ts'
import { editionAnchor } from './anchor.ts'

/**
 * Who a question is open to. It only ever moves to the right, and the row carries it because `reviews` may not
 * ask a meeting what phase it is in.
 * - `sealed`: its author, and nobody else on any channel (R7)
 * - `in-the-room`: whoever the meeting's room shows it to, so a latecomer still reading is kept from it (R14)
 * - `on-record`: whoever may read the initiative, in the ledger and in search (F5)
 */
export const seals = ['sealed', 'in-the-room', 'on-record'] as const
export type Seal = (typeof seals)[number]

/** What becomes of a question (F5, R11). Every state but `open` is an end state. */
export const questionState = z.discriminatedUnion('name', [
  z.object({ name: z.literal('open') }),
  z.object({
    name: z.literal('answered-in-the-document'),
    /** The block of the draft or edition that answers it, once there is one. */
    blockId: z.string().max(64).nullable().default(null),
    /** The passage that answers it, in the edition that was read when it ended; null where none was named. */
    on: editionAnchor.nullable().default(null),
  }),
  z.object({
    name: z.literal('answered-in-the-room'),
    answer: prose('The answer', 4000).default(''),
  }),
  z.object({ name: z.literal('research-owed'), owner: personId, due: day }),
  z.object({ name: z.literal('out-of-scope'), because: prose('The reason', 1000).default('') }),
  z.object({ name: z.literal('withdrawn') }),
])
export type QuestionState = z.infer<typeof questionState>

/**
 * The states a question may leave the room with (R11).
 *
 * | given | |
 * |---|---|
 * | `{ name: 'answered-in-the-room' }` | accepted, `answer` is `''` |
 * | `{ name: 'research-owed', owner, due }` | accepted |
 * | `{ name: 'research-owed', owner }` | refused: who owes what by no date is a good intention |
 * | `{ name: 'open' }` | refused |
 */
export const endState = z.discriminatedUnion('name', [
  questionState.options[1],
  questionState.options[2],
  questionState.options[3],
  questionState.options[4],
  questionState.options[5],
])
export type EndState = z.infer<typeof endState>

const lineNumber = z.int('The line is a whole number').min(1, 'Lines count from 1').nullable().default(null)

/** An end as whoever writes it down says it: the passage by its line, as everybody in the room calls it (F5, N4). */
export const saidEnd = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('answered-in-the-document'),
    line: lineNumber,
    /** Where it goes over several lines of one block: the last of them. */
    lastLine: lineNumber,
  }),
  questionState.options[2],
  questionState.options[3],
  questionState.options[4],
  questionState.options[5],
])
export type SaidEnd = z.infer<typeof saidEnd>

/** An end given once the meeting is over (F5): by then an answer is written where the next reader looks for it. */
export const laterEnd = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('answered-in-the-document'),
    /** Goes into the FAQ of the draft (R11); empty where the document answers it already. */
    answer: prose('The answer', 4000).default(''),
  }),
  questionState.options[3],
  questionState.options[4],
])
export type LaterEnd = z.infer<typeof laterEnd>

/** Remarks on form go to the author's list and never into the queue (F3, R8). */
export const matters = ['substance', 'form'] as const
export type Matter = (typeof matters)[number]

export const questionText = z
  .string()
  .trim()
  .min(1, 'The question is empty: write a few words')
  .max(2000, 'The question is longer than 2000 characters: ask one thing')

export const question = z.object({
  id: questionId,
  initiativeId,
  /** Null for one asked outside a meeting; such a question is on record at once. */
  meetingId: meetingId.nullable(),
  editionId: editionId.nullable(),
  by: personId,
  /** The note-taker who typed in a paper reader's question (R19). */
  enteredBy: personId.nullable(),
  text: questionText,
  matter: z.enum(matters),
  /** Null: about the whole document. */
  anchor: editionAnchor.nullable(),
  seal: z.enum(seals),
  state: questionState,
  /** The block of the FAQ entry it became, once (R11). */
  faqBlockId: z.string().nullable(),
  /** Whether the asker says the answer answers it; null until asked (R17). */
  accepted: z.boolean().nullable(),
  askedAt: moment,
})
export type Question = z.infer<typeof question>

/** R7: only the author of a sealed question may change it, and only while it is sealed. */
export function mayChange(question: Pick<Question, 'by' | 'seal'>, person: string): boolean {
  return question.by === person && question.seal === 'sealed'
}

/** F5: what the ledger shows `person`. A question in a running meeting is the room's to show. */
export function inLedger(question: Pick<Question, 'by' | 'seal'>, person: string): boolean {
  return question.seal === 'on-record' || question.by === person
}

/** The next seal, or the present one: a seal never goes back (R7). */
export function opened(seal: Seal, to: Seal): Seal {
  return seals.indexOf(to) > seals.indexOf(seal) ? to : seal
}
