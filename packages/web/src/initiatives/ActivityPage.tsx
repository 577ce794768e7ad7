import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Loading } from '../ui/Empty.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { TextLink } from '../ui/Page.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { aboutHref } from './about.ts'
import { IdeaFrame } from './IdeaFrame.tsx'
import type { Idea } from './idea.ts'

export function ActivityPage({ initiativeId }: { initiativeId: string }) {
  return (
    <IdeaFrame initiativeId={initiativeId} title="Activity">
      {(idea) => <Timeline idea={idea} />}
    </IdeaFrame>
  )
}

/** What happened, latest first: who, what, when, and why where they said so. */
function Timeline({ idea }: { idea: Idea }) {
  const lines = useInfiniteQuery(
    api.initiatives.activity.infiniteOptions({
      input: (before: string | undefined) => ({ initiativeId: idea.id, before, most: 50 }),
      initialPageParam: undefined,
      getNextPageParam: ({ activity, more }) => (more ? activity.at(-1)?.at : undefined),
    }),
  )
  const all = lines.data?.pages.flatMap(({ activity }) => activity) ?? []
  return (
    <div className="mt-6 max-w-measure">
      {lines.isPending && <Loading />}
      {lines.isError && <ErrorNote error={lines.error} retry={() => void lines.refetch()} />}
      <ol aria-label="What happened">
        {all.map(({ id, at, actor, says, reason, about }) => {
          const href = about && aboutHref(about, idea.id)
          return (
            <li key={id} className="grid gap-x-5 border-b border-rule py-3 sm:grid-cols-[7.5rem_1fr]">
              <span className="text-small text-ink-3 sm:pt-px">
                <RelativeTime at={at} />
              </span>
              <div>
                <p>
                  {actor ? `${actor.name} ` : ''}
                  {href ? <TextLink href={href}>{says}</TextLink> : says}
                </p>
                {reason !== '' && <p className="mt-0.5 font-text text-read text-ink-2">“{reason}”</p>}
              </div>
            </li>
          )
        })}
      </ol>
      {lines.hasNextPage && (
        <Button
          kind="bare"
          className="mt-3 -ml-3.5"
          busy={lines.isFetchingNextPage}
          onClick={() => void lines.fetchNextPage()}
        >
          Earlier
        </Button>
      )}
    </div>
  )
}
