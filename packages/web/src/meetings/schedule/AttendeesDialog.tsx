import type { InviteRole } from '@foreword/core/meetings/plan'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useAct } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { asSent, givenRoles, type Invitee } from './attendees.ts'
import { AddSomebody, People } from './People.tsx'

// facilitating is handed over, to somebody who is there
const roles = givenRoles.filter((role) => role !== 'facilitator')

/** R12: who comes and as what, once the meeting is scheduled. Each change is an act of its own, done at once. */
export function AttendeesDialog({ onClose }: { onClose: () => void }) {
  const { room, name } = useRoomNow()
  const people = useQuery(api.people.list.queryOptions())
  const invite = useAct('invite')
  const uninvite = useAct('uninvite')
  const error = invite.error ?? uninvite.error
  const coming = invite.isPending ? invite.variables.attendee : null
  // guests have a list of their own, with their links
  const invitees = room.attendees.flatMap(({ personId, roles }): Invitee[] => {
    // what was just pressed shows before the room has heard of it
    const said = coming?.personId === personId ? coming.roles : roles
    const given = said.filter((role): role is InviteRole => role !== 'guest')
    const functionalArea = people.data?.find(({ id }) => id === personId)?.functionalArea ?? null
    return given.length === 0 ? [] : [{ personId, name: name(personId), functionalArea, roles: given }]
  })
  const send = (attendee: Invitee) => {
    uninvite.reset()
    for (const each of asSent([attendee], room.purpose)) invite.mutate({ attendee: each })
  }
  function change(wanted: readonly Invitee[]) {
    const gone = invitees.find(({ personId }) => !wanted.some((each) => each.personId === personId))
    if (gone) {
      invite.reset()
      uninvite.mutate({ personId: gone.personId })
      return
    }
    const before = (one: Invitee) => invitees.find(({ personId }) => personId === one.personId)
    const changed = wanted.find((one) => before(one)?.roles.join() !== one.roles.join())
    if (changed) send(changed)
  }
  const isReading = room.attendees.length === 0
  return (
    <Dialog
      title="Who comes, and as what"
      lead={
        isReading
          ? 'While the room reads nobody is shown who is in it. Whom you invite now reads what is left of the time.'
          : 'Each change is made at once. Whoever you invite gets the invitation; whoever you remove is told.'
      }
      open
      onClose={onClose}
    >
      {error && <ErrorNote error={error} />}
      {isReading ? (
        <AddSomebody invitees={invitees} onAdd={send} />
      ) : (
        <People
          invitees={invitees}
          purpose={room.purpose}
          roles={roles}
          keeps={uninvite.disabledReason && 'Who is invited when the meeting begins stays in it.'}
          onChange={change}
        />
      )}
      {invite.isSuccess && isReading && (
        <p role="status" className="mt-3 text-small text-ink-2">
          Invited.
        </p>
      )}
    </Dialog>
  )
}
