import { useEffect, useRef } from 'react'
import { ErrorNote } from './ErrorNote.tsx'

interface Props {
  /** Of the act; nothing is shown while it is none. */
  error: unknown
  safe?: string | undefined
  className?: string
}

/**
 * What an act was answered with when it did not happen. The cursor goes there, since whoever pressed the button is
 * waiting for an answer; where a field is at fault, the form it is in brings the cursor to the field instead.
 */
export function Refused({ error, safe, className }: Props) {
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) note.current?.focus()
  }, [error])
  if (error === null || error === undefined) return null
  return (
    <div ref={note} tabIndex={-1} className={className}>
      <ErrorNote error={error} safe={safe} />
    </div>
  )
}
