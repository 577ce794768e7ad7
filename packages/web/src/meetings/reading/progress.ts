import type { PhaseOf } from '../room/phaseOf.ts'

export type Progress = NonNullable<PhaseOf<'reading'>['progress']>

/**
 * What the facilitator is told of the room: counts, never who (R6).
 *
 * | finished, here, still reading, over | |
 * |---|---|
 * | 1, 4, 2 | 1 of 4 have finished. |
 * | 1, 4, 2, over | 1 of 4 have finished. The time is over; 2 still read. |
 * | 3, 4, 0, over | 3 of 4 have finished. The time is over. |
 */
export function progressWords({ finished, here, stillReading }: Omit<Progress, 'names'>, isOver: boolean) {
  const said = `${finished} of ${here} ${here === 1 ? 'has' : 'have'} finished.`
  if (!isOver) return said
  if (stillReading === 0) return `${said} The time is over.`
  return `${said} The time is over; ${stillReading} still ${stillReading === 1 ? 'reads' : 'read'}.`
}
