import { useMutation, useQuery } from '@tanstack/react-query'
import { api, queryClient } from '../api.ts'
import { notify } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { List, Page, Row } from '../ui/Page.tsx'
import { Refused } from '../ui/Refused.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { signOut } from './me.ts'
import { browserIn } from './userAgent.ts'

export function SessionsPage() {
  const sessions = useQuery(api.people.sessions.queryOptions())
  const end = useMutation(
    api.people.endSession.mutationOptions({
      onSuccess: () => notify('Signed out there.'),
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.people.sessions.key() }),
    }),
  )
  return (
    <Page
      title="Your sessions"
      lead="Where you are signed in. If you do not know one of them, sign it out; it ends at once."
      actions={<Button onClick={() => void signOut()}>Sign out here</Button>}
    >
      <div className="mt-7">
        {sessions.isPending && <Loading />}
        {sessions.isError && <ErrorNote error={sessions.error} retry={() => void sessions.refetch()} />}
        <Refused error={end.error} className="mb-4" />
        {sessions.data && (
          <List label="Sessions">
            {sessions.data.map((session) => (
              <Row
                key={session.id}
                detail={
                  <>
                    {session.address !== '' && `${session.address} · `}since{' '}
                    <RelativeTime at={session.since} />
                  </>
                }
                aside={
                  session.current ? (
                    'This one'
                  ) : (
                    <Button
                      busy={end.isPending && end.variables.sessionId === session.id}
                      onClick={() => end.mutate({ sessionId: session.id })}
                    >
                      Sign out
                    </Button>
                  )
                }
              >
                {browserIn(session.userAgent)}
              </Row>
            ))}
          </List>
        )}
      </div>
    </Page>
  )
}
