import type { Room } from '@foreword/core/meetings/room'
import type { PhaseOf } from '../room/phaseOf.ts'

export type Talking = PhaseOf<'discussion'> | PhaseOf<'decision'>

/**
 * Everything that still stands between the room and its close, in the order in which it is dealt with; core's
 * `closingBlockers` is the rule, and `notNow.close` says the first of these. Nobody's silence is among them (R15).
 */
export function stillToDo(
  purpose: Room['purpose'],
  phase: Pick<Talking, 'questions' | 'decision' | 'ending'>,
): string[] {
  const open = phase.questions.filter(({ state }) => state.name === 'open').length
  return [
    ...(open > 0
      ? [
          `${open} ${open === 1 ? 'question has' : 'questions have'} no end yet: end them, or hand them over in one act.`,
        ]
      : []),
    ...(purpose === 'decide' && phase.decision === null
      ? ['Nothing is decided yet: record the decision, or say who owes it and by when.']
      : []),
    ...(phase.ending === null ? ['The agreed experience and the why are not written yet.'] : []),
  ]
}
