import {
  editionId,
  type FeedbackRequestId,
  feedbackRequestId,
  initiativeId,
  narrativeId,
  type PersonId,
  personId,
} from '@foreword/core/ids'
import type { OutsideLink } from '@foreword/core/reviews/feedback/outside'
import { and, asc, eq, gt, inArray, isNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database, Tx } from '../../db/database.ts'
import { stoppedLetters } from '../../mail/tables.ts'
import { theWorkspace } from '../../people/store.ts'
import { people } from '../../people/tables.ts'
import { feedbackGuests, feedbackLinks, feedbackReaders, feedbackRequests } from './tables.ts'

type Reader = Database | Tx
type InWorkspace = { workspaceId: string }

const itsPerson = and(
  eq(people.workspaceId, feedbackGuests.workspaceId),
  eq(people.id, feedbackGuests.personId),
)
const itsRequest = and(
  eq(feedbackRequests.workspaceId, feedbackGuests.workspaceId),
  eq(feedbackRequests.id, feedbackGuests.requestId),
)
const isOpen = (now: Date) =>
  and(isNull(feedbackGuests.endedAt), isNull(feedbackRequests.endedAt), gt(feedbackGuests.expiresAt, now))

export async function insertGuest(tx: Tx, guest: typeof feedbackGuests.$inferInsert): Promise<void> {
  const { workspaceId, requestId, personId } = guest
  await tx.insert(feedbackReaders).values({ workspaceId, requestId, personId })
  await tx.insert(feedbackGuests).values(guest)
}

/** One more secret that opens what the others of this guest do. */
export async function insertLink(tx: Tx, link: typeof feedbackLinks.$inferInsert): Promise<void> {
  await tx.insert(feedbackLinks).values(link)
}

const columns = {
  userId: people.userId,
  requestId: feedbackGuests.requestId,
  initiativeId: feedbackRequests.initiativeId,
  narrativeId: feedbackRequests.narrativeId,
  editionId: feedbackRequests.editionId,
  expiresAt: feedbackGuests.expiresAt,
}

/** A link that opens now. Where the company forbids readers from outside, none does. */
async function open(db: Reader, now: Date, ...where: SQL[]) {
  const [row] = await db
    .select(columns)
    .from(feedbackGuests)
    .innerJoin(people, itsPerson)
    .innerJoin(feedbackRequests, itsRequest)
    .where(and(isOpen(now), eq(people.active, true), ...where))
  if (!row || !(await theWorkspace(db))?.settings.outsideReaders) return null
  return {
    userId: row.userId,
    requestId: feedbackRequestId.parse(row.requestId),
    initiativeId: initiativeId.parse(row.initiativeId),
    narrativeId: narrativeId.parse(row.narrativeId),
    editionId: editionId.nullable().parse(row.editionId),
    expiresAt: row.expiresAt,
  }
}

export const visitOf = (db: Reader, viewer: InWorkspace & { id: string }, now: Date) =>
  open(db, now, eq(feedbackGuests.workspaceId, viewer.workspaceId), eq(feedbackGuests.personId, viewer.id))

export async function byHash(db: Reader, tokenHash: string, now: Date) {
  const [link] = await db.select().from(feedbackLinks).where(eq(feedbackLinks.tokenHash, tokenHash))
  return link ? visitOf(db, { workspaceId: link.workspaceId, id: link.personId }, now) : null
}

/** Whose link it is to end; null when this is nobody from outside. */
export async function linkOf(tx: Tx, { workspaceId }: InWorkspace, id: PersonId) {
  const [row] = await tx
    .select({ by: feedbackRequests.by, initiativeId: feedbackRequests.initiativeId })
    .from(feedbackGuests)
    .innerJoin(feedbackRequests, itsRequest)
    .where(and(eq(feedbackGuests.workspaceId, workspaceId), eq(feedbackGuests.personId, id)))
  return row ?? null
}

export async function endLink(tx: Tx, { workspaceId }: InWorkspace, id: PersonId, now: Date): Promise<void> {
  await tx
    .update(feedbackGuests)
    .set({ endedAt: now })
    .where(
      and(
        eq(feedbackGuests.workspaceId, workspaceId),
        eq(feedbackGuests.personId, id),
        isNull(feedbackGuests.endedAt),
      ),
    )
}

const asker = alias(people, 'asker')

/** Every link that opens now, the first to end first. */
export async function openLinks(db: Reader, { workspaceId }: InWorkspace, now: Date): Promise<OutsideLink[]> {
  const rows = await db
    .select({
      personId: feedbackGuests.personId,
      name: people.name,
      address: feedbackGuests.address,
      askedBy: { id: asker.id, name: asker.name },
      expiresAt: feedbackGuests.expiresAt,
    })
    .from(feedbackGuests)
    .innerJoin(people, itsPerson)
    .innerJoin(feedbackRequests, itsRequest)
    .innerJoin(
      asker,
      and(eq(asker.workspaceId, feedbackRequests.workspaceId), eq(asker.id, feedbackRequests.by)),
    )
    .where(and(eq(feedbackGuests.workspaceId, workspaceId), isOpen(now)))
    .orderBy(asc(feedbackGuests.expiresAt), asc(feedbackGuests.address))
  return rows.map(({ expiresAt, ...row }) => ({
    ...row,
    personId: personId.parse(row.personId),
    askedBy: { id: personId.parse(row.askedBy.id), name: row.askedBy.name },
    expiresAt: expiresAt.toISOString(),
  }))
}

export async function guestsOf(
  tx: Tx,
  { workspaceId }: InWorkspace,
  requestId: FeedbackRequestId,
): Promise<PersonId[]> {
  const rows = await tx
    .select({ id: feedbackGuests.personId })
    .from(feedbackGuests)
    .where(and(eq(feedbackGuests.workspaceId, workspaceId), eq(feedbackGuests.requestId, requestId)))
  return rows.map(({ id }) => personId.parse(id))
}

/** Whether somebody at one of these addresses said of an earlier letter that they want no more. */
export async function wantNoLetters(
  tx: Tx,
  { workspaceId }: InWorkspace,
  addresses: readonly string[],
): Promise<boolean> {
  const rows = await tx
    .select({ address: feedbackGuests.address })
    .from(feedbackGuests)
    .innerJoin(
      stoppedLetters,
      and(
        eq(stoppedLetters.workspaceId, feedbackGuests.workspaceId),
        eq(stoppedLetters.personId, feedbackGuests.personId),
        eq(stoppedLetters.kind, 'feedback'),
      ),
    )
    .where(and(eq(feedbackGuests.workspaceId, workspaceId), inArray(feedbackGuests.address, [...addresses])))
    .limit(1)
  return rows.length > 0
}
