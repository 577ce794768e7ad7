import type { ChangedLines } from '@foreword/core/narratives/narrative'
import { spokenLines } from '@foreword/core/narratives/spoken-lines'

/** So many places of a page are named one by one; of more it is said how many there are. */
const MOST_NAMED = 4

/**
 * One place that differs, as part of a sentence.
 *
 * | how | lines | |
 * |---|---|---|
 * | new | 31–33 | lines 31–33 are new |
 * | changed | 8 | line 8 changed |
 * | moved | 4–5 | lines 4–5 stood elsewhere |
 * | cut | 12 | something is gone before line 12 |
 * | changed | none | a figure changed |
 */
export function changeWords({ line, lastLine, how }: ChangedLines): string {
  if (line === null || lastLine === null)
    return {
      new: 'a figure is new',
      changed: 'a figure changed',
      moved: 'a figure stood elsewhere',
      cut: '',
    }[how]
  if (how === 'cut') return `something is gone before line ${line}`
  const which = spokenLines({ line, lastLine })
  if (how === 'new') return `${which} ${line === lastLine ? 'is' : 'are'} new`
  return how === 'moved' ? `${which} stood elsewhere` : `${which} changed`
}

export interface ChangedPage {
  page: number
  /** Where to go to look; null when it is only a figure. */
  line: number | null
  says: string
}

/** R17: the pages that changed, in words. */
export function changedPages(changes: readonly ChangedLines[]): ChangedPage[] {
  return [...Map.groupBy(changes, ({ page }) => page)].map(([page, places]) => {
    const lines = places.flatMap(({ line, lastLine }) => [line ?? [], lastLine ?? []].flat())
    const says =
      places.length <= MOST_NAMED
        ? places.map(changeWords).join('; ')
        : `${places.length} places changed, from line ${Math.min(...lines)} to line ${Math.max(...lines)}`
    return { page, line: lines[0] ?? null, says }
  })
}
