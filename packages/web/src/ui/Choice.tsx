import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { useFieldError } from './Form.tsx'

interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode
  help?: ReactNode
}

export function Checkbox({ label, help, className = '', ...input }: CheckboxProps) {
  const helpId = useId()
  return (
    <label className={`flex items-start gap-2.5 py-1 ${className}`}>
      <input
        type="checkbox"
        {...input}
        aria-describedby={help ? helpId : undefined}
        className="mt-0.5 size-4 shrink-0"
      />
      <span>
        {label}
        {help && (
          <span id={helpId} className="block text-small text-ink-2">
            {help}
          </span>
        )}
      </span>
    </label>
  )
}

interface RadioGroupProps<Value extends string> {
  label: ReactNode
  help?: ReactNode
  name: string
  options: readonly {
    value: Value
    label: ReactNode
    help?: ReactNode
    disabledReason?: string | undefined
  }[]
  value?: Value | undefined
  defaultValue?: Value | undefined
  onChange?: (value: Value) => void
  error?: string | undefined
}

/** One of a few, all to be seen at once. For many, a `Select`. */
export function RadioGroup<Value extends string>({
  label,
  help,
  name,
  options,
  value,
  defaultValue,
  onChange,
  error,
}: RadioGroupProps<Value>) {
  const id = useId()
  const said = useFieldError(name)
  const wrong = error ?? said
  return (
    <fieldset
      aria-describedby={
        [help ? `${id}-help` : '', wrong ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
      }
    >
      <legend className="mb-1 text-small font-medium">{label}</legend>
      {help && (
        <p id={`${id}-help`} className="mb-1.5 text-small text-ink-2">
          {help}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} className="flex items-start gap-2.5 py-1 has-disabled:text-ink-3">
          <input
            type="radio"
            name={name}
            value={option.value}
            {...(value === undefined
              ? { defaultChecked: option.value === defaultValue }
              : { checked: option.value === value })}
            onChange={() => onChange?.(option.value)}
            disabled={option.disabledReason !== undefined}
            aria-invalid={wrong !== undefined || undefined}
            aria-describedby={`${id}-${option.value}`}
            className="mt-0.5 size-4 shrink-0"
          />
          <span>
            {option.label}
            <span id={`${id}-${option.value}`} className="block text-small text-ink-2 empty:hidden">
              {option.disabledReason ?? option.help}
            </span>
          </span>
        </label>
      ))}
      {wrong !== undefined && (
        <p id={`${id}-error`} className="mt-1 text-small text-red">
          {wrong}
        </p>
      )}
    </fieldset>
  )
}
