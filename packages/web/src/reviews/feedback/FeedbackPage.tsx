import { suffices } from '@foreword/core/people/permissions'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, queryClient } from '../../api.ts'
import { IdeaFrame } from '../../initiatives/IdeaFrame.tsx'
import type { Idea } from '../../initiatives/idea.ts'
import { useMe } from '../../people/me.ts'
import { whyNot } from '../../people/rights.ts'
import { notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Empty, Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { List, Row, Section } from '../../ui/Page.tsx'
import { AskDialog } from './AskDialog.tsx'
import { OutsideReader } from './outside/OutsideReader.tsx'
import { ReadershipLine } from './Readership.tsx'
import { cameBack, type Request, roundWords, untilWords, wantWords } from './words.ts'

/** F1: what was asked of whom, what came back, and who has not been asked yet. */
export function FeedbackPage({ initiativeId }: { initiativeId: string }) {
  return (
    <IdeaFrame initiativeId={initiativeId} title="Feedback">
      {(idea) => <Feedback idea={idea} />}
    </IdeaFrame>
  )
}

function Feedback({ idea }: { idea: Idea }) {
  const me = useMe()
  const [asking, setAsking] = useState(false)
  const mayNot = whyNot('feedback.list', me, idea.right)
  const input = { initiativeId: idea.id }
  const requests = useQuery(api.feedback.list.queryOptions({ input, enabled: suffices(idea.right, 'edit') }))
  const narratives = useQuery(api.narratives.list.queryOptions({ input }))
  const documents = narratives.data ?? []
  const ask = (
    <Button
      kind="go"
      disabledReason={
        mayNot ?? (documents.length === 0 ? 'There is no document yet. Start one first.' : undefined)
      }
      onClick={() => setAsking(true)}
    >
      Ask for feedback
    </Button>
  )
  return (
    <div className="mt-6 max-w-measure">
      <ReadershipLine initiativeId={idea.id} />
      {requests.isError && <ErrorNote error={requests.error} retry={() => void requests.refetch()} />}
      {requests.isLoading && <Loading />}
      {mayNot !== undefined && (
        <p className="mt-3 text-ink-2">Its authors see what came back, and from whom.</p>
      )}
      {requests.data?.length === 0 && (
        <div className="mt-6">
          <Empty title="Ask early, and ask again." action={ask}>
            A draft that others have read is a better one before its meeting. Begin with the people you work
            with, then ask peers, then other functions, and those who lead last.
          </Empty>
        </div>
      )}
      {requests.data !== undefined && requests.data.length > 0 && <div className="mt-4">{ask}</div>}
      {requests.data?.map((request) => (
        <OneRequest key={request.id} request={request} />
      ))}
      {asking && (
        <AskDialog
          documents={documents}
          idea={idea}
          rounds={(requests.data ?? []).map(({ round }) => round)}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  )
}

function OneRequest({ request }: { request: Request }) {
  const {
    id: requestId,
    initiativeId,
    by,
    round,
    title,
    edition,
    wants,
    due,
    note,
    endedAt,
    readers,
  } = request
  const { workspace, person } = useMe()
  const { functionalAreas } = workspace.settings
  const isAdministrator = person.role === 'administrator'
  const end = useMutation(
    api.feedback.end.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.feedback.key() }),
      onError: () => notifyProblem('The request did not change. Reload to see where it stands.'),
    }),
  )
  const set = (ended: boolean) => end.mutate({ initiativeId, requestId, ended })
  const read = readers.filter(({ readAt }) => readAt !== null).length
  return (
    <Section
      title={roundWords(round)}
      note={`${read} of ${readers.length} have read it`}
      actions={
        endedAt === null ? (
          <Button
            kind="bare"
            busy={end.isPending}
            onClick={() => {
              set(true)
              notifyUndo('Nobody is reminded of it any more.', () => set(false))
            }}
          >
            End it<span className="sr-only">: {roundWords(round)}</span>
          </Button>
        ) : (
          <span className="text-small text-ink-3">ended</span>
        )
      }
    >
      <p className="mb-2 text-small text-ink-2">
        {edition ? `Edition ${edition.number}` : 'The draft'} of {title} · {wantWords(wants)} · until{' '}
        {untilWords(due)}
        {note !== '' && ` · “${note}”`}
      </p>
      <List label={`Asked: ${roundWords(round)}`}>
        {readers.map((reader) => (
          <Row
            key={reader.person.id}
            aside={<span className="text-small">{cameBack(reader)}</span>}
            detail={
              reader.outside && (
                <OutsideReader
                  reader={reader}
                  outside={reader.outside}
                  mayEnd={by.id === person.id || isAdministrator}
                />
              )
            }
          >
            {reader.person.name}
            <span className="text-ink-3">
              {functionalAreas
                .filter(({ id }) => id === reader.functionalArea)
                .map(({ label }) => ` · ${label}`)}
            </span>
          </Row>
        ))}
      </List>
    </Section>
  )
}
