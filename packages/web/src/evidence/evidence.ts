import { api, queryClient } from '../api.ts'
import { type Idea, ideaQuery } from '../initiatives/idea.ts'

/** What was known of the idea's evidence is old: its list, and the answer that is the head of it. Done when the list is new. */
export function evidenceChanged(initiativeId: Idea['id']): Promise<void> {
  const listed = queryClient.invalidateQueries({ queryKey: api.evidence.list.key() })
  void queryClient.invalidateQueries({ queryKey: ideaQuery(initiativeId).queryKey })
  return listed
}
