import { useQuery } from '@tanstack/react-query'
import { api, live, type Outputs, queryClient } from '../api.ts'
import { useLive } from '../useLive.ts'

export type Comment = Outputs['reviews']['listComments'][number]
type NarrativeId = Parameters<typeof live.reviews.watchComments>[0]['narrativeId']

/** The comments on a draft, as others make them. */
export function useDraftComments(narrativeId: string): Comment[] {
  const id = narrativeId as NarrativeId // out of the address; what is none the server refuses
  const query = api.reviews.listComments.queryOptions({ input: { narrativeId: id } })
  const { data } = useQuery(query)
  useLive(
    `comments ${narrativeId}`,
    (options) => live.reviews.watchComments({ narrativeId: id }, options),
    () => void refreshComments(),
  )
  return data ?? []
}

export const refreshComments = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: api.reviews.listComments.key() }),
    queryClient.invalidateQueries({ queryKey: api.reviews.listEditionComments.key() }),
  ])
