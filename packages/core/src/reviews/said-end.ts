import { ok, type Result, refuse } from '../result.ts'
import type { EditionAnchor } from './anchor.ts'
import type { EndState, SaidEnd } from './question.ts'

/** F5: the end that is recorded; refused when it names a line that says nothing. */
export function endOf(
  said: SaidEnd,
  passageOn: (line: number) => EditionAnchor | null,
): Result<EndState, 'invalid-input'> {
  if (said.name !== 'answered-in-the-document') return ok(said)
  const { name, line } = said
  const on = line === null ? null : passageOn(line)
  if (line !== null && on === null) {
    const message = `Nothing stands on line ${line} of this edition. Name another line, or leave it empty.`
    return refuse('invalid-input', { fields: [{ field: 'state.line', message }] })
  }
  return ok({ name, blockId: on?.blockId ?? null, on })
}
