import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { IdeaFrame } from '../../initiatives/IdeaFrame.tsx'
import type { Idea } from '../../initiatives/idea.ts'
import { useMe } from '../../people/me.ts'
import { whyNot } from '../../people/rights.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { OneStudy } from './OneStudy.tsx'
import { StudyForm } from './StudyForm.tsx'

export function StudiesPage({ initiativeId }: { initiativeId: string }) {
  return (
    <IdeaFrame initiativeId={initiativeId} title="Studies">
      {(idea) => <Studies idea={idea} />}
    </IdeaFrame>
  )
}

/** W7: what is to be found out by asking, how far that is, and what it taught. */
function Studies({ idea }: { idea: Idea }) {
  const mayNot = whyNot('evidence.setStudy', useMe(), idea.right)
  const [adding, setAdding] = useState(false)
  const list = useInfiniteQuery(
    api.evidence.studies.infiniteOptions({
      input: (before: number | undefined) => ({ initiativeId: idea.id, before, most: 10 }),
      initialPageParam: undefined,
      getNextPageParam: ({ studies, more }) => (more ? studies.at(-1)?.seq : undefined),
    }),
  )
  const [first] = list.data?.pages ?? []
  const studies = list.data?.pages.flatMap((page) => page.studies) ?? []
  if (list.isPending) return <Loading />
  if (!first) return <ErrorNote className="mt-6" error={list.error} retry={() => void list.refetch()} />
  const { today, kinds } = first
  const form = <StudyForm idea={idea} today={today} onClose={() => setAdding(false)} />
  if (studies.length === 0)
    return (
      <div className="mt-6 grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
        <Empty underRule title="No study is planned">
          Ask thirty people who buy from you today, within six weeks, before anybody writes the answer down.
          Each interview is a piece of evidence; every week one line says what you believe now.
        </Empty>
        {mayNot ? <p className="py-2 text-ink-2">{mayNot}</p> : form}
      </div>
    )
  return (
    <div className="mt-6">
      {studies.map((study, at) => (
        <OneStudy
          key={study.id}
          {...{ idea, study, today, kinds, mayNot }}
          begin={at === 0 ? 'open' : 'shut'}
        />
      ))}
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
      {!mayNot && (
        <div className="mt-8 max-w-measure border-t border-rule pt-5">
          {adding ? form : <Button onClick={() => setAdding(true)}>Plan another study</Button>}
        </div>
      )}
    </div>
  )
}
