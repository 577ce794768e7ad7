import type { EditionId } from '@foreword/core/ids'
import type { ChangedLines } from '@foreword/core/narratives/narrative'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'

/** What differs between two editions; undefined while it is unknown, and for ever where there is nothing to compare. */
export function useChangedLines(
  editionId: EditionId,
  from: EditionId | undefined,
): ChangedLines[] | undefined {
  const { data } = useQuery(
    api.narratives.changedLines.queryOptions({
      input: { editionId, from: from ?? editionId },
      staleTime: Number.POSITIVE_INFINITY,
      enabled: from !== undefined,
    }),
  )
  return from === undefined ? undefined : data
}
