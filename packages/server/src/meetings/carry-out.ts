import type { MeetingId } from '@foreword/core/ids'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import { decide } from '@foreword/core/meetings/decide'
import type { MeetingEvent } from '@foreword/core/meetings/events'
import { evolve } from '@foreword/core/meetings/fold'
import type { Meeting } from '@foreword/core/meetings/meeting'
import type { MeetingRefusal } from '@foreword/core/meetings/refusals'
import { ok, type Result } from '@foreword/core/result'
import { consequences } from './consequences.ts'
import { standsAt } from './current.ts'
import type { Holding } from './holding.ts'
import * as store from './store.ts'

/** A command with whoever gives it. */
export interface Commanded {
  holding: Holding
  command: MeetingCommand
  key: string
}

/**
 * Decides a command on the log and appends what follows, with everything it brings about outside the meeting, all in
 * the caller's transaction and under the meeting's lock, which the caller holds.
 */
export async function carryOut<Refusal extends MeetingRefusal = MeetingRefusal>(
  holding: Holding,
  id: MeetingId,
  command: MeetingCommand,
  key: string,
): Promise<Result<Meeting, Refusal>> {
  const [result] = await carryOutAll(holding, id, [{ holding, command, key }])
  if (!result) throw new Error('a command without a result')
  // the contract of the operation names the refusals that this command can meet
  return result as Result<Meeting, Refusal>
}

/** The same for several at once, one after the other; a refusal concerns its own command alone. */
export async function carryOutAll(
  { tx, workspaceId }: Pick<Holding, 'tx' | 'workspaceId'>,
  id: MeetingId,
  commanded: readonly Commanded[],
): Promise<Result<Meeting, MeetingRefusal>[]> {
  const { meeting: before, events: from } = await standsAt(tx, { workspaceId }, id)
  let meeting = before
  const done: { event: MeetingEvent; meeting: Meeting; holding: Holding }[] = []
  const results = commanded.map(({ holding, command, key }): Result<Meeting, MeetingRefusal> => {
    const decided = decide(meeting, command, { by: holding.by, now: holding.now.getTime(), key })
    if (!decided.ok) return decided
    const after = decided.value.reduce(evolve, meeting)
    meeting = after
    done.push(...decided.value.map((event) => ({ event, meeting: after, holding })))
    return ok(after)
  })
  if (done.length === 0) return results
  await store.append(
    tx,
    { workspaceId },
    { before, meeting, from },
    done.map(({ event }) => event),
  )
  for (const each of done) await consequences(each.event, each.meeting, each.holding)
  return results
}
