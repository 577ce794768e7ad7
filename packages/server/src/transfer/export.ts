import { ok, type Result, refuse } from '@foreword/core/result'
import type { transferContract } from '@foreword/core/transfer/contract'
import { type ExportFormat, type ExportWishes, formatLabels } from '@foreword/core/transfer/export'
import { documentFromUnknown } from '@foreword/document/canonical'
import type { PictureOut } from '@foreword/document/docx/pictures-out'
import type { CommentOut } from '@foreword/document/docx-out'
import type { DocumentJson } from '@foreword/document/json'
import { assetOf } from '@foreword/document/links'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import { type Call, inTransaction } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import type { Collab } from '../live/collab.ts'
import { showsOf } from '../narratives/assets-store.ts'
import { headlineOf, settledDraft } from '../narratives/drafts.ts'
import * as editions from '../narratives/editions-store.ts'
import { tellExported } from '../narratives/exported.ts'
import { fileNamed } from '../narratives/files.ts'
import { filesOf } from '../narratives/freeze.ts'
import { kindOfNarrative } from '../narratives/kinds-store.ts'
import { placed } from '../narratives/layouts.ts'
import * as narratives from '../narratives/store.ts'
import { theWorkspace } from '../people/store.ts'
import type { ObjectStore } from '../storage/object-store.ts'
import type { Files } from '../typeset/compile.ts'
import type { Shows } from '../typeset/source.ts'
import type { TypesetService } from '../typeset/typeset.ts'
import { withRecord } from './appended.ts'
import { commentsFor, type DecisionOut, decisionFor, type Subject } from './beside.ts'

type In = Inputs<typeof transferContract>
type Outside = Omit<Call, 'tx'>
type Answer = Promise<Result<File, 'not-found' | 'cannot-be-exported' | 'storage-unreachable'>>

export interface Exporting {
  collab: Collab
  typeset: TypesetService
  /** Where pictures are kept; null: in the database. */
  store: ObjectStore | null
}

/** A document with what goes out beside it, ready to be written in any form. */
interface Leaving {
  subject: Subject
  document: DocumentJson
  title: string
  /** After the title, in the file's name and at the foot of its pages. */
  label: string
  /** The pages as they were frozen, where nothing goes with them. */
  frozen: Uint8Array | null
}

export const exportDraftWith =
  (needs: Exporting) =>
  async (wishes: In['exportDraft'], call: Outside): Answer => {
    const { narrativeId } = wishes
    const narrative = await narratives.one(call.services.db, call.person, narrativeId)
    if (!narrative) return refuse('not-found')
    // with what is proposed in it as if it were accepted, as it is counted and printed
    const document = asAccepted((await settledDraft(needs.collab, narrativeId)).document)
    const subject: Subject = { of: 'draft', narrativeId, initiativeId: narrative.initiativeId }
    const label = `draft of ${call.now.toISOString().slice(0, 10)}`
    return exported(
      { subject, document, title: headlineOf(document), label, frozen: null },
      wishes,
      needs,
      call,
    )
  }

export const exportEditionWith =
  (needs: Exporting) =>
  async (wishes: In['exportEdition'], call: Outside): Answer => {
    const { editionId } = wishes
    const { db } = call.services
    const edition = await editions.edition(db, call.person, editionId)
    const pdf = await editions.fileOf(db, call.person, editionId, 'pdf')
    if (!edition || !pdf) return refuse('not-found')
    const read = documentFromUnknown(edition.document)
    if (!read.ok) throw new Error(`edition ${editionId} cannot be read: ${read.refusal}`)
    const { narrativeId, initiativeId, number, title } = edition
    const frozenAt = new Date(edition.frozenAt)
    const subject: Subject = { of: 'edition', narrativeId, initiativeId, editionId, frozenAt }
    const leaving = { subject, document: read.value, title, label: `edition ${number}`, frozen: pdf.bytes }
    return exported(leaving, wishes, needs, call)
  }

/** The file is made first; it leaves only with the line that says so. */
async function exported(leaving: Leaving, wishes: ExportWishes, needs: Exporting, call: Outside): Answer {
  const { subject, document } = leaving
  const beside = await call.services.db.transaction(async (tx) => {
    const inTx = { ...call, tx }
    return {
      comments: wishes.comments === 'with' ? await commentsFor(subject, document, needs.collab, inTx) : [],
      decision: wishes.decision === 'with' ? await decisionFor(subject.initiativeId, inTx) : null,
    }
  })
  const file = await writers[wishes.format](leaving, beside, needs, call)
  if (!file.ok) return file
  return inTransaction(call.services.db, async (tx) => {
    const id = subject.of === 'draft' ? subject.narrativeId : subject.editionId
    const of = subject.of === 'draft' ? 'narrative' : 'edition'
    await tellExported(
      { initiativeId: subject.initiativeId, of, id, says: says(leaving, wishes) },
      { ...call, tx },
    )
    return file
  })
}

function says({ subject, label }: Leaving, { format, comments, decision }: ExportWishes): string {
  const what = subject.of === 'draft' ? 'the draft' : label
  const beside = [
    ...(comments === 'with' ? ['comments'] : []),
    ...(decision === 'with' ? ['the decision'] : []),
  ]
  return `exported ${what} as ${formatLabels[format]}${beside.length > 0 ? ` with ${beside.join(' and ')}` : ''}`
}

interface Beside {
  comments: CommentOut[]
  decision: DecisionOut | null
}
type Writer = (
  leaving: Leaving,
  beside: Beside,
  needs: Exporting,
  call: Outside,
) => Promise<Result<File, 'cannot-be-exported' | 'storage-unreachable'>>

/** Each loads what it writes with only when it is asked to. */
const writers: Record<ExportFormat, Writer> = {
  async pdf(leaving, beside, { typeset, store }, call) {
    const { title, label, frozen, subject } = leaving
    const document = withRecord(leaving.document, beside)
    if (frozen && document === leaving.document) return ok(named(leaving, 'pdf', frozen, 'application/pdf'))
    const looks = await looksOf(document, subject, store, call)
    if (!looks.ok) return looks
    const { shows, files } = looks.value
    const kind = await kindOfNarrative(call.services.db, subject.narrativeId)
    const options = { paper: await paperOf(call), title, editionLabel: label, shows, ...placed(kind) }
    const set = await typeset.typeset(document, options, files)
    return set.ok ? ok(named(leaving, 'pdf', set.value.pdf, 'application/pdf')) : refuse('cannot-be-exported')
  },
  async docx(leaving, { comments, decision }, { store }, call) {
    const { documentToDocx } = await import('@foreword/document/docx-out')
    const { subject, document, title } = leaving
    const looks = await looksOf(document, subject, store, call)
    if (!looks.ok) return looks
    const bytes = documentToDocx(document, {
      title,
      paper: await paperOf(call),
      at: call.now.toISOString(),
      // the decision stands in the margin as well: in the text it would come back as words of the draft
      comments: decision ? [...comments, decisionComment(decision)] : comments,
      origin: { narrative: subject.narrativeId, document },
      pictures: picturesOf(looks.value),
    })
    return ok(
      named(
        leaving,
        'docx',
        bytes,
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ),
    )
  },
  async markdown(leaving, beside) {
    const { documentToMarkdown } = await import('@foreword/document/markdown-out')
    const text = documentToMarkdown(withRecord(leaving.document, beside))
    return ok(named(leaving, 'md', text, 'text/markdown; charset=utf-8'))
  },
  async html(leaving, beside, { store }, call) {
    const { documentToHtml } = await import('@foreword/document/html-out')
    const looks = await looksOf(leaving.document, leaving.subject, store, call)
    if (!looks.ok) return looks
    const pictures = new Map(
      Array.from(picturesOf(looks.value), ([sha256, { mediaType, bytes }]) => [
        assetOf(sha256),
        `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`,
      ]),
    )
    const text = documentToHtml(withRecord(leaving.document, beside), { title: leaving.title, pictures })
    return ok(named(leaving, 'html', text, 'text/html; charset=utf-8'))
  },
}

interface Looks {
  shows: Shows
  files: Files
}

/** What a document shows, with its bytes; of the assets that its narrative may show, nothing else. */
async function looksOf(
  document: DocumentJson,
  { narrativeId }: Subject,
  store: ObjectStore | null,
  { services: { db }, workspaceId }: Outside,
): Promise<Result<Looks, 'storage-unreachable'>> {
  const shows = await showsOf(db, narrativeId, document)
  const files = await filesOf(db, store, { workspaceId, narrativeId }, shows)
  return files.ok ? ok({ shows, files: files.value }) : files
}

function picturesOf({ shows, files }: Looks): Map<string, PictureOut> {
  return new Map(
    Object.entries(shows).flatMap(([sha256, look]) => {
      const bytes = files[sha256]
      return bytes ? [[sha256, { ...look, bytes }] as const] : []
    }),
  )
}

function named(
  { title, label, subject }: Leaving,
  ending: string,
  content: Uint8Array | string,
  type: string,
): File {
  return fileNamed(title, subject.of === 'draft' ? `.${ending}` : `, ${label}.${ending}`, content, type)
}

function decisionComment({ id, title, spoken, at, decider }: DecisionOut): CommentOut {
  return { id, author: decider, at, text: `${title}: ${spoken}`, resolved: false, anchor: null, replies: [] }
}

async function paperOf(call: Outside) {
  const settings = (await theWorkspace(call.services.db))?.settings
  if (!settings) throw new Error('a narrative without a workspace')
  return settings.paper
}
