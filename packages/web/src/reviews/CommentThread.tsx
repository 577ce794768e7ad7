import { isDetached } from '@foreword/core/reviews/detached'
import { commentKindLabels } from '@foreword/core/reviews/labels'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, client, queryClient } from '../api.ts'
import { useMe } from '../people/me.ts'
import { later, notifyProblem, notifyUndo } from '../shell/notices.ts'
import { Refused } from '../ui/Refused.tsx'
import { RelativeTime } from '../ui/RelativeTime.tsx'
import { Said } from './Said.tsx'
import { type Comment, refreshComments } from './useDraftComments.ts'
import { Whereabouts } from './Whereabouts.tsx'
import { Words } from './Words.tsx'

interface Props {
  comment: Comment
  narrativeId: string
  /** May take a suggestion into the text. */
  mayEdit: boolean
  /** It is the one at hand: its words are marked on the sheet. */
  atHand?: boolean
  onPick?: () => void
  /** It lost its place, and the viewer may put it beside the words they select. */
  onPutBack?: () => void
  isBeingPut?: boolean
}

/** Whoever wrote it: in Word, that is a name somebody typed there, and nobody of the company. */
const writerOf = ({ by, fromWord }: Pick<Comment, 'by' | 'fromWord'>) =>
  fromWord ? fromWord.author || 'Somebody' : by.name

const settling = { onSuccess: refreshComments }

/** The thread leaves its place with this, so that what takes it back must not hang on it. */
const resolving = {
  onSuccess({ id }: Comment, { resolved }: { resolved: boolean }) {
    notifyUndo(resolved ? 'Resolved.' : 'Open again.', () => {
      client.reviews
        .resolveComment({ commentId: id, resolved: !resolved })
        .then(refreshComments, () => notifyProblem('That could not be taken back. Try it from the thread.'))
    })
    return refreshComments()
  },
}

/** A comment with what was said to it: words in the margin, not a card. */
export function CommentThread({
  comment,
  narrativeId,
  mayEdit,
  atHand = false,
  onPick,
  onPutBack,
  isBeingPut = false,
}: Props) {
  const me = useMe()
  const [open, setOpen] = useState<'none' | 'reply' | 'edit'>('none')
  const [removed, setRemoved] = useState(false)
  const resolve = useMutation(api.reviews.resolveComment.mutationOptions(resolving))
  const settle = useMutation(api.reviews.settleSuggestion.mutationOptions(settling))
  const reply = useMutation(api.reviews.reply.mutationOptions(settling))
  const edit = useMutation(api.reviews.editComment.mutationOptions(settling))
  const remove = useMutation(api.reviews.removeComment.mutationOptions(settling))
  useOpening(comment, atHand)
  const mine = comment.by.id === me.person.id
  // how a thread ends is for those who write the document, or work here
  const isGuest = me.person.role === 'guest'
  const { kind, anchor, initiativeId } = comment
  const lost = isDetached(comment)
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
      data-thread={comment.id}
      tabIndex={-1}
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
          {kind.name === 'evidence'
            ? ` · evidence ${kind.side} it`
            : kind.name !== 'remark' && ` · ${commentKindLabels[kind.name].toLowerCase()}`}
          {comment.matter === 'form' && ' · form'} · <RelativeTime at={comment.createdAt} />
        </span>
        {comment.asksYou && <span className="text-amber"> · asks you</span>}
      </p>
      <Whereabouts comment={comment} narrativeId={narrativeId} />
      {comment.question && (
        <p className="mt-0.5 text-ink-3 wrap-break-word">To the question “{comment.question.text}”</p>
      )}
      {open === 'edit' ? (
        <Words
          initiativeId={initiativeId}
          initial={comment}
          act="Change"
          busy={edit.isPending}
          error={edit.error}
          onSay={say(edit.mutateAsync)}
          onCancel={() => setOpen('none')}
        />
      ) : (
        <p className="mt-0.5 whitespace-pre-wrap text-ink-2 wrap-break-word">
          <Said {...comment} />
        </p>
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
          <span className="block whitespace-pre-wrap text-ink-2 wrap-break-word">
            <Said {...each} />
          </span>
        </p>
      ))}
      {comment.resolved && (
        <p className="mt-1 text-tiny text-ink-3">
          Resolved by {comment.resolved.by.name} <RelativeTime at={comment.resolved.at} />
        </p>
      )}
      <Refused error={error} className="mt-2" />
      {isBeingPut && (
        <p role="status" className="mt-1 text-tiny text-amber">
          Select the words it belongs to, then press Put it here.
        </p>
      )}
      {open === 'reply' ? (
        <Words
          initiativeId={initiativeId}
          act="Reply"
          busy={reply.isPending}
          error={reply.error}
          onSay={say(reply.mutateAsync)}
          onCancel={() => setOpen('none')}
        />
      ) : (
        <p className="mt-1 flex flex-wrap gap-x-3.5 gap-y-1">
          <Act onPress={() => setOpen('reply')}>Reply</Act>
          {onPutBack && <Act onPress={onPutBack}>Put it here</Act>}
          {kind.name === 'suggestion' && kind.settled === null && mayEdit && !lost && (
            <>
              <Act onPress={() => settle.mutate({ commentId: comment.id, settled: 'accepted' })}>Use it</Act>
              <Act onPress={() => settle.mutate({ commentId: comment.id, settled: 'rejected' })}>
                Not this
              </Act>
            </>
          )}
          {!isGuest && (
            <Act
              onPress={() => resolve.mutate({ commentId: comment.id, resolved: comment.resolved === null })}
            >
              {comment.resolved === null ? 'Resolve' : 'Open again'}
            </Act>
          )}
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

/** Whoever is mentioned and has the thread at hand has opened it: it leaves their desk. */
function useOpening({ id, asksYou }: Comment, atHand: boolean) {
  const { mutate } = useMutation(
    api.reviews.openThread.mutationOptions({
      onSuccess: () =>
        Promise.all([
          refreshComments(),
          queryClient.invalidateQueries({ queryKey: api.reviews.askedOfYou.key() }),
        ]),
    }),
  )
  useEffect(() => {
    if (atHand && asksYou) mutate({ commentId: id })
  }, [id, asksYou, atHand, mutate])
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
