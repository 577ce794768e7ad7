import { NARROWEST_FIGURE, WIDEST_FIGURE } from '../schema.ts'
import type { Reading } from './reading.ts'
import { elementsOf, type Xml } from './xml.ts'

/** Text between margins of an inch on a sheet of either size is about so wide: 6.5 inches. */
const COLUMN_EMU = 5_943_600

/** A picture of the package as a node; its address is the asset that its bytes are, '' when they are not in the file. */
export function pictureIn(node: Xml, reading: Reading) {
  const properties = allNamed(node, 'wp:docPr')[0]?.attrs
  const shape = allNamed(node, 'v:shape')[0]?.attrs
  const alt = properties?.descr || shape?.alt || null
  const title = properties?.title || null
  return {
    type: 'image',
    attrs: {
      src: sourceOf(node, reading),
      // a picture without a description has its title for one, as authors who know only one of the two mean it
      alt: alt ?? title,
      title: alt === null ? null : title,
      width: widthOf(allNamed(node, 'wp:extent')[0]?.attrs.cx),
    },
  }
}

export function hasPicture(node: Xml): boolean {
  return allNamed(node, 'a:blip').length > 0 || allNamed(node, 'v:imagedata').length > 0
}

/** The drawing, where there is one beside its bitmap. What is only linked to is not fetched. */
function sourceOf(node: Xml, { of, keepPicture }: Reading): string {
  const drawing = allNamed(node, 'asvg:svgBlip')[0]?.attrs['r:embed']
  const bitmap =
    allNamed(node, 'a:blip')[0]?.attrs['r:embed'] ?? allNamed(node, 'v:imagedata')[0]?.attrs['r:id']
  for (const id of [drawing, bitmap]) {
    const target = of.targets.get(id ?? '')
    const path = target && !target.isExternal ? `word/${target.target.replace(/^(?:\.\/|\/word\/)/, '')}` : ''
    const bytes = of.archive.get(path)
    if (bytes) return keepPicture(bytes)
  }
  return ''
}

/** Percent of the column; null for one that takes all of it, which is its own size or more. */
function widthOf(cx: string | undefined): number | null {
  const percent = Math.round((Number(cx) / COLUMN_EMU) * 100)
  return percent >= NARROWEST_FIGURE && percent < WIDEST_FIGURE - 3 ? percent : null
}

export function allNamed(node: Xml, name: string): Xml[] {
  return elementsOf(node).flatMap((child) => (child.name === name ? [child] : allNamed(child, name)))
}
