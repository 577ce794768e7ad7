import { defineRefusals } from '../../refusals.ts'

export const iterationRefusals = defineRefusals({
  'name-what-it-tests': {
    status: 422,
    message:
      'What it tests (tests) is missing: this idea has assumptions. Choose the one that this iteration is to test or change, or an open question. Nothing was started.',
  },
  'no-such-assumption': {
    status: 422,
    message:
      'What it tests (tests) names an assumption that this idea does not have. Choose one of its list. Nothing was started.',
  },
  'no-such-question': {
    status: 422,
    message:
      'What it tests (tests) names a question that is not open on this idea. Choose one of its open questions. Nothing was started.',
  },
  'no-such-parent': {
    status: 422,
    message:
      'What it begins from (from) is no draft or edition of this idea. Choose one of them, or a template. Nothing was started.',
  },
  'iteration-is-over': {
    status: 409,
    message: 'Somebody has ended or dropped it already. Reload to see how it stands.',
  },
  'tests-no-assumption': {
    status: 422,
    message:
      'A state (assumption) can be set only by an iteration that tests an assumption, and this one does not. Leave it out, and set the state on the page of assumptions.',
  },
  'iteration-is-running': {
    status: 409,
    message: 'It is under way already. Reload to see how it stands.',
  },
})
