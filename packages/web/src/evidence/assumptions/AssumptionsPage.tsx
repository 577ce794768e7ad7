import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { IdeaFrame } from '../../initiatives/IdeaFrame.tsx'
import type { Idea } from '../../initiatives/idea.ts'
import { useMe } from '../../people/me.ts'
import { whyNot } from '../../people/rights.ts'
import { notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { AssumptionList } from './AssumptionList.tsx'
import { assumptionsChanged, newAssumptionId } from './assumptions.ts'
import { FromTheDraft } from './FromTheDraft.tsx'

export function AssumptionsPage({ initiativeId }: { initiativeId: string }) {
  return (
    <IdeaFrame initiativeId={initiativeId} title="Assumptions">
      {(idea) => <Assumptions idea={idea} />}
    </IdeaFrame>
  )
}

/** W8: what the idea assumes, what became of it, and what rests on it. */
function Assumptions({ idea }: { idea: Idea }) {
  const mayNot = whyNot('evidence.addAssumption', useMe(), idea.right)
  return (
    <div className="mt-6 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,24rem)_minmax(0,1fr)]">
      <div className="min-w-0">
        <section aria-labelledby="add">
          <h2 id="add" className="mb-4 font-text text-lead font-semibold">
            What do you assume?
          </h2>
          {mayNot ? <p className="text-ink-2">{mayNot}</p> : <Add idea={idea} />}
        </section>
        <FromTheDraft idea={idea} mayNot={mayNot} />
      </div>
      <AssumptionList idea={idea} mayNot={mayNot} />
    </div>
  )
}

function Add({ idea }: { idea: Idea }) {
  // kept until it is kept there: a try whose answer was lost makes no second one
  const [assumptionId, setId] = useState(newAssumptionId)
  const add = useMutation(api.evidence.addAssumption.mutationOptions())
  const drop = useMutation(
    api.evidence.dropAssumption.mutationOptions({
      onSuccess: assumptionsChanged,
      onError: () => notifyProblem('It was not removed: something is known of it already.'),
    }),
  )
  return (
    <Form
      error={add.error}
      safe="What you wrote is still here."
      onSubmit={(text, form) =>
        add.mutate(
          { initiativeId: idea.id, assumptionId, statement: text('statement') },
          {
            onSuccess() {
              form.reset()
              form.querySelector('textarea')?.focus()
              setId(newAssumptionId())
              assumptionsChanged()
              notifyUndo('It is on the list.', () =>
                drop.mutate({ initiativeId: idea.id, assumptionId, dropped: true }),
              )
            },
          },
        )
      }
      actions={
        <Button type="submit" kind="go" busy={add.isPending}>
          Add it
        </Button>
      }
    >
      <TextArea
        label="An assumption"
        name="statement"
        rows={2}
        maxLength={500}
        help="One statement that somebody could show to be wrong: growers pay before they are sure."
      />
    </Form>
  )
}
