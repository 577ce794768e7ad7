import type { meetingsContract } from '@foreword/core/meetings/contract'
import type { Meeting } from '@foreword/core/meetings/meeting'
import { type Result, refuse } from '@foreword/core/result'
import { endOf } from '@foreword/core/reviews/said-end'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { linesOf } from '../reviews/passages.ts'
import { carryOut } from './carry-out.ts'
import { current } from './current.ts'
import { holdingOf } from './holding.ts'
import * as store from './store.ts'

type In = Inputs<typeof meetingsContract>
type EndingRefusal =
  | 'meeting-is-closed'
  | 'not-invited'
  | 'not-the-note-taker'
  | 'no-such-question'
  | 'day-has-passed'

/** R11, F5: a line is said by its number in the edition that the room reads, and kept as the passage it is. */
export async function endQuestion(
  { meetingId, key, questionId, state: said, of }: In['endQuestion'],
  call: Call,
): Promise<Result<Meeting, EndingRefusal | 'not-found' | 'invalid-input'>> {
  const { tx, person, workspaceId } = call
  if (!(await store.lock(tx, person, meetingId))) return refuse('not-found')
  const { edition } = await current(tx, { workspaceId }, meetingId)
  // most ends name no line, and then nothing of the edition is read
  const namesLine = said.name === 'answered-in-the-document' && said.line !== null
  const passageOn = namesLine ? await linesOf(tx, person, edition.id) : () => null
  const ended = endOf(said, passageOn)
  if (!ended.ok) return ended
  const command = { kind: 'endQuestion', questionId, state: ended.value, of } as const
  return carryOut<EndingRefusal>(holdingOf(call), meetingId, command, key)
}
