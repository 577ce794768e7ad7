import {
  type AssumptionState,
  assumptionStateLabels,
  assumptionStates,
} from '@foreword/core/evidence/assumptions'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { newChangeId } from '../../evidence/assumptions/assumptions.ts'
import type { Idea } from '../../initiatives/idea.ts'
import { notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choice.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { type Iteration, iterationsChanged } from './iterations.ts'
import { useReopen } from './useReopen.ts'

interface Props {
  initiativeId: Idea['id']
  iteration: Iteration
  onClose: () => void
}

const meanings = {
  untested: 'It has to be found out again.',
  supported: 'What was learnt speaks for it.',
  refuted: 'It is not so. What rests on it is marked.',
  changed: 'It is another one now. What rests on the old words is marked.',
} satisfies Record<AssumptionState, string>

/** What was learnt, and in the same act what that makes of the assumption; or that stays as it is. */
export function EndIteration({ initiativeId, iteration: { id, tests }, onClose }: Props) {
  const [state, setState] = useState<AssumptionState | 'as-it-is'>('as-it-is')
  const [changeId] = useState(newChangeId)
  const reopen = useReopen()
  const end = useMutation(
    api.iterations.end.mutationOptions({
      onSuccess() {
        iterationsChanged()
        onClose()
        notifyUndo('The iteration has ended.', () => reopen.mutate({ initiativeId, iterationId: id }))
      },
    }),
  )
  return (
    <Form
      className="mt-3 max-w-measure"
      error={end.error}
      safe="It goes on, and what you wrote is still here."
      onSubmit={(text) =>
        end.mutate({
          ...{ initiativeId, iterationId: id, learnt: text('learnt') },
          ...(state === 'as-it-is'
            ? {}
            : {
                assumption: {
                  ...{ changeId, state },
                  ...(state === 'changed' ? { statement: text('assumption.statement') } : {}),
                },
              }),
        })
      }
      actions={
        <>
          <Button type="submit" kind="go" busy={end.isPending}>
            End it
          </Button>
          <Button kind="bare" onClick={onClose}>
            Go on with it
          </Button>
        </>
      }
    >
      <TextArea label="What was learnt?" name="learnt" maxLength={1000} autoFocus />
      {tests?.what === 'assumption' && (
        <RadioGroup
          label={`“${tests.said}” is now`}
          name="state"
          value={state}
          onChange={setState}
          options={[
            { value: 'as-it-is', label: 'As it stands' },
            ...assumptionStates
              .filter((one) => one !== 'untested')
              .map((value) => ({ value, label: assumptionStateLabels[value], help: meanings[value] })),
          ]}
        />
      )}
      {state === 'changed' && tests && (
        <TextArea
          label="What do you assume now?"
          name="assumption.statement"
          maxLength={500}
          defaultValue={tests.said}
        />
      )}
    </Form>
  )
}

export function DropIteration({ initiativeId, iteration: { id }, onClose }: Props) {
  const reopen = useReopen()
  const drop = useMutation(
    api.iterations.drop.mutationOptions({
      onSuccess() {
        iterationsChanged()
        onClose()
        notifyUndo('The iteration is dropped.', () => reopen.mutate({ initiativeId, iterationId: id }))
      },
    }),
  )
  return (
    <Form
      className="mt-3 max-w-measure"
      error={drop.error}
      safe="It goes on, and what you wrote is still here."
      onSubmit={(text) => drop.mutate({ initiativeId, iterationId: id, because: text('because') })}
      actions={
        <>
          <Button type="submit" kind="go" busy={drop.isPending}>
            Drop it
          </Button>
          <Button kind="bare" onClick={onClose}>
            Go on with it
          </Button>
        </>
      }
    >
      <TextArea label="Why is it dropped?" name="because" maxLength={1000} autoFocus />
    </Form>
  )
}
