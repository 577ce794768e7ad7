import * as z from 'zod'
import { outcome } from '../decisions/outcome.ts'
import { decisionId, editionId, meetingId } from '../ids.ts'
import { moment } from '../time.ts'

/**
 * What cites an edition (N6), as far as whoever asks may see it: a sealed question of somebody else is not counted
 * (R7). An edition that nothing cites is left out.
 */
export const citations = z.object({
  editionId,
  meetings: z.array(z.object({ id: meetingId, startsAt: moment, calledOff: z.boolean() })),
  decisions: z.array(
    z.object({
      id: decisionId,
      number: z.int(),
      outcome: z.enum(outcome.options.map((each) => each.shape.name.value)),
    }),
  ),
  /** Made on this edition; replies are counted with what they answer. */
  comments: z.int(),
  /** On record, and one's own. */
  questions: z.int(),
})
export type Citations = z.infer<typeof citations>
