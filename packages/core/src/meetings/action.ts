import * as z from 'zod'
import { actionId, personId } from '../ids.ts'
import { line } from '../text.ts'
import { day, moment } from '../time.ts'

/** D5: what is to be done. Without an owner and a day it is a good intention, and is shown as one. */
export const actionWords = { text: line('The action', 500), owner: personId.nullable(), due: day.nullable() }

export const action = z.object({ id: actionId, ...actionWords, doneAt: moment.nullable() })
export type Action = z.infer<typeof action>

export const isIntention = ({ owner, due }: Pick<Action, 'owner' | 'due'>) => owner === null || due === null

/**
 * | owner | due | |
 * |---|---|---|
 * | nobody | no day | Needs an owner and a date |
 * | Omar | no day | Needs a date |
 * | nobody | 2027-03-08 | Needs an owner |
 */
export function whatItNeeds({ owner, due }: Pick<Action, 'owner' | 'due'>): string | null {
  const needs = [owner === null ? 'an owner' : '', due === null ? 'a date' : ''].filter(Boolean)
  return needs.length === 0 ? null : `Needs ${needs.join(' and ')}`
}
