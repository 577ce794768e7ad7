import { useRoomNow } from '../room/context.ts'
import { roleWords } from '../words.ts'

/** Where nobody reads or talks, it is no secret who has come. */
export function WhoIsHere() {
  const { room, me, name } = useRoomNow()
  const here = room.attendees.filter((attendee) => attendee.here)
  return (
    <section className="mt-10" aria-live="polite">
      <h2 className="mb-2 text-small font-semibold text-ink-2">
        Who is here
        <span className="font-normal text-ink-3">
          {' '}
          · {here.length} of {room.attendees.length}
        </span>
      </h2>
      <ul className="max-w-measure border-b border-rule">
        {room.attendees.map(({ personId, roles, here }) => (
          <li key={personId} className="flex justify-between gap-4 border-t border-rule py-2.5">
            <span className={here ? '' : 'text-ink-3'}>
              {name(personId)}
              {personId === me && <span className="text-ink-3"> · you</span>}
              <span className="block text-small text-ink-3">{roleWords(roles)}</span>
            </span>
            <span className={`text-small ${here ? 'text-accent' : 'text-ink-3'}`}>
              {here ? 'here' : 'not here yet'}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
