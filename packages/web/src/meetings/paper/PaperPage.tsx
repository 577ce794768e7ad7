import type { Edition } from '@foreword/core/narratives/narrative'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { EditionSheet } from '../../narratives/edition/EditionSheet.tsx'
import { paths } from '../../paths.ts'
import { absolute } from '../../people/absolute.ts'
import { useSearch } from '../../router.tsx'
import { CannotOpen } from '../../shell/CannotOpen.tsx'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { meetingIdOf } from '../ids.ts'
import './paper.css'

/** On paper nothing is today. */
const onPaper = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** R19: the edition for a pen: its own lines and numbers, with a margin to write in. */
export function PaperPage({ editionId }: { editionId: string }) {
  const meetingId = useSearch().get('meeting')
  const found = useQuery(
    api.narratives.edition.queryOptions({
      // the id comes out of the address; what is none the server refuses
      input: { editionId: editionId as Edition['id'] },
      staleTime: Number.POSITIVE_INFINITY,
    }),
  )
  const meeting = useQuery({
    ...api.meetings.get.queryOptions({ input: { meetingId: meetingIdOf(meetingId ?? '') } }),
    enabled: meetingId !== null,
  })
  if (found.isError) return <CannotOpen error={found.error} retry={() => void found.refetch()} />
  if (!found.data || (meetingId !== null && meeting.isPending)) return <Loading what="Bringing the pages" />
  const edition = found.data
  const back = meetingId === null ? paths.edition({ editionId }) : paths.meeting({ meetingId })
  return (
    <div className="pen-desk">
      <title>{`On paper: ${edition.title} · Foreword`}</title>
      <header className="mx-auto flex max-w-page flex-wrap items-center gap-3 px-4 py-6 print:hidden">
        <div className="mr-auto">
          <h1 className="font-text text-title font-semibold">To read on paper</h1>
          <p className="text-ink-2">
            The same lines under the same numbers, with a margin for a pen. Write beside a line what you would
            ask.
          </p>
        </div>
        <Button kind="go" onClick={() => window.print()}>
          Print
        </Button>
        <ButtonLink kind="bare" href={back}>
          Back
        </ButtonLink>
      </header>
      <div className="pen-pages">
        <div className="pen-head">
          <p>
            <span>Read by</span>
            <span className="pen-name" />
          </p>
          <p>
            Note beside a line what you would ask. Once the questions are open, whoever takes notes enters
            yours by line number, in your name.
          </p>
          {meeting.data && (
            <p>
              {onPaper.format(new Date(meeting.data.startsAt))}
              {meeting.data.place !== '' && ` · ${meeting.data.place}`} ·{' '}
              {absolute(paths.meeting({ meetingId: meeting.data.id }))}
            </p>
          )}
        </div>
        <EditionSheet edition={edition} />
      </div>
    </div>
  )
}
