import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Page } from '../../ui/Page.tsx'
import { DecisionLines } from './DecisionLines.tsx'

const AT_ONCE = 50

export function DecisionsPage() {
  const { settings } = useMe().workspace
  const decisions = useInfiniteQuery(
    api.decisions.list.infiniteOptions({
      input: (before: string | undefined) => ({ before, limit: AT_ONCE }),
      initialPageParam: undefined,
      getNextPageParam: (lines) => (lines.length < AT_ONCE ? undefined : lines.at(-1)?.recordedAt),
    }),
  )
  const lines = decisions.data?.pages.flat() ?? []
  return (
    <Page
      title="Decisions"
      lead="Who decided what, and because of what. None is ever edited; a later one may supersede it."
      actions={settings.predictions && <ButtonLink href={paths.predictions()}>Your predictions</ButtonLink>}
    >
      {decisions.isPending && <Loading />}
      {decisions.isError && (
        <ErrorNote className="mt-6" error={decisions.error} retry={() => void decisions.refetch()} />
      )}
      {lines.length > 0 && (
        <div className="mt-6">
          <DecisionLines lines={lines} />
        </div>
      )}
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
      {decisions.data && lines.length === 0 && (
        <div className="mt-8">
          <Empty
            title="Nothing is decided until it is written down."
            action={
              <ButtonLink kind="go" href={paths.ideas()}>
                Choose an idea
              </ButtonLink>
            }
          >
            A decision names who decided, what, and because of what, with the dissent of those who saw it
            otherwise. A meeting that is to decide ends with one; what was decided elsewhere is recorded on
            the idea’s own page.
          </Empty>
        </div>
      )}
    </Page>
  )
}
