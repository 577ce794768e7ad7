import type { MeetingLine } from '@foreword/core/meetings/contract'
import { phaseLabels, purposeLabels } from '@foreword/core/meetings/labels'
import { paths } from '../../paths.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Row } from '../../ui/Page.tsx'
import { whenWords, yourPartWords } from '../words.ts'
import { isNow } from './sorted.ts'

interface Props {
  meeting: MeetingLine
  /** On the idea's own page its name would be said twice. */
  onIdea?: boolean
}

/** What a meeting has become, where that is not plain from its time. */
function standing({ phase, calledOff, resumesAt, paused }: MeetingLine): string | null {
  if (calledOff) return 'Called off'
  if (paused) return 'Paused'
  if (phase === 'adjourned')
    return resumesAt === null ? 'Adjourned, no day set' : `Adjourned, goes on ${inLine(resumesAt)}`
  return phase === 'lobby' ? null : phaseLabels[phase]
}

const inLine = (moment: string) => {
  const words = whenWords(new Date(moment), new Date())
  return /^(Today|Tomorrow|Yesterday)/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

export function MeetingRow({ meeting, onIdea = false }: Props) {
  const { id, initiativeName, editionNumber, purpose, startsAt, facilitator, myRoles, place } = meeting
  const when = whenWords(new Date(startsAt), new Date())
  const edition = `edition ${editionNumber}`
  const href = paths.meeting({ meetingId: id })
  const on = isNow(meeting, Date.now())
  const details = [
    standing(meeting),
    // of an adjourned one it matters when it goes on, which is said before
    onIdea || meeting.phase === 'adjourned' ? null : when,
    purposeLabels[purpose],
    edition,
    myRoles?.includes('facilitator') ? null : `${facilitator.name} facilitates`,
    meeting.phase === 'closed' ? null : yourPartWords(myRoles),
    meeting.phase === 'closed' ? null : place,
  ]
  return (
    <Row
      href={href}
      detail={details.filter(Boolean).join(' · ')}
      aside={
        meeting.phase === 'lobby' || meeting.phase === 'adjourned' || on ? (
          <ButtonLink kind={on ? 'go' : 'plain'} href={href}>
            Open the room
          </ButtonLink>
        ) : undefined
      }
    >
      <span className="font-text text-lead font-semibold">{onIdea ? when : initiativeName}</span>
    </Row>
  )
}
