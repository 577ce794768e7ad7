import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Inputs, type Outputs, queryClient } from '../../api.ts'
import { dayFromNow } from '../../days.ts'
import { notify, notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choice.tsx'
import { Field, Select, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import type { Entry } from './entry.ts'

type Given = Inputs['reviews']['settleQuestion']['state']
type Choice = 'answer' | 'document' | 'owed' | 'scope'

/** F5: what becomes of a question once its meeting is over. */
export function SettleForm({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const [choice, setChoice] = useState<Choice>(entry.faqBlockId === null ? 'answer' : 'document')
  const [unwritten, setUnwritten] = useState(false)
  const people = useQuery({ ...api.people.list.queryOptions(), enabled: choice === 'owed' })
  const inFaq = entry.faqBlockId !== null
  const before = laterEndOf(entry)
  const settled = () => queryClient.invalidateQueries({ queryKey: api.reviews.key() })
  const back = useMutation(
    api.reviews.settleQuestion.mutationOptions({
      onSuccess: settled,
      onError: () => notifyProblem('It was not taken back: it has changed since, or nobody answers.'),
    }),
  )
  const settle = useMutation(
    api.reviews.settleQuestion.mutationOptions({
      onSuccess(_, { questionId, state }) {
        const said = saidOf(state, people.data)
        onClose()
        // what has gone into the draft is taken out there
        if (!before || choice === 'answer') notify(said)
        else notifyUndo(said, () => back.mutate({ questionId, state: before }))
        return settled()
      },
    }),
  )
  const to = (state: Given) => settle.mutate({ questionId: entry.id, state })
  return (
    <Form
      className="mt-3 max-w-measure"
      error={settle.error}
      safe="What you wrote is still here."
      onSubmit={(text) => {
        if (choice === 'scope') to({ name: 'out-of-scope', because: text('because') })
        else if (choice === 'owed') {
          const owner = people.data?.find(({ id }) => id === text('owner'))
          if (owner) to({ name: 'research-owed', owner: owner.id, due: text('due') })
        } else if (choice === 'document') to({ name: 'answered-in-the-document', answer: '' })
        else if (text('answer').trim() === '') setUnwritten(true)
        else to({ name: 'answered-in-the-document', answer: text('answer') })
      }}
      actions={
        <>
          <Button type="submit" kind="go" busy={settle.isPending}>
            {choice === 'answer' ? 'Put it into the FAQ' : 'Record it'}
          </Button>
          <Button kind="bare" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <RadioGroup<Choice>
        label="What becomes of it?"
        name="choice"
        value={choice}
        onChange={setChoice}
        options={[
          {
            value: 'answer',
            label: 'Here is the answer',
            help: inFaq
              ? 'The question stands in the FAQ already. Write the answer there.'
              : 'Question and answer become an entry of the FAQ in the draft.',
            disabledReason: inFaq ? 'It is there already.' : undefined,
          },
          { value: 'document', label: 'The document answers it now' },
          { value: 'owed', label: 'Somebody finds it out' },
          { value: 'scope', label: 'It is out of scope' },
        ]}
      />
      {choice === 'answer' && (
        <TextArea
          label="The answer"
          name="answer"
          maxLength={4000}
          disabled={inFaq}
          error={unwritten ? 'Write the answer, or say that the document has it.' : undefined}
          onChange={() => setUnwritten(false)}
        />
      )}
      {choice === 'owed' && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Select label="Who finds it out" name="owner" defaultValue={entry.owner?.id}>
            {people.data
              ?.filter(({ active }) => active)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </Select>
          <Field label="By" type="date" name="due" defaultValue={dayFromNow(7)} />
        </div>
      )}
      {choice === 'scope' && <Field label="Because" name="because" maxLength={1000} autoComplete="off" />}
    </Form>
  )
}

/** What it was, as far as it can be said again. */
function laterEndOf({ state, faqBlockId }: Entry): Given | null {
  if (state.name === 'research-owed' || state.name === 'out-of-scope') return state
  return state.name === 'answered-in-the-document' && faqBlockId === null
    ? { name: state.name, answer: '' }
    : null
}

function saidOf(state: Given, people: Outputs['people']['list'] | undefined): string {
  if (state.name === 'out-of-scope') return 'It is out of scope.'
  if (state.name === 'research-owed')
    return `${people?.find(({ id }) => id === state.owner)?.name ?? 'Somebody else'} owes it now.`
  return (state.answer ?? '') === '' ? 'The document answers it.' : 'It stands in the FAQ of the draft.'
}
