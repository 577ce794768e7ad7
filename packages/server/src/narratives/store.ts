import { initiativeId as toInitiativeId, narrativeId as toNarrativeId } from '@foreword/core/ids'
import type { Narrative } from '@foreword/core/narratives/narrative'
import type { Right } from '@foreword/core/people/permissions'
import { type Byline, byline } from '@foreword/core/people/person'
import { and, asc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database, Tx } from '../db/database.ts'
import { initiatives } from '../initiatives/tables.ts'
import {
  type ForEach,
  rightsFor,
  rightsOfEach,
  type Sees,
  visibleInitiative,
} from '../initiatives/visibility.ts'
import { document } from '../live/tables.ts'
import { people } from '../people/tables.ts'
import { editions, narratives } from './tables.ts'

type Reader = Database | Tx
const originals = alias(narratives, 'original')

/** Every reading query starts from this: the narrative, its draft's schema, who began it, its last edition. */
function visible(db: Reader, viewer: Sees, ...where: SQL[]) {
  return (
    db
      .select({
        narrative: narratives,
        schemaVersion: document.schemaVersion,
        createdBy: { id: people.id, name: people.name },
        // written out: inside a subquery the builder leaves the tables' names away
        lastEdition: sql<number>`(select coalesce(max(e.number), 0) from edition e
        where e.workspace_id = narrative.workspace_id and e.narrative_id = narrative.id)`,
        original: { id: originals.id, title: originals.title },
      })
      .from(narratives)
      .innerJoin(
        document,
        and(eq(document.workspaceId, narratives.workspaceId), eq(document.id, narratives.id)),
      )
      .innerJoin(
        people,
        and(eq(people.workspaceId, narratives.workspaceId), eq(people.id, narratives.createdBy)),
      )
      // what it is a copy of, as far as that is shared with whoever asks
      .leftJoin(
        originals,
        and(
          eq(originals.workspaceId, narratives.workspaceId),
          sql`${originals.id}::text = ${narratives.duplicatedFrom}`,
          visibleInitiative(viewer, originals.initiativeId),
        ),
      )
      .where(
        and(
          eq(narratives.workspaceId, viewer.workspaceId),
          visibleInitiative(viewer, narratives.initiativeId),
          ...where,
        ),
      )
      .$dynamic()
  )
}
type Row = Awaited<ReturnType<typeof visible>>[number]

function toNarrative({ narrative, schemaVersion, createdBy, lastEdition, original }: Row): Narrative {
  return {
    id: toNarrativeId.parse(narrative.id),
    initiativeId: toInitiativeId.parse(narrative.initiativeId),
    kind: narrative.kind,
    title: narrative.title,
    copyOf: lineage(narrative.duplicatedFrom, original),
    schemaVersion,
    createdAt: narrative.createdAt.toISOString(),
    createdBy: byline.parse(createdBy),
    nextEdition: lastEdition + 1,
  }
}

function lineage(from: string | null, original: { id: string; title: string } | null): Narrative['copyOf'] {
  if (from === null) return null
  if (from === 'guide') return { from: 'guide' }
  return original
    ? { from: 'document', narrativeId: toNarrativeId.parse(original.id), title: original.title }
    : { from: 'hidden' }
}

/** Whether the whole company sees an idea; null when the viewer does not. */
export async function visibilityOf(db: Reader, viewer: Sees, initiativeId: string) {
  const [row] = await db
    .select({ visibility: initiatives.visibility })
    .from(initiatives)
    .where(
      and(
        eq(initiatives.workspaceId, viewer.workspaceId),
        eq(initiatives.id, initiativeId),
        visibleInitiative(viewer, initiatives.id),
      ),
    )
  return row?.visibility ?? null
}

export async function insert(tx: Tx, row: typeof narratives.$inferInsert): Promise<void> {
  await tx.insert(narratives).values(row)
}

/** The oldest first. */
export async function list(db: Reader, viewer: Sees, initiativeId: string): Promise<Narrative[]> {
  const rows = await visible(db, viewer, eq(narratives.initiativeId, initiativeId)).orderBy(
    asc(narratives.createdAt),
    asc(narratives.id),
  )
  return rows.map(toNarrative)
}

/** Drafts nobody has frozen yet, of ideas the viewer owns that are being written; the longest waiting first. */
export async function unfrozen(db: Reader, viewer: Sees): Promise<Narrative[]> {
  const rows = await visible(
    db,
    viewer,
    sql`not exists (select 1 from edition e where e.workspace_id = narrative.workspace_id
      and e.narrative_id = narrative.id)`,
    sql`exists (select 1 from initiative i where i.workspace_id = narrative.workspace_id
      and i.id = narrative.initiative_id and i.owner_id = ${viewer.id}
      and i.stage in ('drafting', 'feedback', 'revise'))`,
  ).orderBy(asc(narratives.createdAt), asc(narratives.id))
  return rows.map(toNarrative)
}

export async function one(db: Reader, viewer: Sees, id: string): Promise<Narrative | null> {
  const [row] = await visible(db, viewer, eq(narratives.id, id))
  return row ? toNarrative(row) : null
}

/**
 * Held until the transaction ends, so that editions are numbered one after the other. `nextEdition` may be stale: it
 * was read before the lock was there to be had.
 */
export async function lock(tx: Tx, viewer: Sees, id: string): Promise<Narrative | null> {
  const [row] = await visible(tx, viewer, eq(narratives.id, id)).for('update', { of: narratives })
  return row ? toNarrative(row) : null
}

/** The right a person has on a narrative is the one on its initiative. */
export const rightOnNarrative = (db: Reader, viewer: Sees, id: string): Promise<Right | null> =>
  rightsFor(
    db,
    viewer,
    db
      .select({ initiativeId: narratives.initiativeId })
      .from(narratives)
      .where(and(eq(narratives.workspaceId, viewer.workspaceId), eq(narratives.id, id))),
  )

export const rightsOnEdition: ForEach<Right> = (db, workspaceId, among, id) =>
  rightsOfEach(
    db,
    workspaceId,
    among,
    db
      .select({ initiativeId: editions.initiativeId })
      .from(editions)
      .where(and(eq(editions.workspaceId, workspaceId), eq(editions.id, id))),
  )

/** For the product itself. */
export async function idsOf(
  db: Reader,
  of: { workspaceId: string; initiativeId: string },
): Promise<string[]> {
  const rows = await db
    .select({ id: narratives.id })
    .from(narratives)
    .where(and(eq(narratives.workspaceId, of.workspaceId), eq(narratives.initiativeId, of.initiativeId)))
  return rows.map(({ id }) => id)
}

/** For the product itself, which follows every draft. */
export async function followTitle(db: Reader, id: string, title: string): Promise<void> {
  await db
    .update(narratives)
    .set({ title })
    .where(and(eq(narratives.id, id), ne(narratives.title, title)))
}

/** Names by id. Whoever left the company keeps their name on what they wrote (A4). */
export async function bylines(
  db: Reader,
  viewer: Pick<Sees, 'workspaceId'>,
  ids: readonly string[],
): Promise<Map<string, Byline>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.workspaceId, viewer.workspaceId), inArray(people.id, wanted)))
  return new Map(rows.map((row) => [row.id, byline.parse(row)]))
}
