import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { editionId, initiativeId, narrativeId } from '../ids.ts'
import { stages } from '../initiatives/stages.ts'
import { moment } from '../time.ts'

const base = oc.errors(commonRefusals)

const hit = z.object({
  initiative: z.object({ id: initiativeId, name: z.string(), stage: z.enum(stages) }),
  /** Null when the words stand in the idea itself: its name or its five answers. */
  document: z.object({ id: narrativeId, title: z.string() }).nullable(),
  /** Where the words no longer stand in the draft: the last edition, which still has them. */
  edition: z.object({ id: editionId, number: z.int() }).nullable(),
  /** The name of the part, or of the question. */
  part: z.string(),
  /** The block of the draft or the edition where the words stand; null in the idea itself. */
  block: z.string().nullable(),
  snippet: z.string(),
  /** Where in the snippet the words stand. */
  marks: z.array(z.object({ from: z.int(), to: z.int() })),
  changedAt: moment,
})
export type SearchHit = z.infer<typeof hit>

export const searchContract = {
  documents: base
    .route({
      method: 'GET',
      path: '/search',
      tags: ['search'],
      summary: 'Find words in the ideas and documents you may read',
      description:
        'All the words, the last one as far as it is typed; “in quotes” as they stand, `or` between two, `-` before one that may not be there. Where the title has them comes first, then what changed last.',
    })
    .input(
      z.object({
        text: z.string().trim().max(200, 'Longer than 200 characters: use fewer words'),
        most: z.coerce.number().int().min(1).max(100).default(20),
      }),
    )
    .output(z.object({ hits: z.array(hit), more: z.boolean() })),
}
