import { useServerNow } from '../room/clock.ts'
import type { PhaseOf } from '../room/phaseOf.ts'

/** R10: a quiet guide, and no bell: the room sees only that the time meant for this question is over. */
export function QuestionTime({ time }: { time: PhaseOf<'discussion'>['questionTime'] }) {
  const now = useServerNow(5_000)
  if (!time) return null
  const left = Math.ceil((Date.parse(time.endsAt) - now) / 60_000)
  if (left > 0)
    return time.shown ? <p className="mt-1 text-small text-ink-3">About {left} min for this one.</p> : null
  const over = 1 - left
  return (
    <p className="mt-1 text-small text-amber">
      Over its share of the time{over > 1 ? ` by ${over} min` : ''}.
    </p>
  )
}
