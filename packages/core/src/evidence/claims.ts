import type { FiveQuestion } from '../initiatives/questions.ts'

/** The questions whose answers are claims; the answer to the fourth is the evidence itself (W6). */
export const claimQuestions = [
  'customer',
  'problem',
  'benefit',
  'experience',
] as const satisfies readonly FiveQuestion[]
export type ClaimQuestion = (typeof claimQuestions)[number]
