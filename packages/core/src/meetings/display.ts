import * as z from 'zod'
import type { Question } from '../reviews/question.ts'
import { type Instant, moment } from '../time.ts'
import { CODE_LENGTH, codeAlphabet } from './display-code.ts'
import { leftWhenAdjourned, type Meeting, type Phase, type PhaseName } from './meeting.ts'
import type { Returning } from './returning.ts'
import { talkedAbout } from './visibleOpen.ts'

/** The code as it is typed: in either case, with spaces or dashes between. */
export const displayCode = z
  .string()
  .trim()
  .max(40, 'not a code: it has eight letters and digits')
  .transform((typed) => typed.toUpperCase().replace(/[\s-]/g, ''))
  .pipe(
    z.string().regex(new RegExp(`^[${codeAlphabet}]{${CODE_LENGTH}}$`), {
      error: 'not a code: it has eight letters and digits, as the facilitator’s screen shows them',
    }),
  )

const question = z.object({
  text: z.string(),
  /** The lines it is about; null for the whole document. */
  lines: z.object({ quote: z.string(), page: z.int(), line: z.int(), lastLine: z.int() }).nullable(),
})

/** What a screen on the wall shows (R19). No id and no name is in it, and nothing of anybody's reading. */
export const display = z.object({
  title: z.string(),
  phase: z.discriminatedUnion('name', [
    z.object({ name: z.literal('lobby'), startsAt: moment }),
    z.object({ name: z.literal('reading'), endsAt: moment, ended: z.boolean() }),
    z.object({ name: z.literal('reveal'), opensAt: moment }),
    z.object({
      name: z.literal('discussion'),
      endsAt: moment,
      overran: z.boolean(),
      question: question.nullable(),
    }),
    z.object({ name: z.literal('decision'), endsAt: moment, overran: z.boolean() }),
    z.object({
      name: z.literal('adjourned'),
      paused: z.boolean(),
      resumesAt: moment.nullable(),
      leftMs: z.int(),
    }),
  ]),
})
export type Display = z.infer<typeof display>

/** A display, and the server's time as it was made. */
export const displayMessage = z.object({ display, serverTime: moment })
export type DisplayMessage = z.infer<typeof displayMessage>

/** A meeting with its questions, sealed ones too, those of earlier meetings, and what its idea is called. */
interface Sight {
  meeting: Meeting
  questions: readonly Question[]
  returning: Returning
  title: string
}
type Shown<Name extends PhaseName> = (sight: Sight, phase: Extract<Phase, { name: Name }>) => Display['phase']

/** R19: what each phase shows of itself on a screen. A phase that is not here does not compile. */
const shown = {
  lobby: ({ meeting }) => ({ name: 'lobby', startsAt: iso(meeting.startsAt) }),
  reading: (_, { reading }) => ({
    name: 'reading',
    endsAt: iso(reading.endsAt),
    ended: reading.ended !== null,
  }),
  reveal: (_, { opensAt }) => ({ name: 'reveal', opensAt: iso(opensAt) }),
  discussion: (sight, { endsAt, overran }) => ({
    name: 'discussion',
    endsAt: iso(endsAt),
    overran,
    question: atHand(sight),
  }),
  decision: (_, { discussion }) => ({
    name: 'decision',
    endsAt: iso(discussion.endsAt),
    overran: discussion.overran,
  }),
  adjourned: (_, phase) => ({
    name: 'adjourned',
    paused: phase.paused,
    resumesAt: phase.resumesAt === null ? null : iso(phase.resumesAt),
    leftMs: leftWhenAdjourned(phase),
  }),
  closed: () => null,
} satisfies { [Name in Exclude<PhaseName, 'closed'>]: Shown<Name> } & { closed: () => null }

/**
 * Exactly what a screen that joined by a code may be sent: the clock, and once the questions are open the one at hand
 * with its lines. Null when the meeting is closed, and with it every code.
 *
 * | phase | a screen gets |
 * |---|---|
 * | lobby | when it begins |
 * | reading, reveal | the clock |
 * | discussion | the clock and the question at hand, without who asked |
 * | decision | the clock |
 * | adjourned | what was left, and when it goes on |
 * | closed | nothing |
 */
export function displayFor(sight: Sight): Display | null {
  const { phase } = sight.meeting
  // the table pairs every name with its own phase; TypeScript cannot carry that through a lookup
  const show = shown[phase.name] as (sight: Sight, phase: Phase) => Display['phase'] | null
  const now = show(sight, phase)
  return now && { title: sight.title, phase: now }
}

function atHand(sight: Sight): z.infer<typeof question> | null {
  const { queue, current: id } = talkedAbout(sight)
  const current = queue.flatMap(({ questions }) => questions).find((each) => each.id === id)
  if (!current) return null
  const { text, anchor } = current
  return {
    text,
    lines:
      anchor?.on === 'edition'
        ? { quote: anchor.quote, page: anchor.page, line: anchor.line, lastLine: anchor.lastLine }
        : null,
  }
}

const iso = (instant: Instant) => new Date(instant).toISOString()
