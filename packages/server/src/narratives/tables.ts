import { assetTypes } from '@foreword/core/narratives/asset'
import type { CompanyKind, KindTemplate } from '@foreword/core/narratives/kind'
import type { Passage } from '@foreword/document/ladder'
import { sql } from 'drizzle-orm'
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytes, createdAt, instant, workspaceId } from '../db/columns.ts'
import { workspaces } from '../db/tables.ts'
import { assumptions } from '../evidence/tables.ts'
import { initiatives } from '../initiatives/tables.ts'
import { document } from '../live/tables.ts'
import { people } from '../people/tables.ts'

/** A narrative; its living draft is the document of the same id. */
export const narratives = pgTable(
  'narrative',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    kind: text().notNull(),
    /** The headline of the draft, followed as it is written: lists read it here. */
    title: text().notNull(),
    /** `guide`, or the id of the narrative it is a copy of (N8). */
    duplicatedFrom: text('duplicated_from'),
    createdBy: uuid('created_by').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    unique('narrative_of_initiative').on(t.workspaceId, t.initiativeId, t.id),
    foreignKey({ columns: [t.workspaceId, t.id], foreignColumns: [document.workspaceId, document.id] }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId],
      foreignColumns: [initiatives.workspaceId, initiatives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.createdBy], foreignColumns: [people.workspaceId, people.id] }),
  ],
)

/**
 * A kind that the company changed or made (N1); what ships and was never changed has no row. The id is written in
 * documents and never changes.
 */
export const narrativeKinds = pgTable(
  'narrative_kind',
  {
    workspaceId: workspaceId(),
    id: text().notNull(),
    /** `KindTemplate` of core. */
    template: jsonb().$type<KindTemplate>().notNull(),
    /** Raised by every change, so that nobody overwrites what they have not seen. */
    version: integer().notNull(),
    copyOf: jsonb('copy_of').$type<CompanyKind['copyOf']>(),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull(),
    updatedBy: uuid('updated_by').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.updatedBy], foreignColumns: [people.workspaceId, people.id] }),
  ],
)

/** A picture, drawing or scene, named by the SHA-256 of its bytes and so kept once for the company. */
export const assets = pgTable(
  'asset',
  {
    workspaceId: workspaceId(),
    sha256: text().notNull(),
    mediaType: text('media_type', { enum: assetTypes }).notNull(),
    width: integer().notNull(),
    height: integer().notNull(),
    byteLength: integer('byte_length').notNull(),
    /** Null when the bytes lie in an object store (ASSETS_URL). */
    bytes: bytes('bytes'),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.sha256] })],
)

/** Which narrative shows which asset: whoever may read the narrative may read it. Copied with the narrative. */
export const narrativeAssets = pgTable(
  'narrative_asset',
  {
    workspaceId: workspaceId(),
    narrativeId: uuid('narrative_id').notNull(),
    sha256: text().notNull(),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.narrativeId, t.sha256] }),
    foreignKey({
      columns: [t.workspaceId, t.narrativeId],
      foreignColumns: [narratives.workspaceId, narratives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.sha256], foreignColumns: [assets.workspaceId, assets.sha256] }),
    foreignKey({ columns: [t.workspaceId, t.addedBy], foreignColumns: [people.workspaceId, people.id] }),
    index('narratives_of_asset').on(t.workspaceId, t.sha256),
  ],
)

/** *Not here* (N9): what somebody who writes in a draft said of a finding, for everybody who does. */
export const dismissedFindings = pgTable(
  'dismissed_finding',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    narrativeId: uuid('narrative_id').notNull(),
    rule: text().notNull(),
    /** What the finding is about when that is no passage: an abbreviation, a part. Null where `passage` says it. */
    about: text(),
    /** The passage, by all that the ladder finds it again by. */
    passage: jsonb().$type<Passage>(),
    by: uuid().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.narrativeId],
      foreignColumns: [narratives.workspaceId, narratives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.by], foreignColumns: [people.workspaceId, people.id] }),
    index('dismissed_finding_of_narrative').on(t.workspaceId, t.narrativeId),
    check('dismissed_finding_is_of_something', sql`(${t.about} is null) <> (${t.passage} is null)`),
  ],
)

/** A passage of a draft that rests on an assumption (W8): where it stood when that was said. */
export const restingPassages = pgTable(
  'resting_passage',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    narrativeId: uuid('narrative_id').notNull(),
    assumptionId: uuid('assumption_id').notNull(),
    passage: jsonb().$type<Passage>().notNull(),
    addedBy: uuid('added_by').notNull(),
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.narrativeId],
      foreignColumns: [narratives.workspaceId, narratives.initiativeId, narratives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.assumptionId],
      foreignColumns: [assumptions.workspaceId, assumptions.initiativeId, assumptions.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.addedBy], foreignColumns: [people.workspaceId, people.id] }),
    index('resting_passage_of_narrative').on(t.workspaceId, t.narrativeId),
  ],
)

/** A frozen copy. A row is written once and never changed, but for the name somebody gives it later (N6). */
export const editions = pgTable(
  'edition',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    narrativeId: uuid('narrative_id').notNull(),
    number: integer().notNull(),
    name: text(),
    title: text().notNull(),
    /** SHA-256 of `canonical`, in hexadecimal. */
    hash: text().notNull(),
    /** Exactly the bytes that were hashed; never derived again from anything. */
    canonical: bytes('canonical').notNull(),
    pdf: bytes('pdf').notNull(),
    paper: text({ enum: ['letter', 'a4'] }).notNull(),
    /** The typeset lines: `EditionLine[]` of core, packed (`packed.ts`). */
    lines: bytes('lines').notNull(),
    /** Where each figure stands and what it shows: `EditionFigure[]` of core. */
    figures: jsonb().notNull(),
    /** Block id → runs of Yjs ids (`TextOrigin` of the document package), by which an anchor finds the draft again; packed. */
    origins: bytes('origins').notNull(),
    frozenBy: uuid('frozen_by').notNull(),
    frozenAt: instant('frozen_at').notNull(),
    authors: uuid().array().notNull(),
    corePages: integer('core_pages').notNull(),
    pressReleasePages: integer('press_release_pages').notNull(),
    pages: integer().notNull(),
    lineCount: integer('line_count').notNull(),
    words: integer().notNull(),
    readingMinutes: doublePrecision('reading_minutes').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    unique('edition_number').on(t.workspaceId, t.narrativeId, t.number),
    unique('edition_of_initiative').on(t.workspaceId, t.initiativeId, t.id),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.narrativeId],
      foreignColumns: [narratives.workspaceId, narratives.initiativeId, narratives.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.frozenBy], foreignColumns: [people.workspaceId, people.id] }),
    index('edition_of_narrative').on(t.workspaceId, t.initiativeId, t.frozenAt),
  ],
)

/** How many readers took how long for a page, in steps, over all closed meetings of a company; no meeting is named. */
export const companyPace = pgTable(
  'company_pace',
  {
    workspaceId: workspaceId(),
    secondsPerPage: integer('seconds_per_page').notNull(),
    readers: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.secondsPerPage] }),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }),
  ],
)

/** An edition put back into the draft (N6), with what stood there before: it can be gone back to, or taken from. */
export const draftRestores = pgTable(
  'draft_restore',
  {
    workspaceId: workspaceId(),
    id: uuid().notNull(),
    initiativeId: uuid('initiative_id').notNull(),
    narrativeId: uuid('narrative_id').notNull(),
    editionId: uuid('edition_id').notNull(),
    /** Canonical bytes of the draft before; written before the draft is touched. */
    before: bytes('before').notNull(),
    /** SHA-256 of the draft's canonical bytes right after: null while it has not been done. */
    after: text(),
    restoredBy: uuid('restored_by').notNull(),
    restoredAt: instant('restored_at').notNull(),
    undoneAt: instant('undone_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.narrativeId],
      foreignColumns: [narratives.workspaceId, narratives.initiativeId, narratives.id],
    }),
    foreignKey({
      columns: [t.workspaceId, t.initiativeId, t.editionId],
      foreignColumns: [editions.workspaceId, editions.initiativeId, editions.id],
    }),
    foreignKey({ columns: [t.workspaceId, t.restoredBy], foreignColumns: [people.workspaceId, people.id] }),
    index('draft_restore_of_narrative').on(t.workspaceId, t.narrativeId, t.restoredAt),
  ],
)
