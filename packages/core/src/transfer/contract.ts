import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { editionId, meetingId, narrativeId, wordReturnId } from '../ids.ts'
import { fileRefusals } from '../narratives/contract.ts'
import { narrativeRefusals } from '../narratives/refusals.ts'
import { pick } from '../refusals.ts'
import { exportWishes, recordFormats } from './export.ts'
import { transferRefusals } from './refusals.ts'
import { wordPreview } from './word.ts'

const base = oc.errors(commonRefusals)
const tags = ['transfer']
const file = z.file()
const exportRefusals = {
  ...pick(transferRefusals, 'cannot-be-exported'),
  ...pick(narrativeRefusals, 'storage-unreachable'),
}

export const transferContract = {
  exportDraft: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/export',
      tags,
      summary: 'The draft as PDF, Word, Markdown or HTML',
    })
    .input(exportWishes.extend({ narrativeId }))
    .output(z.file())
    .errors(exportRefusals),
  exportEdition: base
    .route({
      method: 'GET',
      path: '/editions/{editionId}/export',
      tags,
      summary: 'The edition as PDF, Word, Markdown or HTML',
    })
    .input(exportWishes.extend({ editionId }))
    .output(z.file())
    .errors(exportRefusals),
  /** LOOK: what one is asked to read, to be printed in one go. What is not in it stands on its first page, with why. */
  exportPack: base
    .route({
      method: 'GET',
      path: '/export/pack',
      tags,
      summary: 'All editions you are asked to read, as one PDF',
    })
    .output(z.file())
    .errors(pick(transferRefusals, 'nothing-to-print', 'cannot-be-exported')),
  /** D2, R15: what its page says, as whoever asks may read it. */
  exportRecord: base
    .route({
      method: 'GET',
      path: '/meetings/{meetingId}/record/export',
      tags,
      summary: 'The record of a closed meeting as PDF or Markdown',
    })
    .input(z.object({ meetingId, format: z.enum(recordFormats).default('pdf') }))
    .output(z.file())
    .errors(pick(transferRefusals, 'cannot-be-exported', 'no-record')),
  /** Changes nothing. */
  previewWord: base
    .route({
      method: 'POST',
      path: '/narratives/{narrativeId}/word/preview',
      tags,
      summary: 'What bringing a Word file back would change',
    })
    .input(z.object({ narrativeId, file }))
    .output(wordPreview)
    .errors({ ...fileRefusals, ...pick(transferRefusals, 'not-word-file') }),
  bringBack: base
    .route({
      method: 'POST',
      path: '/narratives/{narrativeId}/word',
      tags,
      summary: 'Bring a Word file back into its draft',
    })
    .input(z.object({ narrativeId, file, draft: z.string('send `draft` of the preview').max(100) }))
    .output(
      z.object({
        id: wordReturnId,
        wordsAdded: z.int(),
        wordsRemoved: z.int(),
        comments: z.int(),
        suggestions: z.int(),
      }),
    )
    .errors({
      ...fileRefusals,
      ...pick(transferRefusals, 'not-word-file', 'draft-has-changed', 'nothing-to-bring'),
      ...pick(narrativeRefusals, 'storage-unreachable'),
    }),
  /** A forward change: what was written since stays. Comments that came with it go, unless somebody replied. */
  takeBack: base
    .route({
      method: 'POST',
      path: '/narratives/{narrativeId}/word/{wordReturnId}/taken-back',
      tags,
      summary: 'Take back what a Word file brought',
    })
    .input(z.object({ narrativeId, wordReturnId }))
    .output(z.object({ wordsAdded: z.int(), wordsRemoved: z.int() }))
    .errors(pick(transferRefusals, 'taken-back-already')),
}
