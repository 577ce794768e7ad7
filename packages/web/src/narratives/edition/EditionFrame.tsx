import { useQuery } from '@tanstack/react-query'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { api, type Outputs } from '../../api.ts'
import { paths } from '../../paths.ts'
import { isGone } from '../../refusal.ts'
import { CannotOpen } from '../../shell/CannotOpen.tsx'
import { useCommands } from '../../shell/commands.ts'
import { Loading } from '../../ui/Empty.tsx'
import { IdeaTabs } from '../IdeaTabs.tsx'
import { DraftHeader } from '../sheet/DraftHeader.tsx'
import { EditionFacts } from './EditionFacts.tsx'

// a menu is larger than the page it stands on, and most who come only read
const EditionActions = lazy(() =>
  import('./EditionActions.tsx').then((loaded) => ({ default: loaded.EditionActions })),
)
const ExportDialog = lazy(() =>
  import('../export/ExportDialog.tsx').then((loaded) => ({ default: loaded.ExportDialog })),
)

const EditionOutline = lazy(() =>
  import('./EditionOutline.tsx').then((loaded) => ({ default: loaded.EditionOutline })),
)
const SinceReadFact = lazy(() =>
  import('../changed/SinceRead.tsx').then((loaded) => ({ default: loaded.SinceReadFact })),
)
const RestsOn = lazy(() => import('./RestsOn.tsx').then((loaded) => ({ default: loaded.RestsOn })))
const NameDialog = lazy(() =>
  import('../editions/NameDialog.tsx').then((loaded) => ({ default: loaded.NameDialog })),
)
const RestoreDialog = lazy(() =>
  import('../editions/RestoreDialog.tsx').then((loaded) => ({ default: loaded.RestoreDialog })),
)

export type Edition = Outputs['narratives']['edition']

/** An edition never changes, so it is fetched once. */
export function useEdition(editionId: string) {
  return useQuery(
    api.narratives.edition.queryOptions({
      // the id comes out of the address; what is none the server refuses
      input: { editionId: editionId as Edition['id'] },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  )
}

/** The edition before this one of the same document; undefined while unknown, null for the first. */
export function useEditionBefore(edition: Edition | undefined) {
  const { data } = useQuery(
    api.narratives.editions.queryOptions({
      input: { initiativeId: edition?.initiativeId as Edition['initiativeId'] }, // asked only with an edition
      enabled: edition !== undefined,
    }),
  )
  if (edition === undefined || data === undefined) return undefined
  const earlier = data.filter(
    ({ narrativeId, number }) => narrativeId === edition.narrativeId && number < edition.number,
  )
  return earlier.reduce<(typeof earlier)[number] | null>(
    (last, each) => (each.number > (last?.number ?? 0) ? each : last),
    null,
  )
}

interface Props {
  editionId: string
  /** What stands at the right of the pages. */
  beside?: (edition: Edition) => ReactNode
  /** What is asked of somebody who comes to read it; they see the document and this, and nothing else. */
  asked?: ReactNode
  children: (edition: Edition) => ReactNode
}

/** The page around an edition: what it is at the left, its pages, what is said of it at the right. */
export function EditionFrame({ editionId, beside, asked, children }: Props) {
  const found = useEdition(editionId)
  const before = useEditionBefore(found.data)
  const [exporting, setExporting] = useState(false)
  const [asking, setAsking] = useState<'name' | 'restore' | 'outline' | null>(null)
  const narrative = useQuery(
    api.narratives.get.queryOptions({
      input: { narrativeId: found.data?.narrativeId as Edition['narrativeId'] }, // asked only with an edition
      enabled: found.data !== undefined,
    }),
  )
  const outline = () => setAsking('outline')
  useCommands([
    {
      id: 'edition.outline',
      title: 'Go to a part, a heading or a question',
      group: 'This edition',
      words: 'outline contents pages',
      keys: 'o',
      run: outline,
      disabledReason: found.data ? undefined : 'The edition is not open yet.',
    },
  ])
  if (isGone(found)) return <CannotOpen error={found.error} retry={() => void found.refetch()} />
  if (!found.data)
    return (
      <div className="p-10">
        <Loading what="Opening the edition" />
      </div>
    )
  const edition = found.data
  return (
    <div className="min-h-dvh">
      <title>{`Edition ${edition.number}: ${edition.title} · Foreword`}</title>
      <DraftHeader
        title={edition.title}
        up={paths.narrative({ initiativeId: edition.initiativeId })}
        tabs={asked ? null : <IdeaTabs initiativeId={edition.initiativeId} />}
        actions={
          !asked && (
            <Suspense fallback={<span className="w-24" />}>
              <EditionActions
                edition={edition}
                before={before}
                mayEdit={narrative.data?.mayEdit ?? false}
                onAsk={(what) => (what === 'export' ? setExporting(true) : setAsking(what))}
              />
            </Suspense>
          )
        }
      />
      <Suspense>
        {exporting && (
          <ExportDialog
            what={`edition ${edition.number}`}
            of={{ editionId: edition.id }}
            onClose={() => setExporting(false)}
          />
        )}
      </Suspense>
      <Suspense>{asked}</Suspense>
      <div className="edition-desk">
        <aside aria-label="About this edition" className="edition-facts print:hidden">
          {!asked && (
            <>
              <EditionFacts edition={edition} />
              <Suspense>
                <SinceReadFact edition={edition} />
                <RestsOn edition={edition} initiativeId={edition.initiativeId} className="mt-4 text-small" />
              </Suspense>
            </>
          )}
        </aside>
        <div className="min-w-0">{children(edition)}</div>
        {beside?.(edition)}
      </div>
      <Suspense>
        {asking === 'outline' && (
          <EditionOutline edition={edition} kind={narrative.data?.kind} onClose={() => setAsking(null)} />
        )}
        {asking === 'name' && <NameDialog edition={edition} onClose={() => setAsking(null)} />}
        {asking === 'restore' && <RestoreDialog edition={edition} onClose={() => setAsking(null)} />}
      </Suspense>
    </div>
  )
}
