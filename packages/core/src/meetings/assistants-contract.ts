import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { editionId, initiativeId, meetingId, personId } from '../ids.ts'
import { byline } from '../people/person.ts'
import { pick } from '../refusals.ts'
import { moment } from '../time.ts'
import { always, key, meetingLine, proposal, scheduling, schedulingRefusals } from './contract.ts'
import { meetingRefusals } from './refusals.ts'

const base = oc.errors(commonRefusals)
const tags = ['assistants']
const path = '/people/{principalId}/scheduling'

/** What an assistant is shown of somebody they schedule for; no word of a document is in it. */
const scheduledFor = z.object({
  principal: byline,
  /** Those the principal may schedule for, with the editions to choose from, the newest first. */
  ideas: z.array(
    z.object({
      id: initiativeId,
      name: z.string(),
      editions: z.array(
        z.object({ id: editionId, number: z.int(), pages: z.int(), readingMinutes: z.number() }),
      ),
    }),
  ),
  /** Those to come on these ideas, soonest first. */
  meetings: z.array(
    meetingLine
      .pick({
        id: true,
        initiativeId: true,
        initiativeName: true,
        editionNumber: true,
        purpose: true,
        startsAt: true,
        minutes: true,
      })
      .extend({
        invited: z.array(z.string()),
        /** Whether it can be moved and called off in the principal's name: they facilitate it. */
        mayChange: z.boolean(),
      }),
  ),
})
export type ScheduledFor = z.infer<typeof scheduledFor>

/** As to whoever schedules for themselves, but for why a question is thin: that is said in words of the answer. */
const assistantProposal = proposal.extend({
  unready: z.array(proposal.shape.unready.element.omit({ why: true })),
})
export type AssistantProposal = z.infer<typeof assistantProposal>

/** One of the principal's meetings, and the act's own key. */
const ofMeeting = z.object({ principalId: personId, meetingId, key })
const changing = pick(meetingRefusals, ...always, 'not-the-facilitator', 'the-questions-were-opened')

/**
 * Scheduling for somebody else, without a right to read. Beside the rights and not among them: whoever is not named by
 * the principal, and whatever the principal may not schedule, is not found.
 */
export const assistantsContract = {
  see: base
    .route({ method: 'GET', path, tags, summary: 'What you may schedule for somebody' })
    .input(z.object({ principalId: personId }))
    .output(scheduledFor),
  propose: base
    .route({
      method: 'POST',
      path: `${path}/proposals`,
      tags,
      summary: 'What a meeting of theirs would look like',
    })
    .input(z.object({ principalId: personId, initiativeId, editionId }))
    .output(assistantProposal),
  schedule: base
    .route({ method: 'POST', path, tags, summary: 'Schedule a meeting for somebody' })
    .input(scheduling.extend({ principalId: personId }))
    .output(z.object({ meetingId, startsAt: moment }))
    .errors({ ...schedulingRefusals, ...pick(meetingRefusals, 'scheduled-unread') }),
  move: base
    .route({
      method: 'POST',
      path: `${path}/{meetingId}/move`,
      tags,
      summary: 'Move a meeting of theirs before it starts',
    })
    .input(ofMeeting.extend({ startsAt: moment }))
    .errors(changing),
  callOff: base
    .route({
      method: 'POST',
      path: `${path}/{meetingId}/call-off`,
      tags,
      summary: 'Call a meeting of theirs off',
    })
    .input(ofMeeting)
    .errors(changing),
}
