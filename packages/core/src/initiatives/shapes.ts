import * as z from 'zod'
import { byline } from '../people/person.ts'
import { prose } from '../text.ts'
import { moment } from '../time.ts'
import { evidenceKinds, mostEntries, pictureKinds, provenances, urgencies } from './answers.ts'
import { promptIds, verdicts } from './coherence.ts'
import { acts } from './next.ts'
import { readinessStates } from './readiness.ts'

/* What goes over the wire. Apart from the rules, so that a browser that applies them need not load schemas. */

/*
 * Answers are saved while they are typed, so no field refuses half a word: every field is text with a length, and
 * what is wanting in it is readiness (W4), not a refusal.
 */
const short = (what: string) => prose(what, 300)
const long = (what: string) => prose(what, 4000)
/** Made by the browser that adds the entry, so that two people adding at once never share one. */
export const entryId = z
  .string()
  .regex(/^[a-z0-9-]{8,40}$/, 'The entry’s id is not 8 to 40 letters, digits or hyphens')

export const evidenceItem = z.object({
  id: entryId,
  kind: z.enum(evidenceKinds),
  statement: long('The evidence'),
  source: short('The source'),
  date: short('The date'),
  provenance: z.enum(provenances),
  link: prose('The link', 2000),
})
export const picture = z.object({
  id: entryId,
  kind: z.enum(pictureKinds),
  title: short('The title'),
  address: prose('The link', 2000),
})

export const answerShapes = {
  customer: z.object({
    who: long('Who'),
    buyer: short('Who pays'),
    time: short('When'),
    place: short('Where'),
    situation: long('The situation'),
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

const removed = z.array(entryId).max(60)

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

export const override = z.object({
  rules: z.array(z.string()),
  reason: z.string(),
  by: byline,
  at: moment,
})

export const finding = z.object({ rule: z.string(), reason: z.string(), remedy: z.string() })
export const questionReadiness = z.object({
  state: z.enum(readinessStates),
  findings: z.array(finding),
  override: override.nullable(),
})
export const readiness = z.object({
  customer: questionReadiness,
  problem: questionReadiness,
  benefit: questionReadiness,
  evidence: questionReadiness,
  experience: questionReadiness,
})

export const promptAnswer = z.object({
  prompt: z.enum(promptIds),
  verdict: z.enum(verdicts),
  note: z.string(),
  by: byline,
  at: moment,
  stale: z.boolean(),
})

export const nextStep = z.object({
  act: z.enum(acts),
  question: z.string().nullable(),
  say: z.string(),
})
