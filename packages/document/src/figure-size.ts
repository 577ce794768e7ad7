/** The width of a column of text in points, and the most of its height that a figure takes: a caption fits beneath. */
const columns = {
  letter: { width: 468, tallest: 560 },
  a4: { width: 451.28, tallest: 610 },
} as const

/** In points. */
export const widthOfColumn = (paper: keyof typeof columns) => columns[paper].width

/** Printers know points, screens know pixels: 96 of these are 72 of those. */
const POINTS_IN_A_PIXEL = 0.75

/**
 * How much of its column a figure takes, in percent: what its author said, or its own size, but never more than the
 * column or most of a page. The typesetter and the browser both ask here, so that a page is as long on either.
 */
export function figurePercent(
  shows: { width: number; height: number },
  chosen: number | null,
  paper: keyof typeof columns,
): number {
  const { width, tallest } = columns[paper]
  const own = ((shows.width * POINTS_IN_A_PIXEL) / width) * 100
  const mostForHeight = ((tallest * shows.width) / Math.max(1, shows.height) / width) * 100
  const percent = Math.min(chosen ?? own, mostForHeight, 100)
  return Math.max(1, Math.round(percent * 100) / 100)
}
