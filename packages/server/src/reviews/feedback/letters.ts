import type { Want } from '@foreword/core/reviews/feedback/feedback'
import { wantLabels } from '@foreword/core/reviews/feedback/labels'
import { eq, gte, lte, sql } from 'drizzle-orm'
import type { House, Writer } from '../../mail/post-office.ts'
import { type NewLetter, write } from '../../mail/store.ts'
import { theWorkspace } from '../../people/store.ts'
import { type Unread, unread } from './store.ts'
import { feedbackRequests } from './tables.ts'

/** What requests for feedback have to write to people: that they are asked, and the day before it is due. */
export const feedbackLetters: Writer = {
  async hears(house, event) {
    if (event.type !== 'feedback.asked') return false
    const asked = await unread(house.db, eq(feedbackRequests.id, event.requestId))
    await write(
      house.db,
      house.now(),
      asked.map((one) => ({
        ...letterOf(one, house),
        key: `feedback:${one.request.id}:${one.personId}`,
        subject: `Your feedback: ${one.title}`,
      })),
    )
    return true
  },

  /** F1: one reminder for each day it is due, so that a request whose day is past is let rest. */
  async looks(house) {
    const timeZone = (await theWorkspace(house.db))?.settings.timeZone ?? 'UTC'
    const today = dayIn(timeZone, house.now())
    const tomorrow = dayIn(timeZone, new Date(house.now().getTime() + DAY_MS))
    const due = await unread(
      house.db,
      gte(feedbackRequests.due, today),
      lte(feedbackRequests.due, tomorrow),
      // what was asked yesterday for today needs no reminder
      sql`${feedbackRequests.askedAt} < ${new Date(house.now().getTime() - DAY_MS).toISOString()}::timestamptz`,
    )
    await write(
      house.db,
      house.now(),
      due.map((one) => ({
        ...letterOf(one, house),
        key: `feedback-reminder:${one.request.id}:${one.personId}:${one.request.due}`,
        subject: `Reminder, your feedback: ${one.title}`,
      })),
    )
  },
}

const DAY_MS = 24 * 3_600_000
const dayIn = (timeZone: string, at: Date) => new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)

function letterOf(
  { request, personId, title, by }: Unread,
  { mailing }: House,
): Omit<NewLetter, 'key' | 'subject'> {
  const what = request.editionId === null ? 'the draft' : 'an edition'
  const page =
    request.editionId === null ? `/drafts/${request.narrativeId}` : `/editions/${request.editionId}`
  const wanted = request.wants.map((want) => wantLabels[want as Want].toLowerCase()) // as the contract let it in
  return {
    workspaceId: request.workspaceId,
    personId,
    initiativeId: request.initiativeId,
    kind: 'feedback',
    body: `${[
      `${by} asks you to read ${what} of “${title}”.`,
      `${[`What is wanted: ${listed(wanted)}`, `Until: ${dayWords(request.due)}`].join('\n')}`,
      ...(request.note === '' ? [] : [request.note]),
      `${mailing.origin}${page}?asked=${request.id}`,
    ].join('\n\n')}\n`,
  }
}

const listed = (words: string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words)
const dayWords = (day: string) =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
