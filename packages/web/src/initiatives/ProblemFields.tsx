import { urgencies } from '@foreword/core/initiatives/answers'
import { Select } from '../ui/Field.tsx'
import type { FieldsProps } from './answering.ts'
import { LiveField } from './LiveField.tsx'
import { RichArea } from './rich/RichArea.tsx'
import { urgencyWords } from './words.ts'

export function ProblemFields({
  answering: { value, write, saver, beside },
  readOnly,
}: FieldsProps<'problem'>) {
  const typed = { readOnly, onBlur: saver.flush }
  const burns = value.urgency === 'painful' || value.urgency === 'head on fire'
  const text = (field: Exclude<keyof typeof value, 'urgency'>) => ({
    value: value[field],
    onWrite: (words: string) => write({ [field]: words }),
    beside: beside(field),
  })
  return (
    <>
      <RichArea
        label="Today they have to…"
        className="min-h-17"
        {...typed}
        maxLength={4000}
        {...text('statement')}
      />
      <div className="grid gap-4 sm:grid-cols-[8rem_1fr_1fr]">
        <LiveField label="How large" {...typed} maxLength={300} {...text('number')} placeholder="37" />
        <LiveField
          label="Of what"
          {...typed}
          maxLength={300}
          {...text('unit')}
          placeholder="harvests lost last winter"
        />
        <LiveField
          label="By whose count"
          {...typed}
          maxLength={300}
          {...text('source')}
          placeholder="landing logs of eleven farms"
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
        <RichArea
          label="What shows it"
          help="What they already do, or pay, to be rid of it."
          {...typed}
          maxLength={4000}
          {...text('proof')}
        />
      )}
    </>
  )
}
