import type { CommentNews } from '@foreword/core/reviews/contract'
import { publish } from '../live/channels.ts'
import { narrativeTopic } from '../narratives/narrative-news.ts'
import type { Reaction } from '../outbox/events.ts'

const whatOf = {
  'comment.posted': 'posted',
  'comment.replied': 'changed',
  'comment.changed': 'changed',
  'comment.removed': 'removed',
} as const

/** Whoever has the document open hears that a comment came, changed or went. */
export const reviewReactions: Reaction = async (event) => {
  switch (event.type) {
    case 'comment.posted':
    case 'comment.replied':
    case 'comment.changed':
    case 'comment.removed': {
      const { commentId, editionId } = event
      publish(narrativeTopic(event.narrativeId), {
        what: whatOf[event.type],
        commentId,
        editionId,
      } satisfies CommentNews)
    }
  }
}
