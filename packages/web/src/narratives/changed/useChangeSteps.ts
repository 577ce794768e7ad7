import type { ChangedLines } from '@foreword/core/narratives/narrative'
import { useState } from 'react'
import { useCommands } from '../../shell/commands.ts'
import { useBars } from './bars.ts'
import { changeWords } from './words.ts'

/**
 * By key from change to change, going round, and the bars on and off. Gives what a screen reader is told of the change
 * one has come to.
 */
export function useChangeSteps({
  changes,
  since,
  group,
  onGo,
}: {
  changes: readonly ChangedLines[]
  /** The edition they are compared with, by its number. */
  since: number
  group: string
  onGo: (line: number) => void
}) {
  const places = changes.filter(({ line }) => line !== null)
  const [at, setAt] = useState<number | null>(null)
  const [shown, show] = useBars()
  const step = (by: 1 | -1) => {
    const next = ((at ?? (by === 1 ? -1 : 0)) + by + places.length) % places.length
    setAt(next)
    const line = places[next]?.line
    if (line) onGo(line)
  }
  const none = places.length === 0 ? `No line differs from edition ${since}.` : undefined
  const words = 'change changed bar'
  useCommands([
    {
      id: 'changed.next',
      title: 'Next changed line',
      group,
      words,
      keys: 'j',
      run: () => step(1),
      disabledReason: none,
    },
    {
      id: 'changed.previous',
      title: 'Previous changed line',
      group,
      words,
      keys: 'k',
      run: () => step(-1),
      disabledReason: none,
    },
    {
      id: 'changed.bars',
      title: shown ? 'Hide the change bars' : 'Show the change bars',
      group,
      words,
      keys: 'b',
      run: () => show(!shown),
    },
  ])
  const here = at === null ? undefined : places[at]
  return {
    step,
    none,
    said:
      here && at !== null
        ? `Change ${at + 1} of ${places.length}, page ${here.page}: ${changeWords(here)}.`
        : '',
  }
}
