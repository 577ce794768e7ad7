import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import {
  commentId,
  editionId,
  initiativeId,
  meetingId,
  narrativeId,
  noteId,
  personId,
  questionId,
} from '../ids.ts'
import { byline } from '../people/person.ts'
import { pick } from '../refusals.ts'
import { day, moment } from '../time.ts'
import { draftSelection, selection } from './anchor.ts'
import { type CommentKind, comment, commentKind, commentText, reply } from './comment.ts'
import { note, noteText } from './note.ts'
import { laterEnd, matters, question, questionState, questionText } from './question.ts'
import { questionStates } from './question-states.ts'
import { reviewRefusals } from './refusals.ts'

const base = oc.errors(commonRefusals)
const tags = ['reviews']
const matter = z.enum(matters).default('substance')
const kind = commentKind.default({ name: 'remark' })

/**
 * A question as the ledger shows it: with the names of who asked and who owes the answer. `by` and `asker` are null
 * where the company keeps names until the asker speaks, and they never spoke (R7).
 */
export const ledgerEntry = question.extend({
  by: personId.nullable(),
  asker: byline.nullable(),
  owner: byline.nullable(),
})

/** A question in the list that an idea keeps of them, with where it was asked. */
export const askedEntry = ledgerEntry.omit({ seal: true }).extend({ edition: z.int().nullable() })
export type AskedEntry = z.infer<typeof askedEntry>

const askedFilter = z.object({
  initiativeId,
  state: z.enum(questionStates).optional(),
  /** Who owes the answer. */
  owner: personId.optional(),
  /** Who asked; one whose name is kept is found by its asker alone (R7). */
  asker: personId.optional(),
  meetingId: meetingId.optional(),
  /** Words that stand in the question. */
  text: z.string().trim().max(200, 'Longer than 200 characters: use fewer words').default(''),
})
export type AskedFilter = z.infer<typeof askedFilter>

/** A suggestion proposes words in place of others (F3), and evidence speaks for some (W6), so they say which. */
const saysWhere = ({ kind, on }: { kind: CommentKind; on: unknown }) =>
  (kind.name !== 'suggestion' && kind.name !== 'evidence') || on !== null
const sayWhere = { error: 'this needs a passage: select the words it is about', path: ['on'] }

/** A question whose answer is owed, as a list across ideas shows it. */
export const owedAnswer = z.object({
  id: questionId,
  text: z.string(),
  initiativeId,
  initiativeName: z.string(),
  /** The line of the edition it was asked on; null: about the whole document. */
  line: z.int().nullable(),
  due: day,
  askedAt: moment,
})
export type OwedAnswer = z.infer<typeof owedAnswer>

/** A question of the viewer's that was given an end after its meeting, as a list across ideas shows it. */
export const answerGiven = owedAnswer.omit({ due: true }).extend({ state: questionState, endedAt: moment })

/** A thread in which somebody mentioned the viewer, as a list across ideas shows it. */
export const askedOfYou = z.object({
  /** The thread. */
  id: commentId,
  /** What was said last to the viewer, with `mentioned` for its names. */
  text: z.string(),
  mentioned: z.array(byline),
  by: byline,
  at: moment,
  initiativeId,
  initiativeName: z.string(),
  narrativeId,
  /** Where it was made; null: on the draft. */
  edition: z.object({ id: editionId, number: z.int() }).nullable(),
})
export type AskedOfYou = z.infer<typeof askedOfYou>

const mentionRefusals = pick(reviewRefusals, 'cannot-read-it', 'too-many-mentioned')

export const commentNews = z.object({
  /** `all` comes first: whoever was away asks for everything once. */
  what: z.enum(['all', 'posted', 'changed', 'removed']),
  commentId: commentId.nullable(),
  /** Null: on the draft. */
  editionId: editionId.nullable(),
})
export type CommentNews = z.infer<typeof commentNews>

export const reviewsContract = {
  listComments: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/comments',
      tags,
      summary: 'Comments on a draft',
    })
    .input(z.object({ narrativeId }))
    .output(z.array(comment)),
  /** Of the draft and of its editions. Whoever hears it asks again, and so is asked again for the right to read. */
  watchComments: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/comments/live',
      tags,
      summary: 'News of comments as it happens',
    })
    .input(z.object({ narrativeId }))
    .output(eventIterator(commentNews)),
  commentOnDraft: base
    .route({
      method: 'POST',
      path: '/narratives/{narrativeId}/comments',
      tags,
      summary: 'Comment on a draft',
    })
    .input(
      z
        .object({ narrativeId, text: commentText, kind, matter, on: draftSelection.nullable() })
        .refine(saysWhere, sayWhere),
    )
    .output(comment)
    .errors(pick(reviewRefusals, 'no-such-evidence'))
    .errors(mentionRefusals),
  listEditionComments: base
    .route({ method: 'GET', path: '/editions/{editionId}/comments', tags, summary: 'Comments on an edition' })
    .input(z.object({ editionId }))
    .output(z.array(comment)),
  commentOnEdition: base
    .route({ method: 'POST', path: '/editions/{editionId}/comments', tags, summary: 'Comment on an edition' })
    .input(
      z
        .object({ editionId, text: commentText, kind, matter, on: selection.nullable() })
        .refine(saysWhere, sayWhere),
    )
    .output(comment)
    .errors(pick(reviewRefusals, 'no-such-passage', 'no-such-evidence', 'edition-is-being-read'))
    .errors(mentionRefusals),
  reply: base
    .route({ method: 'POST', path: '/comments/{commentId}/replies', tags, summary: 'Reply to a comment' })
    .input(z.object({ commentId, text: commentText }))
    .output(reply)
    .errors(pick(reviewRefusals, 'edition-is-being-read'))
    .errors(mentionRefusals),
  editComment: base
    .route({
      method: 'PATCH',
      path: '/comments/{commentId}',
      tags,
      summary: 'Reword your own comment or reply',
    })
    .input(z.object({ commentId, text: commentText }))
    .output(z.object({ id: commentId, text: commentText }))
    .errors(pick(reviewRefusals, 'not-yours', 'edition-is-being-read'))
    .errors(mentionRefusals),
  removeComment: base
    .route({
      method: 'DELETE',
      path: '/comments/{commentId}',
      tags,
      summary: 'Take back your own comment or reply',
    })
    .input(z.object({ commentId }))
    .errors(pick(reviewRefusals, 'not-yours')),
  resolveComment: base
    .route({
      method: 'PUT',
      path: '/comments/{commentId}/resolved',
      tags,
      summary: 'Resolve or reopen a comment',
    })
    .input(z.object({ commentId, resolved: z.boolean() }))
    .output(comment),
  /**
   * Puts a comment that lost its place beside words of the draft, by hand (F2); null takes the last such act back. By its
   * author or whoever may edit the draft.
   */
  reattachComment: base
    .route({
      method: 'PUT',
      path: '/comments/{commentId}/place',
      tags,
      summary: 'Put a comment back beside words of the draft',
    })
    .input(z.object({ commentId, on: draftSelection.nullable() }))
    .output(comment)
    .errors(
      pick(
        reviewRefusals,
        'no-such-passage',
        'not-yours-to-place',
        'nothing-to-take-back',
        'about-the-whole',
        'edition-is-being-read',
      ),
    ),
  /** Whoever was mentioned has opened the thread: it no longer stands on their desk. */
  openThread: base
    .route({
      method: 'PUT',
      path: '/comments/{commentId}/opened',
      tags,
      summary: 'Say that you have opened a thread in which you are mentioned',
    })
    .input(z.object({ commentId })),
  /** Threads in which you are mentioned, until you open them or they are resolved. */
  askedOfYou: base
    .route({ method: 'GET', path: '/asked-of-you', tags, summary: 'Threads in which you are mentioned' })
    .output(z.array(askedOfYou)),
  settleSuggestion: base
    .route({
      method: 'PUT',
      path: '/comments/{commentId}/settled',
      tags,
      summary: 'Accept or reject a suggestion',
    })
    .input(z.object({ commentId, settled: z.enum(['accepted', 'rejected']) }))
    .output(comment)
    .errors(pick(reviewRefusals, 'not-a-suggestion', 'already-settled', 'passage-has-changed')),

  /** Sealed until the reveal; open at once when the questions are open already. `key` makes a repeat harmless. */
  postQuestion: base
    .route({
      method: 'POST',
      path: '/meetings/{meetingId}/questions',
      tags,
      summary: 'Ask a question in a meeting',
    })
    .input(
      z.object({
        meetingId,
        key: z.uuid('not a key: send a new UUID with each act'),
        text: questionText,
        matter,
        on: selection.nullable(),
        /** It was written while questions were sealed: it is taken under the seal or not at all (R7). */
        underSeal: z.boolean().default(false),
        /** The paper reader the note-taker asks for, after the reveal only (R19). */
        by: personId.optional(),
      }),
    )
    .output(question)
    .errors(
      pick(
        reviewRefusals,
        'no-such-passage',
        'no-questions-now',
        'questions-are-open',
        'not-in-the-room',
        'not-the-note-taker',
      ),
    ),
  editQuestion: base
    .route({
      method: 'PATCH',
      path: '/questions/{questionId}',
      tags,
      summary: 'Reword your own sealed question',
    })
    .input(z.object({ questionId, text: questionText, matter: z.enum(matters).optional() }))
    .output(question)
    .errors(pick(reviewRefusals, 'already-open')),
  withdrawQuestion: base
    .route({
      method: 'DELETE',
      path: '/questions/{questionId}',
      tags,
      summary: 'Take back your own sealed question',
    })
    .input(z.object({ questionId }))
    .errors(pick(reviewRefusals, 'already-open')),
  /** R17: *that answers it* or *not yet*, from the person who asked; null takes back what they said. */
  acceptAnswer: base
    .route({
      method: 'PUT',
      path: '/questions/{questionId}/accepted',
      tags,
      summary: 'Say whether it is answered',
    })
    .input(z.object({ questionId, accepted: z.boolean().nullable() }))
    .output(question)
    .errors(pick(reviewRefusals, 'not-the-asker', 'the-idea-is-being-read')),
  /** F5, P4: by whoever owes the answer, or may edit the idea. What its asker said of an earlier answer is forgotten. */
  settleQuestion: base
    .route({
      method: 'PUT',
      path: '/questions/{questionId}/end',
      tags,
      summary: 'Answer a question on record, hand it over, or say that it is out of scope',
    })
    .input(z.object({ questionId, state: laterEnd }))
    .output(question)
    .errors(
      pick(
        reviewRefusals,
        'not-yours-to-settle',
        'not-on-record',
        'was-withdrawn',
        'in-the-faq-already',
        'due-is-past',
        'cannot-read-it',
        'the-idea-is-being-read',
      ),
    ),
  /** F5. Nothing sealed is in it, and nothing of a meeting that is still running. */
  ledger: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/questions',
      tags,
      summary: 'Every question asked',
    })
    .input(z.object({ initiativeId }))
    .output(z.array(ledgerEntry)),
  /** F5, in pages. What is not on record is not in it and not in its counts either, not even one's own (R7). */
  asked: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/asked',
      tags,
      summary: 'The questions on record of an idea, latest first, filtered and in pages',
    })
    .input(
      askedFilter.extend({
        /** The last question of the page before. */
        before: questionId.optional(),
        most: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ questions: z.array(askedEntry), more: z.boolean() })),
  askedCounts: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/asked/counts',
      tags,
      summary:
        'How many questions on record are in each state, and by whom and in which meetings they were asked',
    })
    .input(askedFilter.omit({ state: true }))
    .output(
      z.object({
        /** Of those that fit. */
        states: z.record(z.enum(questionStates), z.int()),
        /** Of the idea, whatever else is asked for. */
        meetings: z.array(z.object({ meetingId, edition: z.int().nullable(), from: moment })),
        askers: z.array(byline),
      }),
    ),
  /** F5, Q3: what a room has left you to find out, the most pressing first. */
  owed: base
    .route({ method: 'GET', path: '/owed/answers', tags, summary: 'Answers you owe' })
    .output(z.array(owedAnswer)),
  /** F5, Q3: what became of your questions since their meeting, as long as you have not said whether that answers them. */
  answersGiven: base
    .route({
      method: 'GET',
      path: '/answers-given',
      tags,
      summary: 'Answers given to your questions after their meetings',
    })
    .output(z.array(answerGiven)),

  /** Your own notes on an edition; there is no way to ask for anybody else's. */
  listOwnNotes: base
    .route({
      method: 'GET',
      path: '/editions/{editionId}/notes',
      tags,
      summary: 'Your own notes on an edition',
    })
    .input(z.object({ editionId }))
    .output(z.array(note)),
  postNote: base
    .route({ method: 'POST', path: '/editions/{editionId}/notes', tags, summary: 'Make a private note' })
    .input(
      z.object({
        editionId,
        text: noteText,
        on: selection.nullable(),
        /** Sent again with the same one, it is the same note: what was kept through a lost connection is there once. */
        key: z.uuid('not a key: send a new UUID with each note').optional(),
      }),
    )
    .output(note)
    .errors(pick(reviewRefusals, 'no-such-passage')),
  editNote: base
    .route({ method: 'PATCH', path: '/notes/{noteId}', tags, summary: 'Reword a private note' })
    .input(z.object({ noteId, text: noteText }))
    .output(note),
  deleteNote: base
    .route({ method: 'DELETE', path: '/notes/{noteId}', tags, summary: 'Delete a private note' })
    .input(z.object({ noteId })),
}
