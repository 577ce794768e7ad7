import * as z from 'zod'
import { prose } from '../text.ts'

/*
 * Answers are saved while they are typed, so no field refuses half a word: every field is text with a length, and
 * what is wanting in it is readiness (W4), not a refusal.
 */
const short = (what: string) => prose(what, 300)
const long = (what: string) => prose(what, 4000)
/** Made by the browser that adds the entry, so that two people adding at once never share one. */
const entryId = z
  .string()
  .regex(/^[a-z0-9-]{8,40}$/, 'The entry’s id is not 8 to 40 letters, digits or hyphens')

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

const evidenceItem = z.object({
  id: entryId,
  kind: z.enum(evidenceKinds),
  statement: long('The evidence'),
  source: short('The source'),
  date: short('The date'),
  provenance: z.enum(provenances),
})
const picture = z.object({
  id: entryId,
  kind: z.enum(pictureKinds),
  title: short('The title'),
  address: prose('The link', 2000),
})
export type EvidenceItem = z.infer<typeof evidenceItem>
export type Picture = z.infer<typeof picture>

/** How many entries a list holds. */
export const mostEntries = { evidence: 60, experience: 30 } as const

export const answerShapes = {
  customer: z.object({
    who: long('Who'),
    /** Who pays, when that is somebody else; one audience all the same (W9). */
    buyer: short('Who pays'),
    time: short('When'),
    place: short('Where'),
    situation: long('The situation'),
    /** The customer's own words: they stand beside the discussion in the room (R12). */
    words: long('Their own words'),
  }),
  problem: z.object({
    statement: long('The problem'),
    number: short('The number'),
    unit: short('The unit'),
    source: short('The source'),
    urgency: z.enum(urgencies),
    proof: long('The proof'),
  }),
  benefit: z.object({
    primary: long('The benefit'),
    /** Ranked, the most valued first. */
    others: z.array(short('The benefit')).max(12, 'More than 12 further benefits: keep the ones that matter'),
  }),
  evidence: z.object({
    items: z
      .array(evidenceItem)
      .max(mostEntries.evidence, 'More than 60 pieces of evidence: gather some into one'),
  }),
  experience: z.object({
    description: prose('The experience', 12_000),
    links: z
      .array(picture)
      .max(mostEntries.experience, 'More than 30 pictures: keep the ones that are looked at'),
  }),
} as const

export const answers = z.object(answerShapes)
export type Answers = z.infer<typeof answers>

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
} satisfies Omit<EvidenceItem, 'id'>
export const newPicture = { kind: 'sketch', title: '', address: '' } satisfies Omit<Picture, 'id'>

const removed = z.array(entryId).max(60)

/**
 * Part of one answer: the fields that changed. Of a list of entries, the entries that changed, by id (an unknown id
 * is a new entry), and the ids that were removed.
 */
export const answerPatch = z.discriminatedUnion('question', [
  z.object({ question: z.literal('customer'), fields: answerShapes.customer.partial() }),
  z.object({ question: z.literal('problem'), fields: answerShapes.problem.partial() }),
  z.object({ question: z.literal('benefit'), fields: answerShapes.benefit.partial() }),
  z.object({
    question: z.literal('evidence'),
    fields: z.object({
      items: z
        .array(evidenceItem.partial().required({ id: true }))
        .max(60)
        .optional(),
      removed: removed.optional(),
    }),
  }),
  z.object({
    question: z.literal('experience'),
    fields: z.object({
      description: answerShapes.experience.shape.description.optional(),
      links: z
        .array(picture.partial().required({ id: true }))
        .max(30)
        .optional(),
      removed: removed.optional(),
    }),
  }),
])
export type AnswerPatch = z.infer<typeof answerPatch>
