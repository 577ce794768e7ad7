import '../sheet/sheet.css'
import './changes.css'
import { type Comparison, compare, nextChange } from '@foreword/document/diff'
import type { DocumentJson } from '@foreword/document/json'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api } from '../../api.ts'
import { paths, withSearch } from '../../paths.ts'
import { go, useSearch } from '../../router.tsx'
import { CannotOpen } from '../../shell/CannotOpen.tsx'
import { useCommands } from '../../shell/commands.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { Select } from '../../ui/Field.tsx'
import { type Edition, useEdition, useEditionBefore } from '../edition/EditionFrame.tsx'
import { IdeaTabs } from '../IdeaTabs.tsx'
import { bringIntoView } from '../sheet/bring-into-view.ts'
import { DraftHeader } from '../sheet/DraftHeader.tsx'
import { ChangedBlock } from './ChangedBlock.tsx'

/** N6: two editions in one text, words struck and words added in their places. */
export function ChangesPage({ editionId }: { editionId: string }) {
  const after = useEdition(editionId)
  const chosen = useSearch().get('from')
  const previous = useEditionBefore(after.data)
  const before = useEdition(chosen ?? previous?.id ?? editionId)
  const error = after.error ?? before.error
  if (error) return <CannotOpen error={error} />
  if (!after.data || !before.data || (chosen === null && previous === undefined))
    return (
      <div className="p-10">
        <Loading what="Comparing the editions" />
      </div>
    )
  return <Compared key={`${before.data.id} ${after.data.id}`} before={before.data} after={after.data} />
}

// the contract carries documents as loose JSON; they were checked against the schema when they were frozen
const documentOf = (edition: Edition) => edition.document as unknown as DocumentJson

function Compared({ before, after }: { before: Edition; after: Edition }) {
  const comparison = useMemo(() => compare(documentOf(before), documentOf(after)), [before, after])
  const [at, setAt] = useState<number | null>(null)
  const sheet = useRef<HTMLElement>(null)
  const lines = useMemo(() => firstLines(after), [after])
  const { changes } = comparison

  const step = (way: 'next' | 'previous') => {
    const next = nextChange(comparison, at ?? (way === 'next' ? -1 : comparison.blocks.length), way)
    setAt(next)
  }
  useEffect(() => {
    if (at === null) return
    bringIntoView(sheet.current?.querySelector(`[data-change="${at}"]`), 'center')
  }, [at])
  useCommands([
    { id: 'changes.next', title: 'Next change', group: 'These changes', keys: 'n', run: () => step('next') },
    {
      id: 'changes.previous',
      title: 'Previous change',
      group: 'These changes',
      keys: 'p',
      run: () => step('previous'),
    },
  ])

  const isFirst = before.id === after.id
  const none = changes.length === 0 ? 'The words are the same in both.' : undefined
  return (
    <div className="min-h-dvh">
      <title>{`Changes in edition ${after.number}: ${after.title} · Foreword`}</title>
      <DraftHeader
        title={after.title}
        up={paths.narrative({ initiativeId: after.initiativeId })}
        tabs={<IdeaTabs initiativeId={after.initiativeId} />}
        actions={
          <ButtonLink kind="plain" href={paths.edition({ editionId: after.id })}>
            Edition {after.number}
          </ButtonLink>
        }
      />
      <div className="changes-bar">
        {!isFirst && <Against before={before} after={after} />}
        <p className="figures text-ink-2" role="status">
          {isFirst ? 'This is the first edition: there is none to compare it with.' : summary(comparison, at)}
        </p>
        {!isFirst && (
          <div className="ml-auto flex gap-2">
            <Button shortcut="P" disabledReason={none} onClick={() => step('previous')}>
              Previous
            </Button>
            <Button shortcut="N" disabledReason={none} onClick={() => step('next')}>
              Next
            </Button>
          </div>
        )}
      </div>
      <article
        ref={sheet}
        className="paper changes"
        data-paper={after.paper}
        aria-label={`What changed from edition ${before.number} to edition ${after.number}`}
      >
        <div className="paper-type">
          <div className="paper-body">
            {comparison.blocks.map((change, index) => (
              <ChangedBlock
                // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is made once and never reordered
                key={index}
                index={index}
                change={change}
                before={documentOf(before)}
                after={documentOf(after)}
                line={change.kind === 'removed' ? undefined : lines.get(change.after.id)}
                isAtHand={index === at}
              />
            ))}
          </div>
        </div>
      </article>
    </div>
  )
}

/** Which edition it is compared with; any of the idea will do. */
function Against({ before, after }: { before: Edition; after: Edition }) {
  const { data = [] } = useQuery(
    api.narratives.editions.queryOptions({ input: { initiativeId: after.initiativeId } }),
  )
  return (
    <div className="flex items-center gap-2">
      <span className="whitespace-nowrap text-ink-2">Since</span>
      <Select
        label="Compare with"
        hideLabel
        value={before.id}
        onChange={(event) =>
          go(withSearch(paths.changes({ editionId: after.id }), { from: event.currentTarget.value }), {
            replace: true,
          })
        }
      >
        {data
          .filter(({ id }) => id !== after.id)
          .map((edition) => (
            <option key={edition.id} value={edition.id}>
              {edition.narrativeId === after.narrativeId ? '' : `${edition.title}: `}edition {edition.number}
              {edition.name ? `, ${edition.name}` : ''}
            </option>
          ))}
      </Select>
    </div>
  )
}

function summary({ changes, wordsAdded, wordsRemoved }: Comparison, at: number | null): string {
  if (changes.length === 0) return 'No word has changed.'
  const where = at === null ? '' : `Change ${changes.indexOf(at) + 1} of ${changes.length} · `
  const count = at === null ? `${changes.length} ${changes.length === 1 ? 'place' : 'places'} changed · ` : ''
  return `${where}${count}${wordsAdded} words added, ${wordsRemoved} struck`
}

/** The number that the first line of each block has in the edition. */
function firstLines({ lines }: Edition): Map<string, number> {
  const first = new Map<string, number>()
  for (const { block, line } of lines) if (!first.has(block)) first.set(block, line)
  return first
}
