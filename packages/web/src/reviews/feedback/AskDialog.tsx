import { rounds } from '@foreword/core/people/rounds'
import { MOST_ASKED, nextRound, wants } from '@foreword/core/reviews/feedback/feedback'
import { wantLabels } from '@foreword/core/reviews/feedback/labels'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Inputs, type Outputs, queryClient } from '../../api.ts'
import { dayFromNow } from '../../days.ts'
import type { Idea } from '../../initiatives/idea.ts'
import { newKey } from '../../key.ts'
import { useGroups } from '../../people/groups/useGroups.ts'
import { useMe } from '../../people/me.ts'
import { notify } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Field, Select, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { AskGroup } from './AskGroup.tsx'
import { type ByHand, namesWords, resolveAsked } from './asking.ts'
import { addressesIn } from './outside/addresses.ts'
import { OutsideField } from './outside/OutsideField.tsx'
import { WhoIsAsked } from './WhoIsAsked.tsx'
import { type Request, roundWords } from './words.ts'

type Given = Inputs['feedback']['ask']

interface Props {
  idea: Idea
  documents: Outputs['narratives']['list']
  /** Those asked so far: the next is proposed. */
  rounds: readonly Request['round'][]
  onClose: () => void
}

export function AskDialog({ idea, documents, rounds: before, onClose }: Props) {
  const me = useMe()
  const initiativeId = idea.id
  const groups = useGroups()
  const people = useQuery(api.people.list.queryOptions())
  const editions = useQuery(api.narratives.editions.queryOptions({ input: { initiativeId } }))
  const [round, setRound] = useState(() => nextRound(before))
  const [byHand, setByHand] = useState<ByHand>(new Map())
  const [added, setAdded] = useState('')
  const [outside, setOutside] = useState('')
  const strangers = addressesIn(outside)
  const others = (people.data ?? []).filter(({ id, active }) => active && id !== me.person.id)
  const { asked, proposed, shutProposed, shutOut } = resolveAsked({
    ...{ idea, round, groups: groups.data ?? [], people: others, byHand },
  })
  const number = asked.length + strangers.length
  const set = (ids: readonly string[], on: boolean) =>
    setByHand(new Map([...byHand, ...ids.map((id) => [id, on] as const)]))
  const [wanted, setWanted] = useState<Given['wants']>(['concept'])
  const [key] = useState(newKey)
  const ask = useMutation(
    api.feedback.ask.mutationOptions({
      async onSuccess({ readers }) {
        await queryClient.invalidateQueries({ queryKey: api.feedback.key() })
        notify(`${readers.length === 1 ? 'One person is' : `${readers.length} people are`} asked.`)
        onClose()
      },
    }),
  )
  const reason =
    number === 0
      ? 'Choose at least one person, or write an address.'
      : asked.length > MOST_ASKED
        ? `Ask at most ${MOST_ASKED} people by name: more than these are a meeting.`
        : wanted.length === 0
          ? 'Choose what feedback you want.'
          : undefined
  const choices = [
    ...documents.map(({ id, title }) => ({ value: `draft ${id}`, label: `The draft of ${title}` })),
    ...(editions.data ?? []).map(({ id, narrativeId, number, title }) => ({
      value: `edition ${narrativeId} ${id}`,
      label: `Edition ${number} of ${title}`,
    })),
  ]
  return (
    <Dialog
      title="Ask for feedback"
      lead="They read and comment where the document stands. Who may not read the idea yet must be shared with first."
      open
      onClose={onClose}
      width="wide"
    >
      <Form
        error={ask.error}
        safe="Nobody was asked, and what you filled in is still here."
        onSubmit={(text) => {
          const [kind, narrativeId, editionId] = text('document').split(' ')
          ask.mutate({
            // ids as the server gave them
            narrativeId: narrativeId as Given['narrativeId'],
            key,
            editionId: kind === 'draft' ? null : (editionId as Given['editionId']),
            round,
            wants: wanted,
            people: asked.map(({ id }) => id),
            outside: strangers,
            due: text('due'),
            note: text('note'),
          })
        }}
        actions={
          <>
            <Button kind="go" type="submit" busy={ask.isPending} disabledReason={reason}>
              {number > 1 ? `Ask ${number} people` : 'Ask'}
            </Button>
            <Button kind="bare" onClick={onClose}>
              Cancel
            </Button>
          </>
        }
      >
        <Select label="What they read" name="document">
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <div className="grid gap-5 sm:grid-cols-2">
          <Select
            label="Round"
            name="round"
            value={round}
            onChange={({ currentTarget: { value } }) =>
              setRound(rounds.find((one) => one === value) ?? round)
            }
            help="Each is wider than the last."
          >
            {rounds.map((round) => (
              <option key={round} value={round}>
                {roundWords(round)}
              </option>
            ))}
          </Select>
          <Field label="Until" name="due" type="date" defaultValue={dayFromNow(7)} />
        </div>
        <fieldset>
          <legend className="mb-1 text-small font-medium">Feedback wanted on</legend>
          <div className="grid grid-cols-2 sm:grid-cols-3">
            {wants.map((want) => (
              <Checkbox
                key={want}
                label={wantLabels[want]}
                checked={wanted.includes(want)}
                onChange={() =>
                  setWanted(wanted.includes(want) ? wanted.filter((one) => one !== want) : [...wanted, want])
                }
              />
            ))}
          </div>
        </fieldset>
        <div className="flex flex-col gap-3">
          <WhoIsAsked
            people={others}
            asked={new Set(asked.map(({ id }) => id))}
            shutOut={shutOut}
            onSet={set}
            isPending={people.isPending}
          />
          {proposed.length > 0 && (
            <p className="text-small text-ink-2">
              {idea.group.name} proposes {namesWords(proposed.map(({ name }) => name))} for this round.
            </p>
          )}
          {shutProposed.length > 0 && (
            <p className="text-small text-amber">
              {idea.group.name} proposes {namesWords(shutProposed.map(({ name }) => name))} too, who may not
              read it yet. Share it first.
            </p>
          )}
          {me.groups.length > 1 && groups.data && (
            <AskGroup
              groups={groups.data}
              everybody={others.map(({ id }) => id)}
              onChoose={(ids, group) => {
                const here = others.filter(({ id }) => ids.includes(id) && !shutOut.has(id))
                set(
                  here.map(({ id }) => id),
                  true,
                )
                setAdded(
                  here.length === 0
                    ? `There is nobody in ${group} to ask.`
                    : `Chosen from ${group}: ${namesWords(here.map(({ name }) => name))}.`,
                )
              }}
            />
          )}
          <p role="status" className="text-small text-ink-2 empty:hidden">
            {added}
          </p>
          {groups.isError && <ErrorNote error={groups.error} retry={() => void groups.refetch()} />}
        </div>
        <OutsideField text={outside} onChange={setOutside} error={ask.error} />
        {number > 0 && (
          <p className="text-small text-ink-2">
            Asked, each once:{' '}
            {namesWords([...asked.map(({ name }) => name), ...strangers.map(({ address }) => address)])}.
          </p>
        )}
        <TextArea
          label="A word to them"
          name="note"
          maxLength={500}
          placeholder="Would a grower in the next bay pay this?"
        />
      </Form>
    </Dialog>
  )
}
