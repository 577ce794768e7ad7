import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client, type Outputs, queryClient } from '../api.ts'
import { later, notify, notifyProblem } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { copyText } from '../ui/clipboard.ts'
import { Empty } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { List, Row, Section } from '../ui/Page.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { absolute } from './absolute.ts'
import { useMe } from './me.ts'

type Invitation = Outputs['people']['invitations'][number]

/** Links that nobody has used yet. */
export function Invitations({ onInvite }: { onInvite: () => void }) {
  const { functionalAreas } = useMe().workspace.settings
  const invitations = useQuery(api.people.invitations.queryOptions())
  const [withdrawn, setWithdrawn] = useState<readonly string[]>([])
  const waiting = invitations.data?.filter(({ id }) => !withdrawn.includes(id)) ?? []

  const withdraw = ({ id }: Invitation) => {
    const show = () => setWithdrawn((ids) => ids.filter((other) => other !== id))
    setWithdrawn((ids) => [...ids, id])
    later({
      say: 'Invitation withdrawn.',
      restore: show,
      commit: () =>
        void client.people
          .revokeInvitation({ invitationId: id })
          .then(() => queryClient.invalidateQueries({ queryKey: api.people.invitations.key() }))
          .catch(() => {
            show()
            notifyProblem('The invitation could not be withdrawn. It is still good: try again.')
          }),
    })
  }
  const copy = async ({ link }: Invitation) =>
    (await copyText(absolute(link)))
      ? notify('Link copied.')
      : notifyProblem(`Your browser does not let us copy. The link: ${absolute(link)}`)

  if (invitations.isPending) return null
  return (
    <Section title="Invited" {...(waiting.length > 0 ? { note: `${waiting.length} waiting` } : {})}>
      {invitations.isError && (
        <ErrorNote error={invitations.error} retry={() => void invitations.refetch()} />
      )}
      {invitations.data && waiting.length === 0 && (
        <Empty action={<Button onClick={onInvite}>Make an invitation link</Button>}>
          An invitation is a link that one person uses once. They set a name and a password, and are in;
          nothing has to be set up.
        </Empty>
      )}
      {waiting.length > 0 && (
        <List label="Invitations not yet used">
          {waiting.map((invitation) => (
            <Row
              key={invitation.id}
              detail={
                <>
                  {functionalAreas.find(({ id }) => id === invitation.functionalArea)?.label ?? 'No area'} ·
                  made <RelativeTime at={invitation.createdAt} /> · ends{' '}
                  <RelativeTime at={invitation.expiresAt} />
                </>
              }
              aside={
                <>
                  <Button onClick={() => void copy(invitation)}>Copy link</Button>
                  <Button kind="bare" onClick={() => withdraw(invitation)}>
                    Withdraw
                  </Button>
                </>
              }
            >
              {invitation.note === '' ? 'Whoever has the link' : invitation.note}
            </Row>
          ))}
        </List>
      )}
    </Section>
  )
}
