import type { PersonId } from '@foreword/core/ids'
import { purposeLabels } from '@foreword/core/meetings/labels'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Outputs, queryClient } from '../../api.ts'
import { dayFromNow } from '../../days.ts'
import { newKey } from '../../key.ts'
import { paths } from '../../paths.ts'
import { notify } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { List, Page, Row, Section, TextLink } from '../../ui/Page.tsx'
import { ScheduleForm } from '../schedule/ScheduleForm.tsx'
import { clockTime, counted, daysAway, minutesWords, names, whenWords } from '../words.ts'

type Seen = Outputs['assistants']['see']

/** In somebody’s name: what they may schedule for, and nothing that is in it. */
export function MeetingsForPage({ personId }: { personId: string }) {
  // an id out of the address: what is none is refused by the server, which says so
  const principalId = personId as PersonId
  const seen = useQuery(api.assistants.see.queryOptions({ input: { principalId } }))
  if (seen.isError)
    return (
      <Page title="Scheduling for somebody">
        <ErrorNote className="mt-6" error={seen.error} retry={() => void seen.refetch()} />
      </Page>
    )
  if (!seen.data) return <Loading />
  const { principal, ideas } = seen.data
  return (
    <Page
      title={`For ${principal.name}`}
      kicker={<TextLink href={paths.meetings()}>Meetings</TextLink>}
      lead={`You schedule meetings in the name of ${principal.name}. What is read in them is not shown to you, and the record says that you arranged it.`}
    >
      <Coming principalId={principal.id} meetings={seen.data.meetings} />
      {ideas.length === 0 ? (
        <div className="mt-8">
          <Empty title="No document, no meeting.">
            {principal.name} has no idea with a frozen edition yet. When one is frozen, it stands here.
          </Empty>
        </div>
      ) : (
        <Choose principal={principal} ideas={ideas} />
      )}
    </Page>
  )
}

type ComingMeeting = Seen['meetings'][number]

function Coming({ principalId, meetings }: { principalId: PersonId; meetings: ComingMeeting[] }) {
  const [open, setOpen] = useState<{ act: 'move' | 'callOff'; meeting: ComingMeeting }>()
  if (meetings.length === 0) return null
  return (
    <Section title="Coming">
      <List label="Coming">
        {meetings.map((meeting) => (
          <Row
            key={meeting.id}
            detail={[
              whenWords(new Date(meeting.startsAt), new Date()),
              minutesWords(meeting.minutes),
              purposeLabels[meeting.purpose],
              `edition ${meeting.editionNumber}`,
              names(meeting.invited),
            ].join(' · ')}
            aside={
              // whoever facilitates it changes it, and in nobody else's name is it changed
              meeting.mayChange && (
                <>
                  <Button kind="bare" onClick={() => setOpen({ act: 'move', meeting })}>
                    Move<span className="sr-only"> {meeting.initiativeName}</span>
                  </Button>
                  <Button kind="bare" onClick={() => setOpen({ act: 'callOff', meeting })}>
                    Call off<span className="sr-only"> {meeting.initiativeName}</span>
                  </Button>
                </>
              )
            }
          >
            <span className="font-text text-lead font-semibold">{meeting.initiativeName}</span>
          </Row>
        ))}
      </List>
      {open && <Change principalId={principalId} {...open} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

interface ChangeProps {
  principalId: PersonId
  act: 'move' | 'callOff'
  meeting: ComingMeeting
  onClose: () => void
}

function Change({ principalId, act, meeting, onClose }: ChangeProps) {
  const [key] = useState(newKey)
  const of = { principalId, meetingId: meeting.id, key }
  const done = {
    onSuccess() {
      notify(act === 'move' ? 'It is moved, and their calendars say so.' : 'It is called off.')
      onClose()
      return queryClient.invalidateQueries({ queryKey: api.assistants.see.key() })
    },
  }
  const move = useMutation(api.assistants.move.mutationOptions(done))
  const callOff = useMutation(api.assistants.callOff.mutationOptions(done))
  const startsAt = new Date(meeting.startsAt)
  const [title, words, lead] =
    act === 'move'
      ? [`Move “${meeting.initiativeName}”`, 'Move it', 'Everybody invited is written to.']
      : [
          `Call “${meeting.initiativeName}” off?`,
          'Call it off',
          'It leaves the calendars of everybody invited; a new one can be scheduled.',
        ]
  return (
    <Dialog title={title} lead={lead} open onClose={onClose}>
      <Form
        error={move.error ?? callOff.error}
        safe="The meeting stands as it was."
        onSubmit={(text) => {
          if (act === 'callOff') return callOff.mutate(of)
          const at = new Date(`${text('day')}T${text('time')}`)
          if (!Number.isNaN(at.getTime())) move.mutate({ ...of, startsAt: at.toISOString() })
        }}
        actions={
          <>
            <Button kind="go" type="submit" busy={move.isPending || callOff.isPending}>
              {words}
            </Button>
            <Button kind="bare" onClick={onClose}>
              Leave it as it is
            </Button>
          </>
        }
      >
        {act === 'move' && (
          <div className="grid gap-4 sm:grid-cols-2">
            <Field
              label="Day"
              type="date"
              name="day"
              required
              defaultValue={dayFromNow(daysAway(startsAt, new Date()))}
            />
            <Field label="Time" type="time" name="time" required defaultValue={clockTime(startsAt)} />
          </div>
        )}
      </Form>
    </Dialog>
  )
}

function Choose({ principal, ideas }: Pick<Seen, 'principal' | 'ideas'>) {
  const [ideaId, setIdeaId] = useState('')
  const [editionId, setEditionId] = useState('')
  // scheduled once, the form begins anew
  const [round, setRound] = useState(0)
  const idea = ideas.find(({ id }) => id === ideaId)
  const edition = idea?.editions.find(({ id }) => id === editionId) ?? idea?.editions[0]
  return (
    <>
      <Section title="Schedule a meeting">
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label="Idea"
            value={ideaId}
            onChange={(event) => {
              setIdeaId(event.currentTarget.value)
              setEditionId('')
            }}
          >
            <option value="">Choose an idea…</option>
            {ideas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          {idea && edition && (
            <Select
              label="Edition"
              value={edition.id}
              help="The room reads this and nothing newer."
              onChange={(event) => setEditionId(event.currentTarget.value)}
            >
              {idea.editions.map(({ id, number, pages, readingMinutes }) => (
                <option key={id} value={id}>
                  {`Edition ${number} · ${counted(pages, 'page')} · ${minutesWords(Math.ceil(readingMinutes))} to read`}
                </option>
              ))}
            </Select>
          )}
        </div>
      </Section>
      {idea && edition && (
        <Proposed
          key={`${edition.id} ${round}`}
          principal={principal}
          idea={idea}
          editionId={edition.id}
          onScheduled={() => {
            setIdeaId('')
            setRound(round + 1)
          }}
        />
      )}
    </>
  )
}

interface ProposedProps {
  principal: Seen['principal']
  idea: Seen['ideas'][number]
  editionId: Seen['ideas'][number]['editions'][number]['id']
  onScheduled: () => void
}

function Proposed({ principal, idea, editionId, onScheduled }: ProposedProps) {
  const on = { principalId: principal.id, initiativeId: idea.id, editionId }
  const schedule = useMutation(
    api.assistants.schedule.mutationOptions({
      async onSuccess({ startsAt }) {
        notify(`Scheduled for ${principal.name}: ${idea.name}, ${whenWords(new Date(startsAt), new Date())}.`)
        await queryClient.invalidateQueries({ queryKey: api.assistants.see.key() })
        onScheduled()
      },
    }),
  )
  const proposal = useQuery(
    api.assistants.propose.queryOptions({
      input: on,
      // asked once: what is being filled in must not change under the hand
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  )
  if (proposal.isError)
    return <ErrorNote className="mt-6" error={proposal.error} retry={() => void proposal.refetch()} />
  if (!proposal.data) return <Loading what="Filling it in" />
  return (
    <ScheduleForm
      proposal={proposal.data}
      schedule={{ ...schedule, mutate: (filled) => schedule.mutate({ ...filled, ...on }) }}
      back={paths.meetings()}
    />
  )
}
