import { useQuery } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { IdeaFrame } from '../../initiatives/IdeaFrame.tsx'
import type { Idea } from '../../initiatives/idea.ts'
import { paths } from '../../paths.ts'
import { useMe } from '../../people/me.ts'
import { whyNot } from '../../people/rights.ts'
import { go } from '../../router.tsx'
import { useCommands } from '../../shell/commands.ts'
import { Button, ButtonLink } from '../../ui/Button.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { MeetingSections } from './MeetingsPage.tsx'

export function IdeaMeetingsPage({ initiativeId }: { initiativeId: string }) {
  return (
    <IdeaFrame initiativeId={initiativeId} title="Meetings" width="page">
      {(idea) => <IdeaMeetings idea={idea} />}
    </IdeaFrame>
  )
}

function IdeaMeetings({ idea }: { idea: Idea }) {
  const me = useMe()
  const input = { initiativeId: idea.id }
  const meetings = useQuery(api.meetings.list.queryOptions({ input }))
  const editions = useQuery(api.narratives.editions.queryOptions({ input }))
  const noEdition = editions.data?.length === 0
  const reason =
    whyNot('meetings.schedule', me, idea.right) ??
    (noEdition ? 'There is no edition yet. Freeze one on the narrative’s page.' : undefined)
  const schedule = () => go(paths.scheduleMeeting(input))
  useCommands([
    {
      id: 'meetings.schedule',
      title: 'Schedule a meeting',
      group: 'This idea',
      run: schedule,
      disabledReason: reason,
    },
  ])
  const button = (
    <Button kind="go" disabledReason={reason} onClick={schedule}>
      Schedule a meeting
    </Button>
  )
  if (meetings.isPending) return <Loading />
  if (meetings.isError)
    return <ErrorNote className="mt-6" error={meetings.error} retry={() => void meetings.refetch()} />
  if (meetings.data.length === 0)
    return (
      <div className="mt-8">
        <Empty
          underRule
          title={noEdition ? 'No document, no meeting.' : 'No meeting yet.'}
          action={
            noEdition ? (
              <ButtonLink kind="go" href={paths.narrative(input)}>
                Go to the narrative
              </ButtonLink>
            ) : (
              button
            )
          }
        >
          A meeting is held on one frozen edition: everybody reads it in silence, seals their questions, and
          talks only when all of them have opened.{' '}
          {noEdition && 'Freeze an edition first; a rough one is enough.'}
        </Empty>
      </div>
    )
  return (
    <>
      <div className="mt-6">{button}</div>
      <MeetingSections meetings={meetings.data} onIdea />
    </>
  )
}
