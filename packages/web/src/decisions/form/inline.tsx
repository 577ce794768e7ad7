/** Fields that stand in a sentence: their words are around them, their label is read aloud, their error is below. */
import {
  createContext,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useContext,
  useId,
} from 'react'
import { useFieldError } from '../../ui/Form.tsx'
import type { Wrong } from './draft.ts'

/** What is wrong here, and under which name the server knows the draft's fields (`decision.` in a room). */
export const Fields = createContext<{ wrong: Wrong; under: string }>({ wrong: {}, under: '' })

/** The name a field goes by and what is wrong with it: our own word, else the server's. */
export function useNamed(field: string) {
  const { wrong, under } = useContext(Fields)
  const name = under + field
  const said = useFieldError(name)
  return { name, error: wrong[field] ?? said }
}

/** A line of the sentence: words and fields, broken where there is no room. */
export function Clause({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-start gap-x-2 gap-y-2">{children}</div>
}

export function Words({ children }: { children: ReactNode }) {
  return <span className="shrink-0 py-1 pointer-coarse:py-2">{children}</span>
}

const box =
  'max-w-full field-sizing-content rounded-small border-b bg-ink/4 px-2 py-1 font-text text-lead transition-colors ' +
  'placeholder:font-normal hover:bg-ink/7 focus:outline-2 focus:outline-offset-0 focus:outline-accent pointer-coarse:py-2 '
const edge = (wrong: string | undefined) => (wrong ? 'border-red' : 'border-rule-3')

function useInline(field: string) {
  const id = useId()
  const { name, error } = useNamed(field)
  return {
    error,
    errorId: id,
    given: {
      name,
      'aria-invalid': error !== undefined || undefined,
      'aria-describedby': error ? id : undefined,
    },
  }
}

function Held({
  children,
  error,
  errorId,
  wide = false,
}: {
  children: ReactNode
  error: string | undefined
  errorId: string
  wide?: boolean
}) {
  return (
    <span className={`flex max-w-full flex-col ${wide ? 'min-w-48 flex-1 basis-80' : ''}`}>
      {children}
      {error !== undefined && (
        <span id={errorId} className="mt-1 max-w-72 font-ui text-small font-normal text-red">
          {error}
        </span>
      )}
    </span>
  )
}

type Named = { field: string; label: string }

export function InlineSelect({
  field,
  label,
  children,
  ...select
}: Named & SelectHTMLAttributes<HTMLSelectElement>) {
  const { given, ...held } = useInline(field)
  const ink = select.value === '' ? 'text-ink-2' : 'font-semibold text-ink'
  return (
    <Held {...held}>
      <select {...select} {...given} aria-label={label} className={`${box} ${edge(held.error)} ${ink}`}>
        {children}
      </select>
    </Held>
  )
}

export function InlineField({
  field,
  label,
  className = '',
  ...input
}: Named & InputHTMLAttributes<HTMLInputElement>) {
  const { given, ...held } = useInline(field)
  return (
    <Held {...held}>
      <input
        autoComplete="off"
        {...input}
        {...given}
        aria-label={label}
        className={`${box} ${edge(held.error)} font-semibold text-ink ${className}`}
      />
    </Held>
  )
}

/** Takes the rest of the line and grows with what is written. */
export function InlineText({ field, label, ...area }: Named & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { given, ...held } = useInline(field)
  return (
    <Held {...held} wide>
      <textarea
        rows={1}
        {...area}
        {...given}
        aria-label={label}
        className={`${box} ${edge(held.error)} w-full resize-none font-semibold text-ink`}
      />
    </Held>
  )
}

/** Fields that belong together stay on one line. */
export function Together({ children }: { children: ReactNode }) {
  return <span className="flex max-w-full items-start gap-2">{children}</span>
}
