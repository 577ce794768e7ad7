/*
 * A form keeps what was typed whatever the server says: fields are uncontrolled, a refusal marks the fields it
 * names and moves the cursor to the first of them, and everything else is said in one note above the button, with
 * the cursor at it.
 */
import { createContext, type FormEvent, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { fieldErrors } from '../refusal.ts'
import { Refused } from './Refused.tsx'

const FieldErrors = createContext<Record<string, string>>({})

/** What the server said about the field of this name. */
export const useFieldError = (name: string | undefined) => {
  const errors = useContext(FieldErrors)
  return name === undefined ? undefined : errors[name]
}

interface Props {
  /** Given the text of each named field. */
  onSubmit: (text: (name: string) => string, form: HTMLFormElement) => void
  error?: unknown
  /** The sentence that says what is safe when it failed. */
  safe?: string
  children: ReactNode
  /** The buttons, below the note. */
  actions: ReactNode
  className?: string
}

export function Form({ onSubmit, error, safe, children, actions, className = '' }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const refused = fieldErrors(error)
  const named = Object.keys(refused).length > 0
  // what was said of a field is said of what stood in it: it goes with the next letter, and comes again if it must
  const [mended, setMended] = useState<{ error: unknown; names: readonly string[] }>({ error, names: [] })
  const written = mended.error === error ? mended.names : []
  const errors = Object.fromEntries(Object.entries(refused).filter(([name]) => !written.includes(name)))
  // a field the server names may not be in this form: its word is said all the same
  const [homeless, setHomeless] = useState<unknown>()

  useEffect(() => {
    if (!error) return
    const field = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')
    if (field) field.focus()
    else setHomeless(error)
  }, [error])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    onSubmit((name) => {
      const value = data.get(name)
      return typeof value === 'string' ? value : ''
    }, event.currentTarget)
  }

  return (
    <FieldErrors value={errors}>
      {/* the server's words are better than the browser's, and the same everywhere */}
      <form
        ref={form}
        noValidate
        onSubmit={submit}
        onInput={({ target }) => {
          const name = target instanceof Element ? target.getAttribute('name') : null
          if (name !== null && name in errors) setMended({ error, names: [...written, name] })
        }}
        className={`flex flex-col gap-5 ${className}`}
      >
        {children}
        {(!named || homeless === error) && <Refused error={error} safe={safe} />}
        <div className="mt-1 flex flex-wrap items-center gap-3">{actions}</div>
      </form>
    </FieldErrors>
  )
}
