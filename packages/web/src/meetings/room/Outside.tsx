import { phaseLabels } from '@foreword/core/meetings/labels'
import { paths } from '../../paths.ts'
import { ButtonLink } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { Page } from '../../ui/Page.tsx'
import { useRoomNow } from './context.ts'
import type { PhaseOf } from './phaseOf.ts'

/** For whoever may know of the meeting and is not in it. */
export function Outside({ phase }: { phase: PhaseOf<'outside'> }) {
  const { room, name, idea } = useRoomNow()
  // invited: the door opens by itself
  if (room.me) return <Loading what="Coming in" />
  const label = phaseLabels[phase.phase].toLowerCase()
  const going =
    phase.phase === 'lobby'
      ? 'It has not begun'
      : phase.phase === 'adjourned'
        ? 'It is adjourned'
        : `It has begun: ${label}`
  return (
    <Page
      title="Meeting"
      heading={idea?.name ?? '\u00a0'}
      kicker="A meeting you are not invited to"
      lead={`${going}. Ask ${name(room.facilitator)}, who facilitates it, to invite you; this page then becomes the room by itself.`}
    >
      <div className="mt-6 flex gap-2">
        <ButtonLink href={paths.edition({ editionId: room.edition.id })}>
          Read edition {room.edition.number}
        </ButtonLink>
        <ButtonLink kind="bare" href={paths.meetings()}>
          To the meetings
        </ButtonLink>
      </div>
    </Page>
  )
}
