import type { RoomPhase } from '@foreword/core/meetings/room'

/** What the room of one phase is told. */
export type PhaseOf<Name extends RoomPhase['name']> = Extract<RoomPhase, { name: Name }>
