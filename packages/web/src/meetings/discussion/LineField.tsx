import type { InputHTMLAttributes } from 'react'
import { Field } from '../../ui/Field.tsx'
import { useRoomNow } from '../room/context.ts'
import { lineOf } from './line.ts'

interface Props extends Pick<InputHTMLAttributes<HTMLInputElement>, 'name' | 'placeholder' | 'autoFocus'> {
  label: string
  value: string
  onChange: (line: string) => void
  /** Shown while no line is named. */
  help?: string
}

/** A line of the edition by its number; its words stand below, so that it is seen to be the right one. */
export function LineField({ value, onChange, help, ...field }: Props) {
  const { edition } = useRoomNow()
  const line = lineOf(edition, value)
  return (
    <Field
      {...field}
      type="number"
      min={1}
      max={edition?.extent.lines}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      help={line === null ? 'The edition has no such line.' : line ? `“${line.quote}”` : help}
    />
  )
}
