import * as z from 'zod'
import { editionId, feedbackRequestId, initiativeId, narrativeId } from '../../ids.ts'
import { byline } from '../../people/person.ts'
import { type Round, rounds } from '../../people/rounds.ts'
import { day, moment } from '../../time.ts'
import { outsideReader } from './outside.ts'

/** What feedback is wanted on. */
export const wants = ['concept', 'feasibility', 'pricing', 'economics', 'regulation', 'form'] as const
export type Want = (typeof wants)[number]

/** More than these are a meeting, not a round of feedback. */
export const MOST_ASKED = 200

export const feedbackReader = z.object({
  person: byline,
  /** The id of one of the workspace's functional areas. */
  functionalArea: z.string().nullable(),
  readAt: moment.nullable(),
  /** Minutes the page was open in front of them. To see whether it was read, never to appraise. */
  minutes: z.int(),
  /** The furthest page of the edition they had before them; null on a draft, and before they open it. */
  page: z.int().nullable(),
  /** What they have said of the document since they were asked. */
  comments: z.int(),
  outside: outsideReader,
})
export type FeedbackReader = z.infer<typeof feedbackReader>

const about = z.object({
  id: feedbackRequestId,
  initiativeId,
  narrativeId,
  title: z.string(),
  /** Null: the live draft. */
  edition: z
    .object({ id: editionId, number: z.int(), pages: z.int(), readingMinutes: z.number() })
    .nullable(),
  round: z.enum(rounds),
  wants: z.array(z.enum(wants)),
  note: z.string(),
  due: day,
  by: byline,
  askedAt: moment,
})

/** A request as its authors see it, with what came back. */
export const feedbackRequest = about.extend({ endedAt: moment.nullable(), readers: z.array(feedbackReader) })
export type FeedbackRequest = z.infer<typeof feedbackRequest>

/** A request as whoever was asked sees it: nothing of the others. */
export const feedbackAsked = about.extend({
  readAt: moment.nullable(),
  /** The last edition of the document that they said they had read, before this one; null when none. */
  readBefore: z.object({ id: editionId, number: z.int() }).nullable(),
})
export type FeedbackAsked = z.infer<typeof feedbackAsked>

/** Who has read an idea's documents when asked: how many, and from which functional areas. The owner is no reader. */
export const readership = z.object({ readers: z.int(), asked: z.int(), areas: z.array(z.string()) })
export type Readership = z.infer<typeof readership>

/** The round to propose: the one after the widest asked so far, and the first when none was. */
export function nextRound(asked: readonly Round[]): Round {
  const widest = Math.max(-1, ...asked.map((round) => rounds.indexOf(round)))
  return rounds[Math.min(widest + 1, rounds.length - 1)] ?? 'team'
}

/** One count for each person, however often they were asked. */
export function readershipOf(
  readers: readonly { personId: string; functionalArea: string | null; hasRead: boolean }[],
): Readership {
  const read = readers.filter(({ hasRead }) => hasRead)
  return {
    asked: new Set(readers.map(({ personId }) => personId)).size,
    readers: new Set(read.map(({ personId }) => personId)).size,
    areas: [...new Set(read.flatMap(({ functionalArea }) => functionalArea ?? []))].sort(),
  }
}

/** F1: what is to be said where a meeting is scheduled; null when readers from several places have read it. */
export function readershipWarning({ readers, asked, areas }: Readership): string | null {
  if (readers === 0)
    return asked === 0
      ? 'Nobody was asked for feedback. A meeting is better spent when somebody has read it before.'
      : 'Nobody who was asked has read it yet. A meeting is better spent when somebody has read it before.'
  if (readers > 1 && areas.length === 1) return 'Everybody who read it is from the same functional area.'
  return null
}
