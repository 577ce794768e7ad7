import { purposeLabels } from '@foreword/core/meetings/labels'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { absolute } from '../../people/absolute.ts'
import { useMe } from '../../people/me.ts'
import { ButtonLink, buttonClass } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Page, Section, TextLink } from '../../ui/Page.tsx'
import { meetingIdOf } from '../ids.ts'
import { clockTime, minutesWords, whenWords, zoneWords } from '../words.ts'

/** What is sent around, by e-mail where there is a mail server: the link, the calendar entry, and the door. */
export function InvitationPage({ meetingId }: { meetingId: string }) {
  const { sendsMail } = useMe()
  const meeting = useQuery(api.meetings.get.queryOptions({ input: { meetingId: meetingIdOf(meetingId) } }))
  if (meeting.isError)
    return (
      <Page title="Invitation">
        <ErrorNote className="mt-6" error={meeting.error} retry={() => void meeting.refetch()} />
      </Page>
    )
  if (!meeting.data) return <Loading />
  const { initiativeId, initiativeName, editionId, editionNumber, purpose, minutes, place, callLink } =
    meeting.data
  const startsAt = new Date(meeting.data.startsAt)
  const until = new Date(startsAt.getTime() + minutes * 60_000)
  const room = paths.meeting({ meetingId })
  return (
    <Page
      title={`Invitation: ${initiativeName}`}
      heading={initiativeName}
      kicker={<TextLink href={paths.ideaMeetings({ initiativeId })}>Meetings of this idea</TextLink>}
      lead={
        <>
          {whenWords(startsAt, new Date())} to {clockTime(until)}, {zoneWords(startsAt)} ·{' '}
          {purposeLabels[purpose]} ·{' '}
          <TextLink href={paths.edition({ editionId })}>edition {editionNumber}</TextLink>
          {place !== '' && ` · ${place}`}
          {callLink !== '' && (
            <>
              {' '}
              ·{' '}
              <a
                href={callLink}
                target="_blank"
                rel="noreferrer"
                className="text-accent underline underline-offset-3"
              >
                the call
              </a>
            </>
          )}
        </>
      }
    >
      <Section
        title={sendsMail ? 'Everybody you invited gets an e-mail' : 'Send this to everybody you invited'}
      >
        <div className="max-w-measure">
          <CopyField label="The room’s address" hideLabel autoFocus value={absolute(room)} />
          <p className="mt-3 text-ink-2">
            {sendsMail && 'It has this address and puts the meeting into their calendar. '}
            Nobody prepares anything: the reading is done in the room. {minutesWords(minutes)} in all, the
            first of them in silence.
          </p>
        </div>
        <div className="mt-4 flex flex-wrap gap-2">
          {/* a plain link: the browser hands the file to the calendar */}
          <a
            className={buttonClass()}
            href={`/api/meetings/${encodeURIComponent(meetingId)}/invitation.ics`}
            download={`${initiativeName.slice(0, 60)}.ics`}
          >
            Calendar entry (.ics)
          </a>
          <ButtonLink href={room}>Open the room</ButtonLink>
        </div>
      </Section>
    </Page>
  )
}
