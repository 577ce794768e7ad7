import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useRoomNow } from '../room/context.ts'
import { useIsDemonstration } from '../room/demonstration.ts'
import { counted } from '../words.ts'

const AGAIN_MS = 15_000

/** R6: for the facilitator, how many hold which page; counts, and never who. */
export function PagesHeld() {
  const { room } = useRoomNow()
  const pace = useQuery({
    ...api.meetings.pace.queryOptions({ input: { meetingId: room.meetingId } }),
    refetchInterval: AGAIN_MS,
    enabled: !useIsDemonstration(),
  })
  if (pace.data?.name !== 'reading' || pace.data.pages.length === 0) return null
  const [first, ...others] = pace.data.pages
  const words = [
    first && `${counted(first.readers, 'reader')} on page ${first.page}`,
    ...others.map(({ page, readers }) => `${readers} on ${page}`),
  ]
  // a phone has no room for what is good to know and needs no act
  return <p className="text-small text-ink-3 figures max-sm:hidden">{words.join(' · ')}</p>
}
