import type { PersonId } from '@foreword/core/ids'
import { actLabels } from '@foreword/core/meetings/labels'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Select, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Section } from '../../ui/Page.tsx'
import { ActButton, useAct } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { useKept } from '../room/kept.ts'
import { names } from '../words.ts'
import type { Talking } from './blockers.ts'

type Responses = Talking['responses']

/** R15: understanding why is not agreeing; dissent is by name; silence holds nothing up. */
export function Respond({ phase }: { phase: Talking }) {
  const { me } = useRoomNow()
  const [disagreeing, setDisagreeing] = useState(false)
  const mine = phase.responses.find(({ personId }) => personId === me)
  const missing = phase.ending === null ? 'The experience and the why come first.' : undefined
  const settled = mine?.current && !disagreeing
  return (
    <div>
      {disagreeing ? (
        <Disagree onDone={() => setDisagreeing(false)} />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <ActButton
            act="acknowledge"
            given={{}}
            kind={settled ? 'plain' : 'go'}
            disabledReason={
              missing ?? (settled && mine.name === 'acknowledged' ? 'You have said so.' : undefined)
            }
          >
            {actLabels.acknowledge}
          </ActButton>
          <Button disabledReason={missing} onClick={() => setDisagreeing(true)}>
            {mine?.name === 'dissented' ? 'Reword your dissent' : actLabels.dissent}
          </Button>
          <span className="text-small text-ink-3">Understanding why is not agreeing.</span>
        </div>
      )}
      <ForPaper phase={phase} />
      <Responded responses={phase.responses} />
    </div>
  )
}

/** Who has understood, and every dissent in its words. */
export function Responded({ responses }: { responses: Responses }) {
  const { room, name } = useRoomNow()
  const understood = responses.filter((each) => each.name === 'acknowledged').filter(({ current }) => current)
  const before = responses.filter(({ current }) => !current)
  const said = ({ personId, enteredBy }: { personId: PersonId; enteredBy: PersonId | null }) =>
    enteredBy === null ? name(personId) : `${name(personId)} (on paper, entered by ${name(enteredBy)})`
  return (
    <div className="mt-4">
      {responses.length > 0 && (
        <p className="text-ink-2">
          Understood by {understood.length} of {room.attendees.length}
          {understood.length > 0 && `: ${names(understood.map(said))}`}.
          {before.length > 0 &&
            ` ${names(before.map(({ personId }) => name(personId)))} answered before it was reworded.`}
        </p>
      )}
      {responses.map(
        (response) =>
          response.name === 'dissented' && (
            <blockquote
              key={response.personId}
              className="mt-3 border-l-2 border-rule-2 pl-4 font-text text-read italic"
            >
              {response.because}
              {response.whatWouldChangeMyMind !== '' && (
                <> What would change my mind: {response.whatWouldChangeMyMind}</>
              )}
              {response.commits ? ' I commit to it all the same. ' : ' I do not commit to it. '}
              <span className="text-ink-3 not-italic">{said(response)}</span>
            </blockquote>
          ),
      )}
    </div>
  )
}

/** R19: who reads on paper has no screen to press; the note-taker enters what they say aloud. */
function ForPaper({ phase }: { phase: Talking }) {
  const { room, name } = useRoomNow()
  const enter = useAct('acknowledgeFor')
  const said = new Set(phase.responses.filter(({ current }) => current).map(({ personId }) => personId))
  const away = room.attendees.filter(({ personId, here }) => !here && !said.has(personId))
  const [chosen, setChosen] = useState<PersonId>()
  const [disagreeing, setDisagreeing] = useState(false)
  const person = away.find(({ personId }) => personId === chosen) ?? away[0]
  if (enter.disabledReason !== undefined || phase.ending === null || !person) return null
  if (disagreeing)
    return (
      <Section title={`${name(person.personId)} disagrees, on paper`}>
        <Disagree of={person.personId} onDone={() => setDisagreeing(false)} />
      </Section>
    )
  return (
    <div className="mt-4 flex flex-wrap items-end gap-2">
      <Select
        label="For a reader on paper"
        value={person.personId}
        onChange={(event) =>
          setChosen(away.find(({ personId }) => personId === event.currentTarget.value)?.personId)
        }
      >
        {away.map(({ personId }) => (
          <option key={personId} value={personId}>
            {name(personId)}
          </option>
        ))}
      </Select>
      <ActButton act="acknowledgeFor" given={{ personId: person.personId }}>
        They understand why
      </ActButton>
      <Button onClick={() => setDisagreeing(true)}>They disagree</Button>
    </div>
  )
}

/** One's own dissent; `of` a reader on paper, in whose name the note-taker enters it. */
function Disagree({ of, onDone }: { of?: PersonId; onDone: () => void }) {
  const own = useAct('dissent')
  const theirs = useAct('dissentFor')
  const { error, isPending } = of ? theirs : own
  const [kept, setKept, forget] = useKept(of ? `dissent.${of}` : 'dissent', {
    because: '',
    whatWouldChangeMyMind: '',
    commits: true,
  })
  return (
    <Form
      error={error}
      safe="Your words are still here."
      onSubmit={() => {
        const onSuccess = () => {
          forget()
          onDone()
        }
        if (of) theirs.mutate({ personId: of, ...kept }, { onSuccess })
        else own.mutate(kept, { onSuccess })
      }}
      actions={
        <>
          <Button
            kind="go"
            type="submit"
            busy={isPending}
            disabledReason={
              kept.because.trim() === '' ? `Say what ${of ? 'they hold' : 'you hold'} against it.` : undefined
            }
          >
            {of ? 'Enter it in their name' : 'Disagree, by name'}
          </Button>
          <Button kind="bare" onClick={onDone}>
            Not now
          </Button>
        </>
      }
    >
      <TextArea
        label={of ? 'What they hold against it' : 'What you hold against it'}
        name="because"
        maxLength={4000}
        value={kept.because}
        onChange={(event) => setKept({ ...kept, because: event.currentTarget.value })}
      />
      <TextArea
        label={of ? 'What would change their mind' : 'What would change your mind'}
        name="whatWouldChangeMyMind"
        maxLength={4000}
        value={kept.whatWouldChangeMyMind}
        onChange={(event) => setKept({ ...kept, whatWouldChangeMyMind: event.currentTarget.value })}
      />
      <Checkbox
        label={of ? 'They commit to it all the same' : 'I commit to it all the same'}
        checked={kept.commits}
        onChange={(event) => setKept({ ...kept, commits: event.currentTarget.checked })}
      />
    </Form>
  )
}
