import { type ReactNode, useEffect, useRef } from 'react'
import { later } from '../later.tsx'
import { useArrival, usePlace } from '../router.tsx'
import { Overlays } from './Overlays.tsx'

/** A reading and a room have none: they do not wait for it. Its place is kept until it is here. */
export const Rail = later(() => import('./Rail.tsx').then((m) => m.Rail), <div className="h-12 sm:h-dvh" />)

const StandingCommands = later(() => import('./StandingCommands.tsx').then((m) => m.StandingCommands))

/** Everything after signing in: the rail, unless the page wants the whole screen, and the page. */
export function Shell({ whole, children }: { whole: boolean; children: ReactNode }) {
  const main = useRef<HTMLElement>(null)
  const { waiting } = usePlace()
  useArrival(main)
  // wherever one begins, the next page has it
  useEffect(() => Rail.prefetch(), [])
  return (
    <div className={whole ? '' : 'min-h-dvh sm:grid sm:grid-cols-[var(--rail-width)_minmax(0,1fr)]'}>
      <a
        href="#page"
        className="fixed top-2 left-2 z-70 -translate-y-16 rounded bg-ink px-3 py-2 text-paper focus:translate-y-0"
      >
        Skip to the page
      </a>
      {waiting && <div className="fixed inset-x-0 top-0 z-70 h-0.5 animate-late bg-accent/60" />}
      {!whole && <Rail />}
      <main ref={main} id="page" tabIndex={-1} className="min-w-0">
        {children}
      </main>
      <Overlays />
      <StandingCommands />
    </div>
  )
}
