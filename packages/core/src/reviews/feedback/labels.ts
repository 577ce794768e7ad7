import type { Round, Want } from './feedback.ts'

export const roundLabels = {
  team: 'The author’s team',
  peers: 'Peers',
  'cross-functional': 'Across functions',
  leadership: 'Leadership',
} satisfies Record<Round, string>

export const wantLabels = {
  concept: 'Concept',
  feasibility: 'Feasibility',
  pricing: 'Pricing',
  economics: 'Economics',
  regulation: 'Regulation',
  form: 'Form',
} satisfies Record<Want, string>
