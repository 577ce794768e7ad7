import { spokenLines } from '@foreword/core/narratives/spoken-lines'
import { type FormEvent, useEffect, useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { useRoomNow } from '../room/context.ts'
import { isAlone } from '../room/phaseOf.ts'
import type { Said } from './outbox.ts'

interface Props {
  said: Said
  /** Whether a question asked now is sealed, or open to the room at once. */
  sealed: boolean
  onChange: (said: Said) => void
  onSay: () => void
  onCancel: () => void
}

/** Where a note or a question is written; what is in it outlives the page. */
export function Composer({ said, sealed, onChange, onSay, onCancel }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const { kind, text, matter, on } = said
  const isNote = kind === 'note'
  const { phase } = useRoomNow().room
  useEffect(() => {
    form.current?.querySelector('textarea')?.focus({ preventScroll: true })
    // only as far as it must: a line chosen at the foot of the screen would hide it
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') onSay()
  }
  return (
    <form
      ref={form}
      aria-label={isNote ? 'A note for yourself' : 'A question'}
      className="flex scroll-mt-8 scroll-mb-20 flex-col gap-2 rounded bg-sheet p-3.5 text-small shadow-float"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
        else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
        else return
        event.stopPropagation()
      }}
    >
      <p className="text-ink-2">
        <b className="font-semibold text-ink">{isNote ? 'Note' : 'Question'}</b>
        {on ? ` · ${spokenLines(on)}` : ' · the whole document'}
      </p>
      {on && <p className="line-clamp-3 border-l-2 border-mark pl-2.5 font-text text-ink-2">{on.quote}</p>}
      <TextArea
        label={isNote ? 'Your note' : 'Your question'}
        hideLabel
        rows={3}
        maxLength={isNote ? 4000 : 2000}
        value={text}
        placeholder={isNote ? 'For yourself' : 'Ask one thing'}
        onChange={(event) => onChange({ ...said, text: event.currentTarget.value })}
      />
      {!isNote && (
        <Checkbox
          label="Only about form: spelling, layout"
          checked={matter === 'form'}
          onChange={(event) =>
            onChange({ ...said, matter: event.currentTarget.checked ? 'form' : 'substance' })
          }
        />
      )}
      <p className="text-ink-3">
        {isNote
          ? 'Yours alone, for ever. Nobody else can ever be shown it.'
          : sealed
            ? 'Sealed. It opens to the room when the facilitator opens them all.'
            : isAlone(phase)
              ? 'It is on record at once, and opens the next meeting.'
              : 'The room sees it at once.'}
      </p>
      <div className="flex flex-wrap items-center gap-1.5">
        <Button
          kind="go"
          type="submit"
          disabledReason={text.trim() === '' ? 'Write a few words first.' : undefined}
        >
          {isNote ? 'Keep the note' : sealed ? 'Seal the question' : 'Ask it'}
        </Button>
        <Button kind="bare" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
