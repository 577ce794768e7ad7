import { summarySentence } from '@foreword/core/meetings/labels'
import type { Summary } from '@foreword/core/meetings/room'

/** The one sentence as the questions open. No sound, no ranking of people. */
export function Arrived({ summary }: { summary: Summary }) {
  return (
    <p role="status" className="animate-appear font-text text-title font-semibold">
      {summarySentence(summary)}
    </p>
  )
}
