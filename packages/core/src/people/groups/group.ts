import * as z from 'zod'
import { groupId, personId } from '../../ids.ts'
import { money } from '../../money.ts'
import { line } from '../../text.ts'
import { moment } from '../../time.ts'
import { rounds } from '../rounds.ts'

export const groupName = line('The name', 80)

/** What somebody is to a group: in it, deciding on its ideas, or a default reader of a round of feedback. */
export const groupParts = ['member', 'decider', ...rounds] as const
export type GroupPart = (typeof groupParts)[number]

/** A division, a team (P5). Those who have left the company are in none of its lists. */
export const group = z.object({
  id: groupId,
  name: z.string(),
  /** The group it stands in; null for the company's own, in which everybody is. */
  parentId: groupId.nullable(),
  lead: personId.nullable(),
  /** By name, besides whoever leads it. */
  members: z.array(personId),
  deciders: z.array(personId),
  readers: z.record(z.enum(rounds), z.array(personId)),
  /** What it may spend, by its own count. Told to administrators and whoever leads it; to others it is null. */
  budget: money.nullable(),
  /** Closed, it takes in no idea any more; those it has stay with it. */
  closedAt: moment.nullable(),
})
export type Group = z.infer<typeof group>
