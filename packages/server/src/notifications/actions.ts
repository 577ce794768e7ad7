import type { notificationsContract } from '@foreword/core/notifications/contract'
import { FIRST_NEWS_DAYS, MOST_COUNTED, NEWS_DAYS } from '@foreword/core/notifications/kinds'
import { ok } from '@foreword/core/result'
import type { Call, Reading } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as store from './store.ts'

type In = Inputs<typeof notificationsContract>

const DAY_MS = 86_400_000
/** What is written in the same millisecond as the question is asked is of after it. */
const justAfter = (now: Date) => new Date(now.getTime() + 1)
const oldest = (now: Date) => new Date(now.getTime() - NEWS_DAYS * DAY_MS)

/** Since when it is new to them, and no further back than news goes. */
function newSince(seenAt: Date | null, now: Date): Date {
  const since = seenAt ?? new Date(now.getTime() - FIRST_NEWS_DAYS * DAY_MS)
  return since > oldest(now) ? since : oldest(now)
}

export async function list({ before, beforeId, unseen, most }: In['list'], { db, person, now }: Reading) {
  const { seenAt, unwanted } = await store.readerOf(db, person)
  const rows = await store.linesFor(db, person, {
    after: unseen ? newSince(seenAt, now) : oldest(now),
    before: { at: before === undefined ? justAfter(now) : new Date(before), id: beforeId ?? null },
    unwanted,
    most: most + 1,
  })
  const lines = await store.withActors(db, person, rows.slice(0, most))
  return ok({ lines, more: rows.length > most, seenAt: seenAt?.toISOString() ?? null })
}

export async function count(_: unknown, { db, person, now }: Reading) {
  const { seenAt, unwanted } = await store.readerOf(db, person)
  const asked = {
    after: newSince(seenAt, now),
    before: { at: justAfter(now), id: null },
    unwanted,
    most: MOST_COUNTED,
  }
  return ok({ unseen: (await store.linesFor(db, person, asked)).length })
}

export async function see({ seenAt }: In['see'], { tx, person, now }: Call) {
  // a clock that runs ahead hides nothing that is still to come
  const at = seenAt === null ? null : new Date(Math.min(Date.parse(seenAt), now.getTime()))
  await store.saveReader(tx, person, { seenAt: at })
  return ok({ seenAt: at?.toISOString() ?? null })
}

export async function choices(_: unknown, { db, person }: Reading) {
  return ok({ unwanted: (await store.readerOf(db, person)).unwanted })
}

export async function choose({ unwanted }: In['choose'], { tx, person }: Call) {
  const each = [...new Set(unwanted)]
  await store.saveReader(tx, person, { unwanted: each })
  return ok({ unwanted: each })
}
