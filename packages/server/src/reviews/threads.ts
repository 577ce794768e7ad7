import type { Comment, Reply } from '@foreword/core/reviews/comment'
import type { Collab } from '../live/collab.ts'
import type { StoredComment } from './store.ts'
import { searched, whereNow } from './where.ts'

/** What stands where somebody took back words that others had replied to. */
const TAKEN_BACK = 'Taken back by its author.'

/** Comments with their replies, each with where it stands in the draft now. */
export async function threadsOf(
  stored: readonly StoredComment[],
  collab: Pick<Collab, 'lookAt'>,
): Promise<Comment[]> {
  const replies = Map.groupBy(stored, ({ parentId }) => parentId)
  const onDraft = stored.find(({ on }) => on?.on === 'draft')
  const draft = onDraft && (await collab.lookAt(onDraft.narrativeId, searched))
  return (replies.get(null) ?? []).map((comment): Comment => {
    const { initiativeId, kind, matter, on, resolved } = comment
    const anchor =
      on?.on === 'draft' && draft
        ? { ...on, narrativeId: comment.narrativeId, ...whereNow(draft, on) }
        : on?.on === 'edition'
          ? on
          : null
    return {
      ...toReply(comment),
      initiativeId,
      kind,
      matter,
      anchor,
      replies: (replies.get(comment.id) ?? []).map(toReply),
      resolved: resolved && { by: resolved.by, at: resolved.at.toISOString() },
    }
  })
}

function toReply({ id, by, text, removedAt, createdAt, changedAt }: StoredComment): Reply {
  return {
    id,
    by,
    text: removedAt ? TAKEN_BACK : text,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt?.toISOString() ?? null,
  }
}
