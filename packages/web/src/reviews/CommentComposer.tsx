import type { Side } from '@foreword/core/initiatives/claims'
import { commentKindLabels } from '@foreword/core/reviews/labels'
import { type FormEvent, type KeyboardEvent, useId, useState } from 'react'
import type { Idea } from '../initiatives/idea.ts'
import { later } from '../later.tsx'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Refused } from '../ui/Refused.tsx'
import { MentionArea } from './MentionArea.tsx'

export interface Said {
  text: string
  matter: 'substance' | 'form'
  kind:
    | { name: 'remark' }
    | { name: 'question' }
    | { name: 'suggestion'; replacement: string; settled: null }
    | { name: 'evidence'; evidenceId: string; side: Side }
}

interface Props {
  initiativeId: string
  /** The idea whose evidence may be put to the passage (W6); those who only visit have none. */
  citing?: Idea['id'] | undefined
  /** The words it is about; null for the whole document. */
  quote: string | null
  error: unknown
  busy: boolean
  onSay: (said: Said) => void
  onCancel: () => void
}

const kinds = ['remark', 'question', 'suggestion', 'evidence'] as const
const Choose = later(() => import('../evidence/ChooseEvidence.tsx').then((m) => m.ChooseEvidence))

/** Says something about a passage: a remark, a question, or other words for it (F3). */
export function CommentComposer({ initiativeId, citing, quote, error, busy, onSay, onCancel }: Props) {
  const name = useId()
  const [kind, setKind] = useState<(typeof kinds)[number]>('remark')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (busy || kind === 'evidence') return // a piece is said by its own button
    const data = new FormData(event.currentTarget)
    const replacement = String(data.get('replacement') ?? '')
    const text = String(data.get('text') ?? '').trim()
    onSay({
      text: text === '' && kind === 'suggestion' ? 'Other words for it.' : text,
      matter: data.get('form') === null ? 'substance' : 'form',
      kind: kind === 'suggestion' ? { name: kind, replacement, settled: null } : { name: kind },
    })
  }
  return (
    <form
      onSubmit={submit}
      onKeyDown={keys(onCancel)}
      className="flex animate-appear flex-col gap-2.5 rounded bg-sheet p-3.5 text-small shadow-lift"
    >
      {quote !== null && <Quote>{quote}</Quote>}
      <fieldset className="flex flex-wrap gap-x-3.5 gap-y-1">
        <legend className="sr-only">What it is</legend>
        {kinds
          .filter((each) => (each !== 'suggestion' && each !== 'evidence') || quote !== null)
          .filter((each) => each !== 'evidence' || citing)
          .map((each) => (
            <label
              key={each}
              className="rounded-small py-0.5 text-ink-2 has-checked:text-ink has-checked:underline has-checked:decoration-accent has-checked:decoration-2 has-checked:underline-offset-4 has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name={name}
                className="sr-only"
                checked={kind === each}
                onChange={() => setKind(each)}
              />
              {commentKindLabels[each]}
            </label>
          ))}
      </fieldset>
      {kind === 'suggestion' && (
        <TextArea
          label="Instead"
          name="replacement"
          defaultValue={quote ?? ''}
          className="font-text"
          maxLength={8000}
        />
      )}
      {kind === 'evidence' && citing ? (
        <div className="max-h-80 overflow-y-auto">
          <Choose
            initiativeId={citing}
            onChoose={({ id, statement }, side) =>
              onSay({
                text: statement.trim() || 'Not written yet',
                matter: 'substance',
                kind: { name: 'evidence', evidenceId: id, side },
              })
            }
          />
        </div>
      ) : (
        <MentionArea
          initiativeId={initiativeId}
          label={kind === 'suggestion' ? 'Why (may stay empty)' : 'Your comment'}
          hideLabel={kind !== 'suggestion'}
          placeholder={
            kind === 'question'
              ? 'What do you want to know?'
              : kind === 'remark'
                ? 'What should the author know?'
                : ''
          }
        />
      )}
      <Refused error={error} safe="Your words are still in the box." />
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        {kind !== 'evidence' && (
          <Button kind="go" type="submit" busy={busy}>
            Comment
          </Button>
        )}
        <Button kind="bare" onClick={onCancel}>
          Cancel
        </Button>
        {kind !== 'evidence' && (
          <label
            className="ml-auto flex items-center gap-1.5 text-ink-2"
            title="Spelling, wording, layout: it goes to the author and never to a meeting."
          >
            <input type="checkbox" name="form" className="size-3.5" />
            Form only
          </label>
        )}
      </div>
    </form>
  )
}

/** Ctrl-Enter says it, Escape takes it back. */
export function keys(onCancel: () => void) {
  return (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onCancel()
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.currentTarget.requestSubmit()
    }
  }
}

/** The words something is about, as they were. */
export function Quote({ children }: { children: string }) {
  return (
    <blockquote className="line-clamp-3 border-l-2 border-mark pl-2.5 font-text text-[0.84375rem] text-ink-2">
      {children}
    </blockquote>
  )
}
