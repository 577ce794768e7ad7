/*
 * A native button: the browser already gives it what an accessibility library would, and a reader's page stays
 * small. One that is disabled with a reason keeps its place in the tab order, so that the reason can be read.
 */
import { type ButtonHTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import { Link } from '../router.tsx'

/** `go`: the one thing to do here. `plain`: another. `bare`: a quiet one, among text. */
export type ButtonKind = 'go' | 'plain' | 'bare'

const base =
  'relative inline-flex min-h-[34px] items-center justify-center gap-2 rounded border px-3.5 text-[0.84375rem] leading-tight ' +
  'font-medium whitespace-nowrap select-none transition-colors duration-100 no-underline pointer-coarse:min-h-11'

const kinds: Record<ButtonKind, string> = {
  go: 'border-accent bg-accent text-accent-ink hover:border-accent-2 hover:bg-accent-2',
  plain: 'border-rule-2 bg-sheet text-ink hover:border-rule-3',
  bare: 'border-transparent bg-transparent text-ink-2 hover:bg-ink/5 hover:text-ink',
}
const disabled = 'cursor-default bg-transparent text-ink-3'

/** For what must look like a button and is something else (a file's label, a summary). */
export const buttonClass = (kind: ButtonKind = 'plain', more = '') => `${base} ${kinds[kind]} ${more}`

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'disabled'> {
  kind?: ButtonKind
  /** A sentence; given, the button does nothing and says why on hover and focus. */
  disabledReason?: string | undefined
  /** The act is under way: a second press does nothing. */
  busy?: boolean
  /** A key that does the same, shown small. */
  shortcut?: string
  ref?: Ref<HTMLButtonElement>
}

export function Button({
  kind = 'plain',
  disabledReason,
  busy = false,
  shortcut,
  className = '',
  onClick,
  children,
  ...rest
}: Props) {
  const reasonId = useId()
  const dead = disabledReason !== undefined
  const button = (
    <button
      type="button"
      {...rest}
      className={`${base} ${dead ? `${disabled} ${kind === 'bare' ? 'border-transparent' : 'border-rule'}` : kinds[kind]} ${busy ? 'cursor-progress' : ''} ${className}`}
      aria-disabled={dead || undefined}
      aria-busy={busy || undefined}
      aria-describedby={dead ? reasonId : rest['aria-describedby']}
      onClick={(event) => {
        if (dead || busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      <span
        className={`inline-flex items-center gap-2 transition-opacity ${busy ? 'opacity-60 delay-300' : ''}`}
      >
        {children}
      </span>
      {shortcut !== undefined && <Key onAccent={kind === 'go' && !dead}>{shortcut}</Key>}
    </button>
  )
  if (!dead) return button
  return (
    <span className="group/reason relative inline-flex">
      {button}
      <Reason id={reasonId}>{disabledReason}</Reason>
    </span>
  )
}

/** A link that looks like a button: it goes to a page and does nothing else. */
export function ButtonLink({
  kind = 'plain',
  href,
  children,
  className = '',
}: {
  kind?: ButtonKind
  href: string
  children: ReactNode
  className?: string
}) {
  return (
    <Link href={href} className={buttonClass(kind, className)}>
      {children}
    </Link>
  )
}

/** Shown by style alone when what it explains is pointed at or focused. */
function Reason({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span
      id={id}
      role="tooltip"
      className="pointer-events-none invisible absolute right-0 bottom-full z-40 mb-2 w-max max-w-64 rounded bg-ink px-2.5 py-1.5 text-left text-tiny font-normal text-paper opacity-0 shadow-lift transition-opacity group-focus-within/reason:visible group-focus-within/reason:opacity-100 group-hover/reason:visible group-hover/reason:opacity-100"
    >
      {children}
    </span>
  )
}

/** A key of the keyboard. Hidden where there is none. */
export function Key({ children, onAccent = false }: { children: ReactNode; onAccent?: boolean }) {
  return (
    <kbd
      className={`hidden rounded-small border px-1.5 py-px font-ui text-[0.6875rem] leading-normal font-medium pointer-fine:inline-block ${onAccent ? 'border-current/35' : 'border-rule-2 text-ink-2'}`}
    >
      {children}
    </kbd>
  )
}
