import type { EditionId } from '@foreword/core/ids'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { EditionAnchor, Selection } from '@foreword/core/reviews/anchor'
import { passageOnLines } from '@foreword/core/reviews/line'
import type { Database, Tx } from '../db/database.ts'
import type { Sees } from '../initiatives/visibility.ts'
import { linesAt, sheetOf } from './sheets.ts'

/**
 * The passage that somebody selected in an edition, with its page and lines, widened to whole characters as people see
 * them. Refused when the words are not there: an anchor never points at other words than were selected (F2). Whoever
 * calls has seen to the right to read the edition.
 *
 * | selected | |
 * |---|---|
 * | 0–5 of "Grüße", quote "Grüße" | accepted |
 * | half of an emoji | the whole emoji |
 * | a block that the edition does not have, or past its end | refused |
 * | right offsets, other quote | refused |
 */
export async function anchorIn(
  db: Database | Tx,
  viewer: Sees,
  editionId: EditionId,
  { blockId, from, to, quote }: Selection,
): Promise<Result<EditionAnchor, 'no-such-passage'>> {
  const sheet = await sheetOf(db, viewer, editionId)
  const text = sheet?.texts.get(blockId)
  if (!sheet || text === undefined || to > text.length) return refuse('no-such-passage')
  if (!sameWords(text.slice(from, to), quote)) return refuse('no-such-passage')
  const whole = wholeCharacters(text, from, to)
  const on = linesAt(sheet, { blockId, ...whole })
  const [first] = on
  if (!first) return refuse('no-such-passage')
  return ok({
    on: 'edition',
    editionId,
    blockId,
    ...whole,
    quote: text.slice(whole.from, whole.to),
    page: first.page,
    line: first.line,
    lastLine: on.at(-1)?.line ?? first.line,
  })
}

/** The passages of an edition by the numbers of their lines. Whoever calls has seen to the right to read the edition. */
export async function linesOf(db: Database | Tx, viewer: Sees, editionId: EditionId) {
  const sheet = await sheetOf(db, viewer, editionId)
  const lines = [...(sheet?.lines.values() ?? [])].flat()
  const edition = { id: editionId, lines, textOf: (id: string) => sheet?.texts.get(id) }
  return (line: number, lastLine: number) => passageOnLines(edition, line, lastLine)
}

// a browser may copy a line break as a space, or as nothing
const sameWords = (a: string, b: string) => a.replace(/\s+/g, '') === b.replace(/\s+/g, '')

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

function wholeCharacters(text: string, from: number, to: number): { from: number; to: number } {
  const segments = graphemes.segment(text)
  const last = segments.containing(to - 1)
  return {
    from: segments.containing(from)?.index ?? from,
    to: last ? last.index + last.segment.length : to,
  }
}
