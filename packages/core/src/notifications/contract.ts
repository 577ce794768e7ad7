import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { commentId, editionId, initiativeId, narrativeId } from '../ids.ts'
import { about } from '../initiatives/activity.ts'
import { byline } from '../people/person.ts'
import { moment } from '../time.ts'
import { newsKinds } from './kinds.ts'

const base = oc.errors(commonRefusals)
const tags = ['news']

/** One thing that somebody else did. `says` follows their name ("froze edition 3"); of a comment it is its words. */
const newsLine = z.object({
  id: z.uuid(),
  at: moment,
  actor: byline.nullable(),
  kind: z.enum(newsKinds),
  says: z.string(),
  reason: z.string(),
  about: about.nullable(),
  /** Where it stands, when it is a comment. */
  comment: z.object({ id: commentId, narrativeId, editionId: editionId.nullable() }).nullable(),
  initiative: z.object({ id: initiativeId, name: z.string() }),
})
export type NewsLine = z.infer<typeof newsLine>

const choices = z.object({ unwanted: z.array(z.enum(newsKinds)).max(newsKinds.length) })

/** When one last said that all before was seen; null: never. */
const seen = z.object({ seenAt: moment.nullable() })

export const notificationsContract = {
  /** The latest first: of ideas one owns, is named on, meets about, was asked to read or commented on. */
  list: base
    .route({ method: 'GET', path: '/news', tags, summary: 'What others did where you take part' })
    .input(
      z.object({
        /** Lines before this one: its moment, and its id among those of the same moment. */
        before: moment.optional(),
        beforeId: z.uuid().optional(),
        /** Only what is new since `seenAt`. */
        unseen: z.stringbool().or(z.boolean()).default(false),
        most: z.coerce.number().int().min(1).max(100).default(50),
      }),
    )
    .output(seen.extend({ lines: z.array(newsLine), more: z.boolean() })),
  count: base
    .route({ method: 'GET', path: '/news/count', tags, summary: 'How much of it is new, a hundred at most' })
    .output(z.object({ unseen: z.int() })),
  see: base
    .route({
      method: 'PUT',
      path: '/news/seen',
      tags,
      summary: 'Say until when all was seen, or take that back',
    })
    .input(seen)
    .output(seen),
  choices: base
    .route({ method: 'GET', path: '/news/choices', tags, summary: 'Which kinds of news you do without' })
    .output(choices),
  choose: base
    .route({
      method: 'PUT',
      path: '/news/choices',
      tags,
      summary: 'Choose which kinds of news you do without',
    })
    .input(choices)
    .output(choices),
}
