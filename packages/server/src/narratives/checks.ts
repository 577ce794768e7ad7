import type { DraftAssumptions, DraftChecks } from '@foreword/core/narratives/checks'
import { defaultKinds } from '@foreword/core/narratives/kinds'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { Finding, Passage } from '@foreword/document/checks/finding'
import { find, passageIn, type Searched, searched } from '@foreword/document/ladder'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import type { Database } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import type { Viewer } from '../http/call.ts'
import { once } from '../http/later.ts'
import { listeners, publish } from '../live/channels.ts'
import type { Collab } from '../live/collab.ts'
import { theWorkspace } from '../people/store.ts'
import { assumedIn } from './assumed.ts'
import * as dismissed from './dismissed-store.ts'
import { kindOfNarrative } from './kinds-store.ts'
import type { Layouts } from './layouts.ts'
import { checksTopic } from './narrative-news.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { createPauses } from './pauses.ts'
import * as resting from './resting-store.ts'

export interface DraftChecker {
  /** What is found in the draft with every edit made before the call. */
  checksOf(narrativeId: string): Promise<DraftChecks>
  /** What it assumes, with every edit made before the call. */
  assumptionsOf(narrativeId: string): Promise<Assumed>
  /** What was known beside the draft is another now: whoever watches is sent what is found. */
  again(narrativeId: string): void
  /** Hears every edit. After a pause whoever watches is sent what is found, computed once for all. */
  edited(narrativeId: string): void
  dismiss(narrativeId: string, findingId: string, by: Dismissing): Promise<Result<string, 'finding-is-gone'>>
  restore(narrativeId: string, dismissalId: string, by: Dismissing): Promise<void>
  close(): void
}

type Assumed = Pick<DraftAssumptions, 'assumptions' | 'stale'>

interface Dismissing {
  person: Viewer
  now: Date
}

// longer than the layout's: a finding that comes while one writes is a voice in one's ear
const PAUSES = { pauseMs: 700, longestWaitMs: 6_000 }

const toPlace = ({ block, from, to }: Passage) => ({ blockId: block, from, to })

export function createDraftChecker(options: {
  db: Database
  collab: Pick<Collab, 'lookAt'>
  layouts: Pick<Layouts, 'layoutOf'>
  now: () => Date
  failed: (error: unknown) => void
}): DraftChecker {
  const { db, collab, layouts, now, failed } = options
  const rules = once(loadRules)

  /** What `use` makes of every finding that nobody dismissed, while the draft is as it was when they were found. */
  async function withFindings<T>(
    narrativeId: string,
    use: (draft: Searched, findings: Finding[]) => T,
  ): Promise<T> {
    const { checks: settings } = await settingsNow()
    const kind = (await kindOfNarrative(db, narrativeId)) ?? defaultKinds[0]
    if (!kind) throw new Error('there are no kinds of document')
    const laid = await layouts.layoutOf(narrativeId)
    const { checker, inDraft } = await rules()
    const silenced = await dismissed.dismissedIn(db, narrativeId)
    const today = now().toISOString().slice(0, 10)
    const extent = laid.ok ? laid.value : null
    return collab.lookAt(narrativeId, (doc) => {
      const draft = searched(doc, newId)
      // open suggestions count as accepted: their authors mean them so
      const document = asAccepted(draft.document)
      const found = checker.check(document, { kind, settings, today, extent, isBeingWritten: true })
      const toDraft = inDraft(draft.document)
      const placed = found.map((finding) => ({ ...finding, at: toDraft(finding.at) }))
      const isDismissed = dismissals(silenced, draft)
      return use(
        draft,
        placed.filter((finding) => !isDismissed(finding)),
      )
    })
  }

  async function settingsNow() {
    const settings = (await theWorkspace(db))?.settings
    if (!settings) throw new Error('a narrative without a workspace')
    return settings
  }

  const checksOf = oneAtATime(async (narrativeId): Promise<DraftChecks> => {
    const { checks } = await settingsNow()
    const { presented, assumptionsIn } = await rules()
    const tracked = await resting.trackedIn(db, narrativeId)
    return withFindings(narrativeId, (draft, findings) => ({
      findings: presented(findings, checks, { oncePerBlock: true }).map(({ at, about: _, ...finding }) => ({
        ...finding,
        at: toPlace(at),
      })),
      ...assumedIn(draft, assumptionsIn(draft.document), tracked),
      shownAtOnce: checks.shownAtOnce,
    }))
  })

  async function assumptionsOf(narrativeId: string): Promise<Assumed> {
    const { assumptionsIn } = await rules()
    const tracked = await resting.trackedIn(db, narrativeId)
    return collab.lookAt(narrativeId, (doc) => {
      const draft = searched(doc, newId)
      return assumedIn(draft, assumptionsIn(draft.document), tracked)
    })
  }

  async function push(narrativeId: string): Promise<void> {
    if (listeners(checksTopic(narrativeId)) === 0) return
    try {
      publish(checksTopic(narrativeId), await checksOf(narrativeId))
    } catch (error) {
      failed(error)
    }
  }

  const pauses = createPauses(PAUSES, push)

  return {
    checksOf,
    assumptionsOf,
    again: (narrativeId) => void push(narrativeId),
    edited(narrativeId) {
      if (listeners(checksTopic(narrativeId)) > 0) pauses.edited(narrativeId)
    },
    async dismiss(narrativeId, findingId, { person, now: at }) {
      const kept = await withFindings(narrativeId, (draft, findings) => {
        const finding = findings.find(({ id }) => id === findingId)
        const subject = finding && subjectOf(draft, finding)
        return finding && subject && { rule: finding.rule, ...subject }
      })
      if (!kept) return refuse('finding-is-gone')
      const id = newId()
      await dismissed.insert(db, {
        ...kept,
        workspaceId: person.workspaceId,
        id,
        narrativeId,
        by: person.id,
        at,
      })
      void push(narrativeId)
      return ok(id)
    },
    async restore(narrativeId, dismissalId, { person }) {
      await dismissed.remove(db, person, narrativeId, dismissalId)
      void push(narrativeId)
    },
    close: () => pauses.close(),
  }
}

/** They come with the first draft that somebody writes in; what they remember of its blocks stays. */
async function loadRules() {
  const { createChecker, presented } = await import('@foreword/document/checks/check')
  const { assumptionsIn } = await import('@foreword/document/checks/assumptions')
  const { inDraft } = await import('@foreword/document/checks/in-draft')
  return { checker: createChecker(), presented, assumptionsIn, inDraft }
}

/** Whether a finding was dismissed: its rule, for its subject, or for the passage where that stands now. */
function dismissals(silenced: readonly dismissed.Dismissed[], draft: Searched) {
  const places = silenced.map(({ rule, on }) => ({ rule, on: 'about' in on ? on : find(draft, on).at }))
  return ({ rule, about, at }: Finding): boolean =>
    places.some(({ rule: ofRule, on }) => {
      if (ofRule !== rule || on === null) return false
      if ('about' in on) return on.about === about
      return about === null && on.blockId === at.block && on.from < at.to && at.from < on.to
    })
}

/** What a dismissal holds to: the passage as a comment on it would be kept, to be found by the same ladder (F2). */
function subjectOf(draft: Searched, { at: { block, from, to }, about }: Finding) {
  if (about !== null) return { about, passage: null }
  const passage = passageIn(draft, { blockId: block, from, to })
  return passage && { about, passage }
}
