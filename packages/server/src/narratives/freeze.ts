import { createHash } from 'node:crypto'
import type { EditionId } from '@foreword/core/ids'
import type { narrativesContract } from '@foreword/core/narratives/contract'
import type { EditionFigure, EditionLine, EditionSummary } from '@foreword/core/narratives/narrative'
import { ok, type Result, refuse } from '@foreword/core/result'
import { wordCount } from '@foreword/document/blocks'
import { canonicalBytes } from '@foreword/document/canonical'
import { figures } from '@foreword/document/figures'
import type { DocumentJson } from '@foreword/document/json'
import { hashOfAsset } from '@foreword/document/links'
import { suggestionsOf } from '@foreword/document/suggestions/list'
import type { Pool } from 'pg'
import type { Database } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import { type Call, inTransaction, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import type { Collab } from '../live/collab.ts'
import { readAuthors } from '../live/draft-store.ts'
import { theWorkspace } from '../people/store.ts'
import { type ObjectStore, reached } from '../storage/object-store.ts'
import type { Files, TypesetDocument } from '../typeset/compile.ts'
import type { Shows } from '../typeset/source.ts'
import type { TypesetService } from '../typeset/typeset.ts'
import * as assetsStore from './assets-store.ts'
import { decidedDraft, hasWords, headlineOf, settledDraft } from './drafts.ts'
import * as editionsStore from './editions-store.ts'
import { kindOfNarrative } from './kinds-store.ts'
import { placed } from './layouts.ts'
import { packLines, packOrigins } from './packed.ts'
import * as store from './store.ts'

type In = Inputs<typeof narrativesContract>['freeze']

export interface Press {
  collab: Collab
  typeset: TypesetService
  pool: Pool
  /** Where pictures lie that are not in the database. */
  store: ObjectStore | null
}

/**
 * Freezes the draft as it is on disk (N6). The pages are set outside any transaction; what is then written is one
 * row, or nothing. Whoever is overtaken by another freeze looks again, so numbers follow each other without a gap and
 * a later number never holds an earlier text.
 */
export function freezeWith(press: Press) {
  return async (input: In, call: Omit<Call, 'tx'>): Promise<Result<EditionSummary, FreezeRefusal>> => {
    for (;;) {
      const frozen = await attempt(press, input, call)
      if (frozen.ok) return frozen
      if (frozen.refusal !== 'overtaken') return refuse(frozen.refusal, frozen.data)
    }
  }
}
type FreezeRefusal =
  | 'nothing-written'
  | 'open-suggestions'
  | 'already-frozen'
  | 'cannot-be-typeset'
  | 'storage-unreachable'
  | 'not-found'

async function attempt(
  { collab, typeset, pool, store: pictures }: Press,
  { narrativeId, name, suggestions }: In,
  call: Omit<Call, 'tx'>,
): Promise<Result<EditionSummary, FreezeRefusal | 'overtaken'>> {
  const { db } = call.services
  // read before the draft: an edition made after this line makes us look again
  const latest = await editionsStore.latestOf(db, call.person, narrativeId)
  const open = await settledDraft(collab, narrativeId)
  const count = suggestionsOf(open.document).length
  if (count > 0 && suggestions === undefined) return refuse('open-suggestions', { count })
  const isDecided = count > 0 && suggestions !== undefined
  const draft = isDecided ? await decidedDraft(collab, narrativeId, suggestions) : open
  const kind = await kindOfNarrative(db, narrativeId)
  if (!hasWords(draft.document, kind)) return refuse('nothing-written')
  const canonical = canonicalBytes(draft.document)
  const hash = createHash('sha256').update(canonical).digest('hex')
  if (latest?.hash === hash) return refuse('already-frozen')

  const settings = (await theWorkspace(db))?.settings
  if (!settings) throw new Error('a narrative without a workspace')
  const { paper, readingMinutesPerPage } = settings
  const number = (latest?.number ?? 0) + 1
  const title = headlineOf(draft.document, kind)
  const editionLabel = `Edition ${number}, ${hash.slice(0, 8)}`
  const shows = await assetsStore.showsOf(db, narrativeId, draft.document)
  const files = await filesOf(db, pictures, { workspaceId: call.workspaceId, narrativeId }, shows)
  if (!files.ok) return files
  const set = await typeset.typeset(
    draft.document,
    { paper, title, editionLabel, shows, ...placed(kind) },
    files.value,
  )
  if (!set.ok) return refuse('cannot-be-typeset')
  const writers = await readAuthors(pool, narrativeId)

  return inTransaction(db, async (tx): Promise<Result<EditionSummary, 'overtaken' | 'not-found'>> => {
    const inTx = { ...call, tx }
    const narrative = await store.lock(tx, call.person, narrativeId)
    if (!narrative) return refuse('not-found')
    // asked again now that it is locked: the statement that waited for the lock saw the editions of before
    const last = await editionsStore.latestOf(tx, call.person, narrativeId)
    if ((last?.number ?? 0) + 1 !== number) return refuse('overtaken')
    const { initiativeId } = narrative
    const id = newId<EditionId>()
    await editionsStore.insertEdition(tx, {
      workspaceId: call.workspaceId,
      id,
      initiativeId,
      narrativeId,
      number,
      name: name ?? null,
      title,
      hash,
      canonical,
      pdf: set.value.pdf,
      paper,
      lines: packLines(linesOf(set.value)),
      figures: figuresOf(draft.document, set.value, shows),
      origins: packOrigins(draft.origins),
      frozenBy: call.person.id,
      frozenAt: call.now,
      authors: writers.length > 0 ? writers : [call.person.id],
      corePages: set.value.corePages,
      pressReleasePages: set.value.pressReleasePages,
      pages: set.value.pages,
      lineCount: set.value.lineCount,
      words: wordCount(draft.document),
      readingMinutes: set.value.corePages * readingMinutesPerPage,
    })
    await tell(inTx, {
      type: 'edition.frozen',
      aggregate: initiativeId,
      initiativeId,
      narrativeId,
      editionId: id,
      number,
      says: `froze edition ${number}`,
      about: { kind: 'edition', id },
    })
    const made = await editionsStore.summaryOf(tx, call.person, id)
    return made ? ok(made) : refuse('not-found')
  })
}

export function linesOf({ lines }: TypesetDocument) {
  return lines.map(
    ({ line, page, blockId, from, to }): EditionLine => ({ line, page, block: blockId, from, to }),
  )
}

/** A figure whose asset is lost, or of a narrative that may not show it, is a box with its words. */
export function figuresOf(
  document: DocumentJson,
  { figures: places }: TypesetDocument,
  shows: Shows,
): EditionFigure[] {
  const shownBy = new Map(figures(document).map(({ id, shown }) => [id, hashOfAsset(shown)]))
  return places.map(({ id, page }) => {
    const hash = shownBy.get(id) ?? null
    const found = hash === null ? undefined : shows[hash]
    return { block: id, page, shows: found && found.width > 0 ? found : null }
  })
}

/** The bytes of what a document shows, for the typesetter. */
export async function filesOf(
  db: Database,
  pictures: ObjectStore | null,
  of: { workspaceId: string; narrativeId: string },
  shows: Shows,
): Promise<Result<Files, 'storage-unreachable'>> {
  const files: Record<string, Uint8Array> = {}
  for (const [sha256, { width }] of Object.entries(shows)) {
    if (width < 1) continue
    const found = await reached(assetsStore.bytesOf(db, pictures, { ...of, sha256 }))
    if (!found.ok) return found
    if (found.value) files[sha256] = found.value.bytes
  }
  return ok(files)
}
