import { useState } from 'react'
import { useCommands } from '../../shell/commands.ts'
import { useServerNow } from '../room/clock.ts'
import { leftWords } from '../room/left.ts'

const LAST_MS = 2 * 60_000
const SHOWN_MS = 5_000

interface Props {
  /** Null for somebody who came late: there is no whole of which something is left. */
  startsAt: string | null
  endsAt: string | null
  ended: boolean
}

/**
 * The only thing that moves while the room reads: a line at the top edge that shortens. Minutes show when they are
 * asked for, by pointing, by focus or by T, and by themselves in the last two.
 */
export function Hairline({ startsAt, endsAt, ended }: Props) {
  const now = useServerNow()
  const [askedAt, setAskedAt] = useState(0)
  const ask = () => setAskedAt(now)
  useCommands([
    { id: 'reading.time', title: 'Show how much time is left', group: 'Reading', keys: 't', run: ask },
  ])
  if (endsAt === null) return null
  const leftMs = Date.parse(endsAt) - now
  const wholeMs = startsAt === null ? 0 : Date.parse(endsAt) - Date.parse(startsAt)
  const share = wholeMs > 0 && !ended ? Math.max(0, Math.min(1, leftMs / wholeMs)) : 0
  const shown = startsAt !== null && (ended || leftMs <= LAST_MS)
  // nothing opens by itself, so nobody need stop in the middle of a sentence
  const words =
    ended || leftMs <= 0 ? 'The time is over. Read on until the questions open.' : leftWords(leftMs)
  return (
    <button type="button" className="hairline group" aria-label={words} onClick={ask}>
      <span className="hairline-line" style={{ transform: `scaleX(${share})` }} />
      <span className="hairline-words figures" data-shown={shown || now - askedAt < SHOWN_MS}>
        {words}
      </span>
    </button>
  )
}
