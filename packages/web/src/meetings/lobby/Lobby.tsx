import { phaseLabels, purposeLabels } from '@foreword/core/meetings/labels'
import type { Room } from '@foreword/core/meetings/room'
import { later } from '../../later.tsx'
import { paths, withSearch } from '../../paths.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Address } from '../room/Address.tsx'
import { ActButton } from '../room/act.tsx'
import { useIsGuest, useRoomNow, useTitle } from '../room/context.ts'
import { useIsDemonstration } from '../room/demonstration.ts'
import { Manage } from '../room/Manage.tsx'
import type { PhaseOf } from '../room/phaseOf.ts'
import { counted, minutesWords, names, whenWords, zoneWords } from '../words.ts'
import { WhoIsHere } from './WhoIsHere.tsx'

const Cover = later(() => import('../return/Cover.tsx').then((m) => m.Cover))

/** Before we start: who is here, what will happen, and one button; for those who have met before, what they return to. */
export function Lobby({ phase: { cover } }: { phase: PhaseOf<'lobby'> }) {
  const { room, name } = useRoomNow()
  const title = useTitle()
  const isGuest = useIsGuest()
  const isDemonstration = useIsDemonstration()
  const startsAt = new Date(room.startsAt)
  const facilitates = room.me?.roles.includes('facilitator') ?? false
  return (
    <div className="mx-auto max-w-page px-4 pt-10 pb-20 sm:px-10 sm:pt-18">
      <header>
        <p className="text-ink-2">
          {phaseLabels.lobby} · <Address href={paths.meetings()}>Meetings</Address>
        </p>
        <h1 className="mt-1 font-text text-display font-semibold wrap-break-word">
          {title ?? (isGuest ? 'The meeting' : '\u00a0')}
        </h1>
        <p className="mt-2 text-ink-2">
          {whenWords(startsAt, new Date())}, {zoneWords(startsAt)} ·{' '}
          {purposeLabels[room.purpose].toLowerCase()} ·{' '}
          <Address href={paths.edition({ editionId: room.edition.id })}>
            edition {room.edition.number}
          </Address>
          , {counted(room.edition.pages, 'page')}
          <Where room={room} />
        </p>
      </header>
      {room.whyNow !== '' && (
        <figure className="mt-6 border-l-2 border-rule-2 pl-4">
          <blockquote className="font-text text-read italic">{room.whyNow}</blockquote>
          <figcaption className="text-small text-ink-3">
            Why a decision is due now, although not all five questions are answered
          </figcaption>
        </figure>
      )}
      {!cover && <WhatHappens />}
      <div className="mt-8 flex flex-wrap items-center gap-3">
        <ActButton act="start" given={{}} kind="go" className="min-h-11 px-5">
          Start the silent reading
        </ActButton>
        {!isDemonstration && !isGuest && (
          <ButtonLink
            className="min-h-11"
            href={withSearch(paths.paper({ editionId: room.edition.id }), { meeting: room.meetingId })}
          >
            Print it to read on paper
          </ButtonLink>
        )}
        <Manage />
      </div>
      {!facilitates && room.me && (
        <p className="mt-3 text-small text-ink-2">
          {name(room.facilitator)} starts it for everybody. You are in the room; stay on this page.
        </p>
      )}
      {cover && (
        <div className="mt-9">
          <Cover cover={cover} />
        </div>
      )}
      <WhoIsHere />
      {cover && <WhatHappens />}
    </div>
  )
}

function Where({ room: { place, callLink } }: { room: Room }) {
  return (
    <>
      {place !== '' && ` · ${place}`}
      {callLink !== '' && (
        <>
          {' · '}
          <a
            href={callLink}
            target="_blank"
            rel="noreferrer"
            className="text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
          >
            join the call
          </a>
        </>
      )}
    </>
  )
}

/** Three lines for whoever has never done this. */
function WhatHappens() {
  const { room, name } = useRoomNow()
  const deciders = room.attendees.filter(({ roles }) => roles.includes('decider'))
  const steps = [
    `${minutesWords(room.readingMinutes)} of silence: everybody reads the same pages. Select words to note something for yourself or to seal a question.`,
    `All questions open at once, and are taken page by page for ${minutesWords(room.discussionMinutes)}. Each leaves the room with an end.`,
    room.purpose === 'decide'
      ? `${names(deciders.map(({ personId }) => name(personId)))} ${deciders.length === 1 ? 'decides' : 'decide'}. Everybody says that they understand why, or disagrees by name.`
      : 'It ends with what the customer gets and why, in a paragraph that everybody understands.',
  ]
  return (
    <ol className="mt-8 max-w-measure font-text text-read">
      {steps.map((step, at) => (
        <li key={step} className="flex gap-4 border-t border-rule py-3 last:border-b">
          <span className="w-3 shrink-0 text-ink-3 figures">{at + 1}</span>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  )
}
