import { useQuery } from '@tanstack/react-query'
import { api, type Outputs } from '../../api.ts'

/**
 * The earlier edition of the same document that the last meeting read which was held to its end; undefined while it is
 * unknown, and where there was none.
 */
export function useMetBefore({ initiativeId, narrativeId, number }: Outputs['narratives']['edition']) {
  const { data: meetings } = useQuery(api.meetings.list.queryOptions({ input: { initiativeId } }))
  const { data: editions } = useQuery(api.narratives.editions.queryOptions({ input: { initiativeId } }))
  return meetings
    ?.filter(({ phase, calledOff }) => phase === 'closed' && !calledOff)
    .map(({ editionId }) => editions?.find(({ id }) => id === editionId))
    .findLast((read) => read?.narrativeId === narrativeId && read.number < number)
}
