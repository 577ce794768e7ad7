import { phaseLabels } from '@foreword/core/meetings/labels'
import { useState } from 'react'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/Button.tsx'
import { WhoIsHere } from '../lobby/WhoIsHere.tsx'
import { Address } from '../room/Address.tsx'
import { ActButton } from '../room/act.tsx'
import { useRoomNow, useTitle } from '../room/context.ts'
import { Manage } from '../room/Manage.tsx'
import type { PhaseOf } from '../room/phaseOf.ts'
import { useFromTheTop } from '../room/top.ts'
import { whenWords, zoneWords } from '../words.ts'
import { AdjournDialog } from './AdjournDialog.tsx'
import { keptWords, stoppedWords } from './stopped.ts'

/** R2: the room stands still. Where it stopped, when it goes on, and what is safe meanwhile; the same for everybody. */
export function Adjourned({ phase }: { phase: PhaseOf<'adjourned'> }) {
  const { room, name } = useRoomNow()
  const title = useTitle()
  const [changing, setChanging] = useState(false)
  const resumesAt = phase.resumesAt === null ? null : new Date(phase.resumesAt)
  const facilitates = room.me?.roles.includes('facilitator') ?? false
  useFromTheTop()
  return (
    <div className="mx-auto max-w-page px-4 pt-10 pb-20 sm:px-10 sm:pt-18">
      <header>
        <p className="text-ink-2">
          {phase.paused ? 'Paused' : phaseLabels.adjourned} ·{' '}
          <Address href={paths.ideaMeetings({ initiativeId: room.initiativeId })}>
            {title ?? 'Meetings'}
          </Address>{' '}
          ·{' '}
          <Address href={paths.edition({ editionId: room.edition.id })}>
            edition {room.edition.number}
          </Address>
        </p>
        <h1 className="mt-1 font-text text-display font-semibold wrap-break-word">
          {phase.paused ? 'The meeting is paused.' : 'The meeting is adjourned.'}
        </h1>
        <p className="mt-2 text-ink-2">
          {resumesAt
            ? `It is resumed ${inSentence(whenWords(resumesAt, new Date()))}, ${zoneWords(resumesAt)}, on the same edition.`
            : phase.paused
              ? `The clock stands still for everybody. ${name(room.facilitator)} resumes it when the room is back.`
              : `No day is set yet. ${name(room.facilitator)} sets one, or resumes it when everybody is back.`}
        </p>
      </header>
      <p className="mt-6 max-w-measure font-text text-read">
        {stoppedWords(phase)} {keptWords[phase.from]}
      </p>
      <div className="mt-8 flex flex-wrap items-center gap-3">
        <ActButton act="resume" given={{}} kind="go" className="min-h-11 px-5">
          Resume the meeting
        </ActButton>
        {facilitates && (
          <Button className="min-h-11" onClick={() => setChanging(true)}>
            {phase.paused ? 'Adjourn it to a day' : resumesAt ? 'Change the day' : 'Set a day'}
          </Button>
        )}
        <Manage />
      </div>
      {!facilitates && (
        <p className="mt-3 text-small text-ink-2">
          {name(room.facilitator)} resumes it for everybody. You can leave this page and come back.
        </p>
      )}
      <WhoIsHere />
      {changing && <AdjournDialog onClose={() => setChanging(false)} />}
    </div>
  )
}

/** `Tomorrow at 10:00` within a sentence; the names of weekdays stay as they are. */
const inSentence = (when: string) =>
  /^(Today|Tomorrow|Yesterday)/.test(when) ? when.charAt(0).toLowerCase() + when.slice(1) : `on ${when}`
