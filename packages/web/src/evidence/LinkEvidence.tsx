import type { Idea } from '../initiatives/idea.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { ChooseEvidence } from './ChooseEvidence.tsx'
import type { Weigh, WeighedPiece } from './Weighed.tsx'

interface Props {
  initiativeId: Idea['id']
  /** What it is linked to. */
  lead: string
  pieces: readonly WeighedPiece[]
  weigh: Weigh
  onClose: () => void
}

/** The idea's evidence, each piece to be put on either side or taken off again. */
export function LinkEvidence({ initiativeId, lead, pieces, weigh, onClose }: Props) {
  const sideOf = (id: string) => pieces.find((piece) => piece.id === id)?.side
  return (
    <Dialog title="Link evidence" lead={lead} width="wide" open onClose={onClose}>
      <ChooseEvidence
        initiativeId={initiativeId}
        sideOf={sideOf}
        onChoose={({ id }, side) => weigh(id, sideOf(id) === side ? null : side)}
      />
    </Dialog>
  )
}
