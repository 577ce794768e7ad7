import * as z from 'zod'
import { initiativeId, personId } from '../ids.ts'
import { comeback } from '../initiatives/initiative.ts'
import { type SetAsideReason, type Stage, setAsideReasons } from '../initiatives/stages.ts'
import { money } from '../money.ts'
import { line, prose } from '../text.ts'
import { day } from '../time.ts'

// Object.keys forgets that the keys are known; the list and its words are one table in initiatives
const setAsideReason = z.enum(
  Object.keys(setAsideReasons) as SetAsideReason[],
  'choose the reason it is set aside',
)

/**
 * D1: the six outcomes, each with what it asks for and nothing else.
 *
 * | outcome | requires | may say |
 * |---|---|---|
 * | `fund` | | amount, people |
 * | `revise` | | what must change |
 * | `investigate` | task, owner, due | cost, 0 when it costs only time |
 * | `park` | a day, an assumption, or a trigger in words | |
 * | `set-aside` | a reason from the closed list | a note |
 * | `merge` | the initiative it goes into | |
 */
export const outcome = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('fund'),
    amount: money.nullable().default(null),
    people: z.int().min(0).max(100_000).nullable().default(null),
  }),
  z.object({ name: z.literal('revise'), changes: prose('What must change', 4000).default('') }),
  z.object({
    name: z.literal('investigate'),
    task: line('The task', 500),
    owner: personId,
    due: day,
    cost: money.nullable().default(null),
  }),
  z.object({
    name: z.literal('park'),
    until: comeback,
  }),
  z.object({
    name: z.literal('set-aside'),
    reason: setAsideReason,
    note: prose('The note', 2000).default(''),
  }),
  z.object({ name: z.literal('merge'), into: initiativeId }),
])
export type Outcome = z.infer<typeof outcome>

/**
 * W1: the stage an initiative is in once this has been decided.
 *
 * | outcome | stage |
 * |---|---|
 * | `fund` | `funded` |
 * | `park` | `parked` |
 * | `merge` | `merged` |
 */
export const stageAfter = {
  fund: 'funded',
  revise: 'revise',
  investigate: 'investigate',
  park: 'parked',
  'set-aside': 'set-aside',
  merge: 'merged',
} as const satisfies Record<Outcome['name'], Stage>
