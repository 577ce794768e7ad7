import { ok, type Result, refuse } from '../result.ts'
import type { EditionAnchor } from './anchor.ts'
import type { EndState, SaidEnd } from './question.ts'

/** F5: the end that is recorded; refused when it names lines that say nothing, or no one passage. */
export function endOf(
  said: SaidEnd,
  passageOn: (line: number, lastLine: number) => EditionAnchor | null,
): Result<EndState, 'invalid-input'> {
  if (said.name !== 'answered-in-the-document') return ok(said)
  const { name, line, lastLine } = said
  const wrong = (field: string, message: string) =>
    refuse('invalid-input', { fields: [{ field: `state.${field}`, message }] })
  if (line === null)
    return lastLine === null
      ? ok({ name, blockId: null, on: null })
      : wrong('line', 'Name the first line too, or leave both empty.')
  if (passageOn(line, line) === null)
    return wrong(
      'line',
      `Nothing stands on line ${line} of this edition. Name another line, or leave it empty.`,
    )
  const on = passageOn(line, lastLine ?? line)
  if (on === null)
    return wrong(
      'lastLine',
      `Lines ${line} to ${lastLine} are no one passage. Name a later line of the same paragraph.`,
    )
  return ok({ name, blockId: on.blockId, on })
}
