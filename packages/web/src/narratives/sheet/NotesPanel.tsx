import { useSyncExternalStore } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import type { BesideNote } from './DraftDesk.tsx'

interface Props {
  notes: readonly BesideNote[]
  active: string | null
  onClose: () => void
}

const wide = window.matchMedia('(min-width: 67.5rem)')
const subscribe = (listener: () => void) => {
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

/** Where there is no margin its notes come up from the foot: the one at hand, or all in their order. */
export function NotesPanel({ notes, active, onClose }: Props) {
  const hasMargin = useSyncExternalStore(subscribe, () => wide.matches)
  if (hasMargin) return null
  const shown = active === null ? notes : notes.filter(({ id }) => id === active)
  return (
    <Dialog title={active === null ? 'Notes' : 'A note'} open onClose={onClose}>
      <div className="flex flex-col gap-6">
        {shown.map(({ id, content }) => (
          <div key={id}>{content}</div>
        ))}
      </div>
    </Dialog>
  )
}
