import { actLabels } from '@foreword/core/meetings/labels'
import { ActButton } from './act.tsx'
import { useRoomNow } from './context.ts'

/** R12: a deputy is offered the role when the facilitator has been away long enough; nobody takes it unasked. */
export function Facilitation() {
  const { room, name } = useRoomNow()
  return (
    <div
      role="status"
      // above the hairline, whose reach is wider than its line, and in sight wherever one reads
      className="sticky top-[var(--room-top,0px)] z-40 flex flex-wrap items-center justify-center gap-x-4 gap-y-2 border-b border-amber/30 bg-amber-wash px-4 py-2 text-amber"
    >
      <span>
        {room.phase.name === 'adjourned'
          ? `${name(room.facilitator)} is not here. The meeting is not resumed by itself.`
          : `${name(room.facilitator)} has lost the line. The clock runs on, and nothing advances by itself.`}
      </span>
      <ActButton act="takeFacilitation" given={{}}>
        {actLabels.takeFacilitation}
      </ActButton>
    </div>
  )
}
