import { defaultQuestions } from './questions.ts'
import { type Readiness, unready } from './readiness.ts'
import type { Stage } from './stages.ts'

export const acts = ['answer', 'draft', 'ask-for-feedback', 'meet', 'decide', 'lead', 'none'] as const

/** One act to do next, said in a sentence; `act` says where it is done. */
export interface NextStep {
  act: (typeof acts)[number]
  question: string | null
  say: string
}

/** What would carry the idea forward. A suggestion: nothing waits for it. */
export function nextStepOf(stage: Stage, readiness: Readiness): NextStep {
  const step = (act: NextStep['act'], say: string, question: string | null = null) => ({ act, say, question })
  const [first] = unready(readiness)
  switch (stage) {
    case 'idea':
    case 'questions': {
      if (!first) return step('draft', 'The five questions are answered: start the press release.')
      const { title } = defaultQuestions.find(({ id }) => id === first.question) ?? { title: '' }
      return first.state === 'missing'
        ? step('answer', `Answer the question about the ${title.toLowerCase()}.`, first.question)
        : step('answer', `${title}: ${first.why}`, first.question)
    }
    case 'drafting':
      return step('ask-for-feedback', 'Ask two colleagues from other fields to read the draft.')
    case 'feedback':
      return step('meet', 'Freeze an edition and call the meeting.')
    case 'review':
      return step('meet', 'Hold the meeting.')
    case 'decided':
      return step('decide', 'Write down what was decided.')
    case 'revise':
      return step('draft', 'Say which assumption changes, then revise the draft.')
    case 'investigate':
      return step('answer', 'Bring back the evidence that was asked for.', 'evidence')
    case 'funded':
      return step('lead', 'Name the one leader, then begin.')
    case 'in-execution':
      return step('lead', 'Keep the promise of the press release in sight until launch.')
    case 'launched':
      return step('lead', 'Measure what was promised.')
    case 'verified':
      return step('lead', 'Write down what was learned and close.')
    case 'parked':
    case 'set-aside':
    case 'merged':
    case 'closed':
      return step('none', 'Nothing is asked of anybody. It can come back as a new iteration.')
  }
}
