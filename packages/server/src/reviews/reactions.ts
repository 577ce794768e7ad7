import type { CommentNews } from '@foreword/core/reviews/contract'
import type { Database } from '../db/database.ts'
import { spread } from '../live/channels.ts'
import type { Collab } from '../live/collab.ts'
import { narrativeTopic } from '../narratives/narrative-news.ts'
import type { Reaction } from '../outbox/events.ts'
import { keepBroughtComments } from './brought-comments.ts'
import { annotateGuide } from './guide-notes.ts'
import { isSilent } from './silence.ts'

const whatOf = {
  'comment.posted': 'posted',
  'comment.replied': 'changed',
  'comment.changed': 'changed',
  'comment.removed': 'removed',
} as const

/** Whoever has the document open hears that a comment came, changed or went; a copy of the guide gets its notes. */
export function reviewReactions(needs: { db: Database; collab: Pick<Collab, 'lookAt'> }): Reaction {
  return async (event) => {
    switch (event.type) {
      case 'narrative.started':
        return annotateGuide(needs, event)
      case 'narrative.brought-comments':
        return keepBroughtComments(needs, event)
      case 'edition.was-read': {
        const { narrativeId, editionId } = event
        // another room may be reading it still
        if (await isSilent(needs.db, event, editionId)) return
        spread(narrativeTopic(narrativeId), {
          what: 'all',
          commentId: null,
          editionId,
        } satisfies CommentNews)
        return
      }
      case 'comment.posted':
      case 'comment.replied':
      case 'comment.changed':
      case 'comment.removed': {
        const { commentId, editionId } = event
        // R5: no news from others reaches whoever reads; that there were some is said when the room has read
        if (await isSilent(needs.db, event, editionId)) return
        spread(narrativeTopic(event.narrativeId), {
          what: whatOf[event.type],
          commentId,
          editionId,
        } satisfies CommentNews)
      }
    }
  }
}
