import type { DraftPages } from '@foreword/core/narratives/narrative'
import { ok, type Result, refuse } from '@foreword/core/result'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import { documentFromYDoc } from '@foreword/document/yjs'
import type { Database } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import type { Collab } from '../live/collab.ts'
import { theWorkspace } from '../people/store.ts'
import type { TypesetService } from '../typeset/typeset.ts'
import { showsOf } from './assets-store.ts'
import { headlineOf } from './drafts.ts'
import { figuresOf, linesOf } from './freeze.ts'
import { kindOfNarrative } from './kinds-store.ts'
import { placed } from './layouts.ts'
import { oneAtATime } from './one-at-a-time.ts'

export type Pages = ReturnType<typeof pagesWith>

/** For whoever reads a draft and does not write in it: no socket, and the same lines as an edition made now would have. */
export function pagesWith(parts: { db: Database; collab: Pick<Collab, 'lookAt'>; typeset: TypesetService }) {
  const { db, collab, typeset } = parts
  return oneAtATime(async (narrativeId): Promise<Result<DraftPages, 'cannot-be-typeset'>> => {
    const [workspace, kind, document] = await Promise.all([
      theWorkspace(db),
      kindOfNarrative(db, narrativeId),
      collab.lookAt(narrativeId, (doc) => asAccepted(documentFromYDoc(doc, newId))),
    ])
    if (!workspace) throw new Error('a narrative without a workspace')
    const { paper, readingMinutesPerPage } = workspace.settings
    const title = headlineOf(document, kind)
    const shows = await showsOf(db, narrativeId, document)
    const set = await typeset.typeset(document, {
      ...{ paper, title, editionLabel: 'Draft', shows },
      ...placed(kind),
    })
    if (!set.ok) return refuse('cannot-be-typeset')
    return ok({
      narrativeId: narrativeId as DraftPages['narrativeId'], // as the contract let it in
      title,
      document: { ...document },
      paper,
      lines: linesOf(set.value),
      figures: figuresOf(document, set.value, shows),
      pages: set.value.pages,
      readingMinutes: set.value.corePages * readingMinutesPerPage,
    })
  })
}
