import { dayIn } from '@foreword/core/calendar'
import type { MeetingId } from '@foreword/core/ids'
import { calibrationOf, mayPredict } from '@foreword/core/meetings/prediction'
import type { predictionsContract } from '@foreword/core/meetings/predictions-contract'
import { defaultSettings } from '@foreword/core/people/workspace'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { Tx } from '../db/database.ts'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { theWorkspace, timeZoneOf } from '../people/store.ts'
import { current } from './current.ts'
import * as predictions from './predictions-store.ts'
import * as store from './store.ts'

type In = Inputs<typeof predictionsContract>

/** By the company's clock, as every other day. */
const today = async ({ tx, now }: Call) => dayIn(await timeZoneOf(tx), now)

export async function own({ meetingId }: In['own'], call: Call) {
  const found = await mine(meetingId, call)
  return ok(found && { percent: found.percent, metric: found.metric, day: found.day })
}

/** The meeting's lock is held, so that none is sealed beside a decision that is being recorded. The room hears nothing. */
export async function seal(
  { meetingId, ...words }: In['seal'],
  call: Call,
): Promise<Result<typeof words, 'not-found' | 'day-has-passed' | NotNow>> {
  const may = await mayNow(meetingId, call)
  if (!may.ok) return may
  if (words.day < (await today(call))) return refuse('day-has-passed')
  await predictions.keep(call.tx, call.person, meetingId, words, call.now)
  return ok(words)
}

export async function takeBack(
  { meetingId }: In['takeBack'],
  call: Call,
): Promise<Result<undefined, 'not-found' | NotNow>> {
  const may = await mayNow(meetingId, call)
  if (!may.ok) return may
  await predictions.remove(call.tx, call.person, meetingId)
  return ok(undefined)
}

export async function answer({ meetingId, came }: In['answer'], call: Call) {
  const found = await mine(meetingId, call)
  if (!found) return refuse('no-such-prediction')
  // one that has an answer may be given another, or none
  if (!found.isDue && found.came === null) return refuse('not-due-yet')
  const answeredAt = came === null ? null : call.now
  if (came !== found.came) await predictions.change(call.tx, call.person, meetingId, { came, answeredAt })
  return ok(undefined)
}

export async function askLater({ meetingId, asksOn }: In['askLater'], call: Call) {
  const found = await mine(meetingId, call)
  if (!found) return refuse('no-such-prediction')
  if (!found.isDue && found.asksOn === found.day) return refuse('not-due-yet')
  // back to its own day is how putting it off is undone
  if (asksOn < (await today(call)) && asksOn !== found.day) return refuse('day-has-passed')
  await predictions.change(call.tx, call.person, meetingId, { asksOn })
  return ok(undefined)
}

export async function due(_: unknown, call: Call) {
  const all = await predictions.ownPredictions(call.tx, call.person, await today(call))
  return ok(all.filter(({ isDue }) => isDue).toReversed())
}

export async function list(_: unknown, call: Call) {
  return ok(await predictions.ownPredictions(call.tx, call.person, await today(call)))
}

export async function calibration(_: unknown, { tx, person }: Call) {
  const settings = await settingsNow(tx)
  if (!settings.predictions) return ok(null)
  return ok(calibrationOf(await predictions.answered(tx, person), settings.predictionsResolved))
}

async function mine(meetingId: MeetingId, call: Call) {
  const [found] = await predictions.ownPredictions(call.tx, call.person, await today(call), meetingId)
  return found ?? null
}

type NotNow = Extract<ReturnType<typeof mayPredict>, { ok: false }>['refusal']

async function mayNow(
  meetingId: MeetingId,
  { tx, person, workspaceId }: Call,
): Promise<Result<null, 'not-found' | NotNow>> {
  if (!(await store.lock(tx, person, meetingId))) return refuse('not-found')
  return mayPredict(await current(tx, { workspaceId }, meetingId), person.id, await settingsNow(tx))
}

const settingsNow = async (tx: Tx) => (await theWorkspace(tx))?.settings ?? defaultSettings
