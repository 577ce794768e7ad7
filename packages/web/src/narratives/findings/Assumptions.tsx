import type { OpenAssumption } from '@foreword/core/narratives/checks'
import { Dialog } from '../../ui/Dialog.tsx'
import { type Kind, labelOf } from '../sheet/kind.ts'

interface Props {
  assumptions: readonly OpenAssumption[]
  kind: Kind | undefined
  onGo: (assumption: OpenAssumption) => void
  onClose: () => void
}

/** W8: what the draft assumes and says so, in its order; each leads to its place. */
export function Assumptions({ assumptions, kind, onGo, onClose }: Props) {
  return (
    <Dialog
      title="Open assumptions"
      lead="What stands in [square brackets] is assumed and not yet known. Find it out, or let the room see it."
      open
      onClose={onClose}
    >
      <ul className="flex flex-col">
        {assumptions.map((assumption) => (
          <li
            key={`${assumption.at.blockId} ${assumption.at.from}`}
            className="border-t border-rule first:border-t-0"
          >
            <button
              type="button"
              onClick={() => onGo(assumption)}
              className="w-full rounded-small py-2.5 text-left hover:text-accent"
            >
              <span className="font-text">{assumption.text}</span>
              <span className="block text-small text-ink-3">{labelOf(kind, assumption.part)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
