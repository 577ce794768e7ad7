import { actLabels } from '@foreword/core/meetings/labels'
import { ActButton } from '../room/act.tsx'
import { useServerNow } from '../room/clock.ts'
import { useRoomNow } from '../room/context.ts'

/** R7: ten seconds everyone sees; whoever is in charge can stop it, and nothing is sent before it ends. */
export function Countdown({ opensAt, because }: { opensAt: string; because: string }) {
  const { room, name } = useRoomNow()
  const now = useServerNow()
  const seconds = Math.max(0, Math.ceil((Date.parse(opensAt) - now) / 1000))
  const facilitates = room.notNow.cancelReveal === undefined
  return (
    <section
      aria-label="Opening the questions"
      className="fixed inset-x-0 top-[var(--room-top,0px)] z-40 flex justify-center px-4 pt-[max(1rem,env(safe-area-inset-top))]"
    >
      <div className="flex w-full max-w-measure animate-rise flex-wrap items-center justify-end gap-x-5 gap-y-3 rounded-large bg-sheet px-5 py-4 shadow-float sm:flex-nowrap">
        <p
          aria-hidden="true"
          className="w-14 text-center font-text text-[2.75rem] leading-none font-semibold figures"
        >
          {seconds}
        </p>
        <div className="min-w-48 flex-1">
          <p role="status" className="font-text text-lead font-semibold">
            The questions are about to open.
          </p>
          <p className="text-small text-ink-2">
            {facilitates
              ? 'Nothing is sent before it ends. It cannot be taken back afterwards.'
              : `${name(room.facilitator)} can still stop it. What you save before the end opens with the others.`}
          </p>
          {because !== '' && (
            <p className="mt-1 font-text text-ink-2 italic">
              “{because}” <span className="not-italic">{name(room.facilitator)}</span>
            </p>
          )}
        </div>
        {facilitates && (
          <ActButton act="cancelReveal" given={{}}>
            {actLabels.cancelReveal}
          </ActButton>
        )}
      </div>
    </section>
  )
}
