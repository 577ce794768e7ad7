import { nouns } from '../nouns.ts'
import { paths } from '../paths.ts'
import { useMe } from '../people/me.ts'
import { Link, usePlace } from '../router.tsx'
import { You } from './You.tsx'

/** The nouns one goes between, and one's own name. */
export function Rail() {
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
