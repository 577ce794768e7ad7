import type { MeetingLine } from '@foreword/core/meetings/contract'
import { purposeLabels } from '@foreword/core/meetings/labels'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { dueWords } from '../desk/due.ts'
import type { DeskPart } from '../desk/needs.ts'
import { paths } from '../paths.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { Row } from '../ui/Page.tsx'
import { MeetingRow } from './list/MeetingRow.tsx'
import { dueAt, isNow, sortedMeetings } from './list/sorted.ts'
import { daysAway, minutesWords, whenWords, yourPartWords } from './words.ts'

/** Soon enough to stand on the desk. */
const SOON_DAYS = 7

/** Q3: the meetings I am invited to, today and in the coming week; the next one of today is lifted above the rest. */
export function useMeetingsOnDesk(): DeskPart {
  const meetings = useQuery(api.meetings.list.queryOptions({ input: {} }))
  const now = new Date()
  const mine = (meetings.data ?? []).filter(({ myRoles }) => myRoles !== null)
  const { now: on, coming } = sortedMeetings(mine, now.getTime())
  // an adjourned meeting without a day is nobody's until its facilitator sets one
  const away = (line: MeetingLine) => {
    const due = dueAt(line)
    return due === null ? null : daysAway(new Date(due), now)
  }
  const soon = coming.filter((line) => {
    const days = away(line)
    return days === null ? (line.myRoles?.includes('facilitator') ?? false) : days <= SOON_DAYS
  })
  const today = [...on, ...soon].filter((line) => (away(line) ?? 1) <= 0)
  const [next] = today
  return {
    id: 'meetings',
    title: 'Meetings this week',
    now: next && <NextMeeting meeting={next} />,
    rows: [...on, ...soon]
      .filter((line) => line !== next)
      .map((meeting) => <MeetingRow key={meeting.id} meeting={meeting} />),
    needs: { count: today.length, one: 'meeting', many: 'meetings' },
    isPending: meetings.isPending,
    error: meetings.error,
    retry: () => void meetings.refetch(),
  }
}

/** R2, Q3: what a closed meeting left to me to decide, by a day. */
export function useOwedDecisions(): DeskPart {
  const owed = useQuery(api.meetings.owedDecisions.queryOptions())
  const decisions = owed.data ?? []
  return {
    id: 'owed-decisions',
    title: 'Decisions you owe',
    needs: { count: decisions.length, one: 'decision', many: 'decisions' },
    isPending: owed.isPending,
    error: owed.error,
    retry: () => void owed.refetch(),
    rows: decisions.map(({ meetingId, initiativeId, initiativeName, editionNumber, due }) => {
      const { words, isLate } = dueWords(due, new Date())
      return (
        <Row
          key={meetingId}
          href={paths.meeting({ meetingId })}
          needsYou={isLate}
          detail={`Left open by the meeting on edition ${editionNumber} · ${words}`}
          aside={<ButtonLink href={paths.recordDecision({ initiativeId })}>Decide</ButtonLink>}
        >
          {initiativeName}
        </Row>
      )
    }),
  }
}

/** D5, Q3: what I am to do, out of meetings that are closed. */
export function useOwedActions(): DeskPart {
  const owed = useQuery(api.meetings.owedActions.queryOptions())
  const actions = owed.data ?? []
  return {
    id: 'owed-actions',
    title: 'What you are to do',
    needs: { count: actions.length, one: 'action', many: 'actions' },
    isPending: owed.isPending,
    error: owed.error,
    retry: () => void owed.refetch(),
    rows: actions.map(({ actionId, meetingId, initiativeName, text, due }) => {
      const { words, isLate } = due ? dueWords(due, new Date()) : { words: 'needs a date', isLate: false }
      return (
        <Row
          key={actionId}
          href={paths.meeting({ meetingId })}
          needsYou={isLate}
          detail={`${initiativeName} · ${words}`}
        >
          {text}
        </Row>
      )
    }),
  }
}

/** R14, Q3: what I was given the time to read, having been away. */
export function useOwnWindows(): DeskPart {
  const given = useQuery(api.meetings.ownWindows.queryOptions())
  const windows = given.data ?? []
  return {
    id: 'own-windows',
    title: 'Time to read',
    needs: { count: windows.length, one: 'reading', many: 'readings' },
    isPending: given.isPending,
    error: given.error,
    retry: () => void given.refetch(),
    rows: windows.map(({ meetingId, initiativeName, editionNumber, minutes, until }) => (
      <Row
        key={meetingId}
        href={paths.meeting({ meetingId })}
        detail={`Edition ${editionNumber}, ${minutesWords(minutes)} of your own · to begin before ${whenWords(new Date(until), new Date())}`}
      >
        {initiativeName}
      </Row>
    )),
  }
}

function NextMeeting({ meeting }: { meeting: Parameters<typeof MeetingRow>[0]['meeting'] }) {
  const { id, startsAt, minutes, initiativeName, purpose, editionNumber, myRoles, place } = meeting
  const details = [purposeLabels[purpose], `edition ${editionNumber}`, yourPartWords(myRoles), place]
  return (
    <section
      aria-label="Next meeting"
      className="mt-6 grid items-center gap-4 rounded bg-sheet p-5 shadow-lift sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <div className="min-w-0">
        <p className="text-ink-2">
          {isNow(meeting, Date.now()) && meeting.phase !== 'lobby' && meeting.phase !== 'adjourned'
            ? 'On now'
            : `${meeting.phase === 'adjourned' ? 'Goes on ' : ''}${whenWords(new Date(dueAt(meeting) ?? startsAt), new Date())}`}{' '}
          · {minutes} minutes in all
        </p>
        <h2 className="font-text text-lead font-semibold wrap-break-word">{initiativeName}</h2>
        <p className="text-ink-2">{details.filter(Boolean).join(' · ')}</p>
      </div>
      <ButtonLink kind="go" href={paths.meeting({ meetingId: id })}>
        Open the room
      </ButtonLink>
    </section>
  )
}
