import { useEffect, useEffectEvent } from 'react'
import { useServerNow } from '../room/clock.ts'
import type { PhaseOf } from '../room/phaseOf.ts'

interface Props {
  phase: PhaseOf<'reading'>
  onOver: () => void
}

/**
 * R14: why somebody reads who came when the others had read, and what their *Finished* opens. The end of a time of one's
 * own is as if they had said so: there is no room that waits for them.
 */
export function WhyLate({ phase, onOver }: Props) {
  const now = useServerNow()
  const isOver = phase.window && phase.endsAt !== null && now >= Date.parse(phase.endsAt)
  const over = useEffectEvent(onOver)
  useEffect(() => {
    if (isOver) over()
  }, [isOver])
  return (
    <p className="reading-note">
      {phase.window
        ? 'This is your own time. What the room asked and decided opens to you when it is over, or when you press '
        : 'The questions were opened before you came. Read first, in your own time: they open to you when you press '}
      <i>Finished</i>.
    </p>
  )
}
