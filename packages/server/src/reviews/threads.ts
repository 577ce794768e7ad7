import type { Place } from '@foreword/core/reviews/anchor'
import type { Comment, Reply } from '@foreword/core/reviews/comment'
import { find, passageIn, type Searched } from '@foreword/document/ladder'
import type { Database } from '../db/database.ts'
import type { Sees } from '../initiatives/visibility.ts'
import type { Collab } from '../live/collab.ts'
import { linesAt, type Sheet, sheetOf } from './sheets.ts'
import type { StoredComment } from './store.ts'
import { openDraft, whereNow } from './where.ts'

/** What stands where somebody took back words that others had replied to. */
const TAKEN_BACK = 'Taken back by its author.'

interface Needs {
  db: Database
  viewer: Sees
  collab: Pick<Collab, 'lookAt'>
}

/** Comments with their replies, each with where it stands in the draft now; those made on editions too. */
export async function threadsOnDraft(stored: readonly StoredComment[], needs: Needs): Promise<Comment[]> {
  const [first] = stored
  if (!first) return []
  const draft = await needs.collab.lookAt(first.narrativeId, openDraft)
  return threads(stored, async ({ narrativeId, editionId, on }) => {
    if (on?.on === 'draft') return { anchor: { ...on, narrativeId, ...whereNow(draft, on) }, carried: null }
    const sheet = editionId === null ? null : await sheetOf(needs.db, needs.viewer, editionId)
    if (!sheet) return { anchor: null, carried: null }
    const place = on === null ? whole : placeOf(draft, sheet, on)
    return { anchor: on, carried: { ...place, line: null, edition: sheet.number } }
  })
}

/** The same for an edition: what was said of the draft or of an earlier edition stands where its words stand in it. */
export async function threadsOnEdition(
  stored: readonly StoredComment[],
  editionId: string,
  needs: Needs,
): Promise<Comment[]> {
  const here = stored.length > 0 ? await sheetOf(needs.db, needs.viewer, editionId) : null
  if (!here) return []
  return threads(stored, async (comment) => {
    const { on } = comment
    if (comment.editionId === editionId) return { anchor: on?.on === 'edition' ? on : null, carried: null }
    const made = comment.editionId && (await sheetOf(needs.db, needs.viewer, comment.editionId))
    const place =
      on === null ? whole : on.on === 'draft' ? whereNow(here, on) : made ? placeOf(here, made, on) : lost
    const line = place.at ? (linesAt(here, place.at)[0]?.line ?? null) : null
    const anchor = on?.on === 'draft' ? { ...on, narrativeId: comment.narrativeId, ...place } : on
    return { anchor, carried: { ...place, line, edition: made ? made.number : null } }
  })
}

const whole: Place = { at: null, state: 'exact', method: 'none', confidence: 1 }
const lost: Place = { at: null, state: 'detached', method: 'none', confidence: 0 }

/** Where a passage of an edition stands in another text. */
export function placeOf(
  now: Searched,
  made: Sheet,
  at: { blockId: string; from: number; to: number },
): Place {
  const passage = passageIn(made, at)
  return passage ? find(now, passage, made.texts.get(at.blockId) ?? null) : lost
}

async function threads(
  stored: readonly StoredComment[],
  stands: (comment: StoredComment) => Promise<Pick<Comment, 'anchor' | 'carried'>>,
): Promise<Comment[]> {
  const replies = Map.groupBy(stored, ({ parentId }) => parentId)
  const shown: Comment[] = []
  for (const comment of replies.get(null) ?? []) {
    const { initiativeId, kind, matter, resolved } = comment
    shown.push({
      ...toReply(comment),
      initiativeId,
      kind,
      matter,
      ...(await stands(comment)),
      replies: (replies.get(comment.id) ?? []).map(toReply),
      resolved: resolved && { by: resolved.by, at: resolved.at.toISOString() },
    })
  }
  return shown
}

function toReply({ id, by, text, removedAt, createdAt, changedAt, fromWord }: StoredComment): Reply {
  return {
    id,
    by,
    text: removedAt ? TAKEN_BACK : text,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt?.toISOString() ?? null,
    fromWord: fromWord && { author: fromWord.author, at: fromWord.at },
  }
}
