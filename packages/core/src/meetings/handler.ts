import type { Result } from '../result.ts'
import type { Instant } from '../time.ts'
import type { CommandKind, CommandOf } from './commands.ts'
import type { Actor, MeetingAct } from './events.ts'
import type { Meeting } from './meeting.ts'
import type { MeetingRefusal } from './refusals.ts'

/** Deadlines are counted from `now`, the clock's word; the log's own time may be ahead of a clock put right. */
export interface Moment<By extends Actor> {
  by: By
  now: Instant
}

/** Commands of the server alone have nobody behind them; every other has a person, as its gate has seen to. */
type By<Kind extends CommandKind> = Kind extends 'tick' | 'dropped' ? null : NonNullable<Actor>

/** Decides one command whose gate is open: what happens, or why not. */
export type Decider<Kind extends CommandKind> = (
  meeting: Meeting,
  command: CommandOf<Kind>,
  moment: Moment<By<Kind>>,
) => Result<MeetingAct[], MeetingRefusal>

export type Deciders<Kinds extends CommandKind> = { [Kind in Kinds]: Decider<Kind> }
