import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, type Outputs, queryClient } from '../../api.ts'
import type { Idea } from '../../initiatives/idea.ts'
import { useKinds } from '../../narratives/sheet/kind.ts'
import { paths } from '../../paths.ts'
import { isRefusal } from '../../refusal.ts'
import { go } from '../../router.tsx'
import { notify } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choice.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Select, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { beginningsOf } from './beginnings.ts'
import { type Iterations, iterationsChanged, newIterationId } from './iterations.ts'

interface Props {
  idea: Idea
  proposed: Iterations['proposed']
  onClose: () => void
}

/** N7: what it is for is said before it starts; its document is a new one, and the one it comes from stays as it is. */
export function StartIteration(props: Props) {
  const input = { initiativeId: props.idea.id }
  const drafts = useQuery(api.narratives.list.queryOptions({ input }))
  const editions = useQuery(api.narratives.editions.queryOptions({ input }))
  const assumed = useQuery(api.evidence.assumptions.queryOptions({ input: { ...input, most: 200 } }))
  const kinds = useKinds()
  const error = drafts.error ?? editions.error ?? assumed.error
  return (
    <Dialog
      title="Start an iteration"
      lead="Say what it is for. It is written in a document of its own: drafts, editions and what was decided on them stay as they are."
      open
      onClose={props.onClose}
      width="wide"
    >
      {error && <ErrorNote error={error} />}
      {drafts.data && editions.data && assumed.data && kinds.length > 0 ? (
        <Fields
          {...props}
          assumptions={assumed.data.assumptions}
          beginnings={beginningsOf(drafts.data, editions.data, kinds)}
        />
      ) : (
        !error && <Loading />
      )}
    </Dialog>
  )
}

type FieldsProps = Props & {
  assumptions: Outputs['evidence']['assumptions']['assumptions']
  beginnings: ReturnType<typeof beginningsOf>
}

function Fields({ idea, proposed, onClose, assumptions, beginnings: { copies, templates } }: FieldsProps) {
  // kept until it has started: a try whose answer was lost starts no second one
  const [iterationId] = useState(newIterationId)
  const [objective, setObjective] = useState('')
  const [tested, setTested] = useState('')
  const [unchosen, setUnchosen] = useState(false)
  const [begun, setBegun] = useState((copies[0] ?? templates[0])?.value ?? '')
  const start = useMutation(
    api.iterations.start.mutationOptions({
      onSuccess({ document }) {
        iterationsChanged()
        void queryClient.invalidateQueries({ queryKey: api.narratives.list.key() })
        go(paths.draft(document))
        notify('The iteration has started, in this document.')
      },
    }),
  )
  const asksOfSuggestions = isRefusal(start.error, 'suggestions-in-copy')
  const mustChoose = assumptions.length > 0
  const unsaid = unchosen && tested === '' && mustChoose
  return (
    <Form
      error={asksOfSuggestions ? null : start.error}
      safe="Nothing was started, and what you wrote is still here."
      onSubmit={(text) => {
        if (tested === '' && mustChoose) return setUnchosen(true)
        const beginning = [...copies, ...templates].find(({ value }) => value === begun)
        if (!beginning) return
        const said = text('suggestions')
        const { from } = beginning
        start.mutate({
          ...{ initiativeId: idea.id, iterationId, objective, expects: text('expects') },
          tests: testsOf(tested, proposed, assumptions),
          from:
            from.as === 'draft' && (said === 'accept' || said === 'reject')
              ? { ...from, suggestions: said }
              : from,
        })
      }}
      actions={
        <>
          <Button type="submit" kind="go" busy={start.isPending}>
            Start it
          </Button>
          <Button kind="bare" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <Proposed
        proposed={proposed}
        onTake={({ questionId, objective: words }) => {
          setObjective(words)
          setTested(questionId)
        }}
      />
      <TextArea
        label="What is its objective?"
        name="objective"
        maxLength={500}
        value={objective}
        onChange={({ currentTarget }) => setObjective(currentTarget.value)}
      />
      <Select
        label="What does it test or change?"
        name="tests"
        value={tested}
        error={unsaid ? 'Choose the assumption or the open question it is about.' : undefined}
        onChange={({ currentTarget }) => setTested(currentTarget.value)}
      >
        <option value="">{mustChoose ? 'Choose' : 'Nothing: no assumption is written down yet'}</option>
        {mustChoose && (
          <optgroup label="An assumption">
            {assumptions.map(({ id, statement }) => (
              <option key={id} value={id}>
                {statement}
              </option>
            ))}
          </optgroup>
        )}
        {proposed.length > 0 && (
          <optgroup label="An open question">
            {proposed.map(({ questionId, asks }) => (
              <option key={questionId} value={questionId}>
                {asks}
              </option>
            ))}
          </optgroup>
        )}
      </Select>
      <TextArea
        label="What do you expect to learn?"
        name="expects"
        maxLength={1000}
        help="What you will know at its end, whichever way it goes."
      />
      <Select
        label="What does its document begin as?"
        value={begun}
        onChange={({ currentTarget }) => {
          setBegun(currentTarget.value)
          start.reset()
        }}
      >
        {copies.length > 0 && <Group label="A copy of" of={copies} />}
        <Group label="Empty, from a template" of={templates} />
      </Select>
      {asksOfSuggestions && (
        <RadioGroup
          label="Suggestions are open in this draft, and stay open in it. In the copy:"
          name="suggestions"
          defaultValue="reject"
          options={[
            { value: 'reject', label: 'Without them', help: 'The copy reads as the draft stands.' },
            { value: 'accept', label: 'As if accepted', help: 'The copy reads as proposed.' },
          ]}
        />
      )}
    </Form>
  )
}

function Group({ label, of }: { label: string; of: FieldsProps['beginnings']['copies'] }) {
  return (
    <optgroup label={label}>
      {of.map(({ value, label: words }) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </optgroup>
  )
}

const FIRST = 3

/** After a meeting its open questions propose the objective. */
function Proposed({
  proposed,
  onTake,
}: {
  proposed: Iterations['proposed']
  onTake: (one: Iterations['proposed'][number]) => void
}) {
  if (proposed.length === 0) return null
  return (
    <section aria-labelledby="proposed">
      <h3 id="proposed" className="text-small font-medium">
        Open questions propose
      </h3>
      <ul className="mt-1.5 border-b border-rule">
        {proposed.slice(0, FIRST).map((one) => (
          <li key={one.questionId} className="flex items-center gap-3 border-t border-rule py-1.5">
            <span className="line-clamp-3 min-w-0 flex-1 wrap-break-word">{one.objective}</span>
            <Button kind="bare" onClick={() => onTake(one)}>
              Take it<span className="sr-only"> {one.objective}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function testsOf(tested: string, proposed: Iterations['proposed'], assumptions: FieldsProps['assumptions']) {
  const question = proposed.find(({ questionId }) => questionId === tested)
  if (question) return { what: 'question' as const, questionId: question.questionId }
  const assumption = assumptions.find(({ id }) => id === tested)
  return assumption ? { what: 'assumption' as const, assumptionId: assumption.id } : null
}
