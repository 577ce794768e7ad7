import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Section } from '../../ui/Page.tsx'
import { useRoomNow } from '../room/context.ts'
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
  const longest = Math.max(60, ...pages.map(({ medianSeconds }) => medianSeconds ?? 0))
  return (
    <Section title="How the pages were read" note="counts for each page; nobody’s pace is kept">
      <p className="font-text text-read text-ink-2">{paceSentence(pages)}</p>
      {isTimed && (
        <ul className="mt-3 max-w-measure text-small">
          {pages.map(({ page, readers, medianSeconds }) => (
            <li key={page} className="grid grid-cols-[3.75rem_minmax(0,1fr)_auto] items-center gap-3 py-1">
              <span className="text-ink-3 figures">Page {page}</span>
              <span
                aria-hidden="true"
                className="h-1 rounded-full bg-accent/50"
                style={{ width: `${((medianSeconds ?? 0) / longest) * 100}%` }}
              />
              <span className="text-ink-2 figures">{paceWords({ readers, medianSeconds })}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
