import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import {
  assumptionId,
  dismissedFindingId,
  editionId,
  initiativeId,
  narrativeId,
  restingPassageId,
  restoreId,
} from '../ids.ts'
import { headline } from '../initiatives/initiative.ts'
import { questionIds } from '../initiatives/questions.ts'
import { sha256 } from '../pictures.ts'
import { pick } from '../refusals.ts'
import { line } from '../text.ts'
import { asset } from './asset.ts'
import { draftAssumptions, draftChecks, fallen } from './checks.ts'
import { companyKind, kindTemplate, templateId } from './kind.ts'
import { kindRefusals } from './kind-refusals.ts'
import {
  changedLines,
  draftLayout,
  draftPages,
  draftText,
  edition,
  editionSummary,
  listedEdition,
  narrative,
  restored,
  restoreLine,
} from './narrative.ts'
import { readingPace } from './reading-pace.ts'
import { narrativeRefusals } from './refusals.ts'

const base = oc.errors(commonRefusals)
const tags = ['narratives']
const file = z.file()
/** The version that a change was made from. */
const version = z.int().min(0)
/** Passages of a draft that may answer the five questions (W4); `narrative` is null where none was found. */
const draftAnswers = z.object({
  narrative: z.object({ narrativeId, title: z.string() }).nullable(),
  answers: z.array(
    z.object({
      question: z.enum(questionIds),
      field: z.enum(['who', 'words', 'statement', 'primary', 'items', 'description']),
      text: z.string(),
      /** The part’s name, or the question of the FAQ. */
      under: z.string(),
    }),
  ),
})
export type DraftAnswers = z.infer<typeof draftAnswers>
const editionName = line('The name', 80)
/** Every reason for which a file that somebody brings is not read. */
export const fileRefusals = pick(
  narrativeRefusals,
  'empty-file',
  'too-large',
  'not-text',
  'too-deep',
  'too-complex',
  'not-word',
  'old-or-locked',
  'has-macros',
  'reaches-outside',
  'has-entities',
  'unpacks-too-large',
  'has-tracked-cells',
  'broken-picture',
  'picture-too-large',
  'too-many-pixels',
  'too-many-pictures',
)
const opened = z.object({ initiativeId, narrativeId })
/** What came with a document: the words of each part that has some, in its order. */
const brought = z.object({
  brought: z.array(z.object({ part: z.string(), words: z.int() })),
  /** Tracked changes of a Word file, open in the draft. */
  suggestions: z.int(),
})

export const narrativesContract = {
  kinds: base
    .route({
      method: 'GET',
      path: '/kinds',
      tags,
      summary: 'Kinds of document, with their parts and guidance',
    })
    .output(z.array(companyKind)),
  saveKind: base
    .route({ method: 'PUT', path: '/kinds/{kindId}', tags, summary: 'Change a template' })
    .input(z.object({ kindId: templateId, template: kindTemplate, version }))
    .output(companyKind)
    .errors(pick(kindRefusals, 'no-such-kind', 'changed-meanwhile')),
  addKind: base
    .route({ method: 'POST', path: '/kinds', tags, summary: 'A new kind of document' })
    .input(z.object({ template: kindTemplate }))
    .output(companyKind)
    .errors(pick(kindRefusals, 'too-many-kinds')),
  /** N8: an independent copy, which remembers what it is a copy of. */
  duplicateKind: base
    .route({ method: 'POST', path: '/kinds/{kindId}/duplicate', tags, summary: 'A copy of a template' })
    .input(z.object({ kindId: templateId }))
    .output(companyKind)
    .errors(pick(kindRefusals, 'no-such-kind', 'too-many-kinds')),
  /** Back to what ships. The kind keeps its id and its documents. */
  resetKind: base
    .route({ method: 'DELETE', path: '/kinds/{kindId}/changes', tags, summary: 'Back to the default' })
    .input(z.object({ kindId: templateId, version }))
    .output(companyKind)
    .errors(pick(kindRefusals, 'no-such-kind', 'no-default', 'changed-meanwhile')),
  removeKind: base
    .route({ method: 'DELETE', path: '/kinds/{kindId}', tags, summary: 'Remove a kind that nobody uses' })
    .input(z.object({ kindId: templateId }))
    .errors(pick(kindRefusals, 'no-such-kind', 'kind-in-use', 'ships-with-the-product')),
  exportKind: base
    .route({ method: 'GET', path: '/kinds/{kindId}/file', tags, summary: 'A template as a file' })
    .input(z.object({ kindId: templateId }))
    .output(z.file())
    .errors(pick(kindRefusals, 'no-such-kind')),
  /** Always one more kind: what is there already is left as it is. Multipart field `file`. */
  importKind: base
    .route({ method: 'POST', path: '/kinds/imports', tags, summary: 'Bring a template from a file' })
    .input(z.object({ file }))
    .output(companyKind)
    .errors(
      pick(
        kindRefusals,
        'template-too-large',
        'not-a-template',
        'newer-template',
        'template-not-valid',
        'too-many-kinds',
      ),
    ),
  list: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/narratives',
      tags,
      summary: 'Documents of an idea',
    })
    .input(z.object({ initiativeId }))
    .output(z.array(narrative)),
  /** W4: of the first document in which something is found. It is proposed, and answers nothing by itself. */
  proposedAnswers: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/proposed-answers',
      tags,
      summary: 'Passages of a draft that may answer the five questions',
    })
    .input(z.object({ initiativeId }))
    .output(draftAnswers),
  /** N5: how long pages have taken this company's readers, for who wants to know whether a room would finish. */
  pace: base
    .route({
      method: 'GET',
      path: '/reading-pace',
      tags,
      summary: 'How long pages take readers here, in counts',
    })
    .output(readingPace),
  /** Q3: drafts of open ideas you own that have no edition, the longest waiting first: no meeting can read them. */
  unfrozen: base
    .route({ method: 'GET', path: '/drafts', tags, summary: 'Your drafts without an edition' })
    .output(z.array(narrative)),
  get: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}',
      tags,
      summary: 'A document and your right on it',
    })
    .input(z.object({ narrativeId }))
    .output(narrative.extend({ mayEdit: z.boolean(), mayFreeze: z.boolean() })),
  start: base
    .route({
      method: 'POST',
      path: '/initiatives/{initiativeId}/narratives',
      tags,
      summary: 'Start from a template',
    })
    .input(
      z.object({
        initiativeId,
        kind: z.string().default('pr-faq'),
        /** What its first part begins with, when that is a heading. */
        headline: headline.optional(),
      }),
    )
    .output(narrative)
    .errors(pick(kindRefusals, 'no-such-kind')),
  /** A new idea from one file (Markdown, Word, HTML, plain text); every word is kept. Multipart field `file`. */
  bring: base
    .route({ method: 'POST', path: '/imports', tags, summary: 'A new idea from a document you bring' })
    .input(z.object({ file, name: z.string().trim().max(200).optional() }))
    .output(opened.extend(brought.shape))
    .errors({ ...fileRefusals, ...pick(narrativeRefusals, 'storage-unreachable') }),
  /** Replaces nothing: the idea gains a document. */
  importInto: base
    .route({
      method: 'POST',
      path: '/initiatives/{initiativeId}/imports',
      tags,
      summary: 'Bring a document into an idea',
    })
    .input(z.object({ initiativeId, file }))
    .output(narrative.extend(brought.shape))
    .errors({ ...fileRefusals, ...pick(narrativeRefusals, 'storage-unreachable') }),
  /** W11: the example of a kind, in a new idea or as one more document of one. */
  duplicateGuide: base
    .route({ method: 'POST', path: '/guide/duplicate', tags, summary: 'Your own copy of the guide' })
    .input(z.object({ kind: templateId.default('pr-faq'), initiativeId: initiativeId.optional() }))
    .output(opened)
    .errors(pick(kindRefusals, 'no-example')),
  /** N8: as the draft stands, into an idea one may write in, or a new one that is shared no wider. */
  duplicate: base
    .route({
      method: 'POST',
      path: '/narratives/{narrativeId}/duplicate',
      tags,
      summary: 'An independent copy of a document',
    })
    .input(
      z.object({
        narrativeId,
        into: initiativeId.optional(),
        /** What becomes of open suggestions in the copy; the document keeps them open. */
        suggestions: z.enum(['accept', 'reject']).optional(),
      }),
    )
    .output(opened)
    .errors({
      'suggestions-in-copy': {
        ...narrativeRefusals['suggestions-in-copy'],
        data: z.object({ count: z.int() }),
      },
    }),
  /** Typeset like any edition and stored nowhere: its ids are those of nothing in the company. */
  guideEdition: base
    .route({ method: 'GET', path: '/guide/edition', tags, summary: 'The guide as an edition to read' })
    .output(edition)
    .errors(pick(narrativeRefusals, 'cannot-be-typeset')),
  layout: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/layout',
      tags,
      summary: 'Pages and lines of the draft as it stands',
    })
    .input(z.object({ narrativeId }))
    .output(draftLayout)
    .errors(pick(narrativeRefusals, 'cannot-be-typeset')),
  pages: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/pages',
      tags,
      summary: 'The draft as it stands, as pages to read',
    })
    .input(z.object({ narrativeId }))
    .output(draftPages)
    .errors(pick(narrativeRefusals, 'cannot-be-typeset')),
  /** The layout now and after every edit; after several that come close together, once. */
  watchLayout: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/layout/live',
      tags,
      summary: 'Pages and lines as they change',
    })
    .input(z.object({ narrativeId }))
    .output(eventIterator(draftLayout))
    .errors(pick(narrativeRefusals, 'cannot-be-typeset')),
  checks: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/checks',
      tags,
      summary: 'What a room would find in the draft as it stands, and its open assumptions',
    })
    .input(z.object({ narrativeId }))
    .output(draftChecks),
  /** The checks now and after every pause in the writing, longer than that of the layout. */
  watchChecks: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/checks/live',
      tags,
      summary: 'Findings as they come and go',
    })
    .input(z.object({ narrativeId }))
    .output(eventIterator(draftChecks)),
  /** *Not here*: for everybody who writes, for this passage, also when it is edited or moved. */
  dismissFinding: base
    .route({
      method: 'POST',
      path: '/narratives/{narrativeId}/checks/dismissed',
      tags,
      summary: 'Dismiss a finding for its passage',
    })
    .input(z.object({ narrativeId, findingId: z.string().min(1, 'name the finding').max(200) }))
    .output(z.object({ dismissalId: dismissedFindingId, checks: draftChecks }))
    .errors(pick(narrativeRefusals, 'finding-is-gone')),
  /** Takes a dismissal back; one that is gone already is no refusal. */
  restoreFinding: base
    .route({
      method: 'DELETE',
      path: '/narratives/{narrativeId}/checks/dismissed/{dismissalId}',
      tags,
      summary: 'Show a dismissed finding again',
    })
    .input(z.object({ narrativeId, dismissalId: dismissedFindingId }))
    .output(draftChecks),
  openAssumptions: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/drafts/assumptions',
      tags,
      summary:
        'What the drafts of an idea assume in square brackets, and what in them rests on an assumption that fell',
    })
    .input(z.object({ initiativeId }))
    .output(z.array(draftAssumptions)),
  /** From its brackets, or of any words of the draft. What the idea assumes in these words already gains a passage. */
  trackAssumption: base
    .route({
      method: 'POST',
      path: '/narratives/{narrativeId}/assumptions',
      tags,
      summary: 'Track what a passage of the draft assumes',
    })
    .input(
      z.object({
        narrativeId,
        passageId: restingPassageId,
        /** Of the assumption that it becomes, if there is none in these words. */
        assumptionId,
        at: z.object({ blockId: z.string().min(1).max(64), from: z.int().min(0), to: z.int().min(1) }),
        /** The words as they were seen there, with their brackets or without. */
        quote: line('The passage', 500),
      }),
    )
    .errors(pick(narrativeRefusals, 'words-moved')),
  /** Takes a passage off its assumption, and the assumption with it where nothing else is known of it. */
  untrackAssumption: base
    .route({
      method: 'DELETE',
      path: '/narratives/{narrativeId}/assumptions/{passageId}',
      tags,
      summary: 'Track a passage no longer',
    })
    .input(z.object({ narrativeId, passageId: restingPassageId })),
  /** Of the edition and of every decision taken on it: what was refuted or changed after the edition was frozen. */
  restsOn: base
    .route({
      method: 'GET',
      path: '/editions/{editionId}/assumptions',
      tags,
      summary: 'The assumptions an edition rests on that fell since it was frozen',
    })
    .input(z.object({ editionId }))
    .output(z.array(fallen)),
  exportMarkdown: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/markdown',
      tags,
      summary: 'The draft as Markdown',
    })
    .input(z.object({ narrativeId }))
    .output(z.file()),

  /** Multipart field `file`. The same picture again is kept once. */
  uploadAsset: base
    .route({
      method: 'POST',
      path: '/narratives/{narrativeId}/assets',
      tags,
      summary: 'Keep a picture for the draft',
    })
    .input(z.object({ narrativeId, file }))
    .output(asset)
    .errors(
      pick(
        narrativeRefusals,
        'not-a-picture',
        'broken-picture',
        'picture-too-large',
        'too-many-pixels',
        'storage-unreachable',
      ),
    ),
  /** Pictures pasted from another document that its writer may read; those they may not are left out. */
  adoptAssets: base
    .route({
      method: 'POST',
      path: '/narratives/{narrativeId}/assets/adopted',
      tags,
      summary: 'Keep pictures of another document for this one too',
    })
    .input(z.object({ narrativeId, assets: z.array(sha256).max(200) }))
    .output(z.array(asset)),
  assets: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/assets',
      tags,
      summary: 'Pictures kept for a document',
    })
    .input(z.object({ narrativeId }))
    .output(z.array(asset)),
  asset: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/assets/{sha256}',
      tags,
      summary: 'A picture of a document',
    })
    .input(z.object({ narrativeId, sha256 }))
    .output(z.file())
    .errors(pick(narrativeRefusals, 'storage-unreachable')),

  freeze: base
    .route({ method: 'POST', path: '/narratives/{narrativeId}/editions', tags, summary: 'Freeze an edition' })
    .input(
      z.object({
        narrativeId,
        name: editionName.optional(),
        /** What becomes of open suggestions in this edition; the draft keeps them open. */
        suggestions: z.enum(['accept', 'reject']).optional(),
      }),
    )
    .output(editionSummary)
    .errors({
      ...pick(
        narrativeRefusals,
        'nothing-written',
        'already-frozen',
        'cannot-be-typeset',
        'storage-unreachable',
      ),
      'open-suggestions': { ...narrativeRefusals['open-suggestions'], data: z.object({ count: z.int() }) },
    }),
  editions: base
    .route({
      method: 'GET',
      path: '/initiatives/{initiativeId}/editions',
      tags,
      summary: 'Editions of an idea, newest first',
    })
    .input(z.object({ initiativeId }))
    .output(z.array(listedEdition)),
  /** N6: also long after freezing; the hash is of the words and does not change. Null takes the name away. */
  nameEdition: base
    .route({ method: 'PUT', path: '/editions/{editionId}/name', tags, summary: 'Name an edition' })
    .input(z.object({ editionId, name: editionName.nullable() }))
    .output(editionSummary),
  draftText: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/text',
      tags,
      summary: 'The draft as it stands, to compare',
    })
    .input(z.object({ narrativeId }))
    .output(draftText),
  /** N6: a forward change of the draft, never an overwrite: what stood before is kept. */
  restore: base
    .route({
      method: 'POST',
      path: '/editions/{editionId}/restore',
      tags,
      summary: 'Put the words of an edition back into the draft',
    })
    .input(z.object({ editionId }))
    .output(restored)
    .errors(pick(narrativeRefusals, 'nothing-to-restore')),
  /** Each that was done, the latest first. */
  restores: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/restores',
      tags,
      summary: 'Editions that were put back into the draft, and what was kept',
    })
    .input(z.object({ narrativeId }))
    .output(z.array(restoreLine)),
  undoRestore: base
    .route({
      method: 'POST',
      path: '/narratives/{narrativeId}/restores/{restoreId}/undo',
      tags,
      summary: 'Put back what stood before a restore',
    })
    .input(z.object({ narrativeId, restoreId }))
    .errors(pick(narrativeRefusals, 'no-such-restore', 'written-since')),
  beforeRestore: base
    .route({
      method: 'GET',
      path: '/narratives/{narrativeId}/restores/{restoreId}/markdown',
      tags,
      summary: 'What stood in the draft before a restore, as Markdown',
    })
    .input(z.object({ narrativeId, restoreId }))
    .output(z.file())
    .errors(pick(narrativeRefusals, 'no-such-restore')),
  edition: base
    .route({ method: 'GET', path: '/editions/{editionId}', tags, summary: 'An edition with its lines' })
    .input(z.object({ editionId }))
    .output(edition),
  /** Of the edition, against `from`; both stand for ever, and so does this. */
  changedLines: base
    .route({
      method: 'GET',
      path: '/editions/{editionId}/changed-lines',
      tags,
      summary: 'The lines that say something else than another edition does',
    })
    .input(z.object({ editionId, from: editionId }))
    .output(z.array(changedLines)),
  pdf: base
    .route({ method: 'GET', path: '/editions/{editionId}/pdf', tags, summary: 'The edition as PDF' })
    .input(z.object({ editionId }))
    .output(z.file()),
  /** The bytes whose SHA-256 is the edition's hash. */
  canonical: base
    .route({ method: 'GET', path: '/editions/{editionId}/canonical', tags, summary: 'The frozen bytes' })
    .input(z.object({ editionId }))
    .output(z.file()),
}
