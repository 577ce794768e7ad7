import type { Node, ResolvedPos } from 'prosemirror-model'
import type { EditorState } from 'prosemirror-state'

/** One part of the document and where it stands. `start` is just inside it, `end` just before its close. */
export interface PlacedPart {
  node: Node
  index: number
  position: number
  start: number
  end: number
}

export function partsOf(document: Node): PlacedPart[] {
  const parts: PlacedPart[] = []
  document.forEach((node, position, index) => {
    parts.push({ node, index, position, start: position + 1, end: position + node.nodeSize - 1 })
  })
  return parts
}

/** The part a position is in; undefined between parts. */
export function partAt($position: ResolvedPos): PlacedPart | undefined {
  if ($position.depth === 0) return undefined
  const node = $position.node(1)
  const position = $position.before(1)
  return {
    node,
    index: $position.index(0),
    position,
    start: position + 1,
    end: position + node.nodeSize - 1,
  }
}

/** True when a selection reaches from one part into another. */
export function spansParts({ selection: { $from, $to } }: EditorState): boolean {
  return $from.depth === 0 || $to.depth === 0 || $from.index(0) !== $to.index(0)
}

export function partName(node: Node): string {
  return String(node.attrs.part)
}

/** Whether questions stand in it, or could: a template may call its FAQ as it likes. */
export function isFaq(part: Node): boolean {
  return partName(part).endsWith('-faq') || part.children.some(({ type }) => type.name === 'faqEntry')
}

/** Parts that are one line each, so that Enter there means: on to the next. */
const oneLine = new Set(['headline', 'subheading', 'dateline'])

export function isOneLine(node: Node): boolean {
  return oneLine.has(partName(node)) && node.childCount === 1 && node.firstChild?.isTextblock === true
}
