import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Pressable } from 'react-aria-components/Pressable'
import { go } from '../router.tsx'
import { type ButtonKind, buttonClass } from './Button.tsx'
import { Chevron } from './Field.tsx'

export interface MenuEntry {
  id: string
  label: ReactNode
  detail?: ReactNode
  run: string | (() => void)
  /** Given, the entry stays and says why it does nothing. */
  disabledReason?: string | undefined
}

interface Props {
  label: ReactNode
  /** When `label` alone would not tell (an ellipsis): read aloud instead. */
  name?: string
  kind?: ButtonKind
  entries: readonly MenuEntry[]
}

/** A button that opens a few acts. */
export function Menu({ label, name, kind = 'plain', entries }: Props) {
  return (
    <MenuTrigger>
      <Pressable>
        <button type="button" aria-label={name} className={buttonClass(kind)}>
          {label}
          {name === undefined && <Chevron className="-mr-1 text-ink-2" />}
        </button>
      </Pressable>
      <Popover className="min-w-44 animate-appear rounded border border-rule bg-sheet py-1 shadow-float">
        <AriaMenu
          className="max-h-80 overflow-y-auto outline-none"
          disabledKeys={entries
            .filter(({ disabledReason }) => disabledReason !== undefined)
            .map(({ id }) => id)}
          onAction={(id) => {
            const run = entries.find((entry) => entry.id === id)?.run
            if (typeof run === 'string') go(run)
            else run?.()
          }}
        >
          {entries.map((entry) => (
            <MenuItem
              key={entry.id}
              id={entry.id}
              textValue={typeof entry.label === 'string' ? entry.label : entry.id}
              className="mx-1 block cursor-pointer rounded-small px-3 py-1.5 outline-none data-disabled:cursor-default data-disabled:text-ink-3 data-focused:bg-accent-wash"
            >
              {entry.label}
              <span className="block text-small text-ink-3 empty:hidden">
                {entry.disabledReason ?? entry.detail}
              </span>
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
