import {
  type AssumptionState,
  assumptionStateLabels,
  assumptionStates,
} from '@foreword/core/evidence/assumptions'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import type { Idea } from '../../initiatives/idea.ts'
import { notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choice.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { type Assumption, assumptionsChanged, newChangeId } from './assumptions.ts'

export interface Of {
  initiativeId: Idea['id']
  assumptionId: Assumption['id']
}

const meanings = {
  untested: 'To be found out, again.',
  supported: 'What we found speaks for it.',
  refuted: 'It is not so. What rests on it is marked.',
  changed: 'It is another one now. What rests on the old words is marked.',
} satisfies Record<AssumptionState, string>

/** What became of it, and why; a changed one says what is assumed instead. It can be taken back. */
export function SetState({
  of,
  assumption,
  onClose,
}: {
  of: Of
  assumption: Assumption
  onClose: () => void
}) {
  const [state, setState] = useState<AssumptionState>()
  const [unchosen, setUnchosen] = useState(false)
  const [changeId] = useState(newChangeId)
  const back = useMutation(
    api.evidence.takeBackAssumption.mutationOptions({
      onSuccess: assumptionsChanged,
      onError: () =>
        notifyProblem('It was not taken back: somebody has changed it since, or nobody answers.'),
    }),
  )
  const set = useMutation(
    api.evidence.setAssumption.mutationOptions({
      onSuccess(_, { state: is }) {
        assumptionsChanged()
        onClose()
        notifyUndo(`It stands as ${assumptionStateLabels[is].toLowerCase()}.`, () =>
          back.mutate({ ...of, changeId }),
        )
      },
    }),
  )
  return (
    <Form
      className="mt-3 max-w-measure"
      error={set.error}
      safe="What you wrote is still here."
      onSubmit={(text) => {
        if (!state) return setUnchosen(true)
        const statement = state === 'changed' ? { statement: text('statement') } : {}
        set.mutate({ ...of, changeId, state, because: text('because'), ...statement })
      }}
      actions={
        <>
          <Button type="submit" kind="go" busy={set.isPending}>
            Say so
          </Button>
          <Button kind="bare" onClick={onClose}>
            Leave it as it is
          </Button>
        </>
      }
    >
      <RadioGroup
        label="What became of it?"
        name="state"
        value={state}
        error={unchosen && !state ? 'Choose what became of it.' : undefined}
        onChange={setState}
        options={assumptionStates
          .filter((one) => one === 'changed' || one !== assumption.state)
          .map((value) => ({ value, label: assumptionStateLabels[value], help: meanings[value] }))}
      />
      {state === 'changed' && (
        <TextArea
          label="What do you assume now?"
          name="statement"
          maxLength={500}
          defaultValue={assumption.statement}
        />
      )}
      <TextArea label="How do you know?" name="because" maxLength={1000} />
    </Form>
  )
}
