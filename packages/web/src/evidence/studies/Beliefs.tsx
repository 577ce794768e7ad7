import { spokenDay } from '@foreword/core/calendar'
import { type Week, weeksOf } from '@foreword/core/evidence/study'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { notifyProblem, notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { type OfStudy, ofStudy, studiesChanged } from './studies.ts'

/** W7: *what we now believe*, week by week, and the weeks that went by without a word. */
export function Beliefs(of: OfStudy) {
  const { study, today } = of
  const said = study.beliefs.map(({ week }) => week)
  const weeks = weeksOf(study, { held: study.held, said, today })
  const owed = weeks.filter(({ state }) => state === 'owed').length
  const heading = `believe-${study.id}`
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="font-text text-lead font-semibold">
        What we now believe
      </h3>
      {owed > 0 && (
        <p className="mt-1 text-small text-amber">
          {owed === 1 ? 'One week went by' : `${owed} weeks went by`} without a word.
        </p>
      )}
      {weeks.length === 0 && (
        <p className="mt-1 text-ink-2">From {spokenDay(study.startsOn)} on, a line for every week.</p>
      )}
      <ol aria-label="What we now believe" className="mt-2">
        {weeks.map((week) => (
          <li key={week.week} className="border-t border-rule py-3">
            <OneWeek {...of} week={week} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function OneWeek({ week, ...of }: OfStudy & { week: Week }) {
  const { study, mayNot } = of
  const [isOpen, setOpen] = useState(week.state === 'now')
  const belief = study.beliefs.find((one) => one.week === week.week)
  const which = <span className="sr-only"> for week {week.week}</span>
  return (
    <>
      <p className="text-small text-ink-2">
        Week {week.week}, until {spokenDay(week.to)}
        {belief && ` · ${belief.by.name}`}
      </p>
      {belief && !isOpen && (
        <p className="mt-0.5 font-text text-read whitespace-pre-line wrap-break-word">{belief.text}</p>
      )}
      {mayNot || !isOpen ? (
        <>
          {week.state === 'owed' && <p className="mt-0.5 text-amber">Nothing was said.</p>}
          {week.state === 'now' && <p className="mt-0.5 text-ink-2">Nothing is said yet.</p>}
          {!mayNot && (
            <Button kind="bare" className="-ml-3.5" onClick={() => setOpen(true)}>
              {belief ? 'Change' : 'Say it'}
              {which}
            </Button>
          )}
        </>
      ) : (
        <Say {...of} week={week.week} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

function Say({ week, onClose, ...of }: OfStudy & { week: number; onClose: () => void }) {
  const before = of.study.beliefs.find((one) => one.week === week)?.text ?? null
  const settled = { onSuccess: () => studiesChanged(of.idea.id) }
  const back = useMutation(
    api.evidence.believe.mutationOptions({
      ...settled,
      onError: () => notifyProblem('It was not taken back. Try again when the server answers.'),
    }),
  )
  const say = useMutation(
    api.evidence.believe.mutationOptions({
      onSuccess() {
        studiesChanged(of.idea.id)
        onClose()
        notifyUndo('It is written down.', () => back.mutate({ ...ofStudy(of), week, text: before }))
      },
    }),
  )
  return (
    <Form
      className="mt-2 gap-3"
      error={say.error}
      safe="What you wrote is still here."
      onSubmit={(text) => say.mutate({ ...ofStudy(of), week, text: text('text') })}
      actions={
        <>
          <Button type="submit" kind="go" busy={say.isPending}>
            Write it down<span className="sr-only"> for week {week}</span>
          </Button>
          <Button kind="bare" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <TextArea
        label={`What we believe after week ${week}`}
        hideLabel
        name="text"
        maxLength={2000}
        defaultValue={before ?? ''}
        placeholder="Growers pay once they have been wrong twice."
      />
    </Form>
  )
}
