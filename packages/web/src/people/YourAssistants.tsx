import { useMutation, useQuery } from '@tanstack/react-query'
import { api, type Outputs, queryClient } from '../api.ts'
import { paths } from '../paths.ts'
import { notify, notifyRefusal, notifyUndo } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { Select } from '../ui/Field.tsx'
import { List, Row, Section } from '../ui/Page.tsx'
import { useMe } from './me.ts'

const kept = {
  onSuccess: (assistance: Outputs['people']['assistants']) =>
    queryClient.setQueryData(api.people.assistants.queryOptions().queryKey, assistance),
}

/** One's own: who schedules in one's name, and in whose name one does. Each change is made at once. */
export function YourAssistants() {
  const me = useMe()
  const assistance = useQuery(api.people.assistants.queryOptions())
  const people = useQuery(api.people.list.queryOptions())
  const name = useMutation(
    api.people.nameAssistant.mutationOptions({
      ...kept,
      onError: (error) => notifyRefusal(error, 'Nobody was named. Try again.'),
    }),
  )
  const end = useMutation(
    api.people.endAssistance.mutationOptions({
      ...kept,
      onError: (error) => notifyRefusal(error, 'Nothing has changed. Try again.'),
    }),
  )
  if (assistance.isError)
    return (
      <Section title="Who schedules for you">
        <ErrorNote error={assistance.error} retry={() => void assistance.refetch()} />
      </Section>
    )
  if (!assistance.data) return null
  const { assistants, principals } = assistance.data
  const others = (people.data ?? []).filter(
    ({ id, active }) => active && id !== me.person.id && !assistants.some((one) => one.id === id),
  )
  return (
    <>
      <Section title="Who schedules for you" note="your own, nobody else’s">
        <p className="mb-3 max-w-measure text-small text-ink-2">
          They arrange meetings on the ideas you write, in your name. They see the names of these ideas, how
          long an edition is, and which meetings are to come; not a word of a document, a question or a
          comment.
        </p>
        {assistants.length > 0 && (
          <List label="Who schedules for you">
            {assistants.map(({ id, name: called }) => (
              <Row
                key={id}
                aside={
                  <Button
                    kind="bare"
                    onClick={() =>
                      end.mutate(
                        { principalId: me.person.id, assistantId: id },
                        {
                          onSuccess: () =>
                            notifyUndo(`${called} schedules for you no more.`, () =>
                              name.mutate({ personId: id }),
                            ),
                        },
                      )
                    }
                  >
                    Remove<span className="sr-only"> {called}</span>
                  </Button>
                }
              >
                {called}
              </Row>
            ))}
          </List>
        )}
        {people.data && others.length === 0 ? (
          assistants.length === 0 && (
            <p className="text-small text-ink-3">Nobody else is here yet. Invite somebody under People.</p>
          )
        ) : (
          <div className="mt-3 max-w-form">
            <Select
              label="Name somebody who schedules for you"
              hideLabel
              value=""
              disabled={name.isPending}
              onChange={(event) => {
                const person = others.find(({ id }) => id === event.currentTarget.value)
                if (person)
                  name.mutate(
                    { personId: person.id },
                    { onSuccess: () => notify(`${person.name} schedules for you.`) },
                  )
              }}
            >
              <option value="">Name somebody…</option>
              {others.map(({ id, name: called }) => (
                <option key={id} value={id}>
                  {called}
                </option>
              ))}
            </Select>
          </div>
        )}
      </Section>
      {principals.length > 0 && (
        <Section title="You schedule for">
          <List label="You schedule for">
            {principals.map(({ id, name: called }) => (
              <Row
                key={id}
                href={paths.meetingsFor({ personId: id })}
                detail="Only they can name you again."
                aside={
                  <Button
                    kind="bare"
                    onClick={() => end.mutate({ principalId: id, assistantId: me.person.id })}
                  >
                    Resign<span className="sr-only">: schedule for {called} no more</span>
                  </Button>
                }
              >
                {called}
              </Row>
            ))}
          </List>
        </Section>
      )}
    </>
  )
}
