import type { FaqPlace } from '@foreword/document/faq-move'
import type { FaqPart } from '../editor/faq-order.ts'
import type { Geometry } from './geometry.ts'

/** A place where a dragged entry can be let go. */
export interface DropSlot {
  place: FaqPlace
  /** From the top of the sheet, where the line is drawn. */
  top: number
  /** The entries on either side: one let go beside itself stays. */
  between: readonly (string | undefined)[]
}

/** Room between the line and the words. */
const ABOVE_PX = 8

export function slotsOf(faqs: readonly FaqPart[], rows: Geometry): DropSlot[] {
  return faqs.flatMap((faq) => {
    const slots: DropSlot[] = []
    faq.entries.forEach(({ id, questionId }, at) => {
      const top = rows.get(questionId)?.top
      if (top === undefined) return
      slots.push({
        place: { part: faq.id, before: id },
        top: top - ABOVE_PX,
        between: [faq.entries[at - 1]?.id, id],
      })
    })
    const last = faq.entries.at(-1)
    const bottom =
      last &&
      bottomOf(
        last.node.children.map(({ attrs }) => String(attrs.id)),
        rows,
      )
    if (bottom !== undefined)
      slots.push({ place: { part: faq.id }, top: bottom + ABOVE_PX, between: [last?.id, undefined] })
    return slots
  })
}

function bottomOf(blocks: readonly string[], rows: Geometry): number | undefined {
  const bottoms = blocks.flatMap((block) => {
    const place = rows.get(block)
    if (place === undefined) return []
    const last = place.rows.at(-1)
    return [last ? last.top + last.height : place.top]
  })
  return bottoms.length === 0 ? undefined : Math.max(...bottoms)
}

/** The slot next to a height; undefined where letting go would change nothing. */
export function nearestSlot(slots: readonly DropSlot[], y: number, dragged: string): DropSlot | undefined {
  let nearest: DropSlot | undefined
  for (const slot of slots)
    if (nearest === undefined || Math.abs(slot.top - y) < Math.abs(nearest.top - y)) nearest = slot
  return nearest?.between.includes(dragged) ? undefined : nearest
}
