import { spokenDay } from '@foreword/core/calendar'
import type { EvidenceItem, Picture } from '@foreword/core/initiatives/answers'
import { stageLabels } from '@foreword/core/initiatives/stages'
import type { Idea } from './idea.ts'

/** What people read for the kinds of evidence and pictures. */
export const evidenceKindWords = {
  interview: 'Interview',
  data: 'Data point',
  experiment: 'Experiment or prototype',
  market: 'Market source',
  anecdote: 'Anecdote, our own experience',
} satisfies Record<EvidenceItem['kind'], string>

export const provenanceWords = {
  observed: 'We saw it ourselves',
  reported: 'We were told',
  assumed: 'We assume it',
} satisfies Record<EvidenceItem['provenance'], string>

export const pictureKindWords = {
  sketch: 'Sketch',
  storyboard: 'Storyboard',
  'journey map': 'Journey map',
  wireframe: 'Wireframe',
  'architecture diagram': 'Architecture diagram',
} satisfies Record<Picture['kind'], string>

export const urgencyWords = {
  'not rated': 'Not rated',
  noticed: 'They notice it',
  painful: 'It hurts them',
  'head on fire': 'Their head is on fire',
} satisfies Record<Idea['answers']['problem']['urgency'], string>

/** Until it is funded people call it an idea (the label of the mechanism’s *initiative*). */
export function nounFor(stage: Idea['stage']): 'idea' | 'initiative' {
  const funded: Idea['stage'][] = ['funded', 'in-execution', 'launched', 'verified', 'closed']
  return funded.includes(stage) ? 'initiative' : 'idea'
}

/** “Drafting”; of a parked one also what brings it back. */
export function stageWords({ stage, comesBack }: Pick<Idea, 'stage' | 'comesBack'>): string {
  if (!comesBack) return stageLabels[stage]
  switch (comesBack.on) {
    case 'day':
      return `Parked until ${spokenDay(comesBack.day)}`
    case 'trigger':
      return `Parked until this happens: ${comesBack.trigger}`
    case 'assumption':
      return `Parked until more is known of what it assumes: ${comesBack.statement}`
  }
}

/** An id for a new entry that works without a secure context. */
export function newEntryId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
