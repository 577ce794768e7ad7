import { Dialog } from '../../ui/Dialog.tsx'
import type { BesideNote } from './beside-note.ts'
import { useHasMargin } from './useHasMargin.ts'

interface Props {
  notes: readonly BesideNote[]
  active: string | null
  onClose: () => void
}

/** Where there is no margin its notes come up from the foot: the one at hand, or all in their order. */
export function NotesPanel({ notes, active, onClose }: Props) {
  const hasMargin = useHasMargin()
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
