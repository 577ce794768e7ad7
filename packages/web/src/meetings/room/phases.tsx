import type { RoomPhase } from '@foreword/core/meetings/room'
import type { ComponentType } from 'react'
import { DecisionRoom } from '../decision/DecisionRoom.tsx'
import { Discussion } from '../discussion/Discussion.tsx'
import { Closed } from '../ending/Closed.tsx'
import { Lobby } from '../lobby/Lobby.tsx'
import { Reading } from '../reading/Reading.tsx'
import { Outside } from './Outside.tsx'

export type PhaseOf<Name extends RoomPhase['name']> = Extract<RoomPhase, { name: Name }>

/** What each phase looks like. Reading and reveal are one component, so that the page one holds stays as it is. */
export const phases = {
  lobby: Lobby,
  reading: Reading,
  reveal: Reading,
  discussion: Discussion,
  decision: DecisionRoom,
  closed: Closed,
  outside: Outside,
} satisfies { [Name in RoomPhase['name']]: ComponentType<{ phase: PhaseOf<Name> }> }
