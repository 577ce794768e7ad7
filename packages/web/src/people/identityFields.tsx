import { useState } from 'react'
import { Field } from '../ui/Field.tsx'

/** A name, an address and a password: all that is ever asked of a person at the door. */
export function IdentityFields() {
  return (
    <>
      <Field label="Your name" name="name" autoComplete="name" autoFocus />
      <EmailField />
      <NewPasswordField />
    </>
  )
}

export function EmailField({ autoFocus = false }: { autoFocus?: boolean }) {
  return (
    <Field
      label="E-mail"
      name="email"
      autoFocus={autoFocus}
      type="email"
      autoComplete="username"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
    />
  )
}

function NewPasswordField() {
  const [shown, setShown] = useState(false)
  return (
    <div className="relative">
      <Field
        label="Password"
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        help="Ten characters or more. A few words make a good one."
      />
      <button
        type="button"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute top-0 right-0 text-small text-ink-2 underline-offset-3 hover:text-ink hover:underline"
      >
        {shown ? 'Hide' : 'Show'}
        <span className="sr-only"> the password</span>
      </button>
    </div>
  )
}
