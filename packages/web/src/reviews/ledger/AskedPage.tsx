import { suffices } from '@foreword/core/people/permissions'
import { questionStateLabels } from '@foreword/core/reviews/labels'
import { questionStates } from '@foreword/core/reviews/question-states'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api } from '../../api.ts'
import { IdeaFrame } from '../../initiatives/IdeaFrame.tsx'
import type { Idea } from '../../initiatives/idea.ts'
import { useMe } from '../../people/me.ts'
import { isGone } from '../../refusal.ts'
import { useSearch } from '../../router.tsx'
import { Button } from '../../ui/Button.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import type { Entry } from './entry.ts'
import { OneAsked } from './OneAsked.tsx'

export function AskedPage({ initiativeId }: { initiativeId: string }) {
  return (
    <IdeaFrame initiativeId={initiativeId} title="Asked">
      {(idea) => <Asked idea={idea} />}
    </IdeaFrame>
  )
}

/** F5: every question on record, across editions and meetings, with what became of it. */
function Asked({ idea }: { idea: Idea }) {
  const me = useMe().person
  const search = useSearch()
  const [state, setState] = useState<Entry['state']['name']>()
  const [mine, setMine] = useState(search.get('owed') === 'mine')
  const [asker, setAsker] = useState(search.get('asker') === 'me' ? me.id : '')
  const [meeting, setMeeting] = useState('')
  const [text, setText] = useState('')
  const words = useDeferredValue(text.trim().slice(0, 200))
  const counts = useQuery(
    api.reviews.askedCounts.queryOptions({
      input: { initiativeId: idea.id },
      placeholderData: keepPreviousData,
    }),
  )
  const among = {
    initiativeId: idea.id,
    owner: mine ? me.id : undefined,
    asker: counts.data?.askers.find(({ id }) => id === asker)?.id,
    meetingId: counts.data?.meetings.find(({ meetingId }) => meetingId === meeting)?.meetingId,
    text: words,
  }
  const fitting = useQuery(
    api.reviews.askedCounts.queryOptions({ input: among, placeholderData: keepPreviousData }),
  )
  const list = useInfiniteQuery(
    api.reviews.asked.infiniteOptions({
      input: (before: Entry['id'] | undefined) => ({ ...among, state, before, most: 50 }),
      initialPageParam: undefined,
      getNextPageParam: ({ questions, more }) => (more ? questions.at(-1)?.id : undefined),
      placeholderData: keepPreviousData,
    }),
  )
  const questions = list.data?.pages.flatMap((page) => page.questions) ?? []
  const all = Object.values(counts.data?.states ?? {}).reduce((sum, n) => sum + n, 0)
  const every = Object.values(fitting.data?.states ?? {}).reduce((sum, n) => sum + n, 0)
  // a form may be open in the list
  if (isGone(counts))
    return <ErrorNote className="mt-6" error={counts.error} retry={() => void counts.refetch()} />
  if (!counts.data) return <Loading />
  if (all === 0)
    return (
      <Empty underRule>
        Nothing is on record yet. What readers ask in a meeting stands here once it is over, with who owes the
        answer and whether the asker says that it answers.
      </Empty>
    )
  return (
    <>
      <search className="mt-6 grid gap-3 sm:grid-cols-2 lg:grid-cols-[1fr_repeat(4,minmax(0,11rem))]">
        <Field
          label="Find a question"
          hideLabel
          type="search"
          value={text}
          placeholder="Find by its words"
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <Select
          label="What became of it"
          hideLabel
          quiet
          value={state ?? ''}
          onChange={({ currentTarget }) =>
            setState(questionStates.find((one) => one === currentTarget.value))
          }
        >
          <option value="">Whatever became of it ({every})</option>
          {questionStates.map((one) => (
            <option key={one} value={one}>
              {questionStateLabels[one]} ({fitting.data?.states[one] ?? 0})
            </option>
          ))}
        </Select>
        <Select
          label="Who owes the answer"
          hideLabel
          quiet
          value={mine ? 'mine' : ''}
          onChange={({ currentTarget }) => setMine(currentTarget.value === 'mine')}
        >
          <option value="">Whoever owes it</option>
          <option value="mine">You owe the answer</option>
        </Select>
        <Select
          label="Who asked"
          hideLabel
          quiet
          value={asker}
          onChange={({ currentTarget }) => setAsker(currentTarget.value)}
        >
          <option value="">Whoever asked</option>
          {counts.data.askers.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === me.id ? 'You asked' : name}
            </option>
          ))}
        </Select>
        <Select
          label="In which meeting"
          hideLabel
          quiet
          value={meeting}
          onChange={({ currentTarget }) => setMeeting(currentTarget.value)}
        >
          <option value="">In every meeting</option>
          {counts.data.meetings.map(({ meetingId, edition, from }) => (
            <option key={meetingId} value={meetingId}>
              {new Date(from).toLocaleDateString(undefined, { dateStyle: 'medium' })}, edition {edition}
            </option>
          ))}
        </Select>
      </search>
      {list.isPending && <Loading />}
      {list.isError && <ErrorNote className="mt-6" error={list.error} retry={() => void list.refetch()} />}
      {list.isSuccess && questions.length === 0 && (
        <p className="mt-6 text-ink-2" role="status">
          No question on record fits. Try fewer words, or show all.
        </p>
      )}
      <ol aria-label="Questions" className="mt-4">
        {questions.map((entry) => (
          <li key={entry.id} className="border-t border-rule py-3.5">
            <OneAsked entry={entry} mayEdit={suffices(idea.right, 'edit')} />
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
    </>
  )
}
