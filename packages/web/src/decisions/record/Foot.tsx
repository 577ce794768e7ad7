import { paths } from '../../paths.ts'
import { Link } from '../../router.tsx'
import { TextLink } from '../../ui/Page.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { type DecisionRecord, shortHash } from '../words.ts'
import type { RoomMessage } from './taken.ts'

interface Props {
  decision: DecisionRecord
  room: RoomMessage['room'] | undefined
}

/** Where it can be checked: who wrote it down, the room, and the bytes it was taken on. */
export function Foot({ decision, room }: Props) {
  const { edition, meetingId, recordedBy, recordedAt, people } = decision
  const recorder = people.find(({ id }) => id === recordedBy)?.name ?? 'somebody'
  return (
    <footer className="mt-9 flex flex-col gap-1.5 border-t border-rule pt-3 text-small text-ink-3">
      <p>
        Recorded by {recorder}, <RelativeTime at={recordedAt} />
        {meetingId ? (
          <>
            , in <TextLink href={paths.meeting({ meetingId })}>its meeting</TextLink>
            {room && !hasClosed(room) && ', which has not closed yet: what it agreed stands here when it has'}
          </>
        ) : (
          ', outside a meeting'
        )}
        .
      </p>
      {edition && (
        <p className="font-mono text-tiny wrap-break-word">
          <Link
            href={paths.edition({ editionId: edition.id })}
            title={edition.hash}
            className="underline decoration-rule-3 underline-offset-3 hover:text-accent"
          >
            Edition {edition.number} · sha256 {shortHash(edition.hash)}
          </Link>
        </p>
      )}
    </footer>
  )
}

const hasClosed = ({ phase }: RoomMessage['room']) => phase.name === 'closed'
