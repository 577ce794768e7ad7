import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../../common-refusals.ts'
import { editionId, feedbackRequestId, initiativeId, narrativeId, personId } from '../../ids.ts'
import { pick } from '../../refusals.ts'
import { day } from '../../time.ts'
import { reviewRefusals } from '../refusals.ts'
import { feedbackAsked, feedbackRequest, MOST_ASKED, readership, rounds, wants } from './feedback.ts'

const base = oc.errors(commonRefusals)
const tags = ['feedback']

export const feedbackContract = {
  /** F1. It opens nothing to anybody: whoever is asked must be able to read the idea already. */
  ask: base
    .route({
      method: 'POST',
      path: '/narratives/{narrativeId}/feedback',
      tags,
      summary: 'Ask people for feedback on the draft or an edition',
    })
    .input(
      z.object({
        narrativeId,
        key: z.uuid('not a key: send a new UUID with each request, and the same one when you repeat it'),
        /** Null: the live draft. */
        editionId: editionId.nullable(),
        round: z.enum(rounds),
        wants: z.array(z.enum(wants)).min(1, 'choose at least one kind of feedback'),
        people: z
          .array(personId)
          .min(1, 'name at least one person')
          .max(MOST_ASKED, `name at most ${MOST_ASKED} people`),
        due: day,
        note: z.string().trim().max(500, 'at most 500 characters').default(''),
      }),
    )
    .output(feedbackRequest)
    .errors(pick(reviewRefusals, 'cannot-read-it', 'due-is-past')),
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
}
