import type { NewsLine } from '@foreword/core/notifications/contract'
import { gather } from '@foreword/core/notifications/gather'
import { NEWS_DAYS, newsKindLabels, newsKinds } from '@foreword/core/notifications/kinds'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { api, queryClient } from '../api.ts'
import { notify, notifyRefusal } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { Empty, Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { List, Page, Section } from '../ui/Page.tsx'
import { NewsRow } from './NewsRow.tsx'
import { useSee } from './useSee.ts'

/** What others did where I take part: what is new above, the rest below, the latest first. */
export function NewsPage() {
  const news = useInfiniteQuery(
    api.notifications.list.infiniteOptions({
      input: (before: NewsLine | undefined) => ({ before: before?.at, beforeId: before?.id, most: 50 }),
      initialPageParam: undefined,
      getNextPageParam: ({ lines, more }) => (more ? lines.at(-1) : undefined),
      refetchInterval: 30_000,
    }),
  )
  const see = useSee()
  const lines = news.data?.pages.flatMap((page) => page.lines) ?? []
  const seenAt = news.data?.pages[0]?.seenAt ?? null
  const isNew = ({ at }: NewsLine) => seenAt === null || at > seenAt
  const fresh = lines.filter(isNew)
  const before = lines.filter((line) => !isNew(line))
  const [latest] = fresh
  return (
    <Page
      title="News"
      lead={`What others did where you take part, ${NEWS_DAYS} days back. What needs you stands on your desk.`}
    >
      {news.isPending && <Loading />}
      {news.isError && <ErrorNote className="mt-6" error={news.error} retry={() => void news.refetch()} />}
      {news.data && lines.length === 0 && (
        <Empty title="Nothing has happened yet.">
          When a colleague comments on what you write, freezes an edition you are asked to read or records a
          decision you took part in, it stands here. Your own acts do not.
        </Empty>
      )}
      {latest && (
        <Section
          title="New"
          actions={
            <Button kind="bare" busy={see.isPending} onClick={() => void see.see(latest.at, seenAt)}>
              I have seen it
            </Button>
          }
        >
          <List label="New">
            {gather(fresh).map((row) => (
              <NewsRow key={row.first.id} row={row} isNew />
            ))}
          </List>
        </Section>
      )}
      {before.length > 0 && (
        <Section title="Before">
          <List label="Before">
            {gather(before).map((row) => (
              <NewsRow key={row.first.id} row={row} isNew={false} />
            ))}
          </List>
        </Section>
      )}
      {news.hasNextPage && (
        <Button
          kind="bare"
          className="mt-3 -ml-3.5"
          busy={news.isFetchingNextPage}
          onClick={() => void news.fetchNextPage()}
        >
          Earlier
        </Button>
      )}
      {news.data && <Choices />}
    </Page>
  )
}

/** One's own: which kinds one does without. E-mail is chosen apart, in the settings. */
function Choices() {
  const { queryKey } = api.notifications.choices.queryOptions()
  const { data } = useQuery(api.notifications.choices.queryOptions())
  const choose = useMutation(
    api.notifications.choose.mutationOptions({
      onSuccess(chosen) {
        queryClient.setQueryData(queryKey, chosen)
        void queryClient.invalidateQueries({ queryKey: api.notifications.list.key() })
        notify('What is news to you is changed.')
      },
      onError: (error) => notifyRefusal(error, 'That was not kept, and nothing has changed. Try again.'),
    }),
  )
  if (!data) return null
  const { unwanted } = data
  return (
    <Section title="What is news to you" note="your own, nobody else’s">
      <div className="border-y border-rule py-3">
        {newsKinds.map((kind) => (
          <Checkbox
            key={kind}
            label={newsKindLabels[kind]}
            checked={!unwanted.includes(kind)}
            disabled={choose.isPending}
            onChange={() =>
              choose.mutate({
                unwanted: unwanted.includes(kind)
                  ? unwanted.filter((other) => other !== kind)
                  : [...unwanted, kind],
              })
            }
          />
        ))}
      </div>
    </Section>
  )
}
