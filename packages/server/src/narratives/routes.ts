import { dismissedFindingId } from '@foreword/core/ids'
import type { DraftChecks } from '@foreword/core/narratives/checks'
import type { DraftLayout } from '@foreword/core/narratives/narrative'
import { suffices } from '@foreword/core/people/permissions'
import type { FileReader } from '../formats/reader.ts'
import { readSame, run, runOutside, signedIn, unwrap } from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'
import { subscribe } from '../live/channels.ts'
import * as actions from './actions.ts'
import type { DraftChecker } from './checks.ts'
import type { Press } from './freeze.ts'
import type { Layouts } from './layouts.ts'
import { checksTopic, layoutTopic } from './narrative-news.ts'
import type { Pages } from './pages.ts'
import * as store from './store.ts'

interface Parts {
  press: Press
  layouts: Layouts
  checker: DraftChecker
  reader: FileReader
  pages: Pages
}

export function narrativeRoutes(os: Os, { press, layouts, checker, reader, pages }: Parts) {
  const { collab, typeset } = press
  const assets = () => import('./assets.ts')
  const kinds = () => import('./kinds.ts')
  // what follows reads or writes files, or makes documents out of others: loaded when it is first done
  const bring = later(async () => (await import('./imports.ts')).bringWith({ ...press, reader }))
  const importInto = later(async () => (await import('./imports.ts')).importIntoWith({ ...press, reader }))
  const duplicateGuide = later(async () => (await import('./imports.ts')).duplicateGuide)
  const changedLines = later(async () => (await import('./changed-lines.ts')).changedLines)
  const duplicate = later(async () => (await import('./duplicate.ts')).duplicateWith(press))
  const guideEdition = later(async () => (await import('./guide-edition.ts')).guideEditionWith(typeset))
  const exportMarkdown = later(async () => (await import('./export-markdown.ts')).exportMarkdownWith(collab))
  const proposedAnswers = later(async () =>
    (await import('./proposed-answers.ts')).proposedAnswersWith(collab),
  )
  const draftText = later(async () => (await import('./restore.ts')).draftTextWith(collab))
  const restore = later(async () => (await import('./restore.ts')).restoreWith(collab))
  const restores = later(async () => (await import('./restore.ts')).restoresWith(collab))
  const undoRestore = later(async () => (await import('./restore.ts')).undoRestoreWith(collab))
  const beforeRestore = later(async () => (await import('./restore.ts')).beforeRestore)

  return {
    kinds: os.narratives.kinds.handler(run(later(async () => (await kinds()).kinds))),
    saveKind: os.narratives.saveKind.handler(run(later(async () => (await kinds()).saveKind))),
    addKind: os.narratives.addKind.handler(run(later(async () => (await kinds()).addKind))),
    duplicateKind: os.narratives.duplicateKind.handler(run(later(async () => (await kinds()).duplicateKind))),
    resetKind: os.narratives.resetKind.handler(run(later(async () => (await kinds()).resetKind))),
    removeKind: os.narratives.removeKind.handler(run(later(async () => (await kinds()).removeKind))),
    exportKind: os.narratives.exportKind.handler(run(later(async () => (await kinds()).exportKind))),
    importKind: os.narratives.importKind.handler(run(later(async () => (await kinds()).importKind))),
    list: os.narratives.list.handler(run(actions.list)),
    pace: os.narratives.pace.handler(run(actions.pace)),
    unfrozen: os.narratives.unfrozen.handler(run(actions.unfrozen)),
    get: os.narratives.get.handler(run(actions.get)),
    start: os.narratives.start.handler(run(actions.start)),
    bring: os.narratives.bring.handler(runOutside(bring)),
    importInto: os.narratives.importInto.handler(runOutside(importInto)),
    duplicateGuide: os.narratives.duplicateGuide.handler(run(duplicateGuide)),
    duplicate: os.narratives.duplicate.handler(runOutside(duplicate)),
    guideEdition: os.narratives.guideEdition.handler(runOutside(guideEdition)),
    layout: os.narratives.layout.handler(async ({ input, errors }) =>
      unwrap(await layouts.layoutOf(input.narrativeId), errors),
    ),
    pages: os.narratives.pages.handler(async ({ input, errors }) =>
      unwrap(await pages(input.narrativeId), errors),
    ),
    watchLayout: os.narratives.watchLayout.handler(async function* ({ input, context, errors, signal }) {
      const viewer = signedIn(context)
      const changes = subscribe<DraftLayout>(layoutTopic(input.narrativeId), signal, { keep: 'latest' })
      try {
        yield unwrap(await layouts.layoutOf(input.narrativeId), errors)
        for await (const layout of changes) {
          if (!(await store.rightOnNarrative(context.services.db, viewer, input.narrativeId))) return
          yield layout
        }
      } finally {
        await changes.return?.()
      }
    }),
    openAssumptions: os.narratives.openAssumptions.handler(async ({ input, context }) => {
      const drafts = await store.list(context.services.db, signedIn(context), input.initiativeId)
      return Promise.all(
        drafts.map(async ({ id, title }) => ({
          ...{ narrativeId: id, title },
          ...(await checker.assumptionsOf(id)),
        })),
      )
    }),
    trackAssumption: os.narratives.trackAssumption.handler(
      runOutside(later(async () => (await import('./track.ts')).trackWith(collab))),
    ),
    restsOn: os.narratives.restsOn.handler(run(later(async () => (await import('./rests-on.ts')).restsOn))),
    untrackAssumption: os.narratives.untrackAssumption.handler(
      run(later(async () => (await import('./track.ts')).untrackAssumption)),
    ),
    checks: os.narratives.checks.handler(({ input }) => checker.checksOf(input.narrativeId)),
    watchChecks: os.narratives.watchChecks.handler(async function* ({ input, context, signal }) {
      const viewer = signedIn(context)
      const changes = subscribe<DraftChecks>(checksTopic(input.narrativeId), signal, { keep: 'latest' })
      try {
        yield await checker.checksOf(input.narrativeId)
        for await (const checks of changes) {
          const right = await store.rightOnNarrative(context.services.db, viewer, input.narrativeId)
          if (!right || !suffices(right, 'edit')) return
          yield checks
        }
      } finally {
        await changes.return?.()
      }
    }),
    dismissFinding: os.narratives.dismissFinding.handler(async ({ input, context, errors }) => {
      const by = { person: signedIn(context), now: context.services.now() }
      const id = unwrap(await checker.dismiss(input.narrativeId, input.findingId, by), errors)
      const dismissalId = dismissedFindingId.parse(id)
      return { dismissalId, checks: await checker.checksOf(input.narrativeId) }
    }),
    restoreFinding: os.narratives.restoreFinding.handler(async ({ input, context }) => {
      const by = { person: signedIn(context), now: context.services.now() }
      await checker.restore(input.narrativeId, input.dismissalId, by)
      return checker.checksOf(input.narrativeId)
    }),
    proposedAnswers: os.narratives.proposedAnswers.handler(runOutside(proposedAnswers)),
    exportMarkdown: os.narratives.exportMarkdown.handler(runOutside(exportMarkdown)),
    uploadAsset: os.narratives.uploadAsset.handler(
      runOutside(later(async () => (await assets()).uploadWith(press))),
    ),
    adoptAssets: os.narratives.adoptAssets.handler(run(later(async () => (await assets()).adopt))),
    assets: os.narratives.assets.handler(run(later(async () => (await assets()).list))),
    asset: os.narratives.asset.handler(async ({ input, context, errors }) => {
      const person = signedIn(context)
      const { services } = context
      const call = { person, workspaceId: person.workspaceId, now: services.now(), services }
      return unwrap(await (await assets()).downloadWith(press)(input, call, context), errors)
    }),
    freeze: os.narratives.freeze.handler(
      runOutside(later(async () => (await import('./freeze.ts')).freezeWith(press))),
    ),
    editions: os.narratives.editions.handler(run(actions.editions)),
    edition: os.narratives.edition.handler(readSame(actions.editionTogether(), actions.editionAsNamed)),
    changedLines: os.narratives.changedLines.handler(run(changedLines)),
    nameEdition: os.narratives.nameEdition.handler(run(actions.nameEdition)),
    draftText: os.narratives.draftText.handler(runOutside(draftText)),
    restore: os.narratives.restore.handler(runOutside(restore)),
    restores: os.narratives.restores.handler(runOutside(restores)),
    undoRestore: os.narratives.undoRestore.handler(runOutside(undoRestore)),
    beforeRestore: os.narratives.beforeRestore.handler(run(beforeRestore)),
    pdf: os.narratives.pdf.handler(run(actions.pdf)),
    canonical: os.narratives.canonical.handler(run(actions.canonical)),
  }
}
