import * as Y from 'yjs'
import { recordMove, runsBetween } from './moves/record.ts'
import { elementsOf, FRAGMENT } from './yjs.ts'

/** Where an entry is to stand: in the part of this block id, before this entry; at the end without one. */
export interface FaqPlace {
  part: string
  before?: string
}

/**
 * Moves a FAQ entry to another place in its part or into another part, and gives whether it moved. The entry is taken
 * out and put in again with the ids of all its blocks, as one change: what others write elsewhere is untouched, and
 * comments in it are found by block id (F2). What others write in it before they hear of the move is said again in its new
 * place by the server (`moves/follow.ts`). An editor that hands over the reordered document instead would have the
 * words of each entry between written over by its neighbour's, and whoever types there would type into the wrong one.
 */
export function moveFaqEntry(doc: Y.Doc, entryId: string, place: FaqPlace, origin?: unknown): boolean {
  const parts = elementsOf(doc.getXmlFragment(FRAGMENT))
  const from = parts.find((part) => entryIn(part, entryId))
  const to = parts.find((part) => part.getAttribute('id') === place.part)
  const entry = from && entryIn(from, entryId)
  if (!from || !to || !entry || place.before === entryId) return false
  const anchor = place.before === undefined ? undefined : entryIn(to, place.before)
  if (place.before !== undefined && !anchor) return false
  const at = from.toArray().indexOf(entry)
  if (from === to && (anchor ? from.toArray().indexOf(anchor) === at + 1 : at === from.length - 1))
    return false
  doc.transact(() => {
    const copy = copyOf(entry)
    // put in before it is taken out: the part is never without a block, which its content rule does not allow
    to.insert(anchor ? to.toArray().indexOf(anchor) : endOfEntries(to), [copy])
    // for those who write in it and do not know yet that it goes
    if (entry._item)
      recordMove(doc, {
        of: [entry._item.id.client, entry._item.id.clock],
        runs: runsBetween(entry, copy),
      })
    from.delete(from.toArray().indexOf(entry), 1)
    // a part must hold something to be typed into
    if (from.length === 0) from.insert(0, [new Y.XmlElement('paragraph')])
  }, origin)
  return true
}

/** Where an entry stands, as it would be told to go there. */
export function placeOfEntry(doc: Y.Doc, id: string): FaqPlace | undefined {
  for (const part of elementsOf(doc.getXmlFragment(FRAGMENT))) {
    const entry = entryIn(part, id)
    const partId = part.getAttribute('id')
    if (!entry || partId === undefined) continue
    const children = part.toArray()
    const next = children
      .slice(children.indexOf(entry) + 1)
      .find((child) => child instanceof Y.XmlElement && child.nodeName === 'faqEntry')
    const before = next instanceof Y.XmlElement ? next.getAttribute('id') : undefined
    return { part: partId, ...(before === undefined ? {} : { before }) }
  }
  return undefined
}

function entryIn(part: Y.XmlElement, id: string): Y.XmlElement | undefined {
  return elementsOf(part).find((child) => child.nodeName === 'faqEntry' && child.getAttribute('id') === id)
}

/** After the last entry; what an author wrote below the questions stays below them. */
function endOfEntries(part: Y.XmlElement): number {
  const last = part
    .toArray()
    .findLastIndex((child) => child instanceof Y.XmlElement && child.nodeName === 'faqEntry')
  return last === -1 ? part.length : last + 1
}

// not `clone`: it leaves out attributes that are no text, such as the level of a heading
function copyOf(element: Y.XmlElement): Y.XmlElement {
  const copy = new Y.XmlElement(element.nodeName)
  // the types say text, and y-tiptap writes numbers and null as well
  const attributes: Record<string, unknown> = element.getAttributes()
  for (const [name, value] of Object.entries(attributes)) copy.setAttribute(name, value as string)
  const children: (Y.XmlElement | Y.XmlText)[] = []
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlElement) children.push(copyOf(child))
    else if (child instanceof Y.XmlText) {
      const text = new Y.XmlText()
      text.applyDelta(child.toDelta())
      children.push(text)
    }
  }
  if (children.length > 0) copy.insert(0, children)
  return copy
}
