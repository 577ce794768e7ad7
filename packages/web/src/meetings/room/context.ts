import type { PersonId } from '@foreword/core/ids'
import type { Room } from '@foreword/core/meetings/room'
import { createContext, useContext } from 'react'
import type { Outputs } from '../../api.ts'
import type { Idea } from '../../initiatives/idea.ts'

/** What every part of the room reads: the projection, the names in it, and the two things that do not change. */
export interface RoomNow {
  room: Room
  me: PersonId
  /** Somebody's name; the room never mentions anybody it does not name. */
  name: (person: PersonId) => string
  /** Undefined while they are on their way, and the idea for a guest, who is shown the document alone. */
  idea: Idea | undefined
  edition: Outputs['narratives']['edition'] | undefined
}

const RoomContext = createContext<RoomNow | null>(null)
export const RoomProvider = RoomContext.Provider

export function useRoomNow(): RoomNow {
  const now = useContext(RoomContext)
  if (now === null) throw new Error('used outside the room')
  return now
}

/** A guest has this room and no other page. */
export const useIsGuest = () => useRoomNow().room.me?.roles.includes('guest') ?? false

/** What the room is about; undefined while it is on its way. */
export function useTitle(): string | undefined {
  const { idea, edition } = useRoomNow()
  return idea?.name ?? edition?.title
}
