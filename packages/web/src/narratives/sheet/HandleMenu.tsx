import type { RefObject } from 'react'
import { Menu, MenuItem } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'

interface Props<Act extends { id: string; label: string }> {
  trigger: RefObject<HTMLElement | null>
  label: string
  acts: readonly Act[]
  onAct: (act: Act) => void
  onClose: () => void
}

/** The acts of a handle that was pressed and not dragged. */
export function HandleMenu<Act extends { id: string; label: string }>({
  trigger,
  label,
  acts,
  onAct,
  onClose,
}: Props<Act>) {
  return (
    <Popover
      triggerRef={trigger}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom end"
      className="min-w-44 animate-appear rounded border border-rule bg-sheet py-1 shadow-float"
    >
      <Menu
        aria-label={label}
        autoFocus
        className="outline-none"
        onAction={(id) => {
          onClose()
          const act = acts.find((each) => each.id === id)
          if (act) onAct(act)
        }}
        onClose={onClose}
      >
        {acts.map(({ id, label }) => (
          <MenuItem
            key={id}
            id={id}
            className="mx-1 block cursor-pointer rounded-small px-3 py-1.5 outline-none data-focused:bg-accent-wash"
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
