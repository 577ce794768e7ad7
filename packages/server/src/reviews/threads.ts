import type { Place } from '@foreword/core/reviews/anchor'
import type { Comment, Reply } from '@foreword/core/reviews/comment'
import type { Database } from '../db/database.ts'
import type { Sees } from '../initiatives/visibility.ts'
import type { Collab } from '../live/collab.ts'
import { linesAt, type Sheet, sheetOf } from './sheets.ts'
import type { StoredComment } from './store.ts'
import { endsIn, openDraft, standsIn } from './where.ts'

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
  const sheets = await sheetsOf(stored, needs)
  // positions are asked of the document itself, which is at hand only in there
  return needs.collab.lookAt(first.narrativeId, (doc) => {
    const draft = openDraft(doc)
    return threads(stored, (comment) => {
      const { on, editionId, narrativeId } = comment
      const made = editionId === null ? null : (sheets.get(editionId) ?? null)
      if (editionId !== null && !made) return { anchor: null, carried: null }
      const place = on === null ? whole : standsIn(draft, comment, made)
      const here = { ...place, ...endsIn(draft, place.at) }
      const edition = made && editionId && { id: editionId, number: made.number }
      if (edition)
        return { anchor: on && anchorOf(on, narrativeId, here), carried: { ...here, line: null, edition } }
      return { anchor: on && anchorOf(on, narrativeId, here), carried: null }
    })
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
  const sheets = await sheetsOf(stored, needs)
  return threads(stored, (comment) => {
    const { on } = comment
    if (comment.editionId === editionId) return { anchor: on?.on === 'edition' ? on : null, carried: null }
    const made = comment.editionId === null ? null : (sheets.get(comment.editionId) ?? null)
    const place = on === null ? whole : standsIn(here, comment, made)
    const line = place.at ? (linesAt(here, place.at)[0]?.line ?? null) : null
    const edition = made && comment.editionId && { id: comment.editionId, number: made.number }
    return {
      anchor: on && anchorOf(on, comment.narrativeId, place),
      carried: { ...place, line, edition: edition || null, start: null, end: null },
    }
  })
}

/** An edition's passage never changes; a draft's is shown with where it stands. */
function anchorOf(
  on: NonNullable<StoredComment['on']>,
  narrativeId: StoredComment['narrativeId'],
  here: Place,
): Comment['anchor'] {
  return on.on === 'edition' ? on : { ...on, narrativeId, ...here }
}

const whole: Place = { at: null, state: 'exact', method: 'none', confidence: 1 }

async function sheetsOf(
  stored: readonly StoredComment[],
  { db, viewer }: Needs,
): Promise<Map<string, Sheet>> {
  const sheets = new Map<string, Sheet>()
  for (const id of new Set(stored.flatMap(({ editionId }) => editionId ?? []))) {
    const sheet = await sheetOf(db, viewer, id)
    if (sheet) sheets.set(id, sheet)
  }
  return sheets
}

function threads(
  stored: readonly StoredComment[],
  stands: (comment: StoredComment) => Pick<Comment, 'anchor' | 'carried'>,
): Comment[] {
  const replies = Map.groupBy(stored, ({ parentId }) => parentId)
  const shown: Comment[] = []
  for (const comment of replies.get(null) ?? []) {
    const { initiativeId, kind, matter, resolved } = comment
    const lastPut = comment.putBack.at(-1)
    shown.push({
      ...toReply(comment),
      initiativeId,
      kind,
      matter,
      ...stands(comment),
      replies: (replies.get(comment.id) ?? []).map(toReply),
      putBack: lastPut ? { by: lastPut.by, at: lastPut.at } : null,
      asksYou: comment.asksYou,
      question: comment.question,
      resolved: resolved && { by: resolved.by, at: resolved.at.toISOString() },
    })
  }
  return shown
}

function toReply({
  id,
  by,
  text,
  mentioned,
  removedAt,
  createdAt,
  changedAt,
  fromWord,
}: StoredComment): Reply {
  return {
    id,
    by,
    text: removedAt ? TAKEN_BACK : text,
    mentioned: removedAt ? [] : mentioned,
    createdAt: createdAt.toISOString(),
    changedAt: changedAt?.toISOString() ?? null,
    fromWord: fromWord && { author: fromWord.author, at: fromWord.at },
  }
}
