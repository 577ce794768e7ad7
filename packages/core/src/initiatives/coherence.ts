import type { Byline } from '../people/person.ts'
import type { FiveQuestion } from './questions.ts'
import type { Readiness } from './readiness.ts'

export const promptIds = [
  'skills-forward',
  'benefit-solves',
  'experience-delivers',
  'evidence-supports',
] as const
export type PromptId = (typeof promptIds)[number]

export interface Prompt {
  id: PromptId
  ask: string
  why: string
  /** Asked once these have an answer; a change to one of them asks again, unless `once`. */
  rests: readonly FiveQuestion[]
  once: boolean
}

/** Do the answers hold together (W5)? The company answers for itself; nothing here judges. */
export const prompts: readonly Prompt[] = [
  {
    id: 'skills-forward',
    ask: 'Could this problem be found without knowing what we are good at?',
    why: 'If only our skills lead to it, we may be looking for somewhere to use them.',
    rests: ['problem'],
    once: true,
  },
  {
    id: 'benefit-solves',
    ask: 'Does the benefit solve the problem, and all of it?',
    why: 'A fine benefit beside the problem is another product.',
    rests: ['problem', 'benefit'],
    once: false,
  },
  {
    id: 'evidence-supports',
    ask: 'Does the evidence speak for the problem and for the benefit?',
    why: 'Much is often known about the problem, and little about whether this is the cure.',
    rests: ['problem', 'benefit', 'evidence'],
    once: false,
  },
  {
    id: 'experience-delivers',
    ask: 'Does the experience bring the benefit to this customer, at that moment?',
    why: 'Walk it with the person of the first question: their place, their hour, their hands full.',
    rests: ['customer', 'benefit', 'experience'],
    once: false,
  },
]

export const verdicts = ['yes', 'not-yet'] as const

/** What was answered to a prompt, and whether what it rests on has changed since. */
export interface PromptAnswer {
  prompt: PromptId
  verdict: (typeof verdicts)[number]
  note: string
  by: Byline
  at: string
  stale: boolean
}

/** The prompts whose answers can be compared by now. */
export function promptsToAsk(readiness: Readiness): Prompt[] {
  return prompts.filter((prompt) => prompt.rests.every((question) => readiness[question].state !== 'missing'))
}

/** Whether a verdict given at `at` is older than what it rests on. `changedAt`: when each answer last changed. */
export function isStale(id: PromptId, at: Date, changedAt: Partial<Record<FiveQuestion, Date>>): boolean {
  const prompt = prompts.find((one) => one.id === id)
  if (!prompt || prompt.once) return false
  return prompt.rests.some((question) => (changedAt[question]?.getTime() ?? 0) > at.getTime())
}
