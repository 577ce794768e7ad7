import type { Want } from './events.ts'
import type { PhaseName } from './meeting.ts'
import type { DiscussionOrder, Purpose, Role } from './plan.ts'
import type { Summary } from './room.ts'

/** What people read for each of code's words (LOOK, Labels). */
export const phaseLabels = {
  lobby: 'Before we start',
  reading: 'Reading',
  reveal: 'Opening the questions',
  discussion: 'Discussion',
  decision: 'Decision',
  adjourned: 'Adjourned',
  closed: 'Closed',
} satisfies Record<PhaseName, string>

export const purposeLabels = {
  improve: 'To improve the document',
  decide: 'To decide',
} satisfies Record<Purpose, string>

export const roleLabels = {
  facilitator: 'Facilitator',
  deputy: 'Stands in for the facilitator',
  'note-taker': 'Note-taker',
  decider: 'Decider',
  author: 'Author',
  'bar-raiser': 'Document bar raiser',
  reader: 'Reader',
  guest: 'Guest',
} satisfies Record<Role, string>

/** R8. */
export const orderLabels = {
  page: 'Page by page',
  asked: 'What most people ask first',
  must: 'What must be answered before a yes first',
} satisfies Record<DiscussionOrder, string>

/** R18. */
export const oneQuestion = 'As this customer, would you want it?'
export const wantLabels = { yes: 'Yes', 'not-yet': 'Not yet', no: 'No' } satisfies Record<Want, string>

export const actLabels = {
  announceReveal: 'Open the questions',
  pause: 'Pause for an interruption',
  cancelReveal: 'Not yet',
  finishReading: 'Finished',
  acknowledge: 'I understand why',
  dissent: 'I disagree',
  handOver: 'Hand the rest to the author',
  takeFacilitation: 'Take the facilitator’s place',
} as const

/**
 * The one sentence above the opened questions.
 *
 * | questions, people, busiest | sentence |
 * |---|---|
 * | 31, 9, six on line 127 | 31 questions from 9 people; 6 on line 127. |
 * | 1, 1 | 1 question from 1 person. |
 * | 0 | Nobody asked anything. |
 * | 3, 2, and 1 of an earlier meeting | 3 questions from 2 people, and 1 carried forward. |
 */
export function summarySentence({ questions, people, carried, busiest }: Summary): string {
  if (questions + carried === 0) return 'Nobody asked anything.'
  if (questions === 0) return `Nobody asked anything new; ${carried} carried forward.`
  const more = carried === 0 ? '' : `, and ${carried} carried forward`
  const asked = `${questions} ${questions === 1 ? 'question' : 'questions'} from ${people} ${people === 1 ? 'person' : 'people'}${more}`
  return busiest ? `${asked}; ${busiest.people} on line ${busiest.line}.` : `${asked}.`
}
