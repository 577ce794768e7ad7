import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { List, Page, Section } from '../../ui/Page.tsx'
import { YouScheduleFor } from '../assisting/YouScheduleFor.tsx'
import { CalendarAddress } from './CalendarAddress.tsx'
import { MeetingRow } from './MeetingRow.tsx'
import { sortedMeetings } from './sorted.ts'

export function MeetingsPage() {
  const meetings = useQuery(api.meetings.list.queryOptions({ input: {} }))
  return (
    <Page
      title="Meetings"
      lead="Everybody reads the same pages in silence, asks on paper what they would have asked aloud, and only then talks."
    >
      {meetings.isPending && <Loading />}
      {meetings.isError && (
        <ErrorNote className="mt-6" error={meetings.error} retry={() => void meetings.refetch()} />
      )}
      {meetings.data && <MeetingSections meetings={meetings.data} />}
      {meetings.data && meetings.data.length > 0 && <CalendarAddress />}
      <YouScheduleFor />
      {meetings.data?.length === 0 && (
        <div className="mt-8">
          <Empty
            title="No document, no meeting."
            action={
              <>
                <ButtonLink kind="go" href={paths.ideas()}>
                  Choose an idea
                </ButtonLink>
                <ButtonLink href={paths.seeAMeeting()}>See a meeting with simulated readers</ButtonLink>
              </>
            }
          >
            A meeting begins with twenty minutes of silence, in which everybody reads one frozen edition and
            seals their questions; then all of them open at once and the discussion goes page by page. Freeze
            an edition of an idea’s narrative, and its Meetings page schedules one.
          </Empty>
        </div>
      )}
    </Page>
  )
}

/** Sections that have nothing in them are not there. */
export function MeetingSections({
  meetings,
  onIdea = false,
}: {
  meetings: Parameters<typeof sortedMeetings>[0]
  onIdea?: boolean
}) {
  const { now, coming, past } = sortedMeetings(meetings, Date.now())
  const sections = [
    { title: 'Now', lines: now },
    { title: 'Coming', lines: coming },
    { title: 'Held', lines: past },
  ]
  return sections.map(
    ({ title, lines }) =>
      lines.length > 0 && (
        <Section key={title} title={title}>
          <List label={title}>
            {lines.map((meeting) => (
              <MeetingRow key={meeting.id} meeting={meeting} onIdea={onIdea} />
            ))}
          </List>
        </Section>
      ),
  )
}
