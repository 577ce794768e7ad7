import { Dialog } from '../../ui/Dialog.tsx'
import { ChooseEvidence } from '../ChooseEvidence.tsx'
import type { Assumption } from './assumptions.ts'
import type { Of } from './SetState.tsx'
import { useWeighing } from './Weighed.tsx'

interface Props {
  of: Of
  assumption: Assumption
  onClose: () => void
}

/** The idea's evidence, each piece to be put on either side or taken off again. */
export function LinkEvidence({ of, assumption, onClose }: Props) {
  const weigh = useWeighing(of)
  const sideOf = (id: string) => assumption.evidence.find((piece) => piece.id === id)?.side
  return (
    <Dialog title="Link evidence" lead={assumption.statement} width="wide" open onClose={onClose}>
      <ChooseEvidence
        initiativeId={of.initiativeId}
        sideOf={sideOf}
        onChoose={({ id }, side) => weigh(id, sideOf(id) === side ? null : side)}
      />
    </Dialog>
  )
}
