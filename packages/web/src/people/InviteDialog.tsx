import { useMutation } from '@tanstack/react-query'
import { api, type Outputs, queryClient } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Form } from '../ui/Form.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { AreaSelect } from './AreaSelect.tsx'
import { absolute } from './absolute.ts'

/** An invitation is a link: one person uses it once, and sets a name, an e-mail and a password. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const invite = useMutation(
    api.people.invite.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.people.invitations.key() }),
    }),
  )
  return (
    <Dialog
      title={invite.data ? 'Send this link' : 'Invite somebody'}
      lead={
        invite.data
          ? 'By whatever you use to talk. It is good for one person.'
          : 'You get a link to send. Whoever opens it sets a name and a password, and is in.'
      }
      open
      onClose={onClose}
    >
      {invite.data ? (
        <Made invitation={invite.data} onAnother={() => invite.reset()} onClose={onClose} />
      ) : (
        <Form
          error={invite.error}
          onSubmit={(text) =>
            invite.mutate({ note: text('note'), functionalArea: text('functionalArea') || null })
          }
          actions={
            <>
              <Button kind="go" type="submit" busy={invite.isPending}>
                Make a link
              </Button>
              <Button kind="bare" onClick={onClose}>
                Cancel
              </Button>
            </>
          }
        >
          <Field
            label="Who is it for?"
            name="note"
            autoFocus
            help="Only for your own list; may stay empty."
            maxLength={120}
          />
          <AreaSelect label="Their area" name="functionalArea" />
        </Form>
      )}
    </Dialog>
  )
}

interface MadeProps {
  invitation: Outputs['people']['invite']
  onAnother: () => void
  onClose: () => void
}

function Made({ invitation, onAnother, onClose }: MadeProps) {
  return (
    <>
      <CopyField
        label={invitation.note === '' ? 'Invitation link' : `Invitation link for ${invitation.note}`}
        value={absolute(invitation.link)}
        autoFocus
      />
      {invitation.onlyThisComputer ? (
        <div className="mt-4 rounded bg-amber-wash px-3.5 py-3">
          <p className="font-medium text-amber">Only this computer can reach this link.</p>
          <p className="mt-1 text-small text-ink-2">
            To let colleagues on your network in, stop Foreword in the terminal and start it with the command
            below. It prints an address and a QR code; then make a new link here.
          </p>
          <div className="mt-2.5">
            <CopyField label="Command" hideLabel quiet value="npm start -- --lan" />
          </div>
        </div>
      ) : (
        <p className="mt-3 text-small text-ink-2">
          It ends <RelativeTime at={invitation.expiresAt} />, and you can withdraw it before.
        </p>
      )}
      <div className="mt-5 flex gap-2">
        <Button onClick={onClose}>Done</Button>
        <Button kind="bare" onClick={onAnother}>
          Make another
        </Button>
      </div>
    </>
  )
}
