import type { RoomPhase } from '@foreword/core/meetings/room'

/** What the room of one phase is told. */
export type PhaseOf<Name extends RoomPhase['name']> = Extract<RoomPhase, { name: Name }>

/** Whoever came late asks in a room whose questions are open (R14). */
export const isUnderSeal = (phase: RoomPhase) =>
  phase.name === 'reveal' || (phase.name === 'reading' && !phase.late)

/** Reads in a time of their own, after the room has closed (R14). */
export const isAlone = (phase: RoomPhase) => phase.name === 'reading' && phase.window
