import {
  type CompanyKind,
  type KindTemplate,
  kindTemplate,
  type NarrativeKind,
} from '@foreword/core/narratives/kind'
import { defaultKinds } from '@foreword/core/narratives/kinds'
import { hasExample } from '@foreword/document/guides/kinds'
import { and, asc, count, eq } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import type { Sees } from '../initiatives/visibility.ts'
import { narrativeKinds, narratives } from './tables.ts'

type Reader = Database | Tx
type Within = Pick<Sees, 'workspaceId'>
type Row = typeof narrativeKinds.$inferSelect

const shipped = new Map(defaultKinds.map((kind) => [kind.id, kind]))

export const shippedKind = (id: string): NarrativeKind | undefined => shipped.get(id)

function toKind(row: Row): CompanyKind {
  return {
    id: row.id,
    // checked on the way in, and checked again: a hand in the database must not reach a browser as a template
    ...kindTemplate.parse(row.template),
    origin: shipped.has(row.id) ? 'edited' : 'added',
    version: row.version,
    copyOf: row.copyOf,
    hasExample: hasExample(row.id),
  }
}

function asShipped(kind: NarrativeKind): CompanyKind {
  return { ...kind, origin: 'default', version: 0, copyOf: null, hasExample: hasExample(kind.id) }
}

/** What ships, with the company's changes over it, then the kinds it made, the oldest first. */
export async function kindsOf(db: Reader, { workspaceId }: Within): Promise<CompanyKind[]> {
  const rows = await db
    .select()
    .from(narrativeKinds)
    .where(eq(narrativeKinds.workspaceId, workspaceId))
    .orderBy(asc(narrativeKinds.createdAt), asc(narrativeKinds.id))
  const changed = new Map(rows.map((row) => [row.id, row]))
  const own = rows.filter((row) => !shipped.has(row.id))
  return [
    ...defaultKinds.map((kind) => {
      const row = changed.get(kind.id)
      return row ? toKind(row) : asShipped(kind)
    }),
    ...own.map(toKind),
  ]
}

const ofId = ({ workspaceId }: Within, id: string) =>
  and(eq(narrativeKinds.workspaceId, workspaceId), eq(narrativeKinds.id, id))

export async function kindOf(db: Reader, within: Within, id: string): Promise<CompanyKind | null> {
  const [row] = await db.select().from(narrativeKinds).where(ofId(within, id))
  return whole(row, id)
}

/** Held until the transaction ends: it cannot be removed while a document of it is begun. */
export async function kindToUse(tx: Tx, within: Within, id: string): Promise<CompanyKind | null> {
  const [row] = await tx.select().from(narrativeKinds).where(ofId(within, id)).for('key share')
  return whole(row, id)
}

/** Held until the transaction ends, for whoever changes or removes it. */
export async function lockKind(tx: Tx, within: Within, id: string): Promise<CompanyKind | null> {
  const [row] = await tx.select().from(narrativeKinds).where(ofId(within, id)).for('update')
  return whole(row, id)
}

function whole(row: Row | undefined, id: string): CompanyKind | null {
  if (row) return toKind(row)
  const kind = shipped.get(id)
  return kind ? asShipped(kind) : null
}

/** False when there is one of this id already: two people changed the same default at once. */
export async function insertKind(tx: Tx, row: typeof narrativeKinds.$inferInsert): Promise<boolean> {
  const made = await tx
    .insert(narrativeKinds)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: narrativeKinds.id })
  return made.length > 0
}

export async function updateKind(
  tx: Tx,
  within: Within,
  id: string,
  change: { template: KindTemplate; version: number; updatedBy: string; updatedAt: Date },
): Promise<void> {
  await tx.update(narrativeKinds).set(change).where(ofId(within, id))
}

export async function deleteKind(tx: Tx, within: Within, id: string): Promise<void> {
  await tx.delete(narrativeKinds).where(ofId(within, id))
}

/** Documents of a kind, those too that whoever asks may not see: only the act of removing asks it. */
export async function documentsOf(tx: Tx, { workspaceId }: Within, id: string): Promise<number> {
  const [row] = await tx
    .select({ documents: count() })
    .from(narratives)
    .where(and(eq(narratives.workspaceId, workspaceId), eq(narratives.kind, id)))
  return row?.documents ?? 0
}

/** For the product itself, which lays out every draft: the kind of a narrative, null when nobody knows it any more. */
export async function kindOfNarrative(db: Reader, narrativeId: string): Promise<CompanyKind | null> {
  const [row] = await db
    .select({ workspaceId: narratives.workspaceId, kind: narratives.kind, changed: narrativeKinds })
    .from(narratives)
    .leftJoin(
      narrativeKinds,
      and(eq(narrativeKinds.workspaceId, narratives.workspaceId), eq(narrativeKinds.id, narratives.kind)),
    )
    .where(eq(narratives.id, narrativeId))
  return row ? whole(row.changed ?? undefined, row.kind) : null
}
