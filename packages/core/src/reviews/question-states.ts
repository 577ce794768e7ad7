import type { QuestionState } from './question.ts'

/** In the order of the ledger. Apart from the schema, so that a page can list them without it. */
export const questionStates = [
  'open',
  'answered-in-the-document',
  'answered-in-the-room',
  'research-owed',
  'out-of-scope',
  'withdrawn',
] as const satisfies readonly QuestionState['name'][]
