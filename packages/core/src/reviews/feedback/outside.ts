import * as z from 'zod'
import { personId } from '../../ids.ts'
import { byline } from '../../people/person.ts'
import { moment } from '../../time.ts'

/** More than these are a mailing, not a round of feedback. */
export const MOST_OUTSIDE = 20

/** A link that somebody forgot opens nothing any more after so long. */
export const LINK_LASTS_AT_MOST_DAYS = 30

/** Somebody without an account, who is asked by a letter with a link of their own (F1). */
export const outsider = z.object({
  address: z
    .email('This is no e-mail address: write it as name@example.com')
    .max(254, 'This address is longer than an address can be')
    .toLowerCase(),
  /** As it stands beside what they say; the address where none is given. */
  name: z.string().trim().max(80, 'The name is longer than 80 characters: shorten it').default(''),
})
export type Outsider = z.infer<typeof outsider>

/** A link that opens now or did. */
export const outsideLink = z.object({
  personId,
  name: z.string(),
  address: z.string(),
  askedBy: byline,
  expiresAt: moment,
})
export type OutsideLink = z.infer<typeof outsideLink>

/** How it stands with the link of a reader from outside; null: a colleague, who needs none. */
export const outsideReader = z
  .object({ address: z.string(), expiresAt: moment, state: z.enum(['open', 'ended', 'over']) })
  .nullable()

const DAY_MS = 24 * 3_600_000

/**
 * When the link of a request ends: when its day is over everywhere and so many days have passed, and never later than
 * the longest a link lasts; null: that is before its day is over.
 */
export function linkEnds(request: { askedAt: Date; due: string; graceDays: number }): Date | null {
  const dueIsOver = Date.parse(`${request.due}T00:00:00Z`) + 1.5 * DAY_MS
  const longest = request.askedAt.getTime() + LINK_LASTS_AT_MOST_DAYS * DAY_MS
  if (dueIsOver > longest) return null
  return new Date(Math.min(dueIsOver + request.graceDays * DAY_MS, longest))
}
