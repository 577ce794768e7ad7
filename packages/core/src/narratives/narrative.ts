import * as z from 'zod'
import { editionId, initiativeId, narrativeId, restoreId } from '../ids.ts'
import { byline } from '../people/person.ts'
import { moment } from '../time.ts'
import { assetTypes } from './asset.ts'

/** What typesetting says of a text (N3–N5). Counts are of the typeset pages, never a guess from words. */
export const extent = z.object({
  /** Pages of the core, without the appendix. */
  corePages: z.int(),
  /** Pages the press release takes. */
  pressReleasePages: z.int(),
  /** Every page, appendix included. */
  pages: z.int(),
  lines: z.int(),
  words: z.int(),
  /** Core pages × the workspace's minutes for a page. */
  readingMinutes: z.number(),
})
export type Extent = z.infer<typeof extent>

/** Page and first line of each block of the draft as it stands: the numbers in the sheet's margin. */
export const draftLayout = extent.extend({
  blocks: z.array(z.object({ block: z.string(), page: z.int(), line: z.int(), lines: z.int() })),
  /** Characters the house faces cannot set; they are named, never silently set in another face. */
  missingGlyphs: z.array(z.string()),
})
export type DraftLayout = z.infer<typeof draftLayout>

export const narrative = z.object({
  id: narrativeId,
  initiativeId,
  kind: z.string(),
  /** The headline as it stands in the draft; '' while there is none. */
  title: z.string(),
  /** What it is a copy of (N8); `hidden` when that is not shared with whoever asks. */
  copyOf: z
    .discriminatedUnion('from', [
      z.object({ from: z.literal('guide') }),
      z.object({ from: z.literal('document'), narrativeId, title: z.string() }),
      z.object({ from: z.literal('hidden') }),
    ])
    .nullable(),
  /** Raised when the document schema changes; a browser that is behind gets no write access. */
  schemaVersion: z.int(),
  createdAt: moment,
  createdBy: byline,
  /** The number the next edition will have. */
  nextEdition: z.int(),
})
export type Narrative = z.infer<typeof narrative>

export const editionSummary = z.object({
  id: editionId,
  narrativeId,
  initiativeId,
  number: z.int(),
  name: z.string().nullable(),
  /** SHA-256 of the canonical bytes, 64 hexadecimal digits. */
  hash: z.string(),
  title: z.string(),
  frozenAt: moment,
  frozenBy: byline,
  /** Everybody who wrote in its draft until then, by name; whoever froze it when that was nobody. */
  authors: z.array(byline),
  extent,
})
export type EditionSummary = z.infer<typeof editionSummary>

/** An edition in a list, with the bytes its row takes on disk. */
export const listedEdition = editionSummary.extend({
  size: z.object({
    pdf: z.int(),
    /** The frozen words, the lines, the figures and what maps anchors back: all but the PDF. */
    rest: z.int(),
  }),
})
export type ListedEdition = z.infer<typeof listedEdition>

/** The draft as it stands, with open suggestions read as if accepted: to be compared. */
export const draftText = z.object({
  document: z.looseObject({ type: z.literal('doc') }),
  /** Who has it open now, each once. */
  here: z.array(byline),
})
export type DraftText = z.infer<typeof draftText>

/** An edition's text put back into the draft; what stood before is kept under `id`. */
export const restored = z.object({
  id: restoreId,
  narrativeId,
  number: z.int(),
  wordsAdded: z.int(),
  wordsRemoved: z.int(),
})
export type Restored = z.infer<typeof restored>

/** A restore that was done. What stood before it is kept, also when it can no longer be taken back in one act. */
export const restoreLine = z.object({
  id: restoreId,
  editionId,
  number: z.int(),
  restoredAt: moment,
  restoredBy: byline,
  undoneAt: moment.nullable(),
  /** Whether the draft says still what it said right after. */
  isAsRestored: z.boolean(),
  /** Of what stood in the draft before. */
  wordsBefore: z.int(),
})
export type RestoreLine = z.infer<typeof restoreLine>

/** One typeset line: what stands on it, and where that is in its block (UTF-16 offsets). */
export const editionLine = z.object({
  line: z.int(),
  page: z.int(),
  block: z.string(),
  from: z.int(),
  to: z.int(),
})
export type EditionLine = z.infer<typeof editionLine>

/**
 * Lines of an edition, one below the other, that differ from another one in the same way. `cut`: something that stood
 * right before the line is gone. No lines: it is a figure.
 */
export const changedLines = z.object({
  page: z.int(),
  line: z.int().nullable(),
  lastLine: z.int().nullable(),
  how: z.enum(['new', 'changed', 'moved', 'cut']),
})
export type ChangedLines = z.infer<typeof changedLines>

/** Where a figure stands, and the pixels of what it shows; without them it is a box with its words. */
export const editionFigure = z.object({
  block: z.string(),
  page: z.int(),
  /** Null when nothing is kept of it: it has not been drawn, or it is a picture from elsewhere. */
  shows: z.object({ mediaType: z.enum(assetTypes), width: z.int(), height: z.int() }).nullable(),
})
export type EditionFigure = z.infer<typeof editionFigure>

/** An edition to read: its document (ProseMirror JSON in the schema of `@foreword/document`) and its lines. */
export const edition = editionSummary.extend({
  document: z.looseObject({ type: z.literal('doc') }),
  paper: z.enum(['letter', 'a4']),
  lines: z.array(editionLine),
  figures: z.array(editionFigure),
  /** Characters the house faces cannot set: in the PDF each is an empty box. */
  missingGlyphs: z.array(z.string()),
})
export type Edition = z.infer<typeof edition>

/** A draft as it stands, set like an edition; nothing of it is kept. */
export const draftPages = edition
  .pick({ narrativeId: true, title: true, document: true, paper: true, lines: true, figures: true })
  .extend({ pages: z.int(), readingMinutes: z.number() })
export type DraftPages = z.infer<typeof draftPages>
