import { type ReactNode, useEffect, useRef } from 'react'
import { nouns } from '../nouns.ts'
import { paths } from '../paths.ts'
import { signOut, useMe } from '../people/me.ts'
import { Link, useArrival, usePlace } from '../router.tsx'
import { addCommands } from './commands.ts'
import { Overlays } from './Overlays.tsx'
import { You } from './You.tsx'

/** Everything after signing in: the rail, unless the page wants the whole screen, and the page. */
export function Shell({ whole, children }: { whole: boolean; children: ReactNode }) {
  const main = useRef<HTMLElement>(null)
  const { waiting } = usePlace()
  useArrival(main)
  useStandingCommands()
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
    </div>
  )
}

function Rail() {
  const { pathname } = usePlace()
  const me = useMe()
  const entries = nouns.flatMap(({ rail }) => rail ?? [])
  return (
    <header className="flex items-center border-b border-rule px-2 sm:sticky sm:top-0 sm:h-dvh sm:flex-col sm:items-stretch sm:border-r sm:border-b-0 sm:px-4 sm:py-6 print:hidden">
      <Link
        href={paths.desk()}
        className="hidden px-2 pb-4.5 font-text text-[1.0625rem] font-semibold tracking-[-0.01em] sm:block"
      >
        Foreword
      </Link>
      <nav
        aria-label="Main"
        className="flex min-w-0 flex-1 overflow-x-auto sm:flex-col sm:gap-0.5 sm:overflow-visible"
      >
        {entries.map(({ label, href }) => {
          const within =
            href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
          return (
            <Link
              key={href}
              href={href}
              aria-current={within ? 'page' : undefined}
              className="rounded px-2.5 py-3 text-ink-2 transition-colors outline-offset-[-2px] hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-accent sm:px-2 sm:py-[7px] sm:aria-[current=page]:bg-accent-wash"
            >
              {label}
            </Link>
          )
        })}
      </nav>
      <You me={me} />
    </header>
  )
}

function useStandingCommands() {
  useEffect(
    () =>
      addCommands([
        ...nouns.flatMap(({ commands }) => commands ?? []),
        {
          id: 'people.sign-out',
          title: 'Sign out',
          group: 'You',
          words: 'leave log out',
          run: () => void signOut(),
        },
      ]),
    [],
  )
}
