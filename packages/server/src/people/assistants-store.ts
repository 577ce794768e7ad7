import type { PersonId } from '@foreword/core/ids'
import type { Assistance } from '@foreword/core/people/contract'
import { byline, type Person } from '@foreword/core/people/person'
import { and, asc, eq, type SQL } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import type { Viewer } from '../http/call.ts'
import { person } from './store.ts'
import { assistants, people } from './tables.ts'

type Sees = Pick<Viewer, 'id' | 'workspaceId'>
type Pair = { principalId: PersonId; assistantId: PersonId }

const pair = ({ workspaceId }: Sees, { principalId, assistantId }: Pair) =>
  and(
    eq(assistants.workspaceId, workspaceId),
    eq(assistants.principalId, principalId),
    eq(assistants.assistantId, assistantId),
  )

/** Of the viewer's own, both ways; whoever has left is in neither. */
export async function assistance(tx: Tx, { id, workspaceId }: Sees): Promise<Assistance> {
  const { principalId, assistantId } = assistants
  const named = async (other: typeof principalId | typeof assistantId, where: SQL) => {
    const rows = await tx
      .select({ id: people.id, name: people.name })
      .from(assistants)
      .innerJoin(people, and(eq(people.workspaceId, assistants.workspaceId), eq(people.id, other)))
      .where(and(eq(assistants.workspaceId, workspaceId), eq(people.active, true), where))
      .orderBy(asc(people.name), asc(people.id))
    return rows.map((row) => byline.parse(row))
  }
  return {
    assistants: await named(assistantId, eq(principalId, id)),
    principals: await named(principalId, eq(assistantId, id)),
  }
}

export async function name(tx: Tx, viewer: Sees, who: Pair, now: Date): Promise<void> {
  const { workspaceId } = viewer
  await tx
    .insert(assistants)
    .values({ workspaceId, ...who, since: now })
    .onConflictDoNothing()
}

export async function end(tx: Tx, viewer: Sees, who: Pair): Promise<void> {
  await tx.delete(assistants).where(pair(viewer, who))
}

/**
 * Whoever named the viewer, if they did and are still here. Held until the transaction ends: what ends it waits, and
 * after it nothing more is done in their name.
 */
export async function principalOf(tx: Tx, viewer: Sees, principalId: PersonId): Promise<Person | null> {
  const [row] = await tx
    .select({ since: assistants.since })
    .from(assistants)
    .where(pair(viewer, { principalId, assistantId: viewer.id }))
    .for('share')
  const principal = row ? await person(tx, viewer.workspaceId, principalId) : null
  return principal?.active ? principal : null
}
