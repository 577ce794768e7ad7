import type { ReactNode } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import type { BesideNote } from './beside-note.ts'
import { useHasMargin } from './useHasMargin.ts'

interface Props {
  notes: readonly BesideNote[]
  active: string | null
  /** Beneath all of them: what else can be done about notes. */
  foot?: ReactNode
  onClose: () => void
}

/** Where there is no margin its notes come up from the foot: the one at hand, or all in their order. */
export function NotesPanel({ notes, active, foot, onClose }: Props) {
  const hasMargin = useHasMargin()
  if (hasMargin) return null
  const shown = active === null ? notes : notes.filter(({ id }) => id === active)
  return (
    <Dialog title={active === null ? 'Notes' : 'A note'} open onClose={onClose}>
      <div className="flex flex-col gap-6">
        {shown.map(({ id, content }) => (
          <div key={id}>{content}</div>
        ))}
        {active === null && shown.length === 0 && (
          <p className="text-ink-2">Nothing stands beside this draft now.</p>
        )}
        {active === null && foot && (
          <div className="flex flex-wrap gap-x-5 gap-y-2 border-t border-rule pt-4 text-small text-accent">
            {foot}
          </div>
        )}
      </div>
    </Dialog>
  )
}
