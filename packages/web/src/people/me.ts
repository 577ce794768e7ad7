import type { Permission } from '@foreword/core/people/permissions'
import { permissions, type Right, suffices } from '@foreword/core/people/permissions'
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

type Operation = keyof typeof permissions

/**
 * Why this person may not call an operation, in a sentence for a disabled button; undefined when they may. For an
 * operation on an idea, `held` is the right its page was given with it. The server decides; this is only manners.
 */
export function whyNot(operation: Operation, me: Me, held?: Right): string | undefined {
  const permission: Permission = permissions[operation]
  if (permission.needs === 'anyone' || permission.needs === 'member') return undefined
  if (permission.needs === 'administrator')
    return me.person.role === 'administrator' ? undefined : 'Only an administrator can do this.'
  if (held !== undefined && suffices(held, permission.needs)) return undefined
  return {
    read: 'This is not shared with you.',
    comment: 'This is not shared with you.',
    edit: 'Only its authors can change this. Ask its owner to add you.',
    own: 'Only its owner can do this.',
  }[permission.needs]
}
