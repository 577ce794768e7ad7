import * as z from 'zod'
import { commentId, editionId, initiativeId, questionId } from '../ids.ts'
import { sides } from '../initiatives/claims.ts'
import { entryId } from '../initiatives/shapes.ts'
import { byline } from '../people/person.ts'
import { moment } from '../time.ts'
import { anchor, place, relativePosition } from './anchor.ts'
import { matters } from './question.ts'

export const commentText = z
  .string()
  .trim()
  .min(1, 'The comment is empty: write a few words')
  .max(8000, 'The comment is longer than 8000 characters: shorten it')

/** F3: what a comment is. A suggestion proposes words in place of the passage; evidence says whether it is so. */
export const commentKind = z.discriminatedUnion('name', [
  z.object({ name: z.literal('remark') }),
  z.object({ name: z.literal('question') }),
  z.object({
    name: z.literal('suggestion'),
    replacement: z.string().max(8000, 'The proposed words are longer than 8000 characters: shorten them'),
    settled: z.enum(['accepted', 'rejected']).nullable().default(null),
  }),
  /** W6: a piece of the idea's evidence speaks for the passage or against it; the text says what it says. */
  z.object({ name: z.literal('evidence'), evidenceId: entryId, side: z.enum(sides) }),
])
export type CommentKind = z.infer<typeof commentKind>

export const reply = z.object({
  id: commentId,
  by: byline,
  /** People mentioned in it stand there by id (`mention.ts`); their names are in `mentioned`. */
  text: commentText,
  mentioned: z.array(byline),
  createdAt: moment,
  changedAt: moment.nullable(),
  /**
   * Who wrote it in Word, where somebody brought it back from there: a name that was typed into Word, and nobody of
   * the company. `by` is then whoever brought it.
   */
  fromWord: z.object({ author: z.string(), at: z.string().nullable() }).nullable(),
})
export type Reply = z.infer<typeof reply>

/** A comment with its thread. It never vanishes: what has lost its place is listed with its old quote (F2). */
export const comment = reply.extend({
  initiativeId,
  kind: commentKind,
  matter: z.enum(matters),
  /** Null: about the whole document. */
  anchor: anchor.nullable(),
  /**
   * Where its passage stands in the text it was asked for with, when it was made on another: of an edition in the
   * draft, of the draft or an earlier edition in an edition. Null when it was made on this one.
   */
  carried: place
    .extend({
      line: z.int().nullable(),
      /** The edition it was made on; null: the draft. */
      edition: z.object({ id: editionId, number: z.int() }).nullable(),
      /** Yjs relative positions of the passage in the draft; null in an edition. */
      start: relativePosition,
      end: relativePosition,
    })
    .nullable(),
  /** Who put it back by hand after it had lost its place; null: it stands where it was made. */
  putBack: z.object({ by: byline, at: moment }).nullable(),
  /** Somebody mentioned the viewer here, who has not opened the thread since. */
  asksYou: z.boolean(),
  /** The question it was said to, where that went out to Word as a comment and was replied to there. */
  question: z.object({ id: questionId, text: z.string() }).nullable(),
  replies: z.array(reply),
  resolved: z.object({ by: byline, at: moment }).nullable(),
})
export type Comment = z.infer<typeof comment>
