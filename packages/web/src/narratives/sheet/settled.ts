/** Pixels between two notes. */
const GAP = 20

/** Tops that keep the order and leave a gap; the pinned one keeps its own, those above it move up. */
export function settled(boxes: readonly { top: number; height: number }[], pinned = -1): number[] {
  const tops = boxes.map(({ top }) => Math.max(0, top))
  const from = Math.max(0, pinned)
  for (let at = from + 1; at < boxes.length; at++) {
    const above = (tops[at - 1] ?? 0) + (boxes[at - 1]?.height ?? 0) + GAP
    tops[at] = Math.max(tops[at] ?? 0, above)
  }
  for (let at = from - 1; at >= 0; at--) {
    const below = (tops[at + 1] ?? 0) - (boxes[at]?.height ?? 0) - GAP
    tops[at] = Math.min(tops[at] ?? 0, below)
  }
  // pushed above the sheet's head: the pinned one gives way after all
  return (tops[0] ?? 0) < 0
    ? settled(boxes.map((box, at) => ({ ...box, top: at === 0 ? 0 : box.top })))
    : tops
}
