import type { FieldsProps } from './answering.ts'
import { LiveArea, LiveField } from './LiveField.tsx'
import { RichArea } from './rich/RichArea.tsx'

export function CustomerFields({
  answering: { value, write, saver, beside },
  readOnly,
}: FieldsProps<'customer'>) {
  const typed = { readOnly, onBlur: saver.flush }
  const text = (field: keyof typeof value) => ({
    value: value[field],
    onWrite: (words: string) => write({ [field]: words }),
    beside: beside(field),
  })
  return (
    <>
      <RichArea
        label="Who"
        {...typed}
        maxLength={4000}
        {...text('who')}
        placeholder="Growers who sell oysters from one or two boats"
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <LiveField
          label="When"
          {...typed}
          maxLength={300}
          {...text('time')}
          placeholder="At five, before the tide"
        />
        <LiveField
          label="Where"
          {...typed}
          maxLength={300}
          {...text('place')}
          placeholder="On the quay, in the dark"
        />
      </div>
      <RichArea
        label="What they are in the middle of"
        className="min-h-15"
        {...typed}
        maxLength={4000}
        {...text('situation')}
      />
      <LiveArea
        label="In their own words"
        help="A sentence a customer said. It stands beside the discussion in the meeting."
        {...typed}
        maxLength={4000}
        {...text('words')}
        className="font-text text-read italic"
      />
      <LiveField label="Who pays, if somebody else" {...typed} maxLength={300} {...text('buyer')} />
    </>
  )
}
