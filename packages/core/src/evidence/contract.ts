import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { initiativeId } from '../ids.ts'
import { evidenceKinds, newEvidence, provenances } from '../initiatives/answers.ts'
import { entryId, evidenceItem } from '../initiatives/shapes.ts'
import { byline } from '../people/person.ts'
import { pick } from '../refusals.ts'
import { line } from '../text.ts'
import { moment } from '../time.ts'
import { answerOperations } from './answer-contract.ts'
import { assumptionOperations } from './assumption-contract.ts'
import { evidenceFile } from './file.ts'
import { fileOperations } from './file-contract.ts'
import { evidenceRefusals } from './refusals.ts'
import { studyOperations } from './study-contract.ts'

const base = oc.errors(commonRefusals)
const tags = ['evidence']
const { kind, source, date, provenance, link } = evidenceItem.shape

const piece = evidenceItem.extend({
  addedAt: moment,
  by: byline,
  /** Names its place in the list: give the last one's as `before` for the next page. */
  seq: z.int(),
  /** In the order they were added. */
  files: z.array(evidenceFile),
})
export type EvidencePiece = z.infer<typeof piece>

export const evidenceContract = {
  list: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/evidence',
      tags,
      summary: 'The evidence gathered for an idea, latest first',
    })
    .input(
      z.object({
        initiativeId,
        kind: z.enum(evidenceKinds).optional(),
        provenance: z.enum(provenances).optional(),
        /** Only those that no interview study has (W7). */
        study: z.literal('none').optional(),
        /** Words that stand in what was found or its source. */
        text: z.string().trim().max(200, 'Longer than 200 characters: use fewer words').default(''),
        /** Only these, as far as they are there. */
        ids: z.array(entryId).max(200, 'More than 200 ids: ask in parts').optional(),
        before: z.coerce.number().int().min(1).optional(),
        most: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ pieces: z.array(piece), more: z.boolean() })),
  capture: base
    .route({
      method: 'POST',
      path: '/initiatives/{initiativeId}/evidence',
      tags,
      summary: 'Keep a piece of evidence',
      description: 'The same `id` again keeps it once: a try whose answer was lost may be repeated.',
    })
    .input(
      z.object({
        initiativeId,
        id: entryId,
        statement: line('What was found', 4000),
        kind: kind.default(newEvidence.kind),
        source: source.default(''),
        date: date.default(''),
        provenance: provenance.default(newEvidence.provenance),
        link: link.default(''),
      }),
    ),
  change: base
    .route({
      method: 'PATCH',
      path: '/initiatives/{initiativeId}/evidence/{id}',
      tags,
      summary: 'Change a piece of evidence',
    })
    .input(
      evidenceItem
        .partial()
        .required({ id: true })
        .extend({ initiativeId, statement: line('What was found', 4000).optional() }),
    )
    .errors(pick(evidenceRefusals, 'evidence-is-gone')),
  remove: base
    .route({
      method: 'DELETE',
      path: '/initiatives/{initiativeId}/evidence/{id}',
      tags,
      summary: 'Remove a piece of evidence',
    })
    .input(z.object({ initiativeId, id: entryId })),
  importCsv: base
    .route({
      method: 'POST',
      path: '/initiatives/{initiativeId}/evidence/imports',
      tags,
      summary: 'Bring in a table of evidence: all of it, or nothing and what is wrong',
    })
    .input(z.object({ initiativeId, csv: z.string().max(3_000_000, 'Longer than 3 MB: bring it in parts') }))
    .output(z.object({ count: z.int() }))
    .errors(pick(evidenceRefusals, 'not-a-table-of-evidence')),
  ...assumptionOperations,
  ...answerOperations,
  ...fileOperations,
  ...studyOperations,
}
