import { defaultPlan } from '@foreword/core/evidence/study'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import type { Idea } from '../../initiatives/idea.ts'
import { notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { newStudyId, type Study, studiesChanged } from './studies.ts'

interface Props {
  idea: Idea
  today: string
  /** The one whose plan is changed; without it a new one is planned. */
  study?: Study
  onClose: () => void
}

/** The plan of a study: what it is to find out is enough, the rest has a default. */
export function StudyForm({ idea, today, study, onClose }: Props) {
  const [studyId] = useState(() => study?.id ?? newStudyId())
  const of = { initiativeId: idea.id, studyId }
  const drop = useMutation(
    api.evidence.dropStudy.mutationOptions({ onSuccess: () => studiesChanged(idea.id) }),
  )
  const save = useMutation(
    api.evidence.setStudy.mutationOptions({
      onSuccess() {
        studiesChanged(idea.id)
        onClose()
        if (!study) notifyUndo('The study is planned.', () => drop.mutate({ ...of, dropped: true }))
      },
    }),
  )
  return (
    <Form
      className="max-w-measure"
      error={save.error}
      safe="What you wrote is still here."
      onSubmit={(text) =>
        save.mutate({
          ...of,
          question: text('question'),
          target: Number(text('target')),
          windowDays: Math.round(Number(text('weeks')) * 7),
          startsOn: text('startsOn'),
          prospectsCount: text('prospectsCount') !== '',
          script: text('script'),
        })
      }
      actions={
        <>
          <Button type="submit" kind="go" busy={save.isPending}>
            {study ? 'Save the plan' : 'Plan the study'}
          </Button>
          {study && (
            <Button kind="bare" onClick={onClose}>
              Leave it as it was
            </Button>
          )}
        </>
      }
    >
      <TextArea
        label="What is it to find out?"
        name="question"
        maxLength={300}
        defaultValue={study?.question ?? ''}
        help="Do growers pay before they are sure?"
      />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Field
          label="Interviews"
          name="target"
          type="number"
          inputMode="numeric"
          min={1}
          max={500}
          defaultValue={study?.target ?? defaultPlan.target}
        />
        <Field
          label="Weeks"
          name="weeks"
          type="number"
          inputMode="decimal"
          min={1}
          max={52}
          step="any"
          defaultValue={Number(((study?.windowDays ?? defaultPlan.windowDays) / 7).toFixed(2))}
        />
        <Field label="From" name="startsOn" type="date" defaultValue={study?.startsOn ?? today} />
      </div>
      <Checkbox
        name="prospectsCount"
        label="Prospects count"
        help="People who do not buy from you yet. Without this they are listed and do not count."
        defaultChecked={study?.prospectsCount ?? defaultPlan.prospectsCount}
      />
      <TextArea
        label="The script"
        name="script"
        rows={4}
        maxLength={20_000}
        defaultValue={study?.script ?? ''}
        help="What everybody is asked, in the same words."
      />
    </Form>
  )
}
