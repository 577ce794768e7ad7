/* The answers as values. Their schemas stand apart in shapes.ts, so that a browser need not load them. */

export const evidenceKinds = ['interview', 'data', 'experiment', 'market', 'anecdote'] as const
export const provenances = ['observed', 'reported', 'assumed'] as const
export const pictureKinds = [
  'sketch',
  'storyboard',
  'journey map',
  'wireframe',
  'architecture diagram',
] as const
/** How badly the problem burns (W9): from a thing noticed to one that must be put out now. */
export const urgencies = ['not rated', 'noticed', 'painful', 'head on fire'] as const

/** How many entries a list holds. */
export const mostEntries = { evidence: 60, experience: 30 } as const

export interface EvidenceItem {
  id: string
  kind: (typeof evidenceKinds)[number]
  statement: string
  source: string
  /** As it was written: a day, a month, a season. */
  date: string
  provenance: (typeof provenances)[number]
  /** Where it can be looked at; may be empty. */
  link: string
}

export interface Picture {
  id: string
  kind: (typeof pictureKinds)[number]
  title: string
  address: string
}

export interface Answers {
  customer: {
    who: string
    /** Who pays, when that is somebody else; one audience all the same (W9). */
    buyer: string
    time: string
    place: string
    situation: string
    /** The customer's own words: they stand beside the discussion in the room (R12). */
    words: string
  }
  problem: {
    statement: string
    number: string
    unit: string
    source: string
    urgency: (typeof urgencies)[number]
    proof: string
  }
  benefit: {
    primary: string
    /** Ranked, the most valued first. */
    others: string[]
  }
  /** The idea's pieces of evidence (W6), the first `mostEntries.evidence` of them in the order they were gathered. */
  evidence: { items: EvidenceItem[] }
  experience: { description: string; links: Picture[] }
}

type Part<Fields> = { [Name in keyof Fields]?: Fields[Name] | undefined }
type Changed<Entry extends { id: string }> = Part<Omit<Entry, 'id'>> & { id: string }

/**
 * Part of one answer: the fields that changed. Of a list of entries, the entries that changed, by id (an unknown id
 * is a new entry), and the ids that were removed.
 */
export type AnswerPatch =
  | { question: 'customer'; fields: Part<Answers['customer']> }
  | { question: 'problem'; fields: Part<Answers['problem']> }
  | { question: 'benefit'; fields: Part<Answers['benefit']> }
  | { question: 'evidence'; fields: Part<{ items: Changed<EvidenceItem>[]; removed: string[] }> }
  | {
      question: 'experience'
      fields: Part<{ description: string; links: Changed<Picture>[]; removed: string[] }>
    }

export const noAnswers: Answers = {
  customer: { who: '', buyer: '', time: '', place: '', situation: '', words: '' },
  problem: { statement: '', number: '', unit: '', source: '', urgency: 'not rated', proof: '' },
  benefit: { primary: '', others: [] },
  evidence: { items: [] },
  experience: { description: '', links: [] },
}

/** An entry begins as this; a patch says what is different. */
export const newEvidence = {
  kind: 'interview',
  statement: '',
  source: '',
  date: '',
  provenance: 'observed',
  link: '',
} satisfies Omit<EvidenceItem, 'id'>
export const newPicture = { kind: 'sketch', title: '', address: '' } satisfies Omit<Picture, 'id'>
