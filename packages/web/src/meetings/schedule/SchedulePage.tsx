import { useMutation, useQuery } from '@tanstack/react-query'
import { api, type Outputs, queryClient } from '../../api.ts'
import { ideaQuery } from '../../initiatives/idea.ts'
import { paths, withSearch } from '../../paths.ts'
import { go, Redirect, useSearch } from '../../router.tsx'
import { ButtonLink } from '../../ui/Button.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Select } from '../../ui/Field.tsx'
import { Page, TextLink } from '../../ui/Page.tsx'
import { relative } from '../../ui/RelativeTime.tsx'
import { initiativeIdOf } from '../ids.ts'
import { counted } from '../words.ts'
import { ScheduleForm } from './ScheduleForm.tsx'

type Edition = Outputs['narratives']['editions'][number]

/** A meeting on one edition: chosen in the address, the newest when it is not. */
export function SchedulePage({ initiativeId }: { initiativeId: string }) {
  const chosen = useSearch().get('edition')
  const idea = useQuery(ideaQuery(initiativeId))
  const editions = useQuery(
    api.narratives.editions.queryOptions({ input: { initiativeId: initiativeIdOf(initiativeId) } }),
  )
  const edition = editions.data?.find(({ id }) => id === chosen) ?? editions.data?.[0]
  const error = idea.error ?? editions.error
  return (
    <Page
      title="Schedule a meeting"
      kicker={idea.data && <TextLink href={paths.ideaMeetings({ initiativeId })}>{idea.data.name}</TextLink>}
      lead="Everything is filled in; change what is not so."
    >
      {error && (
        <ErrorNote
          className="mt-6"
          error={error}
          retry={() => {
            void idea.refetch()
            void editions.refetch()
          }}
        />
      )}
      {!error && !editions.data && <Loading />}
      {editions.data?.length === 0 && (
        <div className="mt-8">
          <Empty
            title="No document, no meeting."
            action={
              <ButtonLink kind="go" href={paths.narrative({ initiativeId })}>
                Go to the narrative
              </ButtonLink>
            }
          >
            A meeting is held on a frozen edition, so that everybody reads the same words under the same line
            numbers. Freeze one from the draft; it may go on being written meanwhile.
          </Empty>
        </div>
      )}
      {edition && (
        <>
          <EditionChoice editions={editions.data ?? []} edition={edition} initiativeId={initiativeId} />
          <Proposed key={edition.id} edition={edition} initiativeId={initiativeId} />
        </>
      )}
    </Page>
  )
}

function EditionChoice({
  editions,
  edition,
  initiativeId,
}: {
  editions: readonly Edition[]
  edition: Edition
  initiativeId: string
}) {
  return (
    <div className="mt-7">
      <Select
        label="Edition"
        value={edition.id}
        onChange={(event) =>
          go(withSearch(paths.scheduleMeeting({ initiativeId }), { edition: event.currentTarget.value }), {
            replace: true,
          })
        }
        help={
          <>
            The room reads this and nothing newer.{' '}
            <TextLink href={paths.edition({ editionId: edition.id })}>Look at it</TextLink>
          </>
        }
      >
        {editions.map(({ id, number, name, title, extent, frozenAt }) => (
          <option key={id} value={id}>
            {[
              `Edition ${number}`,
              name ?? title,
              counted(extent.pages, 'page'),
              `frozen ${relative(Date.parse(frozenAt), Date.now())}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </option>
        ))}
      </Select>
    </div>
  )
}

function Proposed({ edition, initiativeId }: { edition: Edition; initiativeId: string }) {
  const on = { initiativeId: initiativeIdOf(initiativeId), editionId: edition.id }
  const schedule = useMutation(
    api.meetings.schedule.mutationOptions({
      onSuccess() {
        void queryClient.invalidateQueries({ queryKey: api.meetings.key() })
        void queryClient.invalidateQueries({ queryKey: api.initiatives.key() })
      },
    }),
  )
  const proposal = useQuery(
    api.meetings.propose.queryOptions({
      input: on,
      // asked once: what is being filled in must not change under the hand
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  )
  if (proposal.isError)
    return <ErrorNote className="mt-6" error={proposal.error} retry={() => void proposal.refetch()} />
  if (!proposal.data) return <Loading what="Filling it in" />
  // drawn, not called: the warning about leaving is gone by the time this leaves
  if (schedule.data) return <Redirect to={paths.invitation({ meetingId: schedule.data.room.meetingId })} />
  return (
    <ScheduleForm
      proposal={proposal.data}
      schedule={{ ...schedule, mutate: (filled) => schedule.mutate({ ...filled, ...on }) }}
      back={paths.ideaMeetings({ initiativeId })}
      initiativeId={initiativeId}
    />
  )
}
