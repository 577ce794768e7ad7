import { urgencies } from '@foreword/core/initiatives/answers'
import { Field, Select, TextArea } from '../ui/Field.tsx'
import type { FieldsProps } from './answering.ts'
import { urgencyWords } from './words.ts'

export function ProblemFields({ answering: { value, write, saver }, readOnly }: FieldsProps<'problem'>) {
  const typed = { readOnly, onBlur: saver.flush }
  const burns = value.urgency === 'painful' || value.urgency === 'head on fire'
  return (
    <>
      <TextArea
        label="Today they have to…"
        {...typed}
        className="min-h-17"
        maxLength={4000}
        value={value.statement}
        onChange={(event) => write({ statement: event.currentTarget.value })}
      />
      <div className="grid gap-4 sm:grid-cols-[8rem_1fr_1fr]">
        <Field
          label="How large"
          {...typed}
          maxLength={300}
          value={value.number}
          placeholder="37"
          onChange={(event) => write({ number: event.currentTarget.value })}
        />
        <Field
          label="Of what"
          {...typed}
          maxLength={300}
          value={value.unit}
          placeholder="harvests lost last winter"
          onChange={(event) => write({ unit: event.currentTarget.value })}
        />
        <Field
          label="By whose count"
          {...typed}
          maxLength={300}
          value={value.source}
          placeholder="landing logs of eleven farms"
          onChange={(event) => write({ source: event.currentTarget.value })}
        />
      </div>
      <Select
        label="How badly it burns"
        disabled={readOnly}
        value={value.urgency}
        onChange={({ currentTarget }) => {
          const urgency = urgencies.find((one) => one === currentTarget.value)
          if (urgency) write({ urgency })
        }}
      >
        {urgencies.map((urgency) => (
          <option key={urgency} value={urgency}>
            {urgencyWords[urgency]}
          </option>
        ))}
      </Select>
      {(burns || value.proof !== '') && (
        <TextArea
          label="What shows it"
          help="What they already do, or pay, to be rid of it."
          {...typed}
          maxLength={4000}
          value={value.proof}
          onChange={(event) => write({ proof: event.currentTarget.value })}
        />
      )}
    </>
  )
}
