import * as z from 'zod'
import { workspaceId } from '../ids.ts'
import { line, prose } from '../text.ts'
import { checkSettings, defaultCheckSettings } from './check-settings.ts'
import { rights } from './permissions.ts'

export const functionalArea = z.object({ id: z.string().min(1).max(40), label: line('The area', 60) })
export const principle = z.object({
  id: z.string().min(1).max(60),
  label: line('The principle', 80),
  meaning: prose('The meaning', 600),
})

const whole = 'not a whole number: leave out what follows the point'
const between = (what: string, number: z.ZodNumber, { least, most }: { least: number; most: number }) => {
  const remedy = `${what} must lie between ${least} and ${most}`
  return number.min(least, remedy).max(most, remedy)
}

/** R10: who is shown how long the question at hand should take; the others see only that its time is over. */
export const timesShown = ['facilitator', 'everybody', 'nobody'] as const

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    // Intl says so only by throwing
    return false
  }
}

const questionWording = z
  .object({
    ask: line('The question', 200),
    why: line('Why it is asked', 600),
    bar: line('What a good answer has', 600),
    start: line('What to do first', 600),
  })
  .partial()

/** Everything a company may word or set for itself (P1); each default is a good place to start. */
export const settings = z.object({
  functionalAreas: z.array(functionalArea).max(40),
  principles: z.array(principle).max(40),
  paper: z.enum(['letter', 'a4']),
  readingMinutesPerPage: between('The minutes for a page', z.number(), { least: 0.5, most: 15 }),
  readingMinutes: between('The minutes of reading', z.int(whole), { least: 1, most: 120 }),
  discussionMinutes: between('The minutes of discussion', z.int(whole), { least: 1, most: 240 }),
  countdownSeconds: between('The seconds before the questions open', z.int(whole), { least: 0, most: 60 }),
  /** How the company words one of the five questions, by the question's id; the rest stays as it ships (W3). */
  questionWording: z.record(z.string().max(40), questionWording),
  /** What makes no answer thin in this company, by the rule's id (W4). */
  weakRulesOff: z.array(z.string().max(60)).max(100),
  /** What an unready question does to the scheduling of a `decide` meeting (W4). */
  unreadyQuestions: z.enum(['tell', 'ask-why', 'block']),
  /** Names beside questions as they open, or none until the asker speaks (R7). */
  namesAtReveal: z.boolean(),
  /** Whether the facilitator sees who has finished, or only how many (R6). */
  namesOfFinished: z.boolean(),
  timePerQuestion: z.enum(timesShown),
  /** Functional areas a meeting must cover, none until the workspace says so (R13). */
  requiredAreas: z.array(z.string()),
  /** Whether whoever is in a room may seal a prediction before the decision is taken (D3). */
  predictions: z.boolean(),
  /** How many of them have turned out one way or the other before anybody sees how they fared. */
  predictionsResolved: between('The predictions that have turned out', z.int(whole), { least: 5, most: 500 }),
  /** The zone in which letters say when a meeting is; a calendar says it in its own. */
  timeZone: z.string().refine(isTimeZone, 'The time zone is none: give one such as Europe/Lisbon'),
  /** How long before a meeting everybody invited is reminded of it by mail; 0: nobody is. */
  reminderHours: between('The hours before a meeting', z.int(whole), { least: 0, most: 168 }),
  /** From where on something in a draft is a finding (N9). */
  checks: checkSettings,
  /** The right on an idea that lets somebody take its documents out as files (N10). */
  exportNeeds: z.enum(rights),
  /** Whether somebody without an account may be asked for feedback (F1). Off, no such link opens anything. */
  outsideReaders: z.boolean(),
  /** How long after the day a request is due such a link still opens. */
  outsideGraceDays: between('The days after it is due', z.int(whole), { least: 0, most: 30 }),
})
export type Settings = z.infer<typeof settings>

export const defaultSettings: Settings = {
  functionalAreas: [
    { id: 'product', label: 'Product' },
    { id: 'engineering', label: 'Engineering' },
    { id: 'design', label: 'Design' },
    { id: 'finance', label: 'Finance' },
    { id: 'legal', label: 'Legal' },
    { id: 'marketing', label: 'Marketing' },
    { id: 'sales', label: 'Sales' },
    { id: 'support', label: 'Support' },
    { id: 'operations', label: 'Operations' },
  ],
  principles: [
    {
      id: 'customer-first',
      label: 'Start from the customer',
      meaning: 'Begin with what a customer needs and work back to what we build.',
    },
    {
      id: 'own-it',
      label: 'Own the outcome',
      meaning: 'Act for the whole company and for the long run; nothing is somebody else’s job.',
    },
    {
      id: 'simplify',
      label: 'Invent and simplify',
      meaning: 'Look for the new, and for the way with fewer parts.',
    },
    {
      id: 'evidence',
      label: 'Bring evidence',
      meaning: 'Say what was seen, by whom and how often; call an opinion an opinion.',
    },
    {
      id: 'disagree',
      label: 'Disagree, then commit',
      meaning: 'Say so while it can still change; afterwards help it succeed.',
    },
    {
      id: 'high-bar',
      label: 'Keep the bar high',
      meaning: 'Good enough today is not good enough next year.',
    },
    {
      id: 'frugal',
      label: 'Spend like an owner',
      meaning: 'Do more with less; constraints make better ideas.',
    },
    {
      id: 'move',
      label: 'Move when it can be undone',
      meaning: 'Two-way doors are walked through quickly, one-way doors slowly.',
    },
  ],
  paper: 'letter',
  readingMinutesPerPage: 3,
  readingMinutes: 20,
  discussionMinutes: 40,
  countdownSeconds: 10,
  questionWording: {},
  weakRulesOff: [],
  unreadyQuestions: 'ask-why',
  namesAtReveal: true,
  namesOfFinished: false,
  timePerQuestion: 'facilitator',
  requiredAreas: [],
  predictions: false,
  predictionsResolved: 20,
  timeZone: 'UTC',
  reminderHours: 24,
  checks: defaultCheckSettings,
  exportNeeds: 'read',
  outsideReaders: true,
  outsideGraceDays: 7,
}

export const workspace = z.object({ id: workspaceId, name: z.string(), settings })
export type Workspace = z.infer<typeof workspace>
