import type { CommentId } from '@foreword/core/ids'
import type { Comment } from '@foreword/core/reviews/comment'
import type { CommentNews } from '@foreword/core/reviews/contract'
import { type RequestContext, run, runOutside, signedIn } from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'
import { subscribe } from '../live/channels.ts'
import type { Collab } from '../live/collab.ts'
import * as editionsStore from '../narratives/editions-store.ts'
import { narrativeTopic } from '../narratives/narrative-news.ts'
import { rightOnNarrative } from '../narratives/store.ts'
import * as actions from './actions.ts'
import { askedOfYou, openThread } from './mentions.ts'
import { reattachWith } from './reattach.ts'
import * as store from './store.ts'
import { threadsOnDraft, threadsOnEdition } from './threads.ts'
import { keepable, openDraft } from './where.ts'

export function commentRoutes(os: Os, collab: Collab) {
  const needsOf = (context: RequestContext) => ({
    db: context.services.db,
    viewer: signedIn(context),
    collab,
  })

  /** The thread as it stands after an act, outside its transaction: looking a passage up reads the draft. */
  async function shown(context: RequestContext, { id }: { id: CommentId }): Promise<Comment> {
    const needs = needsOf(context)
    const stored = (await store.thread(needs.db, needs.viewer, id)) ?? []
    const editionId = stored[0]?.editionId
    const [comment] = await (editionId
      ? threadsOnEdition(stored, editionId, needs)
      : threadsOnDraft(stored, needs))
    if (!comment) throw new Error(`the comment ${id} is gone right after an act on it`)
    return comment
  }

  const commentOnDraft = run(actions.commentOnDraft)
  const commentOnEdition = run(actions.commentOnEdition)
  const resolveComment = run(actions.resolveComment)
  const settleSuggestion = runOutside(later(async () => (await import('./settle.ts')).settleWith(collab)))
  const reattachComment = runOutside(reattachWith(collab))

  return {
    listComments: os.reviews.listComments.handler(async ({ input: { narrativeId }, context }) => {
      const needs = needsOf(context)
      return threadsOnDraft(await store.listOnDraft(needs.db, needs.viewer, narrativeId), needs)
    }),
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
      const kept = on && (await collab.lookAt(narrativeId, (doc) => keepable(openDraft(doc), on)))
      const input = { ...handling.input, on: kept }
      return shown(handling.context, await commentOnDraft({ ...handling, input }))
    }),
    listEditionComments: os.reviews.listEditionComments.handler(async ({ input: { editionId }, context }) => {
      const needs = needsOf(context)
      const edition = await editionsStore.summaryOf(needs.db, needs.viewer, editionId)
      if (!edition) return []
      const of = { narrativeId: edition.narrativeId, editionId, frozenAt: new Date(edition.frozenAt) }
      return threadsOnEdition(await store.listOnEdition(needs.db, needs.viewer, of), editionId, needs)
    }),
    commentOnEdition: os.reviews.commentOnEdition.handler(async (handling) =>
      shown(handling.context, await commentOnEdition(handling)),
    ),
    reattachComment: os.reviews.reattachComment.handler(async (handling) =>
      shown(handling.context, await reattachComment(handling)),
    ),
    openThread: os.reviews.openThread.handler(run(openThread)),
    askedOfYou: os.reviews.askedOfYou.handler(run(askedOfYou)),
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
