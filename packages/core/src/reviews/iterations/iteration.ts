import * as z from 'zod'
import { assumptionStates } from '../../evidence/assumptions.ts'
import {
  assumptionChangeId,
  assumptionId,
  editionId,
  iterationId,
  narrativeId,
  questionId,
} from '../../ids.ts'
import { byline } from '../../people/person.ts'
import { ok, type Result, refuse } from '../../result.ts'
import { moment } from '../../time.ts'

/** N7: what an iteration is to find out of. `said`: its words when the iteration began. */
const tested = z.discriminatedUnion('what', [
  z.object({ what: z.literal('question'), questionId, said: z.string() }),
  z.object({ what: z.literal('assumption'), assumptionId, said: z.string() }),
])
export type Tested = z.infer<typeof tested>

/** How it stands. What an iteration set out to do is never reworded: it is dropped, and another started. */
const standing = z.discriminatedUnion('name', [
  z.object({ name: z.literal('running') }),
  z.object({
    name: z.literal('ended'),
    learnt: z.string(),
    /** What it made of the assumption, when that was said in the same act. */
    change: z.object({ id: assumptionChangeId, state: z.enum(assumptionStates) }).nullable(),
    by: byline,
    at: moment,
  }),
  z.object({ name: z.literal('dropped'), because: z.string(), by: byline, at: moment }),
])
export type IterationStanding = z.infer<typeof standing>

export const iteration = z.object({
  id: iterationId,
  objective: z.string(),
  /** Null: the idea assumed nothing when it began. */
  tests: tested.nullable(),
  /** The learning expected. */
  expects: z.string(),
  /** The document it is written in. */
  document: z.object({ narrativeId, title: z.string(), kind: z.string() }),
  /** The document it takes further, and the edition of it that it began as a copy of. */
  parent: z.object({ narrativeId, title: z.string() }).nullable(),
  edition: z.object({ id: editionId, number: z.int() }).nullable(),
  startedBy: byline,
  startedAt: moment,
  standing,
})
export type Iteration = z.infer<typeof iteration>

/** Whether enough is said of what it tests: an idea that assumes nothing yet has nothing to name. */
export function testsEnough(
  tests: unknown | null,
  idea: { assumes: boolean },
): Result<undefined, 'name-what-it-tests'> {
  return tests === null && idea.assumes ? refuse('name-what-it-tests') : ok(undefined)
}

/** How an iteration is left: with what was learnt, or without, and why. */
export type Leaving = { name: 'ended'; learnt: string } | { name: 'dropped'; because: string }

/** Whether that is new. The same said again is no news; an iteration that is over otherwise stays as it is. */
export function leaves(now: IterationStanding, as: Leaving): Result<boolean, 'iteration-is-over'> {
  if (now.name === 'running') return ok(true)
  const isSame =
    now.name === 'ended'
      ? as.name === 'ended' && as.learnt === now.learnt
      : as.name === 'dropped' && as.because === now.because
  return isSame ? ok(false) : refuse('iteration-is-over')
}

const LONGEST_QUESTION = 400

/** N7: the objective that an open question proposes. Its words on one line, cut where they are long. */
export function objectiveFrom(question: string): string {
  const words = question.replace(/\s+/g, ' ').trim()
  const short = words.length > LONGEST_QUESTION ? `${words.slice(0, LONGEST_QUESTION - 1).trimEnd()}…` : words
  return `Find an answer to “${short}”`
}
