import { ok, type Result } from '../result.ts'
import type { Asking, CommandKind, MeetingCommand } from './commands.ts'
import { decideActions } from './decideActions.ts'
import { decideClosing } from './decideClosing.ts'
import { decideDiscussion } from './decideDiscussion.ts'
import { decideQuestions } from './decideQuestions.ts'
import { decideReading } from './decideReading.ts'
import { decideRoom } from './decideRoom.ts'
import type { Actor, MeetingAct, MeetingEvent } from './events.ts'
import { closedGate } from './gates.ts'
import type { Deciders, Moment } from './handler.ts'
import { type Meeting, seenKey } from './meeting.ts'
import type { MeetingRefusal } from './refusals.ts'

type AnyDecider = (
  meeting: Meeting,
  command: MeetingCommand,
  moment: Moment<Actor>,
) => Result<MeetingAct[], MeetingRefusal>

const deciders: Deciders<CommandKind> = {
  ...decideRoom,
  ...decideReading,
  ...decideDiscussion,
  ...decideQuestions,
  ...decideClosing,
  ...decideActions,
}

/**
 * R4: the events a command brings about, or the refusal. No events means that the meeting stands already as the
 * command asks, or that this very command (same person, same key) has been carried out before. Run it under the
 * meeting's lock, with `now` from the server's clock; a clock that went back does not take the log back with it.
 *
 * | command | meeting | gives |
 * |---|---|---|
 * | `start` by the facilitator | lobby | `started` with the instant reading ends |
 * | `start` by a reader | lobby | `not-the-facilitator` |
 * | `start` again, same key | reading | no events |
 * | `start` again, another key | reading | `the-room-is-reading` |
 * | `tick` at the end of the countdown | reveal | `revealed` |
 * | `close` with a question in no end state | discussion | `questions-without-an-end` |
 */
export function decide(
  meeting: Meeting,
  command: MeetingCommand,
  { by, now, key }: Asking,
): Result<MeetingEvent[], MeetingRefusal> {
  if (meeting.seen.has(seenKey(by, `${key}:0`))) return ok([])
  const refusal = closedGate(meeting, command.kind, by)
  if (refusal) return { ok: false, refusal }
  const at = Math.max(now, meeting.updatedAt)
  // the table pairs every kind with its own command; TypeScript cannot carry that through a lookup
  const decider = deciders[command.kind] as AnyDecider
  const acts = decider(meeting, command, { by, now })
  if (!acts.ok) return acts
  return ok(acts.value.map((act, place) => ({ ...act, by, at, key: `${key}:${place}` })))
}
