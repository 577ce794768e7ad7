import type { ReactNode } from 'react'
import { Link } from '../router.tsx'

const widths = { form: 'max-w-form', page: 'max-w-page', wide: 'max-w-wide', full: '' }

interface PageProps {
  /** Names the page in the tab and, unless `heading` stands in for it, at its head. */
  title: string
  heading?: ReactNode
  /** A line above the heading: where this hangs, as links or words. */
  kicker?: ReactNode
  /** One or two quiet lines below the heading. */
  lead?: ReactNode
  /** Buttons at the right of the heading. */
  actions?: ReactNode
  width?: keyof typeof widths
  /** The one panel a page may have: beside it on a wide screen, below it on a narrow one. */
  panel?: ReactNode
  children?: ReactNode
}

export function Page({ title, heading, kicker, lead, actions, width = 'page', panel, children }: PageProps) {
  const body = (
    <div className={`w-full ${widths[width]} px-4 pt-7 pb-16 sm:px-10 sm:pt-12 sm:pb-20`}>
      <title>{`${title} · Foreword`}</title>
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          {kicker && <p className="mb-1 text-small text-ink-2">{kicker}</p>}
          <h1 className="font-text text-title font-semibold wrap-break-word">{heading ?? title}</h1>
          {lead && <p className="mt-1.5 max-w-measure text-ink-2">{lead}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2 sm:pt-0.5">{actions}</div>}
      </header>
      {children}
    </div>
  )
  if (!panel) return body
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_22rem]">
      {body}
      <aside className="border-t border-rule bg-panel px-4 py-6 sm:px-6 lg:sticky lg:top-0 lg:h-dvh lg:overflow-y-auto lg:border-t-0 lg:border-l">
        {panel}
      </aside>
    </div>
  )
}

interface SectionProps {
  title: ReactNode
  /** Quiet words after the title: a count, a sum. */
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  id?: string
}

/** A part of a page under a small heading. */
export function Section({ title, note, actions, children, id }: SectionProps) {
  return (
    <section className="mt-9" {...(id === undefined ? {} : { id })}>
      <div className="mb-2 flex items-baseline justify-between gap-4">
        <h2 className="text-small font-semibold text-ink-2">
          {title}
          {note && <span className="font-normal text-ink-3"> · {note}</span>}
        </h2>
        {actions}
      </div>
      {children}
    </section>
  )
}

/** Rows under hairlines: how everything is listed. */
export function List({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul aria-label={label} className="border-b border-rule">
      {children}
    </ul>
  )
}

interface RowProps {
  children: ReactNode
  /** The second, small line. */
  detail?: ReactNode
  /** What stands at the right: a button, a date. */
  aside?: ReactNode
  /** The first line becomes a link. */
  href?: string
  /** Waits for somebody: the second line in amber. */
  needsYou?: boolean
  /** How far in it stands, in a list that is a tree. */
  indent?: number
}

export function Row({ children, detail, aside, href, needsYou = false, indent = 0 }: RowProps) {
  return (
    <li
      {...(indent > 0 && { style: { paddingInlineStart: `${indent * 1.5}rem` } })}
      className="relative grid items-center gap-x-4 gap-y-2 border-t border-rule py-3.5 sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <div className="min-w-0">
        <div className="wrap-break-word">
          {href === undefined ? (
            children
          ) : (
            <Link href={href} className="hover:text-accent hover:underline hover:underline-offset-3">
              {children}
            </Link>
          )}
        </div>
        {detail && (
          <div className={`mt-0.5 text-small ${needsYou ? 'text-amber' : 'text-ink-3'}`}>{detail}</div>
        )}
      </div>
      {aside && <div className="flex flex-wrap items-center gap-2 text-ink-3">{aside}</div>}
    </li>
  )
}

/** A link within a sentence. */
export function TextLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      className="text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
    >
      {children}
    </Link>
  )
}
