import { spokenDay } from '@foreword/core/calendar'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { HoldForm } from './HoldForm.tsx'
import { OneHeld } from './OneHeld.tsx'
import { PlanForm } from './PlanForm.tsx'
import { type OfStudy, ofStudy, type Planned } from './studies.ts'
import { useDropping } from './useDropping.ts'

/** Who is to be asked, and what those who were asked taught. */
export function Interviews(of: OfStudy) {
  const { study, mayNot } = of
  const [open, setOpen] = useState<'hold' | 'plan' | null>(null)
  const list = useInfiniteQuery(
    api.evidence.interviews.infiniteOptions({
      input: (before: number | undefined) => ({ ...ofStudy(of), before, most: 50 }),
      initialPageParam: undefined,
      getNextPageParam: ({ held, more }) => (more ? held.at(-1)?.seq : undefined),
    }),
  )
  const planned = list.data?.pages[0]?.planned ?? []
  const held = list.data?.pages.flatMap((page) => page.held) ?? []
  const heading = `taught-${study.id}`
  return (
    <section aria-labelledby={heading} className="mt-8">
      <h3 id={heading} className="font-text text-lead font-semibold">
        Interviews
      </h3>
      {!mayNot && open === null && (
        <div className="mt-3 flex flex-wrap gap-2">
          <Button kind="go" onClick={() => setOpen('hold')}>
            Write down an interview
          </Button>
          <Button onClick={() => setOpen('plan')}>Plan one</Button>
        </div>
      )}
      {open === 'hold' && <HoldForm {...of} onClose={() => setOpen(null)} />}
      {open === 'plan' && <PlanForm {...of} onClose={() => setOpen(null)} />}
      {list.isPending && <Loading />}
      {list.isError && <ErrorNote className="mt-3" error={list.error} retry={() => void list.refetch()} />}
      {planned.length > 0 && (
        <>
          <h4 className="mt-6 text-small font-medium text-ink-2">Planned</h4>
          <ul aria-label="Planned interviews" className="mt-1">
            {planned.map((interview) => (
              <li key={interview.id} className="border-t border-rule py-2.5">
                <OnePlanned {...of} interview={interview} />
              </li>
            ))}
          </ul>
        </>
      )}
      <h4 className="mt-6 text-small font-medium text-ink-2">What was learnt</h4>
      {list.isSuccess && held.length === 0 && (
        <Empty underRule>
          Nothing yet. Write down each interview on the day it was held, one finding in a sentence.
        </Empty>
      )}
      <ol aria-label="What was learnt" className="mt-1">
        {held.map((interview) => (
          <li key={interview.id} className="border-t border-rule py-3">
            <OneHeld {...of} interview={interview} />
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

function OnePlanned({ interview, ...of }: OfStudy & { interview: Planned }) {
  const [open, setOpen] = useState<'hold' | 'plan' | null>(null)
  const drop = useDropping(of, interview.id, 'The interview is removed.')
  const { alias, interviewer, day } = interview
  const close = () => setOpen(null)
  if (open === 'hold') return <HoldForm {...of} planned={interview} onClose={close} />
  if (open === 'plan') return <PlanForm {...of} planned={interview} onClose={close} />
  const which = <span className="sr-only"> “{alias}”</span>
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <span className="mr-auto min-w-0 wrap-break-word">
        {alias} <span className="text-small text-ink-2">· {interviewer.name}, </span>
        <span className={`text-small ${day < of.today ? 'text-amber' : 'text-ink-2'}`}>{spokenDay(day)}</span>
      </span>
      {!of.mayNot && (
        <span className="-mx-3.5 flex flex-wrap">
          <Button kind="bare" onClick={() => setOpen('hold')}>
            It was held{which}
          </Button>
          <Button kind="bare" onClick={() => setOpen('plan')}>
            Change{which}
          </Button>
          <Button kind="bare" busy={drop.isPending} onClick={drop.out}>
            Remove{which}
          </Button>
        </span>
      )}
    </div>
  )
}
