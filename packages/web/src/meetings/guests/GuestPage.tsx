import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { becomes, meQuery, signOut } from '../../people/me.ts'
import { Outside } from '../../people/Outside.tsx'
import { isRefusal } from '../../refusal.ts'
import { go } from '../../router.tsx'
import { Button } from '../../ui/Button.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { minutesWords, whenWords, zoneWords } from '../words.ts'

/** The way in for a guest: what it is, and one button. There is nothing to set up and no password. */
export function GuestPage({ token }: { token: string }) {
  const me = useQuery(meQuery)
  const invitation = useQuery(
    api.meetings.guestInvitation.queryOptions({ input: { token }, staleTime: Number.POSITIVE_INFINITY }),
  )
  const enter = useMutation(
    api.meetings.enterAsGuest.mutationOptions({
      onSuccess({ me, meetingId }) {
        becomes(me)
        go(paths.meeting({ meetingId }), { replace: true })
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
      </Outside>
    )
  if (!invitation.data)
    return (
      <Outside title="A meeting">
        <Loading />
      </Outside>
    )
  const { name, company, invitedBy, document, startsAt, minutes } = invitation.data
  const colleague = enter.isIdle && me.data?.person.role !== 'guest' ? me.data?.person : undefined
  if (colleague)
    return (
      <Outside
        title={`You are here already, as ${colleague.name}`}
        lead={`The link is for ${name}, who is a guest. It stays good.`}
      >
        <Button kind="bare" onClick={() => void signOut()}>
          Sign out
        </Button>
      </Outside>
    )
  const at = new Date(startsAt)
  return (
    <Outside title={document} lead={`${invitedBy} of ${company} invites you, ${name}, to read and to ask.`}>
      <p className="font-text text-read">
        {whenWords(at, new Date())}, {zoneWords(at)}, for {minutesWords(minutes)}. It begins in silence:
        everybody reads the same pages. Then all questions open at once, yours among them, and are answered.
      </p>
      {enter.isError && (
        <div className="mt-4">
          <ErrorNote error={enter.error} />
        </div>
      )}
      <div className="mt-6">
        <Button kind="go" busy={enter.isPending} onClick={() => enter.mutate({ token })}>
          Come in
        </Button>
      </div>
      <p className="mt-4 text-small text-ink-2">
        The link is yours alone: what is asked with it is asked in your name.
      </p>
    </Outside>
  )
}
