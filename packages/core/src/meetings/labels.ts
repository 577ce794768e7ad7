import type { Want } from './events.ts'
import type { PhaseName } from './meeting.ts'
import type { Purpose, Role } from './plan.ts'

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
