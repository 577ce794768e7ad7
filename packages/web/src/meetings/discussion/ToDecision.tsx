import { ActButton } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'

/** R2: only a meeting that is to decide goes on to a decision; it may come back from it. */
export function ToDecision({ open }: { open: number }) {
  const { room } = useRoomNow()
  if (room.purpose !== 'decide') return null
  return (
    <ActButton act="moveToDecision" given={{}} kind={open === 0 ? 'go' : 'plain'}>
      Go on to the decision
    </ActButton>
  )
}
