import * as z from 'zod'
import { editionId, initiativeId, meetingId, personId } from '../ids.ts'
import { timesShown } from '../people/workspace.ts'

/** R12. One person may hold several; in a company of three everybody does. */
export const inviteRoles = [
  'facilitator',
  'deputy',
  'note-taker',
  'decider',
  'author',
  'bar-raiser',
  'reader',
] as const
/** A guest is from outside the company: reads, asks and speaks, and is given no other role. */
export const roles = [...inviteRoles, 'guest'] as const
export type Role = (typeof roles)[number]
export type InviteRole = (typeof inviteRoles)[number]

/** R2: what the meeting is for, chosen when it is scheduled. */
export const purposes = ['improve', 'decide'] as const
export type Purpose = (typeof purposes)[number]

/** Milliseconds since the epoch, as the log keeps them; on the wire a moment is ISO text. */
export const instant = z.int()

/** `band` (P2) only orders speakers. It is in the log and in no projection. */
export const invited = z.object({
  personId,
  roles: z.array(z.enum(roles)).min(1),
  band: z.int().min(0).nullable(),
})
export type Invited = z.infer<typeof invited>

/** R8: what comes first in the discussion. `asked`: what most people ask; `must`: what has to be answered before a yes. */
export const discussionOrders = ['page', 'asked', 'must'] as const
export type DiscussionOrder = (typeof discussionOrders)[number]

/** The company's settings as they stood when the meeting was scheduled, so that no rule changes under a room. */
export const meetingSettings = z.object({
  /** Between the facilitator's word and the reveal (R7). */
  countdownSeconds: z.int().min(0).max(60),
  /** Names beside questions as they open, or none until the asker speaks (R7). */
  namesAtReveal: z.boolean(),
  /** Whether the facilitator sees who has finished, or only how many (R6). */
  namesOfFinished: z.boolean(),
  /** How long the facilitator is away before a deputy is offered the role (R12). */
  deputyAfterSeconds: z.int().min(5).max(600),
  /** Who sees the time that is meant for the question at hand; the others see only that it is over (R10). */
  timePerQuestion: z.enum(timesShown).default('facilitator'),
})
export type MeetingSettings = z.infer<typeof meetingSettings>

export const defaultMeetingSettings: MeetingSettings = {
  countdownSeconds: 10,
  namesAtReveal: true,
  namesOfFinished: false,
  deputyAfterSeconds: 30,
  timePerQuestion: 'facilitator',
}

const minutes = z.int().min(1, 'a minute at least').max(240, 'at most 240 minutes')
export const readingMinutes = minutes
export const discussionMinutes = minutes

/** Everything fixed before a meeting starts. R1: there is no plan without an edition and its hash. */
export const plan = z.object({
  meetingId,
  initiativeId,
  edition: z.object({
    id: editionId,
    number: z.int().min(1),
    hash: z.string().min(1),
    pages: z.int().min(1),
  }),
  purpose: z.enum(purposes),
  startsAt: instant,
  place: z.string(),
  callLink: z.string(),
  readingMinutes,
  discussionMinutes,
  attendees: z.array(invited),
  settings: meetingSettings,
  /** Why a decision is asked for although questions are not ready (W4); empty when none was needed. */
  whyNow: z.string(),
})
export type Plan = z.infer<typeof plan>
