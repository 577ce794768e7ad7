import { useQuery } from '@tanstack/react-query'
import { api, client, type Outputs, queryClient } from '../api.ts'
import { paths } from '../paths.ts'

/** Who is signed in, their company and its settings. */
export type Me = NonNullable<Outputs['people']['me']>

export const meQuery = api.people.me.queryOptions({ staleTime: 60_000 })

/** The person who is signed in. Only for pages inside: outside there may be none. */
export function useMe(): Me {
  const { data } = useQuery(meQuery)
  if (!data) throw new Error('useMe on a page that is shown before signing in')
  return data
}

/** Signed in: nothing that was asked for before, as somebody else or as nobody, stays in memory. */
export function becomes(me: Me) {
  queryClient.clear()
  queryClient.setQueryData(meQuery.queryKey, me)
}

/** Signs out and loads the app anew: no socket, cache or page of the one who leaves remains. */
export async function signOut() {
  await client.people.signOut()
  window.location.assign(paths.signIn())
}
