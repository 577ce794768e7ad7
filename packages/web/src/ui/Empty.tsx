import type { ReactNode } from 'react'

interface Props {
  title?: string
  /** Two sentences: what this is for, and how it works. */
  children: ReactNode
  /** The next act. */
  action?: ReactNode
  /** Right under a rule already, such as the tabs of an idea. */
  underRule?: boolean
}

/** A list before its first entry: it teaches the mechanism and offers the next act. */
export function Empty({ title, children, action, underRule = false }: Props) {
  return (
    <div className={underRule ? 'py-2' : 'border-t border-rule py-6'}>
      {title && <h2 className="font-text text-lead font-semibold">{title}</h2>}
      <p className={`max-w-measure font-text text-read text-ink-2 ${title ? 'mt-1' : ''}`}>{children}</p>
      {action && <div className="mt-4 flex flex-wrap items-center gap-2">{action}</div>}
    </div>
  )
}

/** What stands while a page's data comes: nothing at first, then quiet words. */
export function Loading({ what = 'Opening' }: { what?: string }) {
  return (
    <p role="status" className="animate-late py-6 text-ink-3">
      {what}…
    </p>
  )
}
