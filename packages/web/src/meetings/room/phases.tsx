import type { RoomPhase } from '@foreword/core/meetings/room'
import type { ComponentType } from 'react'
import { later } from '../../later.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { Reading } from '../reading/Reading.tsx'
import type { PhaseOf } from './phaseOf.ts'

const Lobby = later(() => import('../lobby/Lobby.tsx').then((m) => m.Lobby))
const Outside = later(() => import('./Outside.tsx').then((m) => m.Outside))
const Discussion = later(() => import('../discussion/Discussion.tsx').then((m) => m.Discussion), <Loading />)
const DecisionRoom = later(
  () => import('../decision/DecisionRoom.tsx').then((m) => m.DecisionRoom),
  <Loading />,
)
const Closed = later(() => import('../ending/Closed.tsx').then((m) => m.Closed), <Loading />)
/** Seldom met, so it comes when it is. */
const Adjourned = later(() => import('../adjourned/Adjourned.tsx').then((m) => m.Adjourned), <Loading />)

/**
 * What each phase looks like. Reading and reveal are one component, so that the page one holds stays as it is; it is
 * the one that comes with the room, since the pages are what a reader waits for.
 */
export const phases = {
  lobby: Lobby,
  reading: Reading,
  reveal: Reading,
  discussion: Discussion,
  decision: DecisionRoom,
  adjourned: Adjourned,
  closed: Closed,
  outside: Outside,
} satisfies { [Name in RoomPhase['name']]: ComponentType<{ phase: PhaseOf<Name> }> }

/** What comes after the reading, in its order: here before the room gets there. */
export const phasesToCome = [Discussion, DecisionRoom, Closed]
