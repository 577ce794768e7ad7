import { finishingSentence } from '@foreword/core/narratives/reading-pace'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

/** N5: what share of this company's readers would have read so many pages in so many minutes, or that nobody can say. */
export function WhoFinishes({ pages, minutes }: { pages: number; minutes: number }) {
  const pace = useQuery(api.narratives.pace.queryOptions())
  return pace.data && finishingSentence(pace.data, { pages, minutes })
}
