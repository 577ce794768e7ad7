import type { EditionLine } from '@foreword/core/narratives/narrative'
import { type Searched, searchedFrom } from '@foreword/document/ladder'
import type { Database, Tx } from '../db/database.ts'
import { createRecent } from '../http/recent.ts'
import type { Sees } from '../initiatives/visibility.ts'
import * as editionsStore from '../narratives/editions-store.ts'

/** An edition to look for passages in. It never changes, so neither does this. */
export interface Sheet extends Searched {
  number: number
  texts: Map<string, string>
  lines: Map<string, EditionLine[]>
}

const recent = createRecent<Sheet>(32)

/** Null when there is no such edition for this viewer. Whoever calls has seen to the right to read it. */
export async function sheetOf(db: Database | Tx, viewer: Sees, editionId: string): Promise<Sheet | null> {
  const held = recent.get(editionId)
  if (held) return held
  const frozen = await editionsStore.frozenText(db, viewer, editionId)
  if (!frozen) return null
  const text = searchedFrom(frozen.document, frozen.origins)
  return recent.put(editionId, {
    ...text,
    number: frozen.number,
    texts: new Map(text.blocks.map((block) => [block.id, block.text])),
    lines: Map.groupBy(frozen.lines, (line) => line.block),
  })
}

/** The lines of an edition that a stretch of it stands on, in order. */
export function linesAt(sheet: Sheet, { blockId, from, to }: { blockId: string; from: number; to: number }) {
  return (sheet.lines.get(blockId) ?? []).filter((line) => line.from < to && line.to > from)
}
