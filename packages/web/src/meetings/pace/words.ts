import type { PagePace } from '@foreword/core/meetings/pace'
import { counted } from '../words.ts'

/**
 * | readers, median | |
 * |---|---|
 * | 5, 150 s | 2 min 30 s · 5 readers |
 * | 2, null | 2 readers, too few to say |
 */
export function paceWords({ readers, medianSeconds }: Pick<PagePace, 'readers' | 'medianSeconds'>): string {
  const who = counted(readers, 'reader')
  return medianSeconds === null ? `${who}, too few to say` : `${lasting(medianSeconds)} · ${who}`
}

/** One line above the pages; the middle of the pages that say something. */
export function paceSentence(pages: readonly PagePace[]): string {
  const timed = pages.flatMap(({ medianSeconds }) => (medianSeconds === null ? [] : [medianSeconds]))
  if (timed.length === 0) return 'Fewer than three read each page, so no time is kept.'
  const mean = timed.reduce((sum, seconds) => sum + seconds, 0) / timed.length
  return `A page took this room ${lasting(Math.round(mean))}, in the middle of its readers.`
}

export function lasting(seconds: number): string {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
  if (minutes === 0) return `${rest} s`
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`
}
