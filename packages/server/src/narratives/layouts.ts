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

type Answer = Result<DraftLayout, 'cannot-be-typeset'>

export interface Layouts {
  /** Pages and lines of the draft with every edit made before the call. */
  layoutOf(narrativeId: string): Promise<Answer>
  /** Hears every edit. When the writing pauses, whoever watches is sent the layout, computed once for all. */
  edited(narrativeId: string): void
  close(): void
}

const PAUSE_MS = 100
/** Somebody who types without a pause still sees the lines follow. */
const LONGEST_WAIT_MS = 500

export function createLayouts(options: {
  db: Database
  collab: Pick<Collab, 'lookAt'>
  typeset: TypesetService
  failed: (error: unknown) => void
}): Layouts {
  const { db, collab, typeset, failed } = options
  const running = new Map<string, Promise<Answer>>()
  /** Asked for while one is running, which may not know the newest edit: one more, for all who asked. */
  const next = new Map<string, Promise<Answer>>()
  const pauses = new Map<string, { since: number; timer: NodeJS.Timeout }>()

  async function compute(narrativeId: string): Promise<Answer> {
    const settings = (await theWorkspace(db))?.settings
    if (!settings) throw new Error('a narrative without a workspace')
    const kind = await kindOfNarrative(db, narrativeId)
    const document = await collab.lookAt(narrativeId, (doc) => asAccepted(documentFromYDoc(doc, newId)))
    const shows = await showsOf(db, narrativeId, document)
    const laid = await typeset.layoutOf(document, { paper: settings.paper, shows, ...placed(kind) })
    if (!laid.ok) return refuse('cannot-be-typeset')
    return ok(toDraftLayout(laid.value, wordCount(document), settings.readingMinutesPerPage))
  }

  function start(narrativeId: string): Promise<Answer> {
    const answer = compute(narrativeId).finally(() => running.delete(narrativeId))
    running.set(narrativeId, answer)
    return answer
  }

  function layoutOf(narrativeId: string): Promise<Answer> {
    const now = running.get(narrativeId)
    if (!now) return start(narrativeId)
    const waiting = next.get(narrativeId)
    if (waiting) return waiting
    const begin = () => {
      next.delete(narrativeId)
      return start(narrativeId)
    }
    // whether the one before worked out is its askers' business
    const after = now.then(begin, begin)
    next.set(narrativeId, after)
    return after
  }

  async function push(narrativeId: string): Promise<void> {
    pauses.delete(narrativeId)
    if (listeners(layoutTopic(narrativeId)) === 0) return
    try {
      const layout = await layoutOf(narrativeId)
      if (layout.ok) publish(layoutTopic(narrativeId), layout.value)
    } catch (error) {
      failed(error)
    }
  }

  return {
    layoutOf,
    edited(narrativeId) {
      if (listeners(layoutTopic(narrativeId)) === 0) return
      const before = pauses.get(narrativeId)
      clearTimeout(before?.timer)
      const since = before?.since ?? performance.now()
      const left = Math.max(0, since + LONGEST_WAIT_MS - performance.now())
      const timer = setTimeout(() => void push(narrativeId), Math.min(PAUSE_MS, left))
      pauses.set(narrativeId, { since, timer })
    },
    close() {
      for (const { timer } of pauses.values()) clearTimeout(timer)
      pauses.clear()
    },
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
