import type { FormEvent } from 'react'
import { Button } from '../ui/Button.tsx'
import { Refused } from '../ui/Refused.tsx'
import { keys } from './CommentComposer.tsx'
import { MentionArea } from './MentionArea.tsx'

interface Props {
  initiativeId: string
  initial?: Parameters<typeof MentionArea>[0]['initial']
  act: string
  busy: boolean
  error: unknown
  onSay: (text: string) => void
  onCancel: () => void
}

/** A box for a reply, or for rewording. */
export function Words({ initiativeId, initial, act, busy, error, onSay, onCancel }: Props) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!busy) onSay(String(new FormData(event.currentTarget).get('text') ?? ''))
  }
  return (
    <form onSubmit={submit} onKeyDown={keys(onCancel)} className="mt-2 flex flex-col gap-2">
      <MentionArea initiativeId={initiativeId} label={act} hideLabel {...(initial ? { initial } : {})} />
      <Refused error={error} safe="Your words are still in the box." />
      <div className="flex gap-2">
        <Button kind="go" type="submit" busy={busy}>
          {act}
        </Button>
        <Button kind="bare" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
