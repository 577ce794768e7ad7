import * as z from 'zod'
import { groupId, initiativeId, personId } from '../ids.ts'
import { byline } from '../people/person.ts'
import { line } from '../text.ts'
import { moment } from '../time.ts'
import { stages } from './stages.ts'

export const visibilities = ['company', 'named'] as const
export type Visibility = (typeof visibilities)[number]

/** What a named person is to an idea besides owning it: an author writes in it, a reader reads and comments. */
export const relations = ['author', 'reader'] as const
export type Relation = (typeof relations)[number]

export const headline = line('The headline', 160)

export const initiative = z.object({
  id: initiativeId,
  /** The headline it goes by until a press release gives it a better one. */
  name: z.string(),
  stage: z.enum(stages),
  stageSince: moment,
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
