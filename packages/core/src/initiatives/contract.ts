import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { groupId, initiativeId, personId } from '../ids.ts'
import { rights } from '../people/permissions.ts'
import { byline } from '../people/person.ts'
import { pick } from '../refusals.ts'
import { line, prose } from '../text.ts'
import { moment } from '../time.ts'
import { activity } from './activity.ts'
import { promptIds, verdicts } from './coherence.ts'
import { headline, initiative, relationEntry, relations, visibilities } from './initiative.ts'
import { questionIds } from './questions.ts'
import { readinessStates } from './readiness.ts'
import { initiativeRefusals } from './refusals.ts'
import { answerPatch, answers, nextStep, promptAnswer, readiness } from './shapes.ts'
import { type SetAsideReason, setAsideReasons, stages } from './stages.ts'

const base = oc.errors(commonRefusals)
const tags = ['initiatives']
const reason = prose('The reason', 1000).trim()
// the keys of a literal object are its keys
const setAsideReasonIds = Object.keys(setAsideReasons) as [SetAsideReason, ...SetAsideReason[]]

const listed = initiative.extend({
  readiness: z.record(z.enum(questionIds), z.enum(readinessStates)),
  /** The right the person who asks has on it. */
  right: z.enum(rights),
})
export type ListedInitiative = z.infer<typeof listed>

const question = z.object({
  id: z.enum(questionIds),
  title: z.string(),
  ask: z.string(),
  why: z.string(),
  bar: z.string(),
  start: z.string(),
})

/** Everything an idea's page shows of the idea itself. */
export const initiativePage = initiative.extend({
  right: z.enum(rights),
  questions: z.array(question),
  answers,
  /** To be sent back with an answer: it says what the edit was made on. */
  versions: z.record(z.enum(questionIds), z.int()),
  readiness,
  prompts: z.array(promptAnswer),
  relations: z.array(relationEntry.extend({ person: byline })),
  /** Whether its first meeting has begun: from then on putting it away is a decision. */
  met: z.boolean(),
  /** The stages to which the person who asks may move it now. */
  moves: z.array(z.enum(stages)),
  next: nextStep,
})
export type InitiativePage = z.infer<typeof initiativePage>

/** An earlier idea that a new one resembles. */
const resembling = z.object({
  id: initiativeId,
  name: z.string(),
  stage: z.enum(stages),
  stageSince: moment,
  owner: byline,
  /** Why it was put away, in the words on the record; empty for one that was not. */
  reason: z.string(),
})
export type ResemblingInitiative = z.infer<typeof resembling>

/** News that something on the page changed; who hears it asks again, and so is asked again for the right to know. */
export const initiativeNews = z.object({
  what: z.enum(['answer', 'initiative', 'activity']),
  question: z.enum(questionIds).nullable(),
  version: z.int().nullable(),
})
export type InitiativeNews = z.infer<typeof initiativeNews>

/** Somebody types in a field of an answer; null when they stopped. Kept nowhere: who hears it forgets it soon. */
export const writing = z.object({
  person: byline,
  question: z.enum(questionIds).nullable(),
  field: z.string().nullable(),
})
export type Writing = z.infer<typeof writing>

export const initiativesContract = {
  create: base
    .route({ method: 'POST', path: '/initiatives', tags, summary: 'Begin an idea with a headline' })
    .input(
      z.object({
        name: headline,
        visibility: z.enum(visibilities).default('company'),
        /** Left out: the group of who begins it (`me.ownGroup`). */
        groupId: groupId.optional(),
      }),
    )
    .output(initiativePage)
    .errors(pick(initiativeRefusals, 'unknown-group')),
  list: base
    .route({
      method: 'GET',
      path: '/initiatives',
      tags,
      summary: 'The ideas you may read, latest change first',
    })
    .input(
      z.object({
        stage: z.enum(stages).optional(),
        /** Only those I own or write. */
        mine: z.stringbool().or(z.boolean()).default(false),
        /** Only those of this group and of the groups that stand in it. */
        group: groupId.optional(),
        /** Words that stand in the headline, the customer or the benefit. */
        text: z.string().trim().max(200, 'Longer than 200 characters: use fewer words').default(''),
        /** Leave out what was put away or has come to its end. */
        open: z.stringbool().or(z.boolean()).default(false),
        /** A page of the list: what stood last in the one before. */
        before: z.object({ at: moment, id: initiativeId }).optional(),
        most: z.coerce.number().int().min(1).max(200).default(100),
      }),
    )
    .output(z.object({ initiatives: z.array(listed), more: z.boolean() })),
  resembling: base
    .route({
      method: 'GET',
      path: '/resembling',
      tags,
      summary: 'Earlier ideas you may read that resemble a headline: set aside, parked, then the others',
    })
    .input(z.object({ title: z.string().trim().max(200, 'Longer than 200 characters: shorten it') }))
    .output(z.array(resembling)),
  get: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}',
      tags,
      summary: 'An idea with its five answers',
    })
    .input(z.object({ initiativeId }))
    .output(initiativePage),
  update: base
    .route({
      method: 'PATCH',
      path: '/initiatives/{initiativeId}',
      tags,
      summary: 'Change headline, owner or who may read it',
    })
    .input(
      z.object({
        initiativeId,
        name: headline.optional(),
        visibility: z.enum(visibilities).optional(),
        ownerId: personId.optional(),
      }),
    )
    .output(initiativePage)
    .errors(pick(initiativeRefusals, 'unknown-person')),
  move: base
    .route({
      method: 'PUT',
      path: '/initiatives/{initiativeId}/group',
      tags,
      summary: 'Move an idea to another group',
      description: 'For its owner, and for an administrator who may read it.',
    })
    .input(z.object({ initiativeId, groupId }))
    .output(initiativePage)
    .errors(pick(initiativeRefusals, 'unknown-group')),
  answer: base
    .route({
      method: 'PATCH',
      path: '/initiatives/{initiativeId}/answers',
      tags,
      summary: 'Save part of the answer to one of the five questions',
      description:
        'Edits of different fields made at once both survive. A field that somebody else changed after `version` is refused, and the answer as it stands comes back with the refusal. Who, situation, problem, its proof and the experience hold a little Markdown, line by line: **strong**, _emphasis_, [links](https://…), links to evidence as [words](evidence:ID), and lines that begin with “- ” or “1. ”.',
    })
    .input(z.object({ initiativeId, version: z.int().min(0), patch: answerPatch }))
    .output(
      z.object({
        version: z.int(),
        answers,
        readiness,
        /** Whether this first answer moved the idea on to its questions. */
        stage: z.enum(stages),
        next: nextStep,
      }),
    )
    .errors(pick(initiativeRefusals, 'answered-meanwhile', 'too-many-entries')),
  markReady: base
    .route({
      method: 'PUT',
      path: '/initiatives/{initiativeId}/readiness/{question}',
      tags,
      summary: 'Mark a thin answer as ready, with the reason; without one, take the mark back',
    })
    .input(
      z.object({ initiativeId, question: z.enum(questionIds), reason: line('The reason', 500).nullable() }),
    )
    .output(z.object({ readiness, next: nextStep }))
    .errors(pick(initiativeRefusals, 'nothing-to-mark')),
  answerPrompt: base
    .route({
      method: 'PUT',
      path: '/initiatives/{initiativeId}/prompts/{prompt}',
      tags,
      summary: 'Say whether the answers hold together',
    })
    .input(
      z.object({
        initiativeId,
        prompt: z.enum(promptIds),
        verdict: z.enum(verdicts),
        note: prose('The note', 1000).trim().default(''),
      }),
    )
    .output(z.array(promptAnswer)),
  changeStage: base
    .route({ method: 'POST', path: '/initiatives/{initiativeId}/stage', tags, summary: 'Move the idea on' })
    .input(
      z.object({
        initiativeId,
        to: z.enum(stages),
        reason: reason.default(''),
        /** Asked for when it is set aside. */
        setAside: z.enum(setAsideReasonIds).optional(),
      }),
    )
    .output(initiativePage)
    .errors(
      pick(initiativeRefusals, 'stage-not-open', 'needs-a-decision', 'only-the-owner', 'reason-missing'),
    ),
  proposeReopening: base
    .route({
      method: 'POST',
      path: '/initiatives/{initiativeId}/reopening',
      tags,
      summary: 'Propose to take up again what was put away, as a new iteration',
    })
    .input(z.object({ initiativeId, reason: line('The reason', 1000) }))
    .errors(pick(initiativeRefusals, 'stage-not-open')),
  share: base
    .route({
      method: 'PUT',
      path: '/initiatives/{initiativeId}/people',
      tags,
      summary: 'Say who may read the idea and who may write in it',
      description: 'Replaces the whole list. The owner is not on it: they hold every right.',
    })
    .input(
      z.object({
        initiativeId,
        visibility: z.enum(visibilities).optional(),
        people: z
          .array(z.object({ personId, relation: z.enum(relations) }))
          .max(500, 'More than 500 people: open it to the whole company'),
      }),
    )
    .output(initiativePage)
    .errors(pick(initiativeRefusals, 'unknown-person')),
  activity: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/activity',
      tags,
      summary: 'What happened, latest first',
    })
    .input(
      z.object({
        initiativeId,
        before: moment.optional(),
        most: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ activity: z.array(activity), more: z.boolean() })),
  /** Ends when the right to read is lost. */
  watch: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/live',
      tags,
      summary: 'News of the idea as it happens',
    })
    .input(z.object({ initiativeId }))
    .output(eventIterator(initiativeNews)),
  sayWriting: base
    .route({
      method: 'POST',
      path: '/initiatives/{initiativeId}/writing',
      tags,
      summary: 'Say to who has the five answers open that you write in one; again every few seconds',
    })
    .input(
      z.object({
        initiativeId,
        question: z.enum(questionIds).nullable(),
        field: line('The field', 80).nullable(),
      }),
    ),
  /** Ends when the right to read is lost. Whose own ends is no longer said to write. */
  watchWriting: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/writing/live',
      tags,
      summary: 'Who else writes in which answer, as it happens',
    })
    .input(z.object({ initiativeId }))
    .output(eventIterator(writing)),
}
