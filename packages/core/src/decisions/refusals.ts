import { defineRefusals } from '../refusals.ts'

export const decisionRefusals = defineRefusals({
  'no-such-assumption': {
    status: 422,
    message: 'The assumption it would wait for is not on this idea’s list. Choose another, or a day.',
  },
  'day-has-passed': {
    status: 422,
    message: 'A day in this decision has passed already. Choose today or a later one.',
  },
  'merged-into-itself': {
    status: 422,
    message: 'An idea cannot be merged into itself. Choose the other one.',
  },
  'dissents-twice': {
    status: 422,
    message: 'The same person dissents twice. Put both reasons into one dissent.',
  },
  'already-superseded': {
    status: 409,
    message: 'This decision has been superseded already. Supersede the latest one instead.',
  },
  'another-initiative': {
    status: 422,
    message: 'The decision it would supersede is about another idea. Choose one about this idea.',
  },
})
export type DecisionRefusal = keyof typeof decisionRefusals
