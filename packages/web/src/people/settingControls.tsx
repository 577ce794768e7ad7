import { type ReactNode, useId } from 'react'

/** A setting: what it is and does at the left, its control at the right. */
export function SettingRow({
  title,
  help,
  children,
}: {
  title: ReactNode
  help?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="grid items-center gap-x-8 gap-y-2 border-t border-rule py-3 last:border-b sm:grid-cols-[minmax(0,1fr)_auto]">
      <div>
        <p>{title}</p>
        {help && <p className="text-small text-ink-3">{help}</p>}
      </div>
      <div>{children}</div>
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: readonly (readonly [value: Value, label: string])[]
  onChange: (value: Value) => void
}

/** Two or three ways, side by side; the radio buttons beneath keep arrow keys and names as everybody knows them. */
export function ChoiceSetting<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  const name = useId()
  return (
    <fieldset className="inline-flex flex-wrap rounded border border-rule-2 bg-sheet p-0.5">
      <legend className="sr-only">{label}</legend>
      {options.map(([option, words]) => (
        <label
          key={option}
          className="rounded-small px-2.5 py-1 text-small text-ink-2 transition-colors has-checked:bg-accent-wash has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-enabled:hover:text-ink pointer-coarse:py-2.5"
        >
          <input
            type="radio"
            name={name}
            checked={option === value}
            onChange={() => onChange(option)}
            className="sr-only"
          />
          {words}
        </label>
      ))}
    </fieldset>
  )
}

const box = 'h-[34px] rounded border px-2.5 hover:border-rule-3 disabled:text-ink-2 pointer-coarse:h-11'
const plainBox = `${box} border-rule-2 bg-sheet disabled:bg-transparent`
// in a list: its text stands where the row's text would
const quietBox = `${box} -ml-2.5 border-transparent bg-transparent`

interface NumberProps {
  label: string
  unit: string
  value: number
  step?: number
  onChange: (value: number) => void
}

/** Kept on leaving the box or on Enter; what is no number goes back to what it was. */
export function NumberSetting({ label, unit, value, step = 1, onChange }: NumberProps) {
  const keep = (input: HTMLInputElement) => {
    const next = input.valueAsNumber
    if (Number.isNaN(next)) input.value = String(value)
    else if (next !== value) onChange(next)
  }
  return (
    <span className="inline-flex items-center gap-2 text-small text-ink-2">
      <input
        key={value}
        type="number"
        aria-label={label}
        step={step}
        min={0}
        defaultValue={value}
        onBlur={(event) => keep(event.currentTarget)}
        onKeyDown={(event) => event.key === 'Enter' && keep(event.currentTarget)}
        className={`w-18 text-right text-body text-ink figures ${plainBox}`}
      />
      <span className="sm:w-24">{unit}</span>
    </span>
  )
}

interface TextProps {
  label: string
  value: string
  onChange: (value: string) => void
  quiet?: boolean
  /** Nothing is an answer too. */
  mayBeEmpty?: boolean
}

export function TextSetting({ label, value, onChange, quiet = false, mayBeEmpty = false }: TextProps) {
  const keep = (input: HTMLInputElement) => {
    const next = input.value.trim()
    if (next === '' && !mayBeEmpty) input.value = value
    else if (next !== value) onChange(next)
  }
  return (
    <input
      key={value}
      aria-label={label}
      defaultValue={value}
      onBlur={(event) => keep(event.currentTarget)}
      onKeyDown={(event) => event.key === 'Enter' && keep(event.currentTarget)}
      className={`w-full sm:w-56 ${quiet ? quietBox : plainBox}`}
    />
  )
}
