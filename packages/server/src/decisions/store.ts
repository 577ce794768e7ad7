import { type Decision, decision } from '@foreword/core/decisions/decision'
import type { Right } from '@foreword/core/people/permissions'
import { and, desc, eq, lt, max, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database, Tx } from '../db/database.ts'
import { initiatives } from '../initiatives/tables.ts'
import { rightsFor, type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { editions } from '../narratives/tables.ts'
import { decisions } from './tables.ts'

type Reader = Database | Tx

export interface StoredDecision {
  decision: Decision
  initiativeName: string
}

const later = alias(decisions, 'later')

async function select(
  db: Reader,
  viewer: Sees,
  most: number,
  ...where: (SQL | undefined)[]
): Promise<StoredDecision[]> {
  const rows = await db
    .select({
      row: decisions,
      initiativeName: initiatives.name,
      edition: { id: editions.id, number: editions.number, hash: editions.hash },
      supersededBy: later.id,
    })
    .from(decisions)
    .innerJoin(
      initiatives,
      and(eq(initiatives.workspaceId, decisions.workspaceId), eq(initiatives.id, decisions.initiativeId)),
    )
    .leftJoin(
      editions,
      and(eq(editions.workspaceId, decisions.workspaceId), eq(editions.id, decisions.editionId)),
    )
    .leftJoin(later, and(eq(later.workspaceId, decisions.workspaceId), eq(later.supersedes, decisions.id)))
    .where(
      and(
        eq(decisions.workspaceId, viewer.workspaceId),
        visibleInitiative(viewer, decisions.initiativeId),
        ...where,
      ),
    )
    .orderBy(desc(decisions.recordedAt), desc(decisions.number))
    .limit(most)
  return rows.map(({ row, initiativeName, edition, supersededBy }) => ({
    initiativeName,
    decision: decision.parse({
      ...Object(row.draft),
      id: row.id,
      number: row.number,
      initiativeId: row.initiativeId,
      meetingId: row.meetingId,
      edition,
      supersedes: row.supersedes,
      supersededBy,
      recordedBy: row.recordedBy,
      recordedAt: row.recordedAt.toISOString(),
    }),
  }))
}

export async function one(db: Reader, viewer: Sees, id: string): Promise<StoredDecision | null> {
  const [found] = await select(db, viewer, 1, eq(decisions.id, id))
  return found ?? null
}

/** Latest first. */
export function list(
  db: Reader,
  viewer: Sees,
  filter: { initiativeId?: string | undefined; before?: string | undefined; limit: number },
): Promise<StoredDecision[]> {
  return select(
    db,
    viewer,
    filter.limit,
    filter.initiativeId === undefined ? undefined : eq(decisions.initiativeId, filter.initiativeId),
    filter.before === undefined ? undefined : lt(decisions.recordedAt, new Date(filter.before)),
  )
}

/** The next number of the workspace. Locked until the transaction ends, so that numbers have no gaps and no twins. */
export async function nextNumber(tx: Tx, viewer: Sees): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(7067013, hashtext(${viewer.workspaceId}))`)
  const [last] = await tx
    .select({ number: max(decisions.number) })
    .from(decisions)
    .where(eq(decisions.workspaceId, viewer.workspaceId))
  return (last?.number ?? 0) + 1
}

export async function insert(tx: Tx, row: typeof decisions.$inferInsert): Promise<void> {
  await tx.insert(decisions).values(row)
}

export async function rightOnDecision(db: Reader, viewer: Sees, id: string): Promise<Right | null> {
  const found = await one(db, viewer, id)
  return found && rightsFor(db, viewer, found.decision.initiativeId)
}
