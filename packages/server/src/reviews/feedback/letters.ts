import { dayIn } from '@foreword/core/calendar'
import type { Want } from '@foreword/core/reviews/feedback/feedback'
import { wantLabels } from '@foreword/core/reviews/feedback/labels'
import { eq, gte, inArray, lte, sql } from 'drizzle-orm'
import type { Tx } from '../../db/database.ts'
import type { Call } from '../../http/call.ts'
import type { Writer } from '../../mail/post-office.ts'
import type { Mailing } from '../../mail/smtp.ts'
import { type NewLetter, write, writtenBefore } from '../../mail/store.ts'
import { timeZoneOf } from '../../people/store.ts'
import { newLink } from './outside.ts'
import { type Unread, unread } from './store.ts'
import { feedbackReaders, feedbackRequests } from './tables.ts'

/** What requests for feedback have to write to people: that they are asked, and the day before it is due. */
export const feedbackLetters: Writer = {
  async hears(house, event) {
    // written in its act, which alone knew the link
    if (event.type === 'feedback.sent-again') return true
    if (event.type !== 'feedback.asked') return false
    const asked = await unread(house.db, eq(feedbackRequests.id, event.requestId))
    await write(
      house.db,
      house.now(),
      // those outside were written to in the act itself, which alone knew their links
      asked
        .filter(({ guest }) => guest === null)
        .map((one) => ({
          ...letterOf(one, house.mailing, pageOf(one)),
          key: `feedback:${one.request.id}:${one.personId}`,
          subject: `Your feedback: ${one.title}`,
        })),
    )
    return true
  },

  /** F1: one reminder for each day it is due, so that a request whose day is past is let rest. */
  async looks(house) {
    const timeZone = await timeZoneOf(house.db)
    const today = dayIn(timeZone, house.now())
    const tomorrow = dayIn(timeZone, new Date(house.now().getTime() + DAY_MS))
    const due = await unread(
      house.db,
      gte(feedbackRequests.due, today),
      lte(feedbackRequests.due, tomorrow),
      // what was asked yesterday for today needs no reminder
      sql`${feedbackRequests.askedAt} < ${new Date(house.now().getTime() - DAY_MS).toISOString()}::timestamptz`,
    )
    const [colleagues, outside] = [due.filter(({ guest }) => !guest), due.filter(({ guest }) => guest)]
    await write(
      house.db,
      house.now(),
      colleagues.map((one) => ({ ...letterOf(one, house.mailing, pageOf(one)), ...reminder(one) })),
    )
    for (const one of outside) {
      const { key } = reminder(one)
      if ((await writtenBefore(house.db, one.request.workspaceId, key)).length > 0) continue
      await house.db.transaction(async (tx) => {
        const link = await linkFor(tx, one)
        await write(tx, house.now(), [{ ...letterOf(one, house.mailing, link), ...reminder(one) }])
      })
    }
  },
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const reminder = ({ request, personId, title }: Unread) => ({
  key: `feedback-reminder:${request.id}:${personId}:${request.due}`,
  subject: `Reminder, your feedback: ${title}`,
})

/** F1: to people without an account, in the transaction that lets them in. */
export async function writeOutside(
  letIn: readonly { personId: string; token: string }[],
  { tx, services, now }: Call,
): Promise<void> {
  const { mailing } = services
  if (!mailing) throw new Error('people outside were let in, and there is no mail server')
  const links = new Map(letIn.map(({ personId, token }) => [personId, token]))
  const asked = await unread(tx, inArray(feedbackReaders.personId, [...links.keys()]))
  await write(
    tx,
    now,
    asked.map((one) => ({
      ...letterOf(one, mailing, `/read/${links.get(one.personId)}`),
      key: `feedback:${one.request.id}:${one.personId}`,
      subject: `${one.by} asks for your feedback: ${one.title}`,
    })),
  )
}

/** One in an hour: a letter that comes late is not followed by ten. */
export const againKey = ({ request, personId }: Unread, now: Date) =>
  `feedback-again:${request.id}:${personId}:${Math.floor(now.getTime() / HOUR_MS)}`

export async function writeAgain(one: Unread, mailing: Mailing, tx: Tx, now: Date): Promise<void> {
  const letter = letterOf(one, mailing, await linkFor(tx, one))
  const subject = `${one.by} asks for your feedback: ${one.title}`
  await write(tx, now, [{ ...letter, key: againKey(one, now), subject }])
}

const linkFor = async (tx: Tx, { request: { workspaceId }, personId }: Unread) =>
  `/read/${await newLink(tx, { workspaceId, personId })}`

const pageOf = ({ request: { id, editionId, narrativeId } }: Unread) =>
  `${editionId === null ? `/drafts/${narrativeId}` : `/editions/${editionId}`}?asked=${id}`

function letterOf(
  { request, personId, title, by, company, guest }: Unread,
  { origin }: Mailing,
  page: string,
): Omit<NewLetter, 'key' | 'subject'> {
  const what = request.editionId === null ? 'the draft' : 'an edition'
  const wanted = request.wants.map((want) => wantLabels[want as Want].toLowerCase()) // as the contract let it in
  return {
    workspaceId: request.workspaceId,
    personId,
    ...(guest && { address: guest.address }),
    initiativeId: request.initiativeId,
    kind: 'feedback',
    body: `${[
      `${guest ? `${by} of ${company}` : by} asks you to read ${what} of “${title}”.`,
      `${[`What is wanted: ${listed(wanted)}`, `Until: ${dayWords(request.due)}`].join('\n')}`,
      ...(request.note === '' ? [] : [request.note]),
      `${origin}${page}`,
      ...(guest ? [linkWords(guest.expiresAt)] : []),
    ].join('\n\n')}\n`,
  }
}

const linkWords = (expiresAt: Date) =>
  `The link is yours alone: it opens this document and nothing else, needs no account, and ends on ${dayWords(expiresAt.toISOString().slice(0, 10))}.`

const listed = (words: string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(words)
const dayWords = (day: string) =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`))
