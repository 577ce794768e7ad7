import { type DocumentJson, idOf, type NodeJson, partOf, textOf } from './json.ts'
import { hashOfAsset } from './links.ts'

const figureNames = ['image', 'diagram', 'sketch'] as const

/** What is looked at and not read: a picture, a Mermaid diagram, a sketch. */
export interface Figure {
  id: string
  type: (typeof figureNames)[number]
  part: string
  partId: string
  entryId: string | null
  /** Where what is shown is kept: `asset:…`, or for an imported picture its address. Null while there is nothing. */
  shown: string | null
  /** What stands beneath it; '' for nothing. */
  caption: string
  /** What a reader is told who cannot see it; '' when nobody has written that yet. */
  alt: string
  /** Percent of the column; null for its own size. */
  width: number | null
  /** Mermaid, for a diagram. */
  source: string
  path: number[]
}

/** Every figure in reading order. */
export function figures(document: DocumentJson): Figure[] {
  const found: Figure[] = []
  document.content.forEach((part, index) => {
    const place = { part: partOf(part), partId: idOf(part), entryId: null }
    collect(part, [index], place, found)
  })
  return found
}

type Place = Pick<Figure, 'part' | 'partId' | 'entryId'>

function collect(node: NodeJson, path: number[], place: Place, into: Figure[]): void {
  if (isFigure(node)) {
    into.push(figureOf(node, path, place))
    return
  }
  const inside = node.type === 'faqEntry' ? { ...place, entryId: idOf(node) } : place
  node.content?.forEach((child, index) => {
    collect(child, [...path, index], inside, into)
  })
}

export function isFigure(node: NodeJson): boolean {
  return figureNames.some((name) => name === node.type)
}

export function figureOf(node: NodeJson, path: number[], place: Place): Figure {
  const { src, drawing, title, alt, width } = node.attrs ?? {}
  const shown = node.type === 'image' ? src : drawing
  return {
    id: idOf(node),
    // isFigure names exactly these types
    type: node.type as Figure['type'],
    ...place,
    shown: typeof shown === 'string' && shown !== '' ? shown : null,
    caption: typeof title === 'string' ? title : '',
    alt: typeof alt === 'string' ? alt : '',
    width: typeof width === 'number' ? width : null,
    source: node.type === 'diagram' ? textOf(node) : '',
    path,
  }
}

/** SHA-256 of every asset that the document shows or, for a sketch, is drawn from. Each once, in order. */
export function assetsOf(document: DocumentJson): string[] {
  const hashes = new Set<string>()
  const visit = (node: NodeJson) => {
    for (const value of [node.attrs?.src, node.attrs?.drawing, node.attrs?.scene]) {
      const hash = hashOfAsset(value)
      if (hash !== null) hashes.add(hash)
    }
    node.content?.forEach(visit)
  }
  document.content.forEach(visit)
  return [...hashes]
}

/**
 * Tells one diagram's source from another, so that a drawing is known to be out of date. Not for secrets: a browser
 * without a secure context has no hash of its own, and 53 bits are enough here.
 */
export function fingerprint(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return ((low & 0x1fffff) * 2 ** 32 + (high >>> 0)).toString(36)
}
