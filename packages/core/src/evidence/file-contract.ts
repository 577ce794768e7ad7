import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { evidenceFileId, initiativeId } from '../ids.ts'
import { entryId } from '../initiatives/shapes.ts'
import { pick } from '../refusals.ts'
import { storageRefusals } from '../storage-refusals.ts'
import { evidenceFile } from './file.ts'
import { evidenceRefusals } from './refusals.ts'

const base = oc.errors(commonRefusals)
const tags = ['evidence']
const files = '/initiatives/{initiativeId}/evidence/{evidenceId}/files' as const
const ofFile = z.object({ initiativeId, evidenceId: entryId, fileId: evidenceFileId })

export const fileOperations = {
  addFile: base
    .route({
      method: 'POST',
      path: files,
      tags,
      summary: 'Keep a file with a piece of evidence',
      description: 'The same file again is kept once: a try whose answer was lost may be repeated.',
    })
    .input(z.object({ initiativeId, evidenceId: entryId, file: z.file() }))
    .output(evidenceFile)
    .errors(
      pick(
        evidenceRefusals,
        'evidence-is-gone',
        'file-is-empty',
        'file-too-large',
        'recordings-are-over',
        'too-many-files',
      ),
    )
    .errors(storageRefusals),
  file: base
    .route({ method: 'GET', path: `${files}/{fileId}`, tags, summary: 'A file of a piece of evidence' })
    .input(ofFile)
    .output(z.file())
    .errors(storageRefusals),
  dropFile: base
    .route({
      method: 'PUT',
      path: `${files}/{fileId}/dropped`,
      tags,
      summary: 'Remove a file of a piece of evidence, or put it back',
      description: 'It is erased a day later if it is not put back.',
    })
    .input(ofFile.extend({ dropped: z.boolean() }))
    .errors(pick(evidenceRefusals, 'too-many-files')),
}
