import type { DraftFinding } from '@foreword/core/narratives/checks'

/**
 * Which findings stand beside the draft: those that stood there stay where they are, and a free place goes to the next
 * in order. So none jumps, and none pushes another away.
 */
export function nextShown(
  before: readonly DraftFinding[],
  found: readonly DraftFinding[],
  most: number,
): DraftFinding[] {
  const stood = new Set(before.map(({ id }) => id))
  const kept = found.filter(({ id }) => stood.has(id)).slice(0, most)
  const room = most - kept.length
  const come = found.filter(({ id }) => !stood.has(id)).slice(0, Math.max(0, room))
  return found.filter((finding) => kept.includes(finding) || come.includes(finding))
}
