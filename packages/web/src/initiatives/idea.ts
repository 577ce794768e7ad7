import { api, type Outputs } from '../api.ts'

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
