import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { initiativeId, interviewId, personId, studyId } from '../ids.ts'
import { evidenceKinds } from '../initiatives/answers.ts'
import { entryId } from '../initiatives/shapes.ts'
import { byline } from '../people/person.ts'
import { pick } from '../refusals.ts'
import { line, prose } from '../text.ts'
import { day, moment } from '../time.ts'
import { evidenceRefusals } from './refusals.ts'
import { defaultPlan, standings } from './study.ts'

const base = oc.errors(commonRefusals)
const tags = ['evidence']
const path = '/initiatives/{initiativeId}/studies'
const one = `${path}/{studyId}` as const
const interview = `${one}/interviews/{interviewId}` as const
const of = z.object({ initiativeId, studyId })
const ofInterview = of.extend({ interviewId })

const plan = z.object({
  question: line('What it is to find out', 300),
  target: z
    .int()
    .min(1, 'No interview: plan at least one')
    .max(500, 'More than 500 interviews: plan several studies')
    .default(defaultPlan.target),
  startsOn: day,
  windowDays: z
    .int()
    .min(1, 'No day: plan at least one')
    .max(366, 'Longer than a year: plan several studies')
    .default(defaultPlan.windowDays),
  prospectsCount: z.boolean().default(defaultPlan.prospectsCount),
  script: prose('The script', 20_000).default(''),
})

const study = plan.extend({
  id: studyId,
  /** Interviews that are planned and not held. */
  planned: z.int(),
  /** Those held, by day, the earliest first. */
  held: z.array(z.object({ day, customers: z.int(), prospects: z.int() })),
  /** *What we now believe*, by week of the study, the first week first. */
  beliefs: z.array(z.object({ week: z.int(), text: z.string(), by: byline, at: moment })),
  /** Names its place in the list: give the last one's as `before` for the next page. */
  seq: z.int(),
})
export type Study = z.infer<typeof study>

const alias = line('The alias', 200)
const consent = z.object({ given: z.boolean(), on: day })

const plannedInterview = z.object({ id: interviewId, alias: z.string(), interviewer: byline, day })
const heldInterview = plannedInterview.extend({
  /** The piece of evidence that it is (W6). */
  evidenceId: entryId,
  /** What it taught. */
  learnt: z.string(),
  standing: z.enum(standings),
  /** Whether raw notes may be kept, and when that was said; null: nobody asked. */
  consent: consent.nullable(),
  notes: z.enum(['none', 'kept', 'erased']),
  /** The last day on which they are kept. */
  notesUntil: day,
  seq: z.int(),
})
export type PlannedInterview = z.infer<typeof plannedInterview>
export type HeldInterview = z.infer<typeof heldInterview>

/** W7. */
export const studyOperations = {
  studies: base
    .route({ method: 'GET', path, tags, summary: 'The interview studies of an idea, latest first' })
    .input(
      z.object({
        initiativeId,
        before: z.coerce.number().int().min(1).optional(),
        most: z.coerce.number().int().min(1).max(50).default(10),
      }),
    )
    .output(
      z.object({
        studies: z.array(study),
        more: z.boolean(),
        /** By the company's calendar: what pace is measured by. */
        today: day,
        /** The kinds of evidence that the idea has some of. */
        kinds: z.array(z.enum(evidenceKinds)),
      }),
    ),
  setStudy: base
    .route({
      method: 'PUT',
      path: one,
      tags,
      summary: 'Plan a study, or change its plan',
      description: 'The id is made by whoever plans it: a try whose answer was lost may be repeated.',
    })
    .input(plan.extend(of.shape)),
  dropStudy: base
    .route({
      method: 'PUT',
      path: `${one}/dropped`,
      tags,
      summary: 'Remove a study in which nothing was held, or put it back',
    })
    .input(of.extend({ dropped: z.boolean() }))
    .errors(pick(evidenceRefusals, 'study-has-interviews')),
  believe: base
    .route({
      method: 'PUT',
      path: `${one}/beliefs/{week}`,
      tags,
      summary: 'Say what we now believe, for a week of the study that has begun; null takes it back',
    })
    .input(
      of.extend({
        week: z.coerce.number().int().min(1).max(53),
        text: line('What we believe', 2000).nullable(),
      }),
    )
    .errors(pick(evidenceRefusals, 'week-is-no-week-of-it')),

  interviews: base
    .route({
      method: 'GET',
      path: `${one}/interviews`,
      tags,
      summary: 'The interviews of a study: all that are planned, and those held, the latest first',
    })
    .input(
      of.extend({
        before: z.coerce.number().int().min(1).optional(),
        most: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(
      z.object({ planned: z.array(plannedInterview), held: z.array(heldInterview), more: z.boolean() }),
    ),
  planInterview: base
    .route({ method: 'PUT', path: `${interview}/plan`, tags, summary: 'Say who interviews whom, and when' })
    .input(ofInterview.extend({ alias, interviewer: personId, day }))
    .errors(pick(evidenceRefusals, 'interview-was-held', 'interviewer-cannot-read', 'too-many-planned')),
  holdInterview: base
    .route({
      method: 'PUT',
      path: interview,
      tags,
      summary: 'Write down an interview that was held, planned or not, or change what was written',
      description:
        'It is a piece of evidence of its kind. Raw notes are kept with consent alone, and until `notesUntil`, a year when nothing is said; left out, they stay as they are.',
    })
    .input(
      ofInterview
        .extend({
          alias,
          interviewer: personId,
          day,
          learnt: line('What it taught', 4000),
          standing: z.enum(standings),
          consent: consent.nullable().default(null),
          notes: prose('The raw notes', 20_000).optional(),
          notesUntil: day.optional(),
        })
        .refine(({ notes, consent: asked }) => !notes?.trim() || asked?.given === true, {
          error: 'Raw notes are kept with consent alone: record it, or leave them out',
          path: ['notes'],
        }),
    )
    .errors(
      pick(
        evidenceRefusals,
        'interviewer-cannot-read',
        'evidence-is-gone',
        'interview-lies-ahead',
        'notes-are-past-their-day',
      ),
    ),
  takeInterviews: base
    .route({
      method: 'POST',
      path: `${one}/taken`,
      tags,
      summary: 'Take interviews into the study that were gathered as evidence before',
      description: 'One that is in a study already stays there.',
    })
    .input(of.extend({ evidenceIds: z.array(entryId).min(1).max(200), standing: z.enum(standings) }))
    .output(z.object({ taken: z.array(interviewId) }))
    .errors(pick(evidenceRefusals, 'evidence-is-gone')),
  dropInterview: base
    .route({
      method: 'PUT',
      path: `${interview}/dropped`,
      tags,
      summary: 'Take an interview out of the study, or put it back',
      description:
        'What it taught stays among the evidence; its raw notes are erased a day later if it is not put back.',
    })
    .input(ofInterview.extend({ dropped: z.boolean() }))
    .errors(pick(evidenceRefusals, 'in-another-study')),
  interviewNotes: base
    .route({ method: 'GET', path: `${interview}/notes`, tags, summary: 'The raw notes of an interview' })
    .input(ofInterview)
    .output(z.object({ notes: z.string() })),
}
