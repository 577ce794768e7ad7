import { Select } from '../ui/Field.tsx'
import { useMe } from './me.ts'

interface Props {
  label: string
  hideLabel?: boolean
  quiet?: boolean
  name?: string
  value?: string | null | undefined
  onChange?: (area: string | null) => void
}

/** One of the company's functional areas, or none. */
export function AreaSelect({ label, hideLabel = false, quiet = false, name, value, onChange }: Props) {
  const { functionalAreas } = useMe().workspace.settings
  const known = functionalAreas.some(({ id }) => id === value)
  return (
    <Select
      label={label}
      hideLabel={hideLabel}
      quiet={quiet}
      name={name}
      {...(onChange ? { value: known && value ? value : '' } : {})}
      onChange={(event) => onChange?.(event.currentTarget.value || null)}
    >
      <option value="">No area</option>
      {functionalAreas.map((area) => (
        <option key={area.id} value={area.id}>
          {area.label}
        </option>
      ))}
    </Select>
  )
}
