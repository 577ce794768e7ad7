import { editionId, initiativeId, narrativeId, personId } from '@foreword/core/ids'
import {
  type Edition,
  type EditionSummary,
  editionFigure,
  type ListedEdition,
} from '@foreword/core/narratives/narrative'
import type { Byline } from '@foreword/core/people/person'
import { documentFromBytes } from '@foreword/document/canonical'
import { and, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import * as z from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { createRecent } from '../http/recent.ts'
import { type ForEach, type Sees, type SeesEach, visibleInitiative } from '../initiatives/visibility.ts'
import { people } from '../people/tables.ts'
import { missingIn } from '../typeset/glyphs.ts'
import { unpackLines, unpackOrigins } from './packed.ts'
import { bylines } from './store.ts'
import { editions } from './tables.ts'

type Reader = Database | Tx

// the large columns are read only by those who ask for them
const {
  canonical: _canonical,
  pdf: _pdf,
  lines: _lines,
  figures: _figures,
  origins: _origins,
  ...light
} = getTableColumns(editions)

const readable = (viewer: SeesEach, ...where: SQL[]) =>
  and(
    eq(editions.workspaceId, viewer.workspaceId),
    visibleInitiative(viewer, editions.initiativeId),
    ...where,
  )

type LightRow = Omit<typeof editions.$inferSelect, 'canonical' | 'pdf' | 'lines' | 'figures' | 'origins'>

function toSummary(row: LightRow, names: Map<string, Byline>): EditionSummary {
  const frozenBy = names.get(row.frozenBy)
  if (!frozenBy) throw new Error(`edition ${row.id} was frozen by nobody we know`)
  const authors = row.authors.flatMap((id) => names.get(id) ?? [])
  return {
    id: editionId.parse(row.id),
    narrativeId: narrativeId.parse(row.narrativeId),
    initiativeId: initiativeId.parse(row.initiativeId),
    number: row.number,
    name: row.name,
    hash: row.hash,
    title: row.title,
    frozenAt: row.frozenAt.toISOString(),
    frozenBy,
    authors: authors.toSorted((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)),
    extent: {
      corePages: row.corePages,
      pressReleasePages: row.pressReleasePages,
      pages: row.pages,
      lines: row.lineCount,
      words: row.words,
      readingMinutes: row.readingMinutes,
    },
  }
}

const namesIn = (db: Reader, viewer: Pick<Sees, 'workspaceId'>, rows: readonly LightRow[]) =>
  bylines(
    db,
    viewer,
    rows.flatMap((row) => [row.frozenBy, ...row.authors]),
  )

export async function insertEdition(tx: Tx, row: typeof editions.$inferInsert): Promise<void> {
  await tx.insert(editions).values(row)
}

/** What a row takes on disk, compressed as the database keeps it; nothing of it is read for that. */
const size = {
  pdf: sql<number>`pg_column_size(${editions.pdf})`,
  rest: sql<number>`pg_column_size(${editions.canonical}) + pg_column_size(${editions.lines})
    + pg_column_size(${editions.figures}) + pg_column_size(${editions.origins})`,
}

/** The newest first. */
export async function editionsOf(db: Reader, viewer: Sees, ofInitiative: string): Promise<ListedEdition[]> {
  const rows = await db
    .select({ ...light, size })
    .from(editions)
    .where(readable(viewer, eq(editions.initiativeId, ofInitiative)))
    .orderBy(desc(editions.frozenAt), desc(editions.number))
  const names = await namesIn(db, viewer, rows)
  return rows.map((row) => ({ ...toSummary(row, names), size: row.size }))
}

/** Null when there is no such edition, or it has that name already. The name alone ever changes in a row (N6). */
export async function nameEdition(tx: Tx, viewer: Sees, { id, name }: { id: string; name: string | null }) {
  const [row] = await tx
    .update(editions)
    .set({ name })
    .where(readable(viewer, eq(editions.id, id), sql`${editions.name} is distinct from ${name}`))
    .returning(light)
  return row ? toSummary(row, await namesIn(tx, viewer, [row])) : null
}

export async function summaryOf(db: Reader, viewer: Sees, id: string): Promise<EditionSummary | null> {
  const [row] = await db
    .select(light)
    .from(editions)
    .where(readable(viewer, eq(editions.id, id)))
  return row ? toSummary(row, await namesIn(db, viewer, [row])) : null
}

/** Number and hash of a narrative's newest edition. */
export async function latestOf(db: Reader, viewer: Sees, ofNarrative: string) {
  const [row] = await db
    .select({ number: editions.number, hash: editions.hash })
    .from(editions)
    .where(readable(viewer, eq(editions.narrativeId, ofNarrative)))
    .orderBy(desc(editions.number))
    .limit(1)
  return row ?? null
}

const figures = z.array(editionFigure)

type Frozen = Pick<Edition, 'document' | 'lines' | 'figures' | 'missingGlyphs'>
/** What never changes, decoded: a room opens one edition all at once. */
const recent = createRecent<Frozen>(8)

async function frozen(db: Reader, workspaceId: Sees['workspaceId'], id: string): Promise<Frozen> {
  const [row] = await db
    .select({ canonical: editions.canonical, lines: editions.lines, figures: editions.figures })
    .from(editions)
    .where(and(eq(editions.workspaceId, workspaceId), eq(editions.id, id)))
  if (!row) throw new Error(`edition ${id} is gone`)
  const read = documentFromBytes(row.canonical)
  if (!read.ok) throw new Error(`edition ${id} cannot be read: ${read.refusal}`)
  return {
    document: { ...read.value },
    lines: unpackLines(row.lines),
    figures: figures.parse(row.figures),
    missingGlyphs: missingIn(read.value),
  }
}

/** An edition to read, one for all of them who may: never derived again, only decoded from what was frozen. */
export const editionForEach: ForEach<Edition> = async (db, workspaceId, among, id) => {
  const rows = await db
    .select({ ...light, readerId: people.id })
    .from(editions)
    .innerJoin(
      people,
      and(eq(people.workspaceId, editions.workspaceId), sql`${people.id} = any(${sql.param(among)}::uuid[])`),
    )
    .where(readable({ workspaceId, id: sql`${people.id}` }, eq(editions.id, id)))
  const [row] = rows
  if (!row) return new Map()
  const edition = {
    ...toSummary(row, await namesIn(db, { workspaceId }, [row])),
    paper: row.paper,
    ...(recent.get(id) ?? recent.put(id, await frozen(db, workspaceId, id))),
  }
  return new Map(rows.map(({ readerId }) => [personId.parse(readerId), edition]))
}

export async function edition(db: Reader, viewer: Sees, id: string): Promise<Edition | null> {
  return (await editionForEach(db, viewer.workspaceId, [viewer.id], id)).get(viewer.id) ?? null
}

/** The text of an edition with its lines and the Yjs ids of its characters, to find passages by. */
export async function frozenText(db: Reader, viewer: Sees, id: string) {
  const [row] = await db
    .select({
      number: editions.number,
      canonical: editions.canonical,
      lines: editions.lines,
      origins: editions.origins,
    })
    .from(editions)
    .where(readable(viewer, eq(editions.id, id)))
  if (!row) return null
  const read = documentFromBytes(row.canonical)
  if (!read.ok) throw new Error(`edition ${id} cannot be read: ${read.refusal}`)
  return {
    number: row.number,
    document: read.value,
    lines: unpackLines(row.lines),
    origins: unpackOrigins(row.origins),
  }
}

type File = 'pdf' | 'canonical'

/** The bytes as they were stored, with what names the file. */
export async function fileOf(db: Reader, viewer: Sees, id: string, file: File) {
  const [row] = await db
    .select({
      bytes: editions[file],
      title: editions.title,
      number: editions.number,
      hash: editions.hash,
      initiativeId: editions.initiativeId,
    })
    .from(editions)
    .where(readable(viewer, eq(editions.id, id)))
  return row ? { ...row, initiativeId: initiativeId.parse(row.initiativeId) } : null
}
