import type { Room, RoomMessage } from '@foreword/core/meetings/room'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type Client, client, type Inputs } from '../../api.ts'
import { newKey } from '../../key.ts'
import { notifyRefusal } from '../../shell/notices.ts'
import { Button, type ButtonKind } from '../../ui/Button.tsx'
import { useRoomNow } from './context.ts'
import { reasonFor, useReasons } from './reasons.ts'
import { repeated } from './repeated.ts'

/** No acts in the room: they open and end what hangs on its wall. */
type Screens = 'openDisplay' | 'endDisplay' | 'watchDisplay'

export type ActName = Exclude<
  keyof Client['meetings'],
  | 'propose'
  | 'owedActions'
  | 'ownWindows'
  | 'schedule'
  | 'list'
  | 'get'
  | 'room'
  | 'watch'
  | 'clock'
  | 'ics'
  | 'notePace'
  | 'pace'
  | 'afterwards'
  | 'inviteGuest'
  | 'guests'
  | 'removeGuest'
  | 'guestInvitation'
  | 'enterAsGuest'
  | 'giveWindow'
  | 'startWindow'
  | 'endWindow'
  | Screens
>
export type Given<Name extends ActName> = Omit<Inputs['meetings'][Name], 'meetingId' | 'key'>

/** Why the viewer may not do this now, in a sentence for a disabled button; undefined when they may. */
export function whyNotNow(room: Room, act: ActName | 'addQuestion'): string | undefined {
  const refusal = room.notNow[act === 'decide' ? 'recordDecision' : act]
  return refusal === undefined ? undefined : reasonFor(refusal)
}

/**
 * One act in the room. What it changes comes back as everything does, with the room itself; so nothing is done with
 * the answer but to know that there was one.
 */
export function useAct<Name extends ActName>(name: Name) {
  const { room } = useRoomNow()
  useReasons()
  const mutation = useMutation({
    mutationFn: (given: Given<Name>) => {
      const input = { meetingId: room.meetingId, key: newKey(), ...given }
      // of a union of operations TypeScript no longer knows that name and input belong together; `Given` does
      const send = client.meetings[name] as unknown as (input: object) => Promise<RoomMessage>
      return repeated(() => send(input))
    },
  })
  return { ...mutation, disabledReason: whyNotNow(room, name) }
}

/** Says in a line why an act did not happen, where no form can. */
export function tellRefusal(error: unknown) {
  notifyRefusal(error, 'That did not reach the room. Nothing was changed; try again.')
}

interface ActButtonProps<Name extends ActName> {
  act: Name
  given: Given<Name>
  kind?: ButtonKind
  shortcut?: string
  className?: string
  /** Another reason than the room's. */
  disabledReason?: string | undefined
  onDone?: () => void
  children: ReactNode
}

/** A button that does one act; disabled with the room's reason for those whose act it is not. */
export function ActButton<Name extends ActName>({
  act,
  given,
  disabledReason,
  onDone,
  children,
  ...button
}: ActButtonProps<Name>) {
  const { mutate, isPending, disabledReason: notNow } = useAct(act)
  return (
    <Button
      {...button}
      busy={isPending}
      disabledReason={notNow ?? disabledReason}
      onClick={() => mutate(given, { onError: tellRefusal, onSuccess: () => onDone?.() })}
    >
      {children}
    </Button>
  )
}
