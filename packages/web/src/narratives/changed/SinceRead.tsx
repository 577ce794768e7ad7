import { useRef } from 'react'
import type { Outputs } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { bringIntoView } from '../sheet/bring-into-view.ts'
import { useBars } from './bars.ts'
import { ChangeBars } from './ChangeBars.tsx'
import { useChangedLines } from './useChangedLines.ts'
import { useChangeSteps } from './useChangeSteps.ts'
import { useReadBefore } from './useReadBefore.ts'

type Edition = Outputs['narratives']['edition']

/** Over the pages of an edition: a bar at every line that differs from what was read last. */
export function SinceRead({ edition }: { edition: Edition }) {
  const before = useReadBefore(edition)
  const changes = useChangedLines(edition.id, before?.id)
  if (!before || !changes || changes.length === 0) return null
  return <Changes edition={before} changes={changes} />
}

function Changes({
  edition: { number },
  changes,
}: {
  edition: { number: number }
  changes: NonNullable<ReturnType<typeof useChangedLines>>
}) {
  const layer = useRef<HTMLDivElement>(null)
  const { said } = useChangeSteps({
    changes,
    since: number,
    group: 'This edition',
    onGo(line) {
      const sheet = layer.current?.closest<HTMLElement>('.edition')
      sheet?.focus({ preventScroll: true })
      bringIntoView(sheet?.querySelector(`[data-line="${line}"]`), 'center')
    },
  })
  return (
    <div ref={layer}>
      <ChangeBars changes={changes} />
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}

/** The same in words, beside the pages. */
export function SinceReadFact({ edition }: { edition: Edition }) {
  const before = useReadBefore(edition)
  const changes = useChangedLines(edition.id, before?.id)
  const [shown, show] = useBars()
  if (!before || !changes) return null
  const places = changes.length
  return (
    <div className="mt-2.5 text-small text-ink-2">
      <p className="text-tiny text-ink-3">
        {before.by === 'you' ? 'Since you read' : 'Since the last meeting read'} edition {before.number}
      </p>
      <p>
        {places === 0 && 'No line has changed'}
        {places > 0 && `${places} ${places === 1 ? 'place' : 'places'} changed`}
      </p>
      {places > 0 && (
        <Button
          kind="bare"
          className="-mx-3.5"
          shortcut="B"
          aria-pressed={shown}
          onClick={() => show(!shown)}
        >
          {shown ? 'Hide the bars' : 'Show the bars'}
        </Button>
      )}
    </div>
  )
}
