import { Field } from '../../ui/Field.tsx'

interface Props {
  label: string
  help: string
  /** Null: as long as it needs. */
  pages: number | null
  error: string | undefined
  onChange: (pages: number | null) => void
}

/** A number of pages, or nothing for no limit. */
export function PageLimit({ label, help, pages, error, onChange }: Props) {
  return (
    <Field
      label={label}
      help={`${help} Empty means no limit.`}
      type="number"
      min={1}
      max={50}
      inputMode="numeric"
      value={pages ?? ''}
      error={error}
      onChange={(event) => {
        const { value, valueAsNumber } = event.currentTarget
        onChange(value === '' || Number.isNaN(valueAsNumber) ? null : valueAsNumber)
      }}
    />
  )
}
