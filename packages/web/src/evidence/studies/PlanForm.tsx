import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { newInterviewId, type OfStudy, ofStudy, type Planned, studiesChanged } from './studies.ts'
import { WhoInterviews } from './WhoInterviews.tsx'

/** Who interviews whom, and when. After each one the cursor waits for the next. */
export function PlanForm({ planned, onClose, ...of }: OfStudy & { planned?: Planned; onClose: () => void }) {
  const [fresh, setFresh] = useState(newInterviewId)
  const interviewId = planned?.id ?? fresh
  const plan = useMutation(api.evidence.planInterview.mutationOptions())
  return (
    <Form
      className="mt-3 max-w-measure"
      error={plan.error}
      safe="What you wrote is still here."
      onSubmit={(text, form) =>
        plan.mutate(
          {
            ...{ ...ofStudy(of), interviewId, alias: text('alias'), day: text('day') },
            interviewer: text('interviewer') as Planned['interviewer']['id'], // as the list gave it
          },
          {
            onSuccess() {
              studiesChanged(of.idea.id)
              if (planned) return onClose()
              const alias = form.querySelector('input')
              if (alias) alias.value = ''
              alias?.focus()
              setFresh(newInterviewId())
            },
          },
        )
      }
      actions={
        <>
          <Button type="submit" kind="go" busy={plan.isPending}>
            {planned ? 'Save' : 'Plan it'}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {planned ? 'Leave it as it was' : 'Done'}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label="Alias" name="alias" maxLength={200} defaultValue={planned?.alias ?? ''} autoFocus />
        <WhoInterviews label="Who interviews" is={planned?.interviewer} />
        <Field label="Day" name="day" type="date" defaultValue={planned?.day ?? of.today} />
      </div>
    </Form>
  )
}
