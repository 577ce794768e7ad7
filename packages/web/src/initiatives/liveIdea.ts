import type { InitiativeNews } from '@foreword/core/initiatives/contract'
import { useQuery } from '@tanstack/react-query'
import { api, live, queryClient } from '../api.ts'
import { useLive } from '../useLive.ts'
import { type Idea, ideaQuery } from './idea.ts'

/** The idea as it stands, following what others do to it for as long as it is shown. */
export function useIdea(initiativeId: string) {
  const idea = useQuery(ideaQuery(initiativeId))
  useLive(
    `idea ${initiativeId}`,
    (options) => live.initiatives.watch({ initiativeId: initiativeId as Idea['id'] }, options), // it comes out of the address, as there
    (news) => hear(initiativeId, news),
  )
  return idea
}

function hear(initiativeId: string, { what, question, version }: InitiativeNews) {
  void queryClient.invalidateQueries({ queryKey: api.initiatives.activity.key() })
  // what others did beside it; words of an answer come by the second and touch none of these
  if (what !== 'answer' || question === 'evidence') {
    void queryClient.invalidateQueries({ queryKey: api.iterations.key() })
    void queryClient.invalidateQueries({ queryKey: api.meetings.lineage.key() })
    void queryClient.invalidateQueries({ queryKey: api.evidence.key() })
  }
  if (what === 'activity') return
  const { queryKey } = ideaQuery(initiativeId)
  const known = queryClient.getQueryData(queryKey)
  // the news of one's own save comes after its answer
  if (question && version !== null && known && known.versions[question] >= version) return
  void queryClient.invalidateQueries({ queryKey })
}

/** Puts what an act gave back in place of what was known. */
export function ideaBecomes(idea: Idea) {
  queryClient.setQueryData(ideaQuery(idea.id).queryKey, idea)
  void queryClient.invalidateQueries({ queryKey: api.initiatives.list.key() })
  void queryClient.invalidateQueries({ queryKey: api.initiatives.activity.key() })
}
