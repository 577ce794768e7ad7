import type { MeetingId } from '@foreword/core/ids'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import { decide } from '@foreword/core/meetings/decide'
import { evolve } from '@foreword/core/meetings/fold'
import type { Meeting } from '@foreword/core/meetings/meeting'
import type { MeetingRefusal } from '@foreword/core/meetings/refusals'
import { ok, type Result } from '@foreword/core/result'
import { consequences } from './consequences.ts'
import { current } from './current.ts'
import type { Holding } from './holding.ts'
import * as store from './store.ts'

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
  const { tx, workspaceId, by, now } = holding
  const before = await current(tx, { workspaceId }, id)
  const decided = decide(before, command, { by, now: now.getTime(), key })
  // the contract of the operation names the refusals that this command can meet
  if (!decided.ok) return decided as { ok: false; refusal: Refusal }
  if (decided.value.length === 0) return ok(before)
  const meeting = decided.value.reduce(evolve, before)
  await store.append(tx, { workspaceId }, meeting, decided.value)
  for (const event of decided.value) await consequences(event, meeting, holding)
  return ok(meeting)
}
