import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { paths } from '../paths.ts'
import { Button, ButtonLink } from '../ui/Button.tsx'
import { Empty, Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { List, Page } from '../ui/Page.tsx'
import { DecisionRow } from './DecisionRow.tsx'

const MOST = 50

export function DecisionsPage() {
  const decisions = useInfiniteQuery(
    api.decisions.list.infiniteOptions({
      input: (before: string | undefined) => ({ limit: MOST, before }),
      initialPageParam: undefined,
      getNextPageParam: (lines) => (lines.length < MOST ? undefined : lines.at(-1)?.recordedAt),
    }),
  )
  const lines = decisions.data?.pages.flat() ?? []
  return (
    <Page
      title="Decisions"
      lead="Who decided what, on which edition, and because of what. None is ever edited; a later one may supersede it."
    >
      {decisions.isPending && <Loading />}
      {decisions.isError && (
        <ErrorNote className="mt-6" error={decisions.error} retry={() => void decisions.refetch()} />
      )}
      {decisions.data && lines.length === 0 && (
        <div className="mt-8">
          <Empty
            title="Most ideas are set aside, and that is honoured."
            action={
              <ButtonLink kind="go" href={paths.meetings()}>
                See the meetings
              </ButtonLink>
            }
          >
            A decision is one sentence: who decided to fund, revise, investigate, park, set aside or merge an
            idea, and because of what. It is recorded at the end of a meeting that is to decide, or on the
            idea’s Decisions page when it was taken elsewhere.
          </Empty>
        </div>
      )}
      {lines.length > 0 && (
        <div className="mt-7">
          <List label="Decisions">
            {lines.map((line) => (
              <DecisionRow key={line.id} line={line} />
            ))}
          </List>
          {decisions.hasNextPage && (
            <Button
              kind="bare"
              className="mt-3 -ml-3.5"
              busy={decisions.isFetchingNextPage}
              onClick={() => void decisions.fetchNextPage()}
            >
              Earlier
            </Button>
          )}
        </div>
      )}
    </Page>
  )
}
