import type { Study } from '@foreword/core/evidence/study-contract'
import { studyId } from '@foreword/core/ids'
import { evidenceKinds } from '@foreword/core/initiatives/answers'
import { byline } from '@foreword/core/people/person'
import { and, asc, count, desc, eq, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { evidence } from '../initiatives/tables.ts'
import { type Sees, visibleInitiative } from '../initiatives/visibility.ts'
import { people } from '../people/tables.ts'
import { heldAs } from './interviews-store.ts'
import { studies, studyBeliefs, studyInterviews } from './tables.ts'

type Reader = Database | Tx
type Row = typeof studies.$inferSelect

const readable = (viewer: Sees, initiativeId: string) =>
  and(
    eq(studies.workspaceId, viewer.workspaceId),
    eq(studies.initiativeId, initiativeId),
    visibleInitiative(viewer, studies.initiativeId),
  )

/** Latest first. */
export async function list(
  db: Reader,
  viewer: Sees,
  { initiativeId, before, most }: { initiativeId: string; before?: number | undefined; most: number },
): Promise<Study[]> {
  const rows = await select(
    db,
    and(
      readable(viewer, initiativeId),
      isNull(studies.droppedAt),
      before === undefined ? undefined : lt(studies.seq, before),
    ),
    most,
  )
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const [held, planned, beliefs] = [
    await heldIn(db, viewer, ids),
    await plannedIn(db, viewer, ids),
    await beliefsIn(db, viewer, ids),
  ]
  return rows.map((row) => {
    const { id, seq, question, target, startsOn, windowDays, prospectsCount, script } = row
    return {
      ...{ id: studyId.parse(id), seq, question, target, startsOn, windowDays, prospectsCount, script },
      planned: planned.get(id) ?? 0,
      held: held.get(id) ?? [],
      beliefs: beliefs.get(id) ?? [],
    }
  })
}

/** Dropped ones too. */
export async function one(
  db: Reader,
  viewer: Sees,
  of: { initiativeId: string; studyId: string },
): Promise<Row | null> {
  const [found] = await select(db, and(readable(viewer, of.initiativeId), eq(studies.id, of.studyId)), 1)
  return found ?? null
}

const select = (db: Reader, where: SQL | undefined, most: number): Promise<Row[]> =>
  db.select().from(studies).where(where).orderBy(desc(studies.seq)).limit(most)

/** Those held, by day; whoever asks has been let through to the studies, here and below. */
async function heldIn(db: Reader, viewer: Sees, ids: string[]) {
  const of = (standing: string) =>
    sql<number>`count(*) filter (where ${studyInterviews.standing} = ${standing})`.mapWith(Number)
  const rows = await db
    .select({
      studyId: studyInterviews.studyId,
      day: studyInterviews.day,
      customers: of('customer'),
      prospects: of('prospect'),
    })
    .from(studyInterviews)
    .innerJoin(evidence, heldAs)
    .where(and(eq(studyInterviews.workspaceId, viewer.workspaceId), inArray(studyInterviews.studyId, ids)))
    .groupBy(studyInterviews.studyId, studyInterviews.day)
    .orderBy(asc(studyInterviews.day))
  const found = new Map<string, Study['held']>()
  for (const { studyId: id, ...day } of rows) found.set(id, [...(found.get(id) ?? []), day])
  return found
}

async function plannedIn(db: Reader, viewer: Sees, ids: string[]) {
  const rows = await db
    .select({ studyId: studyInterviews.studyId, count: count() })
    .from(studyInterviews)
    .where(
      and(
        eq(studyInterviews.workspaceId, viewer.workspaceId),
        inArray(studyInterviews.studyId, ids),
        isNull(studyInterviews.evidenceId),
        isNull(studyInterviews.droppedAt),
      ),
    )
    .groupBy(studyInterviews.studyId)
  return new Map(rows.map((row) => [row.studyId, row.count]))
}

async function beliefsIn(db: Reader, viewer: Sees, ids: string[]) {
  const rows = await db
    .select({ belief: studyBeliefs, by: { id: people.id, name: people.name } })
    .from(studyBeliefs)
    .innerJoin(people, and(eq(people.workspaceId, studyBeliefs.workspaceId), eq(people.id, studyBeliefs.by)))
    .where(and(eq(studyBeliefs.workspaceId, viewer.workspaceId), inArray(studyBeliefs.studyId, ids)))
    .orderBy(asc(studyBeliefs.week))
  const found = new Map<string, Study['beliefs']>()
  for (const { belief, by } of rows) {
    const said = { week: belief.week, text: belief.text, by: byline.parse(by), at: belief.at.toISOString() }
    found.set(belief.studyId, [...(found.get(belief.studyId) ?? []), said])
  }
  return found
}

/** The kinds of evidence that the idea has some of: a look for each, for there may be a hundred thousand pieces. */
export async function kinds(db: Reader, viewer: Sees, initiativeId: string) {
  const each = sql.join(
    evidenceKinds.map((kind) => sql`(${kind})`),
    sql`, `,
  )
  const { rows } = await db.execute<{ kind: (typeof evidenceKinds)[number] }>(sql`
    select of.kind from (values ${each}) as of (kind)
    where ${visibleInitiative(viewer, sql`${initiativeId}::uuid`)} and exists (
      select 1 from evidence piece where piece.workspace_id = ${viewer.workspaceId}
        and piece.initiative_id = ${initiativeId} and piece.kind = of.kind)`)
  return rows.map(({ kind }) => kind)
}

/** Whether it is new; one whose id is there already has this plan from now on. */
export async function save(tx: Tx, row: Omit<typeof studies.$inferInsert, 'seq'>): Promise<boolean> {
  const { workspaceId: _, id: __, initiativeId, ...plan } = row
  const made = await tx.insert(studies).values(row).onConflictDoNothing().returning({ id: studies.id })
  if (made.length > 0) return true
  await tx
    .update(studies)
    .set(plan)
    .where(
      and(
        eq(studies.workspaceId, row.workspaceId),
        eq(studies.initiativeId, initiativeId),
        eq(studies.id, row.id),
      ),
    )
  return false
}

/** Whether that changed anything. */
export async function drop(
  tx: Tx,
  viewer: Sees,
  of: { initiativeId: string; studyId: string; droppedAt: Date | null },
): Promise<boolean> {
  const made = await tx
    .update(studies)
    .set({ droppedAt: of.droppedAt })
    .where(
      and(
        readable(viewer, of.initiativeId),
        eq(studies.id, of.studyId),
        sql`(${studies.droppedAt} is null) <> ${of.droppedAt === null}`,
      ),
    )
    .returning({ id: studies.id })
  return made.length > 0
}

/** Whoever asks has been let through to the study. */
export async function believe(tx: Tx, row: typeof studyBeliefs.$inferInsert): Promise<void> {
  const { text, by, at } = row
  await tx
    .insert(studyBeliefs)
    .values(row)
    .onConflictDoUpdate({
      target: [studyBeliefs.workspaceId, studyBeliefs.studyId, studyBeliefs.week],
      set: { text, by, at },
    })
}

export async function unbelieve(tx: Tx, viewer: Sees, of: { studyId: string; week: number }): Promise<void> {
  await tx
    .delete(studyBeliefs)
    .where(
      and(
        eq(studyBeliefs.workspaceId, viewer.workspaceId),
        eq(studyBeliefs.studyId, of.studyId),
        eq(studyBeliefs.week, of.week),
      ),
    )
}
