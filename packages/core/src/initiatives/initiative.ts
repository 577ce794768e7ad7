import * as z from 'zod'
import { assumptionId, groupId, initiativeId, personId } from '../ids.ts'
import { byline } from '../people/person.ts'
import { line } from '../text.ts'
import { day, moment } from '../time.ts'
import { stages } from './stages.ts'

export const visibilities = ['company', 'named'] as const
export type Visibility = (typeof visibilities)[number]

/** What a named person is to an idea besides owning it: an author writes in it, a reader reads and comments. */
export const relations = ['author', 'reader'] as const
export type Relation = (typeof relations)[number]

export const headline = line('The headline', 160)

/**
 * D1, D4: what brings a parked idea back: a day, or news of an assumption of its own, by itself; or what has to happen,
 * in words, when somebody says so.
 */
export const comeback = z.discriminatedUnion('on', [
  z.object({ on: z.literal('day'), day }),
  z.object({ on: z.literal('trigger'), trigger: line('What brings it back', 500) }),
  z.object({
    on: z.literal('assumption'),
    assumptionId,
    /** What it said when the idea was parked; the server writes it. */
    statement: z.string().max(500).default(''),
  }),
])
export type Comeback = z.infer<typeof comeback>

export const initiative = z.object({
  id: initiativeId,
  /** The headline it goes by until a press release gives it a better one. */
  name: z.string(),
  stage: z.enum(stages),
  stageSince: moment,
  /** Of one that is parked by a decision. */
  comesBack: comeback.nullable(),
  /** When it came back by itself, until it is moved on. */
  cameBackAt: moment.nullable(),
  /** Exactly one person is accountable (P4). */
  owner: byline,
  group: z.object({ id: groupId, name: z.string() }),
  /** `company`: every colleague may read and comment. `named`: only those it is shared with. */
  visibility: z.enum(visibilities),
  createdAt: moment,
  updatedAt: moment,
  /** One line each, out of the five answers; empty until they are answered. */
  customer: z.string(),
  benefit: z.string(),
})
export type Initiative = z.infer<typeof initiative>

export const relationEntry = z.object({ personId, relation: z.enum(relations) })
