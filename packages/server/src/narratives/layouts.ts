import type { KindTemplate } from '@foreword/core/narratives/kind'
import type { DraftLayout } from '@foreword/core/narratives/narrative'
import { ok, type Result, refuse } from '@foreword/core/result'
import { wordCount } from '@foreword/document/blocks'
import { placesOf } from '@foreword/document/sections'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import { documentFromYDoc } from '@foreword/document/yjs'
import type { Database } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import { listeners, publish } from '../live/channels.ts'
import type { Collab } from '../live/collab.ts'
import { theWorkspace } from '../people/store.ts'
import type { Layout } from '../typeset/compile.ts'
import type { TypesetService } from '../typeset/typeset.ts'
import { showsOf } from './assets-store.ts'
import { kindOfNarrative } from './kinds-store.ts'
import { layoutTopic } from './narrative-news.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { createRests } from './rests.ts'

type Answer = Result<DraftLayout, 'cannot-be-typeset'>

export interface Layouts {
  /** Pages and lines of the draft with every edit made before the call. */
  layoutOf(narrativeId: string): Promise<Answer>
  /** Hears every edit. Whoever watches is sent the layout, computed once for all. */
  edited(narrativeId: string): void
  close(): void
}

export function createLayouts(options: {
  db: Database
  collab: Pick<Collab, 'lookAt'>
  typeset: TypesetService
  failed: (error: unknown) => void
}): Layouts {
  const { db, collab, typeset, failed } = options
  const layoutOf = oneAtATime(async (narrativeId): Promise<Answer> => {
    const [workspace, kind, document] = await Promise.all([
      theWorkspace(db),
      kindOfNarrative(db, narrativeId),
      collab.lookAt(narrativeId, (doc) => asAccepted(documentFromYDoc(doc, newId))),
    ])
    if (!workspace) throw new Error('a narrative without a workspace')
    const { settings } = workspace
    const shows = await showsOf(db, narrativeId, document)
    const laid = await typeset.layoutOf(document, { paper: settings.paper, shows, ...placed(kind) })
    if (!laid.ok) return refuse('cannot-be-typeset')
    return ok(toDraftLayout(laid.value, wordCount(document), settings.readingMinutesPerPage))
  })

  async function push(narrativeId: string): Promise<void> {
    if (listeners(layoutTopic(narrativeId)) === 0) return
    try {
      const layout = await layoutOf(narrativeId)
      if (layout.ok) publish(layoutTopic(narrativeId), layout.value)
    } catch (error) {
      failed(error)
    }
  }

  const rests = createRests(push)

  return {
    layoutOf,
    edited(narrativeId) {
      if (listeners(layoutTopic(narrativeId)) > 0) rests.edited(narrativeId)
    },
    close: () => rests.close(),
  }
}

/** What the typesetter is told of a kind: where its parts stand. */
export const placed = (kind: KindTemplate | null) => (kind ? { places: placesOf(kind) } : {})

function toDraftLayout(layout: Layout, words: number, minutesPerPage: number): DraftLayout {
  const end = layout.lineCount + 1
  return {
    corePages: layout.corePages,
    pressReleasePages: layout.pressReleasePages,
    pages: layout.pages,
    lines: layout.lineCount,
    words,
    readingMinutes: layout.corePages * minutesPerPage,
    blocks: layout.blocks.flatMap(({ id, page, line }, index) => {
      if (line === null) return []
      const after = layout.blocks[index + 1]?.line ?? end
      return [{ block: id, page, line, lines: Math.max(0, after - line) }]
    }),
    missingGlyphs: layout.missingGlyphs,
  }
}
