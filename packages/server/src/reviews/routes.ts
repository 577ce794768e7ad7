import type { CommentId } from '@foreword/core/ids'
import type { Comment } from '@foreword/core/reviews/comment'
import type { CommentNews } from '@foreword/core/reviews/contract'
import { type RequestContext, run, runOutside, signedIn } from '../http/call.ts'
import type { Os } from '../http/os.ts'
import { subscribe } from '../live/channels.ts'
import type { Collab } from '../live/collab.ts'
import { narrativeTopic } from '../narratives/narrative-news.ts'
import { rightOnNarrative } from '../narratives/store.ts'
import * as actions from './actions.ts'
import { settleWith } from './settle.ts'
import * as store from './store.ts'
import { threadsOf } from './threads.ts'
import { keepable, searched } from './where.ts'

export function commentRoutes(os: Os, collab: Collab) {
  /** The thread as it stands after an act, outside its transaction: looking a passage up reads the draft. */
  async function shown(context: RequestContext, { id }: { id: CommentId }): Promise<Comment> {
    const stored = await store.thread(context.services.db, signedIn(context), id)
    const [comment] = await threadsOf(stored ?? [], collab)
    if (!comment) throw new Error(`the comment ${id} is gone right after an act on it`)
    return comment
  }

  const commentOnDraft = run(actions.commentOnDraft)
  const commentOnEdition = run(actions.commentOnEdition)
  const resolveComment = run(actions.resolveComment)
  const settleSuggestion = runOutside(settleWith(collab))

  return {
    listComments: os.reviews.listComments.handler(async ({ input, context }) =>
      threadsOf(await store.list(context.services.db, signedIn(context), input), collab),
    ),
    watchComments: os.reviews.watchComments.handler(async function* ({ input, context, signal }) {
      const viewer = signedIn(context)
      const news = subscribe<CommentNews>(narrativeTopic(input.narrativeId), signal)
      try {
        yield { what: 'all', commentId: null, editionId: null } satisfies CommentNews
        for await (const one of news) {
          if (!(await rightOnNarrative(context.services.db, viewer, input.narrativeId))) return
          yield one
        }
      } finally {
        await news.return?.()
      }
    }),
    commentOnDraft: os.reviews.commentOnDraft.handler(async (handling) => {
      const { narrativeId, on } = handling.input
      const kept = on && (await collab.lookAt(narrativeId, (doc) => keepable(searched(doc), on)))
      const input = { ...handling.input, on: kept }
      return shown(handling.context, await commentOnDraft({ ...handling, input }))
    }),
    listEditionComments: os.reviews.listEditionComments.handler(async ({ input, context }) =>
      threadsOf(await store.list(context.services.db, signedIn(context), input), collab),
    ),
    commentOnEdition: os.reviews.commentOnEdition.handler(async (handling) =>
      shown(handling.context, await commentOnEdition(handling)),
    ),
    reply: os.reviews.reply.handler(run(actions.reply)),
    editComment: os.reviews.editComment.handler(run(actions.editComment)),
    removeComment: os.reviews.removeComment.handler(run(actions.removeComment)),
    resolveComment: os.reviews.resolveComment.handler(async (handling) =>
      shown(handling.context, await resolveComment(handling)),
    ),
    settleSuggestion: os.reviews.settleSuggestion.handler(async (handling) =>
      shown(handling.context, await settleSuggestion(handling)),
    ),
  }
}
