import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { paths } from '../paths.ts'
import { isRefusal } from '../refusal.ts'
import { go } from '../router.tsx'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Form } from '../ui/Form.tsx'
import { TextLink } from '../ui/Page.tsx'
import { IdentityFields } from './identityFields.tsx'
import { becomes, meQuery, signOut } from './me.ts'
import { Outside } from './Outside.tsx'

export function JoinPage({ token }: { token: string }) {
  const me = useQuery(meQuery)
  const invitation = useQuery(
    api.people.invitation.queryOptions({ input: { token }, staleTime: Number.POSITIVE_INFINITY }),
  )
  const accept = useMutation(
    api.people.accept.mutationOptions({
      onSuccess(me) {
        becomes(me)
        go(paths.desk(), { replace: true })
      },
    }),
  )

  if (invitation.isError)
    return (
      <Outside title="This link is no longer good">
        <ErrorNote
          error={invitation.error}
          retry={isRefusal(invitation.error, 'invitation-gone') ? undefined : () => void invitation.refetch()}
        />
        <p className="mt-5 text-ink-2">
          Joined already? <TextLink href={paths.signIn()}>Sign in</TextLink>.
        </p>
      </Outside>
    )
  if (!invitation.data)
    return (
      <Outside title="Join">
        <Loading />
      </Outside>
    )
  const { company, invitedBy } = invitation.data
  if (me.data && accept.isIdle)
    return (
      <Outside
        title={`You are here already, as ${me.data.person.name}`}
        lead={`The link is for somebody who is not yet at ${company}. It stays good.`}
      >
        <div className="flex gap-2">
          <ButtonLink kind="go" href={paths.desk()}>
            Go to your desk
          </ButtonLink>
          <Button kind="bare" onClick={() => void signOut()}>
            Sign out
          </Button>
        </div>
      </Outside>
    )
  return (
    <Outside title={`Join ${company}`} lead={`${invitedBy} invites you to read, question and write there.`}>
      <Form
        error={accept.error}
        onSubmit={(text) =>
          accept.mutate({ token, name: text('name'), email: text('email'), password: text('password') })
        }
        actions={
          <Button kind="go" type="submit" busy={accept.isPending} className="min-w-32">
            Join
          </Button>
        }
      >
        <IdentityFields />
      </Form>
    </Outside>
  )
}
