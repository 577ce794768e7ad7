import type { MeetingId } from '@foreword/core/ids'
import type { meetingsContract } from '@foreword/core/meetings/contract'
import type { Meeting } from '@foreword/core/meetings/meeting'
import { mayGiveWindow, windowNow } from '@foreword/core/meetings/window'
import { ok, type Result, refuse } from '@foreword/core/result'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { current } from './current.ts'
import * as store from './store.ts'
import { keepWindow, ownWindows as readOwn, windowsOf } from './window-store.ts'

type In = Inputs<typeof meetingsContract>
type Answer<Refusals extends string> = Promise<Result<Meeting, 'not-found' | Refusals>>

declare module '../outbox/events.ts' {
  interface Events {
    /** R14: to be written to. */
    'meeting.window-given': { meetingId: MeetingId; personId: string; minutes: number; until: string }
  }
}

export async function giveWindow(
  { meetingId, personId, minutes, until: iso }: In['giveWindow'],
  call: Call,
): Answer<
  | 'not-the-facilitator'
  | 'not-closed-yet'
  | 'no-such-person'
  | 'was-there'
  | 'reads-now'
  | 'moment-has-passed'
> {
  const held = await hold(meetingId, call)
  if (!held) return refuse('not-found')
  const { meeting, windows } = held
  const may = mayGiveWindow(meeting, call.person.id, personId)
  if (!may.ok) return may
  const until = Date.parse(iso)
  const now = call.now.getTime()
  if (until <= now) return refuse('moment-has-passed')
  const stands = windows.get(personId)
  if (stands && windowNow(stands, now) === 'running') return refuse('reads-now')
  // said again in the same words, it writes nobody another letter
  const isSame = stands?.minutes === minutes && stands.until === until && !stands.isOver
  if (isSame) return ok(meeting)
  const of = { workspaceId: call.workspaceId, meetingId, personId }
  await keepWindow(call.tx, of, { minutes, until, startedAt: null, isOver: false })
  await tell(call, {
    type: 'meeting.window-given',
    aggregate: meetingId,
    meetingId,
    personId,
    minutes,
    until: iso,
  })
  return ok(meeting)
}

export async function startWindow({ meetingId }: In['startWindow'], call: Call): Answer<'no-window'> {
  const held = await hold(meetingId, call)
  if (!held) return refuse('not-found')
  const own = held.windows.get(call.person.id)
  const is = own && windowNow(own, call.now.getTime())
  if (!own || is === 'over') return refuse('no-window')
  // begun in another tab, it runs from then
  if (is === 'given') await keep(call, meetingId, { ...own, startedAt: call.now.getTime() })
  return ok(held.meeting)
}

export async function endWindow({ meetingId }: In['endWindow'], call: Call): Answer<never> {
  const held = await hold(meetingId, call)
  if (!held) return refuse('not-found')
  const own = held.windows.get(call.person.id)
  // when it began is nobody's to know any more (R6)
  if (own?.startedAt != null) await keep(call, meetingId, { ...own, startedAt: null, isOver: true })
  return ok(held.meeting)
}

export const ownWindows = async (_: unknown, { tx, person, now }: Call) => ok(await readOwn(tx, person, now))

const keep = (
  { tx, workspaceId, person }: Call,
  meetingId: MeetingId,
  window: Parameters<typeof keepWindow>[2],
) => keepWindow(tx, { workspaceId, meetingId, personId: person.id }, window)

async function hold(meetingId: MeetingId, { tx, person, workspaceId }: Call) {
  if (!(await store.lock(tx, person, meetingId))) return null
  return {
    meeting: await current(tx, { workspaceId }, meetingId),
    windows: await windowsOf(tx, { workspaceId }, meetingId),
  }
}
