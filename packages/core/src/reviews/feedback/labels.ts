import type { Want } from './feedback.ts'

export const wantLabels = {
  concept: 'Concept',
  feasibility: 'Feasibility',
  pricing: 'Pricing',
  economics: 'Economics',
  regulation: 'Regulation',
  form: 'Form',
} satisfies Record<Want, string>
