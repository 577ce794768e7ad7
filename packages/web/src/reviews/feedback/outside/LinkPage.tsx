import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { becomes, meQuery, signOut } from '../../../people/me.ts'
import { Outside } from '../../../people/Outside.tsx'
import { isRefusal } from '../../../refusal.ts'
import { go } from '../../../router.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Loading } from '../../../ui/Empty.tsx'
import { ErrorNote } from '../../../ui/ErrorNote.tsx'
import { LinkIsOver } from './LinkIsOver.tsx'

/** The way in for a reader without an account: there is nothing to press, page one is next. */
export function LinkPage({ token }: { token: string }) {
  const me = useQuery(meQuery)
  const { mutate, isIdle, error } = useMutation(
    api.feedback.openLink.mutationOptions({
      onSuccess({ me, requestId }) {
        becomes(me)
        // the secret stays in no address that somebody looks at
        go(paths.read({ by: requestId }), { replace: true })
      },
    }),
  )
  const colleague = me.data && me.data.person.role !== 'guest' ? me.data.person : null
  const isReady = me.isFetched && colleague === null
  useEffect(() => {
    if (isReady && isIdle) mutate({ token })
  }, [isReady, isIdle, mutate, token])

  if (isIdle && colleague)
    return (
      <Outside
        title={`You are here already, as ${colleague.name}`}
        lead="The link is for somebody who has no account. It stays good."
      >
        <Button kind="bare" onClick={() => void signOut()}>
          Sign out
        </Button>
      </Outside>
    )
  if (isRefusal(error, 'link-is-over')) return <LinkIsOver />
  return (
    <Outside title="A document to read">
      {error ? <ErrorNote error={error} retry={() => mutate({ token })} /> : <Loading what="Opening it" />}
    </Outside>
  )
}
