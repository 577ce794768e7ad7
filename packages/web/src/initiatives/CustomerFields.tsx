import { Field, TextArea } from '../ui/Field.tsx'
import type { FieldsProps } from './answering.ts'

export function CustomerFields({ answering: { value, write, saver }, readOnly }: FieldsProps<'customer'>) {
  const typed = { readOnly, onBlur: saver.flush }
  return (
    <>
      <TextArea
        label="Who"
        {...typed}
        maxLength={4000}
        value={value.who}
        placeholder="Growers who sell oysters from one or two boats"
        onChange={(event) => write({ who: event.currentTarget.value })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="When"
          {...typed}
          maxLength={300}
          value={value.time}
          placeholder="At five, before the tide"
          onChange={(event) => write({ time: event.currentTarget.value })}
        />
        <Field
          label="Where"
          {...typed}
          maxLength={300}
          value={value.place}
          placeholder="On the quay, in the dark"
          onChange={(event) => write({ place: event.currentTarget.value })}
        />
      </div>
      <TextArea
        label="What they are in the middle of"
        className="min-h-15"
        {...typed}
        maxLength={4000}
        value={value.situation}
        onChange={(event) => write({ situation: event.currentTarget.value })}
      />
      <TextArea
        label="In their own words"
        help="A sentence a customer said. It stands beside the discussion in the meeting."
        {...typed}
        maxLength={4000}
        value={value.words}
        className="font-text text-read italic"
        onChange={(event) => write({ words: event.currentTarget.value })}
      />
      <Field
        label="Who pays, if somebody else"
        {...typed}
        maxLength={300}
        value={value.buyer}
        onChange={(event) => write({ buyer: event.currentTarget.value })}
      />
    </>
  )
}
