import type { Activity } from '@foreword/core/initiatives/activity'
import { byline } from '@foreword/core/people/person'
import { and, desc, eq, gte, lt, lte, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { people } from '../people/tables.ts'
import { activities, initiatives } from './tables.ts'
import { type Sees, visibleInitiative } from './visibility.ts'

type Reader = Database | Tx

/** Words typed within this time are one line of the timeline, not one for each save. */
const ONE_SITTING_MS = 30 * 60_000

type Line = typeof activities.$inferInsert

/** Adds a line, once however often its event is heard. */
export async function add(db: Reader, line: Line, options: { gathers: boolean }): Promise<void> {
  const gathered = options.gathers && (await gather(db, line))
  if (!gathered) await db.insert(activities).values(line).onConflictDoNothing()
  const { workspaceId, initiativeId, at } = line
  const touched = sql`greatest(${initiatives.updatedAt}, ${at.toISOString()}::timestamptz)`
  await db
    .update(initiatives)
    .set({ updatedAt: touched })
    .where(and(eq(initiatives.workspaceId, workspaceId), eq(initiatives.id, initiativeId)))
}

/** Moves forward the line that already says this of the same person in the same sitting; false when there is none. */
async function gather(db: Reader, line: Line): Promise<boolean> {
  const { workspaceId, initiativeId, actor, kind, says, at } = line
  const later = sql`greatest(${activities.at}, ${at.toISOString()}::timestamptz)`
  const moved = await db
    .update(activities)
    .set({ at: later })
    .where(
      and(
        eq(activities.workspaceId, workspaceId),
        eq(activities.initiativeId, initiativeId),
        actor ? eq(activities.actor, actor) : sql`false`,
        eq(activities.kind, kind),
        eq(activities.says, says),
        eq(activities.reason, line.reason),
        sql`${activities.aboutId} is not distinct from ${line.aboutId ?? null}::uuid`,
        gte(activities.at, new Date(at.getTime() - ONE_SITTING_MS)),
        lte(activities.at, new Date(at.getTime() + ONE_SITTING_MS)),
      ),
    )
    .returning({ id: activities.id })
  return moved.length > 0
}

/** The latest first. */
export async function list(
  db: Reader,
  viewer: Sees,
  of: { initiativeId: string; before?: string | undefined; most: number },
): Promise<Activity[]> {
  const rows = await db
    .select({ line: activities, actor: { id: people.id, name: people.name } })
    .from(activities)
    .leftJoin(people, and(eq(people.workspaceId, activities.workspaceId), eq(people.id, activities.actor)))
    .where(
      and(
        eq(activities.workspaceId, viewer.workspaceId),
        eq(activities.initiativeId, of.initiativeId),
        visibleInitiative(viewer, activities.initiativeId),
        of.before ? lt(activities.at, new Date(of.before)) : undefined,
      ),
    )
    .orderBy(desc(activities.at), desc(activities.id))
    .limit(of.most)
  return rows.map(({ line, actor }) => ({
    id: line.id,
    at: line.at.toISOString(),
    actor: actor && byline.parse(actor),
    kind: line.kind,
    says: line.says,
    reason: line.reason,
    about: line.aboutKind && line.aboutId ? { kind: line.aboutKind, id: line.aboutId } : null,
  }))
}
