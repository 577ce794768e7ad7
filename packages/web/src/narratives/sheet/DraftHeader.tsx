import type { ReactNode } from 'react'
import { paths } from '../../paths.ts'
import { Link } from '../../router.tsx'

interface Props {
  title: string
  /** One step up: the idea's own page of documents. */
  up: string | undefined
  /** The idea's own pages, as links. */
  tabs: ReactNode
  /** Who is here, and what can be done. */
  actions: ReactNode
}

/** The head of a page that has the whole screen: where one is, the idea's pages, and the acts. */
export function DraftHeader({ title, up, tabs, actions }: Props) {
  return (
    <header className="sticky top-0 z-30 flex items-center gap-x-4 gap-y-1 border-b border-rule bg-paper/95 px-4 py-2.5 backdrop-blur-sm sm:px-6 print:hidden">
      <Link
        href={paths.desk()}
        aria-label="Foreword, to your desk"
        className="-ml-1 rounded-small px-1 font-text text-[1.0625rem] leading-none font-semibold text-ink-2 hover:text-ink"
      >
        F
      </Link>
      <h1 className="max-w-[17rem] min-w-0 truncate text-body font-semibold max-sm:flex-1">
        {up === undefined ? (
          title
        ) : (
          <Link href={up} className="block truncate rounded-small py-1 hover:text-accent">
            {title}
          </Link>
        )}
      </h1>
      <nav aria-label="This idea" className="flex min-w-0 gap-4.5 overflow-x-auto text-ink-2 max-lg:hidden">
        {tabs}
      </nav>
      <div className="ml-auto flex shrink-0 items-center gap-2">{actions}</div>
    </header>
  )
}
