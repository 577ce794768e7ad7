import type { meetingsContract } from '@foreword/core/meetings/contract'
import { type DisplayMessage, displayCode, displayFor } from '@foreword/core/meetings/display'
import { meetingRefusals } from '@foreword/core/meetings/refusals'
import { nothingReturns } from '@foreword/core/meetings/returning'
import { ok, type Result, refuse } from '@foreword/core/result'
import { ORPCError } from '@orpc/server'
import type { Call, RequestContext } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import type { Services } from '../http/services.ts'
import { newShortCode } from '../http/short-code.ts'
import { subscribe } from '../live/channels.ts'
import { createAttempts } from '../people/attempts.ts'
import { questionsOfMeeting } from '../reviews/questions-store.ts'
import { follow } from './current.ts'
import * as displays from './display-store.ts'
import { returningFor } from './returning.ts'
import { roomTopic } from './room.ts'
import * as store from './store.ts'

type In = Inputs<typeof meetingsContract>

/** The code in force; a new one when there is none, or another is wanted. */
export async function openDisplay(
  { meetingId, another }: In['openDisplay'],
  { tx, person, workspaceId, now }: Call,
): Promise<Result<{ code: string }, 'not-found' | 'not-the-facilitator' | 'meeting-is-closed'>> {
  const row = await store.lock(tx, person, meetingId)
  if (!row) return refuse('not-found')
  if (row.facilitatorId !== person.id) return refuse('not-the-facilitator')
  if (row.phase === 'closed') return refuse('meeting-is-closed')
  const before = await displays.displayOf(tx, { workspaceId }, meetingId)
  if (before && !another) return ok(before)
  const code = newShortCode()
  await displays.putDisplay(tx, { workspaceId, meetingId, code, madeBy: person.id, madeAt: now })
  return ok({ code })
}

export async function endDisplay(
  { meetingId }: In['endDisplay'],
  { tx, person, workspaceId }: Call,
): Promise<Result<undefined, 'not-found' | 'not-the-facilitator'>> {
  const row = await store.lock(tx, person, meetingId)
  if (!row) return refuse('not-found')
  if (row.facilitatorId !== person.id) return refuse('not-the-facilitator')
  await displays.endDisplays(tx, { workspaceId }, meetingId)
  return ok(undefined)
}

/** What the guard asks before anything of a screen runs. Wrong codes are counted by address, as sign-ins are. */
export function createDisplayDoor(services: Services) {
  const attempts = createAttempts(Date.now)
  return async ({ address }: RequestContext, input: unknown): Promise<void> => {
    const typed: unknown =
      typeof input === 'object' && input !== null ? Reflect.get(input, 'code') : undefined
    const code = displayCode.safeParse(typed)
    if (attempts.tooMany(address)) throw refused('too-many-codes')
    if (code.success && (await displays.shownBy(services.db, code.data))) return
    attempts.failed(address)
    throw refused('no-such-display')
  }
}

function refused(code: 'no-such-display' | 'too-many-codes') {
  const { status, message } = meetingRefusals[code]
  return new ORPCError(code, { defined: true, status, message })
}

/**
 * R19: what a screen shows, at once and after every change that it can see. The code is looked up anew each time, so
 * that one that was withdrawn ends with the very news that says so.
 */
export async function* watchDisplay(
  services: Services,
  code: string,
  gone: () => Error,
  signal?: AbortSignal,
): AsyncGenerator<DisplayMessage> {
  const first = await displays.shownBy(services.db, code)
  if (!first) throw gone()
  const stop = new AbortController()
  const ends = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  const news = subscribe<null>(roomTopic(first.meetingId), ends, { keep: 'latest' })
  try {
    let sent = ''
    for (let more = true; more; more = !(await news.next()).done) {
      const message = await displayMessageOf(services, code)
      if (!message) throw gone()
      const seen = JSON.stringify(message.display)
      if (seen === sent) continue
      sent = seen
      yield message
    }
  } finally {
    stop.abort()
  }
}

/** The only way by which anything of a meeting reaches a screen. */
async function displayMessageOf(services: Services, code: string): Promise<DisplayMessage | null> {
  const { db } = services
  const shown = await displays.shownBy(db, code)
  if (!shown) return null
  const meeting = await follow(db, shown, shown.meetingId)
  const questions = await questionsOfMeeting(db, shown, shown.meetingId)
  // what is carried on from earlier meetings is read as who made the code may
  const returning =
    meeting.phase.name === 'discussion'
      ? await returningFor(db, { id: shown.madeBy, workspaceId: shown.workspaceId }, meeting)
      : nothingReturns
  const display = displayFor({ meeting, questions, returning, title: shown.title })
  return display && { display, serverTime: services.now().toISOString() }
}
