import { groupId, type PersonId, type WorkspaceId } from '@foreword/core/ids'
import { type Group, type GroupPart, group } from '@foreword/core/people/groups/group'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import type { Database, Tx } from '../../db/database.ts'
import { groupPeople, groups, people } from '../tables.ts'

type Reader = Database | Tx

export async function insert(tx: Tx, row: typeof groups.$inferInsert): Promise<void> {
  await tx.insert(groups).values(row)
}

/** Where each stands and by what name, the oldest first: the company's own. Nobody leads one who has left. */
export async function placed(db: Reader, workspaceId: WorkspaceId) {
  const rows = await db
    .select({
      id: groups.id,
      name: groups.name,
      parentId: groups.parentId,
      lead: people.id,
      closedAt: groups.closedAt,
      budget: { minor: groups.budgetMinor, currency: groups.budgetCurrency },
    })
    .from(groups)
    .leftJoin(
      people,
      and(eq(people.workspaceId, groups.workspaceId), eq(people.id, groups.leadId), eq(people.active, true)),
    )
    .where(eq(groups.workspaceId, workspaceId))
    .orderBy(asc(groups.createdAt), asc(groups.id))
  return rows.map((row) => ({
    ...row,
    id: groupId.parse(row.id),
    parentId: row.parentId === null ? null : groupId.parse(row.parentId),
  }))
}

/** Held until the transaction ends: two groups that are moved at once would each stand in the other. */
export async function lockTree(tx: Tx, workspaceId: WorkspaceId): Promise<void> {
  await tx
    .select({ id: groups.id })
    .from(groups)
    .where(and(eq(groups.workspaceId, workspaceId), isNull(groups.parentId)))
    .for('update')
}

/** With their people, but those who have left. */
export async function all(db: Reader, workspaceId: WorkspaceId): Promise<Group[]> {
  const rows = await placed(db, workspaceId)
  const named = await db
    .select({ groupId: groupPeople.groupId, part: groupPeople.part, personId: people.id })
    .from(groupPeople)
    .innerJoin(
      people,
      and(eq(people.workspaceId, groupPeople.workspaceId), eq(people.id, groupPeople.personId)),
    )
    .where(and(eq(groupPeople.workspaceId, workspaceId), eq(people.active, true)))
    .orderBy(asc(people.name), asc(people.id))
  const ofGroup = Map.groupBy(named, (one) => one.groupId)
  return rows.map(({ closedAt, budget, ...row }) => {
    const part = (name: GroupPart) =>
      (ofGroup.get(row.id) ?? []).filter(({ part }) => part === name).map((one) => one.personId)
    return group.parse({
      ...row,
      closedAt: closedAt?.toISOString() ?? null,
      budget: budget.minor === null ? null : budget,
      members: part('member'),
      deciders: part('decider'),
      readers: {
        team: part('team'),
        peers: part('peers'),
        'cross-functional': part('cross-functional'),
        leadership: part('leadership'),
      },
    })
  })
}

/** Whose groups these are: those one is a member of, longest first. */
export async function membershipsOf(
  db: Reader,
  workspaceId: WorkspaceId,
  person: PersonId,
): Promise<string[]> {
  const rows = await db
    .select({ id: groupPeople.groupId })
    .from(groupPeople)
    .where(
      and(
        eq(groupPeople.workspaceId, workspaceId),
        eq(groupPeople.personId, person),
        eq(groupPeople.part, 'member'),
      ),
    )
    .orderBy(asc(groupPeople.since), asc(groupPeople.groupId))
  return rows.map(({ id }) => id)
}

export async function update(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: string,
  change: Partial<
    Pick<
      typeof groups.$inferInsert,
      'name' | 'parentId' | 'leadId' | 'closedAt' | 'budgetMinor' | 'budgetCurrency'
    >
  >,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await tx
    .update(groups)
    .set(change)
    .where(and(eq(groups.workspaceId, workspaceId), eq(groups.id, id)))
}

/** The company's own goes by the company's name. */
export async function renameOwn(tx: Tx, workspaceId: WorkspaceId, name: string): Promise<void> {
  await tx
    .update(groups)
    .set({ name })
    .where(and(eq(groups.workspaceId, workspaceId), isNull(groups.parentId)))
}

export async function add(tx: Tx, row: typeof groupPeople.$inferInsert): Promise<void> {
  await tx.insert(groupPeople).values(row).onConflictDoNothing()
}

export async function take(tx: Tx, row: Omit<typeof groupPeople.$inferInsert, 'since'>): Promise<void> {
  await tx
    .delete(groupPeople)
    .where(
      and(
        eq(groupPeople.workspaceId, row.workspaceId),
        eq(groupPeople.groupId, row.groupId),
        eq(groupPeople.part, row.part),
        eq(groupPeople.personId, row.personId),
      ),
    )
}

/** False when something stands in it: the foreign keys know of all that does, also of what came a moment ago. */
export async function remove(tx: Tx, workspaceId: WorkspaceId, id: string): Promise<boolean> {
  try {
    await tx.transaction(async (attempt) => {
      await attempt
        .delete(groupPeople)
        .where(and(eq(groupPeople.workspaceId, workspaceId), eq(groupPeople.groupId, id)))
      await attempt.delete(groups).where(and(eq(groups.workspaceId, workspaceId), eq(groups.id, id)))
    })
    return true
  } catch (error) {
    if (error instanceof DrizzleQueryError && isStillNamed(error.cause)) return false
    throw error
  }
}

const isStillNamed = (cause: unknown) => cause instanceof Error && 'code' in cause && cause.code === '23503'
