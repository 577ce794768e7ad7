import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../../common-refusals.ts'
import { editionId, feedbackRequestId, initiativeId, narrativeId, personId } from '../../ids.ts'
import { me } from '../../people/contract.ts'
import { rounds } from '../../people/rounds.ts'
import { pick } from '../../refusals.ts'
import { day } from '../../time.ts'
import { reviewRefusals } from '../refusals.ts'
import { feedbackAsked, feedbackRequest, MOST_ASKED, readership, wants } from './feedback.ts'
import { MOST_OUTSIDE, outsideLink, outsider } from './outside.ts'

const base = oc.errors(commonRefusals)
const tags = ['feedback']

export const feedbackContract = {
  /**
   * F1. It opens nothing to a colleague: whoever is asked by name must be able to read the idea already. To somebody
   * outside it opens this one document, by a link in a letter.
   */
  ask: base
    .route({
      method: 'POST',
      path: '/narratives/{narrativeId}/feedback',
      tags,
      summary: 'Ask people for feedback on the draft or an edition',
    })
    .input(
      z
        .object({
          narrativeId,
          key: z.uuid('not a key: send a new UUID with each request, and the same one when you repeat it'),
          /** Null: the live draft. */
          editionId: editionId.nullable(),
          round: z.enum(rounds),
          wants: z.array(z.enum(wants)).min(1, 'choose at least one kind of feedback'),
          people: z.array(personId).max(MOST_ASKED, `name at most ${MOST_ASKED} people`),
          /** People without an account. */
          outside: z
            .array(outsider)
            .max(MOST_OUTSIDE, `write to at most ${MOST_OUTSIDE} addresses`)
            .default([]),
          due: day,
          note: z.string().trim().max(500, 'at most 500 characters').default(''),
        })
        .refine(({ people, outside }) => people.length + outside.length > 0, {
          error: 'name at least one person, or an address',
          path: ['people'],
        }),
    )
    .output(feedbackRequest)
    .errors(
      pick(
        reviewRefusals,
        'cannot-read-it',
        'due-is-past',
        'outside-is-forbidden',
        'nobody-carries-mail',
        'has-an-account',
        'wants-no-letters',
        'due-too-far',
      ),
    ),
  /** The latest first, with what came back of each; for those who write the document. */
  list: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/feedback',
      tags,
      summary: 'Feedback asked for',
    })
    .input(z.object({ initiativeId }))
    .output(z.array(feedbackRequest)),
  readership: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/readership',
      tags,
      summary: 'How many have read an idea before its meeting, and from where',
    })
    .input(z.object({ initiativeId }))
    .output(readership),
  end: base
    .route({
      method: 'PUT',
      path: '/initiatives/{initiativeId}/feedback/{requestId}/ended',
      tags,
      summary: 'End a request for feedback, or take that back',
    })
    .input(z.object({ initiativeId, requestId: feedbackRequestId, ended: z.boolean() })),
  /** What is asked of the viewer and not read yet, the most pressing first. */
  askedOfYou: base
    .route({ method: 'GET', path: '/feedback/asked-of-you', tags, summary: 'Feedback asked of you' })
    .output(z.array(feedbackAsked)),
  /** One request, for whoever was asked. */
  asked: base
    .route({ method: 'GET', path: '/feedback/{requestId}', tags, summary: 'What is asked of you' })
    .input(z.object({ requestId: feedbackRequestId }))
    .output(feedbackAsked),
  /** Sent each minute the document is in front of the reader: one minute at most is counted for each that passes. */
  noteMinute: base
    .route({
      method: 'POST',
      path: '/feedback/{requestId}/minutes',
      tags,
      summary: 'Say that you have read for a minute',
    })
    .input(z.object({ requestId: feedbackRequestId, page: z.int().min(1).nullable() })),
  sayRead: base
    .route({
      method: 'PUT',
      path: '/feedback/{requestId}/read',
      tags,
      summary: 'Say that you have read it, or take that back',
    })
    .input(z.object({ requestId: feedbackRequestId, read: z.boolean() })),

  /** By the link in the letter, again and again until it ends. The answer carries the session that it is worth. */
  openLink: base
    .route({
      method: 'POST',
      path: '/feedback/links/{token}/opened',
      tags,
      summary: 'Come in by the link in a letter',
    })
    .input(z.object({ token: z.string().max(100) }))
    .output(z.object({ me, requestId: feedbackRequestId }))
    .errors(pick(reviewRefusals, 'link-is-over')),
  /** Of everybody’s: an administrator sees who outside reads something, and not what. */
  outsideLinks: base
    .route({ method: 'GET', path: '/feedback/links', tags, summary: 'Links of readers without an account' })
    .output(z.array(outsideLink)),
  /** At once, wherever it is open (A3); what they said stays. */
  endLink: base
    .route({
      method: 'DELETE',
      path: '/feedback/links/of/{personId}',
      tags,
      summary: 'End the link of a reader without an account',
    })
    .input(z.object({ personId }))
    .errors(pick(reviewRefusals, 'not-yours-to-end')),
  /** For a letter that was lost: another link, which opens what the first does. */
  sendAgain: base
    .route({
      method: 'POST',
      path: '/feedback/links/of/{personId}/again',
      tags,
      summary: 'Send the letter again to a reader without an account',
    })
    .input(z.object({ personId }))
    .errors(
      pick(
        reviewRefusals,
        'not-yours-to-end',
        'link-is-over',
        'nobody-carries-mail',
        'wants-no-letters',
        'nothing-to-send-again',
        'sent-lately',
      ),
    ),
  /** For a reader without an account: `changed` when somebody answered them, and it ends when the link does. */
  watchVisit: base
    .route({ method: 'GET', path: '/feedback/visit/live', tags, summary: 'News of your visit' })
    .output(eventIterator(z.literal('changed'))),
}
