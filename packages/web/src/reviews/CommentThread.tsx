import { commentKindLabels } from '@foreword/core/reviews/labels'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../api.ts'
import { useMe } from '../people/me.ts'
import { later } from '../shell/notices.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/Field.tsx'
import { Refused } from '../ui/Refused.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { keys, Quote } from './CommentComposer.tsx'
import { type Comment, refreshComments } from './useDraftComments.ts'

interface Props {
  comment: Comment
  /** May take a suggestion into the text. */
  mayEdit: boolean
  /** It is the one at hand: its words are marked on the sheet. */
  atHand?: boolean
  onPick?: () => void
}

/** Whoever wrote it: in Word, that is a name somebody typed there, and nobody of the company. */
const writerOf = ({ by, fromWord }: Pick<Comment, 'by' | 'fromWord'>) =>
  fromWord ? fromWord.author || 'Somebody' : by.name

const settling = { onSuccess: refreshComments }

/** A comment with what was said to it: words in the margin, not a card. */
export function CommentThread({ comment, mayEdit, atHand = false, onPick }: Props) {
  const me = useMe()
  const [open, setOpen] = useState<'none' | 'reply' | 'edit'>('none')
  const [removed, setRemoved] = useState(false)
  const resolve = useMutation(api.reviews.resolveComment.mutationOptions(settling))
  const settle = useMutation(api.reviews.settleSuggestion.mutationOptions(settling))
  const reply = useMutation(api.reviews.reply.mutationOptions(settling))
  const edit = useMutation(api.reviews.editComment.mutationOptions(settling))
  const remove = useMutation(api.reviews.removeComment.mutationOptions(settling))
  const mine = comment.by.id === me.person.id
  const { kind, anchor } = comment
  const lost = anchor?.on === 'draft' && anchor.state === 'detached'
  const error = resolve.error ?? settle.error ?? remove.error
  if (removed) return null

  const say = (act: typeof reply.mutateAsync | typeof edit.mutateAsync) => (text: string) =>
    act({ commentId: comment.id, text }).then(() => setOpen('none'))
  const takeBack = () => {
    setRemoved(true)
    later({
      say: 'Comment taken back.',
      commit: () => remove.mutate({ commentId: comment.id }, { onError: () => setRemoved(false) }),
      restore: () => setRemoved(false),
    })
  }

  return (
    <article
      aria-label={`${commentKindLabels[kind.name]} by ${writerOf(comment)}`}
      className={`border-l-2 py-0.5 pl-3.5 text-small transition-colors ${atHand ? 'border-accent' : 'border-rule-2'}`}
    >
      <p>
        <button
          type="button"
          onClick={onPick}
          className="rounded-small text-left font-medium hover:text-accent"
        >
          {writerOf(comment)}
        </button>
        <span className="text-ink-3">
          {comment.fromWord && ` in Word, brought by ${comment.by.name}`}
          {kind.name !== 'remark' && ` · ${commentKindLabels[kind.name].toLowerCase()}`}
          {comment.matter === 'form' && ' · form'} · <RelativeTime at={comment.createdAt} />
        </span>
      </p>
      {lost && anchor && (
        <div className="mt-1">
          <p className="text-tiny text-amber">Lost its place: these words are no longer in the draft.</p>
          <Quote>{anchor.quote}</Quote>
        </div>
      )}
      {open === 'edit' ? (
        <Words
          initial={comment.text}
          act="Change"
          busy={edit.isPending}
          error={edit.error}
          onSay={say(edit.mutateAsync)}
          onCancel={() => setOpen('none')}
        />
      ) : (
        <p className="mt-0.5 whitespace-pre-wrap text-ink-2 wrap-break-word">{comment.text}</p>
      )}
      {kind.name === 'suggestion' && anchor && (
        <p className="mt-1 font-text text-[0.875rem]">
          <del className="text-ink-3">{anchor.quote}</del>{' '}
          <ins className="text-accent no-underline">
            {kind.replacement === '' ? '(nothing)' : kind.replacement}
          </ins>
        </p>
      )}
      {comment.replies.map((each) => (
        <p key={each.id} className="mt-2">
          <span className="font-medium">{writerOf(each)}</span>
          <span className="text-ink-3">
            {each.fromWord && ` in Word, brought by ${each.by.name}`} · <RelativeTime at={each.createdAt} />
          </span>
          <span className="block whitespace-pre-wrap text-ink-2 wrap-break-word">{each.text}</span>
        </p>
      ))}
      <Refused error={error} className="mt-2" />
      {open === 'reply' ? (
        <Words
          act="Reply"
          busy={reply.isPending}
          error={reply.error}
          onSay={say(reply.mutateAsync)}
          onCancel={() => setOpen('none')}
        />
      ) : (
        <p className="mt-1 flex flex-wrap gap-x-3.5 gap-y-1">
          <Act onPress={() => setOpen('reply')}>Reply</Act>
          {kind.name === 'suggestion' && kind.settled === null && mayEdit && !lost && (
            <>
              <Act onPress={() => settle.mutate({ commentId: comment.id, settled: 'accepted' })}>Use it</Act>
              <Act onPress={() => settle.mutate({ commentId: comment.id, settled: 'rejected' })}>
                Not this
              </Act>
            </>
          )}
          <Act onPress={() => resolve.mutate({ commentId: comment.id, resolved: comment.resolved === null })}>
            {comment.resolved === null ? 'Resolve' : 'Open again'}
          </Act>
          {mine && (
            <>
              <Act onPress={() => setOpen('edit')}>Reword</Act>
              <Act onPress={takeBack}>Take back</Act>
            </>
          )}
        </p>
      )}
    </article>
  )
}

function Act({ onPress, children }: { onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      onClick={onPress}
      className="rounded-small text-accent underline-offset-3 hover:underline pointer-coarse:py-2"
    >
      {children}
    </button>
  )
}

interface WordsProps {
  initial?: string
  act: string
  busy: boolean
  error: unknown
  onSay: (text: string) => void
  onCancel: () => void
}

function Words({ initial = '', act, busy, error, onSay, onCancel }: WordsProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!busy) onSay(String(new FormData(event.currentTarget).get('text') ?? ''))
  }
  return (
    <form onSubmit={submit} onKeyDown={keys(onCancel)} className="mt-2 flex flex-col gap-2">
      <TextArea label={act} hideLabel name="text" defaultValue={initial} autoFocus maxLength={8000} />
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
