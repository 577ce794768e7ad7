import { Menu } from '../../ui/Menu.tsx'
import { tellRefusal, useAct } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'

/** R9: the facilitator calls on somebody out of turn; that is recorded. */
export function CallOn() {
  const { room, name } = useRoomNow()
  const give = useAct('giveTurn')
  return (
    <Menu
      label="Call on"
      kind="bare"
      entries={room.attendees
        .filter(({ here }) => here)
        .map(({ personId }) => ({
          id: personId,
          label: name(personId),
          run: () => give.mutate({ to: personId }, { onError: tellRefusal }),
          disabledReason: give.disabledReason,
        }))}
    />
  )
}
