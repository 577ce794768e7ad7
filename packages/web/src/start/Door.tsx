import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Refused } from '../ui/Refused.tsx'
import type { DropTarget } from '../ui/useDropTarget.ts'

interface Props {
  title: string
  /** One or two sentences: what is behind it. */
  says: ReactNode
  /** The words on the button. */
  act: string
  onOpen: () => void
  busy?: boolean
  error?: unknown
  disabledReason?: string | undefined
  /** What the door needs before it opens (a file to choose). */
  children?: ReactNode
  /** What may be dropped on it opens it as well. */
  drop?: DropTarget
}

/** One of the ways in. */
export function Door({
  title,
  says,
  act,
  onOpen,
  busy = false,
  error,
  disabledReason,
  children,
  drop,
}: Props) {
  return (
    <li
      className={`flex flex-col rounded bg-sheet p-5 shadow-lift ${drop?.over ? 'outline-2 outline-offset-2 outline-accent' : ''}`}
      {...drop?.handlers}
    >
      <h3 className="font-text text-lead font-semibold">{title}</h3>
      <p className="mt-1 mb-4 text-ink-2">{says}</p>
      {children}
      <Refused error={error} className="mb-3" />
      <div className="mt-auto">
        <Button onClick={onOpen} busy={busy} disabledReason={disabledReason}>
          {act}
        </Button>
      </div>
    </li>
  )
}
