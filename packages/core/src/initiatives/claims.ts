import type { FiveQuestion } from './questions.ts'

/** The questions whose answers are claims; the answer to the fourth is the evidence itself (W6). */
export const claimQuestions = [
  'customer',
  'problem',
  'benefit',
  'experience',
] as const satisfies readonly FiveQuestion[]
export type ClaimQuestion = (typeof claimQuestions)[number]

/** Which way a piece of evidence speaks. */
export const sides = ['for', 'against'] as const
export type Side = (typeof sides)[number]

/** How many pieces of evidence speak for an answer and against it; one with none is not in it. */
export type Linked = Partial<Record<ClaimQuestion, Record<Side, number>>>
