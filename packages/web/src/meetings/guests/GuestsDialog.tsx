import { useMutation, useQuery } from '@tanstack/react-query'
import { api, queryClient } from '../../api.ts'
import { newKey } from '../../key.ts'
import { absolute } from '../../people/absolute.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import { useRoomNow } from '../room/context.ts'

/** Guests of this meeting: a link each, to copy again or to end. */
export function GuestsDialog({ onClose }: { onClose: () => void }) {
  const { meetingId } = useRoomNow().room
  const guests = useQuery(api.meetings.guests.queryOptions({ input: { meetingId } }))
  const news = { onSuccess: () => queryClient.invalidateQueries({ queryKey: api.meetings.guests.key() }) }
  const invite = useMutation(api.meetings.inviteGuest.mutationOptions(news))
  const remove = useMutation(api.meetings.removeGuest.mutationOptions(news))
  const error = guests.error ?? remove.error
  return (
    <Dialog
      title="Guests"
      lead="Somebody from outside the company reads the edition with the room, asks and speaks. They see this meeting and nothing else, and cannot take anything out."
      open
      onClose={onClose}
    >
      {error && <ErrorNote error={error} />}
      {guests.data?.map(({ personId, name, link, expiresAt }) => (
        <div key={personId} className="mb-5">
          <CopyField label={`Link for ${name}`} value={absolute(link)} />
          <p className="mt-1.5 flex flex-wrap items-center gap-x-2 text-small text-ink-2">
            <span>
              It ends <RelativeTime at={expiresAt} />.
            </span>
            <Button
              kind="bare"
              busy={remove.isPending && remove.variables.personId === personId}
              onClick={() => remove.mutate({ meetingId, personId })}
            >
              End it now
            </Button>
          </p>
        </div>
      ))}
      {invite.data?.onlyThisComputer && (
        <p className="mb-5 rounded bg-amber-wash px-3.5 py-3 text-small text-amber">
          Only this computer can reach these links. Start Foreword with <code>npm start -- --lan</code>, or at
          a public address, and invite them then.
        </p>
      )}
      <Form
        // emptied for the next one
        key={invite.data?.personId}
        error={invite.error}
        onSubmit={(text) => invite.mutate({ meetingId, key: newKey(), name: text('name') })}
        actions={
          <Button kind="go" type="submit" busy={invite.isPending}>
            Make a link
          </Button>
        }
      >
        <Field
          label="Their name"
          name="name"
          autoFocus
          maxLength={80}
          help="As the room reads it beside their questions."
        />
      </Form>
    </Dialog>
  )
}
