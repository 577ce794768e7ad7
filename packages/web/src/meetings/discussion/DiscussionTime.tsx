import { ActButton } from '../room/act.tsx'
import { useServerNow } from '../room/clock.ts'
import { leftWords } from '../room/left.ts'

/** R2, R10: how much is left; over it is said so, and nothing moves by itself. */
export function DiscussionTime({ phase }: { phase: { name: string; endsAt: string } }) {
  const leftMs = Date.parse(phase.endsAt) - useServerNow()
  return (
    <span className="flex items-center gap-1">
      <span role="timer" className={`figures ${leftMs <= 0 ? 'text-amber' : ''}`}>
        {leftWords(leftMs)}
      </span>
      {phase.name === 'discussion' && (
        <ActButton act="extendDiscussion" given={{ minutes: 5 }} kind="bare" className="px-2">
          Extend by 5
        </ActButton>
      )}
    </span>
  )
}
