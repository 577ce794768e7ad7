import { defineRefusals } from '../refusals.ts'

export const decisionRefusals = defineRefusals({
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
  'not-the-decider': {
    status: 403,
    message: 'Only a decider of this meeting records its decision, and in their own name.',
  },
  'meeting-decides': {
    status: 409,
    message: 'This decision belongs to a meeting that is not deciding now. Record it in the room.',
  },
})
export type DecisionRefusal = keyof typeof decisionRefusals
