import { standings } from '@foreword/core/evidence/study'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import {
  type Held,
  interviewsWords,
  type OfStudy,
  ofStudy,
  standingWords,
  studiesChanged,
} from './studies.ts'

/** Interviews that were gathered as evidence before, or brought in by a table, and are of no study. */
export function TakeIn(of: OfStudy) {
  const { idea, study } = of
  const list = useInfiniteQuery(
    api.evidence.list.infiniteOptions({
      input: (before: number | undefined) => ({
        ...{ initiativeId: idea.id, kind: 'interview' as const, study: 'none' as const },
        ...{ before, most: 20 },
      }),
      initialPageParam: undefined,
      getNextPageParam: ({ pieces, more }) => (more ? pieces.at(-1)?.seq : undefined),
    }),
  )
  const take = useTaking(of)
  const pieces = list.data?.pages.flatMap((page) => page.pieces) ?? []
  if (list.isError) return <ErrorNote error={list.error} retry={() => void list.refetch()} />
  if (pieces.length === 0) return null
  const heading = `before-${study.id}`
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="font-text text-lead font-semibold">
        Gathered before
      </h3>
      <p className="mt-1 text-small text-ink-2">
        Interviews among the evidence that are of no study. Take them in as what they were.
      </p>
      {pieces.length > 1 && (
        <div className="mt-2 flex flex-wrap gap-2">
          {standings.map((standing) => (
            <Button
              key={standing}
              busy={take.isPending}
              onClick={() =>
                take.in(
                  pieces.slice(0, 200).map(({ id }) => id),
                  standing,
                )
              }
            >
              All {Math.min(pieces.length, 200)}: {standingWords[standing].toLowerCase()}s
            </Button>
          ))}
        </div>
      )}
      <ul aria-label="Gathered before" className="mt-2">
        {pieces.map(({ id, statement, source, date }) => (
          <li key={id} className="border-t border-rule py-2.5">
            <span className="block wrap-break-word">{statement.slice(0, 200) || 'Not written yet'}</span>
            <span className="block text-small text-ink-3">{[source, date].filter(Boolean).join(' · ')}</span>
            <span className="-ml-3.5 flex flex-wrap">
              {standings.map((standing) => (
                <Button
                  key={standing}
                  kind="bare"
                  busy={take.isPending}
                  onClick={() => take.in([id], standing)}
                >
                  {standingWords[standing]}
                  <span className="sr-only"> “{statement.slice(0, 60)}”</span>
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button
          kind="bare"
          className="-ml-3.5"
          busy={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          Earlier
        </Button>
      )}
    </section>
  )
}

function useTaking(of: OfStudy) {
  const drop = useMutation(
    api.evidence.dropInterview.mutationOptions({ onSettled: () => studiesChanged(of.idea.id) }),
  )
  const take = useMutation(
    api.evidence.takeInterviews.mutationOptions({
      onSettled: () => studiesChanged(of.idea.id),
      onSuccess: ({ taken }) =>
        notifyUndo(`${interviewsWords(taken.length)} taken in.`, () => {
          for (const interviewId of taken) drop.mutate({ ...ofStudy(of), interviewId, dropped: true })
        }),
      onError: () => notifyProblem('Nothing was taken in: a piece is gone, or the server does not answer.'),
    }),
  )
  return {
    isPending: take.isPending,
    in: (evidenceIds: string[], standing: Held['standing']) =>
      take.mutate({ ...ofStudy(of), evidenceIds, standing }),
  }
}
