import {
  type AssumptionState,
  assumptionStateLabels,
  assumptionStates,
} from '@foreword/core/evidence/assumptions'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api } from '../../api.ts'
import type { Idea } from '../../initiatives/idea.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Select } from '../../ui/Field.tsx'
import { OneAssumption } from './OneAssumption.tsx'

export function AssumptionList({ idea, mayNot }: { idea: Idea; mayNot: string | undefined }) {
  const [state, setState] = useState<AssumptionState>()
  const list = useInfiniteQuery(
    api.evidence.assumptions.infiniteOptions({
      input: (before: number | undefined) => ({ initiativeId: idea.id, state, before, most: 50 }),
      initialPageParam: undefined,
      getNextPageParam: ({ assumptions, more }) => (more ? assumptions.at(-1)?.seq : undefined),
    }),
  )
  const assumptions = list.data?.pages.flatMap((page) => page.assumptions) ?? []
  useNamed(list.isSuccess)
  // not while it loads: a filter that is left must not vanish under the hand
  const none = list.isSuccess && assumptions.length === 0 && state === undefined
  return (
    <section aria-labelledby="assumed" className="min-w-0">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="assumed" className="mr-auto font-text text-lead font-semibold">
          What must be true
        </h2>
        {!none && (
          <div className="max-sm:w-full">
            <Select
              label="Show the state"
              hideLabel
              quiet
              value={state ?? ''}
              onChange={({ currentTarget }) =>
                setState(assumptionStates.find((one) => one === currentTarget.value))
              }
            >
              <option value="">Every state</option>
              {assumptionStates.map((one) => (
                <option key={one} value={one}>
                  {assumptionStateLabels[one]}
                </option>
              ))}
            </Select>
          </div>
        )}
      </div>
      {list.isPending && <Loading />}
      {list.isError && <ErrorNote error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && assumptions.length === 0 && (
        <Empty underRule>
          {state
            ? `None is ${assumptionStateLabels[state].toLowerCase()} now.`
            : 'Nothing is written down yet. Say what must be true for this to work, most doubtful first, and find it out; when one falls, every passage, edition and decision that rests on it says so.'}
        </Empty>
      )}
      <ol aria-label="Assumptions" className="mt-3">
        {assumptions.map((assumption) => (
          <li key={assumption.id} id={assumption.id} className="scroll-mt-6 border-t border-rule py-4">
            <OneAssumption idea={idea} assumption={assumption} mayNot={mayNot} />
          </li>
        ))}
      </ol>
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

/** The one that the address names comes into view once the list is here. */
function useNamed(isHere: boolean) {
  useEffect(() => {
    const id = window.location.hash.slice(1)
    if (isHere && id !== '') document.getElementById(id)?.scrollIntoView({ block: 'center' })
  }, [isHere])
}
