import '../sheet/sheet.css'
import './changes.css'
import { type Comparison, compare, nextChange } from '@foreword/document/diff'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import { api } from '../../api.ts'
import { paths, withSearch } from '../../paths.ts'
import { go } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'
import type { Edition } from '../edition/EditionFrame.tsx'
import { IdeaTabs } from '../IdeaTabs.tsx'
import { bringIntoView } from '../sheet/bring-into-view.ts'
import { DraftHeader } from '../sheet/DraftHeader.tsx'
import { labelOf, useKinds } from '../sheet/kind.ts'
import { ChangedBlock } from './ChangedBlock.tsx'
import { DRAFT, type Side } from './side.ts'

interface Props {
  before: Side
  after: Side
  initiativeId: string
  narrativeId: string
  paper: Edition['paper']
}

export function Comparing({ before, after, initiativeId, narrativeId, paper }: Props) {
  const comparison = useMemo(() => compare(before.document, after.document), [before, after])
  const [at, setAt] = useState<number | null>(null)
  const sheet = useRef<HTMLElement>(null)
  const parts = useKinds().flatMap((kind) => kind.parts)
  const nameOfPart = (part: string) => parts.find(({ id }) => id === part)?.label ?? labelOf(undefined, part)

  const step = (way: 'next' | 'previous') =>
    setAt(nextChange(comparison, at ?? (way === 'next' ? -1 : comparison.blocks.length), way))
  useEffect(() => {
    if (at === null) return
    const change = sheet.current?.querySelector<HTMLElement>(`[data-change="${at}"]`)
    // a screen reader goes on from here
    change?.focus({ preventScroll: true })
    bringIntoView(change, 'center')
  }, [at])
  const group = 'These changes'
  useCommands([
    { id: 'changes.next', title: 'Next change', group, keys: 'n', run: () => step('next') },
    { id: 'changes.previous', title: 'Previous change', group, keys: 'p', run: () => step('previous') },
  ])

  const isAlone = before.id === after.id
  const none = comparison.changes.length === 0 ? 'Both say the same.' : undefined
  return (
    <div className="min-h-dvh">
      <title>{`Changes in ${after.name}: ${after.title} · Foreword`}</title>
      <DraftHeader
        title={after.title}
        up={paths.narrative({ initiativeId })}
        tabs={<IdeaTabs initiativeId={initiativeId} />}
        actions={
          <ButtonLink kind="plain" href={after.href}>
            {after.name[0]?.toUpperCase()}
            {after.name.slice(1)}
          </ButtonLink>
        }
      />
      <div className="changes-bar">
        {!isAlone && <Against {...{ before, after, initiativeId, narrativeId }} />}
        <p className="figures text-ink-2" role="status">
          {isAlone ? 'There is no other edition to compare it with.' : summary(comparison, at)}
        </p>
        {!isAlone && (
          <div className="ml-auto flex gap-2 print:hidden">
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
        data-paper={paper}
        aria-label={`What changed from ${before.name} to ${after.name}`}
      >
        <div className="paper-type">
          <div className="paper-body">
            {comparison.blocks.map((change, index) => (
              <ChangedBlock
                // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is made once and never reordered
                key={index}
                index={index}
                change={change}
                before={before.document}
                after={after.document}
                line={change.kind === 'removed' ? undefined : after.lines.get(change.after.id)}
                oldLine={change.kind === 'moved' ? before.lines.get(change.before.id) : undefined}
                labelOf={nameOfPart}
                isAtHand={index === at}
              />
            ))}
          </div>
        </div>
      </article>
    </div>
  )
}

/** Which two are compared: any editions of the idea, and the draft as the later. */
function Against({ before, after, initiativeId, narrativeId }: Omit<Props, 'paper'>) {
  const { data = [] } = useQuery(
    // the id was in an answer of the server
    api.narratives.editions.queryOptions({
      input: { initiativeId: initiativeId as Edition['initiativeId'] },
    }),
  )
  const show = (from: string, to: string) =>
    go(
      withSearch(to === DRAFT ? paths.draftChanges({ narrativeId }) : paths.changes({ editionId: to }), {
        from,
      }),
      {
        replace: true,
      },
    )
  const options = (not: string) =>
    data
      .filter(({ id }) => id !== not)
      .map((edition) => (
        <option key={edition.id} value={edition.id}>
          {edition.narrativeId === narrativeId ? '' : `${edition.title}: `}edition {edition.number}
          {edition.name ? `, ${edition.name}` : ''}
        </option>
      ))
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="whitespace-nowrap text-ink-2">From</span>
      <Select
        label="Compare with"
        hideLabel
        value={before.id}
        onChange={(event) => show(event.currentTarget.value, after.id)}
      >
        {options(after.id)}
      </Select>
      <span className="text-ink-2">to</span>
      <Select
        label="The later text"
        hideLabel
        value={after.id}
        onChange={(event) => show(before.id, event.currentTarget.value)}
      >
        {options(before.id)}
        <option value={DRAFT}>the draft as it is</option>
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
