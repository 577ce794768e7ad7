import type { InitiativeNews } from '@foreword/core/initiatives/contract'
import { useQuery } from '@tanstack/react-query'
import { api, live, type Outputs, queryClient } from '../api.ts'
import { useLive } from '../useLive.ts'

/** Everything an idea's page is made of. */
export type Idea = Outputs['initiatives']['get']

export const ideaQuery = (initiativeId: string) =>
  // the id comes out of the address: what is none is refused by the server, which says so
  api.initiatives.get.queryOptions({
    input: { initiativeId: initiativeId as Idea['id'] },
    structuralSharing: newest,
  })

/**
 * Of two states of the page, the newer answers: one asked for before a save may arrive after it. Between two of one
 * version the old object stands, so that what did not change is not drawn anew.
 */
function newest(before: unknown, now: unknown): unknown {
  // the only query with this option holds ideas
  const [old, fresh] = [before as Idea | undefined, now as Idea]
  if (!old) return fresh
  const answers: Record<string, unknown> = { ...fresh.answers }
  const versions = { ...fresh.versions }
  let behind = false
  for (const { id } of fresh.questions) {
    if (old.versions[id] < fresh.versions[id]) continue
    if (old.versions[id] > fresh.versions[id]) behind = true
    answers[id] = old.answers[id]
    versions[id] = old.versions[id]
  }
  const { readiness, next, customer, benefit } = behind ? old : fresh
  return { ...fresh, answers, versions, readiness, next, customer, benefit }
}

/** The idea as it stands, following what others do to it for as long as it is shown. */
export function useIdea(initiativeId: string) {
  const idea = useQuery(ideaQuery(initiativeId))
  useLive(
    `idea ${initiativeId}`,
    (options) => live.initiatives.watch({ initiativeId: initiativeId as Idea['id'] }, options), // as above
    (news) => hear(initiativeId, news),
  )
  return idea
}

function hear(initiativeId: string, { what, question, version }: InitiativeNews) {
  void queryClient.invalidateQueries({ queryKey: api.initiatives.activity.key() })
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
