import { keepNotesUntil, standings } from '@foreword/core/evidence/study'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { notify } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { RadioGroup } from '../../ui/Choice.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Field, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import {
  type Held,
  newInterviewId,
  type OfStudy,
  ofStudy,
  type Planned,
  standingWords,
  studiesChanged,
} from './studies.ts'
import { WhoInterviews } from './WhoInterviews.tsx'

interface Props extends OfStudy {
  /** What was planned of it. */
  planned?: Planned
  /** What was written of it already. */
  held?: Held
  onClose: () => void
}

/** What an interview taught. One whose raw notes are kept comes with them, so that they can be changed too. */
export function HoldForm(props: Props) {
  const { held } = props
  const kept = held?.notes === 'kept'
  const notes = useQuery(
    api.evidence.interviewNotes.queryOptions({
      input: { ...ofStudy(props), interviewId: held?.id ?? newInterviewId() },
      enabled: kept,
      // what somebody reads word by word is asked for each time it is opened
      gcTime: 0,
    }),
  )
  if (kept && notes.isError) return <ErrorNote error={notes.error} retry={() => void notes.refetch()} />
  if (kept && !notes.data) return <Loading />
  return <TheForm {...props} notes={notes.data?.notes ?? ''} />
}

const consents = { 'not asked': 'Nobody asked', given: 'They said yes', refused: 'They said no' }
type Consent = keyof typeof consents

function TheForm({ planned, held, onClose, notes, ...of }: Props & { notes: string }) {
  const was = held ?? planned
  const [fresh] = useState(newInterviewId)
  const begin = !held?.consent ? 'not asked' : held.consent.given ? 'given' : 'refused'
  const [consent, setConsent] = useState<Consent>(begin)
  const [day, setDay] = useState(held?.day ?? of.today)
  const hold = useMutation(
    api.evidence.holdInterview.mutationOptions({
      onSuccess() {
        studiesChanged(of.idea.id)
        onClose()
        notify(held ? 'It is changed.' : 'It is written down, and among the evidence.')
      },
    }),
  )
  return (
    <Form
      className="mt-3 max-w-measure"
      error={hold.error}
      safe="What you wrote is still here."
      onSubmit={(text) =>
        hold.mutate({
          ...{
            ...ofStudy(of),
            interviewId: was?.id ?? fresh,
            alias: text('alias'),
            learnt: text('learnt'),
            day,
          },
          interviewer: text('interviewer') as Held['interviewer']['id'], // as the list gave it
          standing: standings.find((one) => one === text('standing')) ?? 'customer',
          consent: consent === 'not asked' ? null : { given: consent === 'given', on: text('consent.on') },
          ...(consent === 'given' && { notes: text('notes'), notesUntil: text('notesUntil') }),
        })
      }
      actions={
        <>
          <Button type="submit" kind="go" busy={hold.isPending}>
            {held ? 'Save' : 'Write it down'}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {held ? 'Leave it as it was' : 'Not now'}
          </Button>
        </>
      }
    >
      <TextArea
        label="What did it teach?"
        name="learnt"
        rows={3}
        maxLength={4000}
        defaultValue={held?.learnt ?? ''}
        autoFocus
      />
      <div className="grid gap-3 sm:grid-cols-3">
        <Field
          label="Alias"
          name="alias"
          maxLength={200}
          defaultValue={was?.alias ?? ''}
          help="Never the name."
        />
        <WhoInterviews label="Who interviewed" is={was?.interviewer} />
        <Field
          label="Day"
          name="day"
          type="date"
          value={day}
          onChange={({ currentTarget }) => setDay(currentTarget.value)}
        />
      </div>
      <RadioGroup
        label="Who are they?"
        name="standing"
        defaultValue={held?.standing ?? 'customer'}
        options={standings.map((value) => ({ value, label: standingWords[value] }))}
      />
      <RadioGroup<Consent>
        label="May raw notes be kept?"
        name="consent"
        value={consent}
        onChange={setConsent}
        help={
          begin === 'given' && consent !== 'given' ? 'The raw notes are erased when you save.' : undefined
        }
        options={(['not asked', 'given', 'refused'] as const).map((value) => ({
          value,
          label: consents[value],
        }))}
      />
      {consent !== 'not asked' && (
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label="Asked on" name="consent.on" type="date" defaultValue={held?.consent?.on ?? day} />
          {consent === 'given' && (
            <Field
              key={held ? 'kept' : day}
              label="Keep them until"
              name="notesUntil"
              type="date"
              defaultValue={held?.notesUntil ?? (day === '' ? '' : keepNotesUntil(day))}
              help="Then they are erased by themselves."
            />
          )}
        </div>
      )}
      {consent === 'given' && (
        <TextArea label="Raw notes" name="notes" rows={5} maxLength={20_000} defaultValue={notes} />
      )}
    </Form>
  )
}
