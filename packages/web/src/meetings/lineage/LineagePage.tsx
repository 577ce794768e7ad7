import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { IdeaFrame } from '../../initiatives/IdeaFrame.tsx'
import type { Idea } from '../../initiatives/idea.ts'
import { useMe } from '../../people/me.ts'
import { whyNot } from '../../people/rights.ts'
import { Running } from '../../reviews/iterations/Running.tsx'
import { StartIteration } from '../../reviews/iterations/StartIteration.tsx'
import { useSearch } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Beliefs } from './Beliefs.tsx'
import { OneStep } from './OneStep.tsx'

export function LineagePage({ initiativeId }: { initiativeId: string }) {
  return (
    <IdeaFrame initiativeId={initiativeId} title="How it got here">
      {(idea) => (
        <div className="mt-6 max-w-[calc(var(--container-page)-5rem)]">
          <Iterations idea={idea} />
          <InTime idea={idea} />
        </div>
      )}
    </IdeaFrame>
  )
}

/** N7: what is under way, and a new one. */
function Iterations({ idea }: { idea: Idea }) {
  const mayNot = whyNot('iterations.start', useMe(), idea.right)
  const [starting, setStarting] = useState(useSearch().get('start') !== null && !mayNot)
  const list = useQuery(api.iterations.list.queryOptions({ input: { initiativeId: idea.id } }))
  const start = () => setStarting(true)
  useCommands([
    {
      id: 'iterations.start',
      title: 'Start an iteration',
      group: 'This idea',
      run: start,
      disabledReason: mayNot,
    },
  ])
  const running = list.data?.iterations.filter(({ standing }) => standing.name === 'running') ?? []
  return (
    <section aria-labelledby="iterations">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 id="iterations" className="font-text text-lead font-semibold">
          Iterations under way
        </h2>
        <Button disabledReason={mayNot} onClick={start}>
          Start an iteration
        </Button>
      </div>
      {list.isPending && <Loading />}
      {list.isError && <ErrorNote error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && running.length === 0 && (
        <Empty>
          {list.data.iterations.length === 0
            ? 'None was ever started, and none has to be. An iteration says before it starts which assumption or open question it tests and what you expect to learn, and is written in a document of its own, so that what was approved stays as it is.'
            : 'None is under way. What the last ones changed stands below.'}
        </Empty>
      )}
      <Running idea={idea} iterations={running} mayNot={mayNot} />
      {starting && list.data && (
        <StartIteration idea={idea} proposed={list.data.proposed} onClose={() => setStarting(false)} />
      )}
    </section>
  )
}

/** Everything that brought it here, latest first. */
function InTime({ idea }: { idea: Idea }) {
  const mayNot = whyNot('iterations.reopen', useMe(), idea.right)
  const pages = useInfiniteQuery(
    api.meetings.lineage.infiniteOptions({
      input: (before: number | undefined) => ({ initiativeId: idea.id, before, most: 50 }),
      initialPageParam: undefined,
      getNextPageParam: ({ steps, more }) => (more ? steps.at(-1)?.place : undefined),
    }),
  )
  const steps = pages.data?.pages.flatMap((page) => page.steps) ?? []
  const before = pages.data?.pages.at(-1)?.before ?? []
  return (
    <section aria-labelledby="in-time" className="mt-9">
      <h2 id="in-time" className="mb-2 font-text text-lead font-semibold">
        What happened, and what it changed in belief
      </h2>
      {pages.isPending && <Loading />}
      {pages.isError && <ErrorNote error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isSuccess && steps.length === 0 && before.length === 0 && (
        <Empty>
          Nothing yet. Its documents, editions, meetings and decisions come to stand here in time, each with
          what was found out of the assumptions by it.
        </Empty>
      )}
      <ol aria-label="What happened">
        {steps.map(({ place, step, beliefs }) => (
          <OneStep key={place} idea={idea} step={step} beliefs={beliefs} mayNot={mayNot} />
        ))}
      </ol>
      {before.length > 0 && (
        <div className="border-t border-rule py-3">
          <Beliefs idea={idea} beliefs={before} title="Found out before that" />
        </div>
      )}
      {pages.hasNextPage && (
        <Button
          kind="bare"
          className="mt-3 -ml-3.5"
          busy={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          Earlier
        </Button>
      )}
    </section>
  )
}
