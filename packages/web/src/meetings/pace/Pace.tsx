import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Section } from '../../ui/Page.tsx'
import { useRoomNow } from '../room/context.ts'
import { PageTimes } from './PageTimes.tsx'
import { paceSentence, paceWords } from './words.ts'

/** R6: how the pages were read by this room, to know better how long such pages take; nobody is in it. */
export function Pace() {
  const { room } = useRoomNow()
  const pace = useQuery({
    ...api.meetings.pace.queryOptions({ input: { meetingId: room.meetingId } }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (pace.data?.name !== 'closed' || pace.data.pages.length === 0) return null
  const { pages } = pace.data
  const isTimed = pages.some(({ medianSeconds }) => medianSeconds !== null)
  return (
    <Section title="How the pages were read" note="counts for each page; nobody’s pace is kept">
      <p className="font-text text-read text-ink-2">{paceSentence(pages)}</p>
      {isTimed && (
        <PageTimes
          pages={pages.map(({ page, readers, medianSeconds }) => ({
            page,
            seconds: medianSeconds ?? 0,
            words: paceWords({ readers, medianSeconds }),
          }))}
        />
      )}
    </Section>
  )
}
