import type { CommentId } from '@foreword/core/ids'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { reviewsContract } from '@foreword/core/reviews/contract'
import { nodeAt } from '@foreword/document/blocks'
import type { DocumentJson, NodeJson } from '@foreword/document/json'
import { replaceContent } from '@foreword/document/yjs-write'
import type { Database } from '../db/database.ts'
import { type Call, inTransaction } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import type { Sees } from '../initiatives/visibility.ts'
import type { Collab } from '../live/collab.ts'
import { noteSettled } from './actions.ts'
import { sheetOf } from './sheets.ts'
import * as store from './store.ts'
import { openDraft, standsIn } from './where.ts'

type In = Inputs<typeof reviewsContract>['settleSuggestion']
type Refusals = 'not-found' | 'not-a-suggestion' | 'already-settled' | 'passage-has-changed'

/**
 * Accepting puts the proposed words into the draft, everywhere at once, if what they replace still stands there (F3).
 * The words come first and the note of it second: stopped in between, the draft has them and the suggestion is still
 * open to be rejected, which is better than a suggestion called accepted whose words are nowhere.
 */
export function settleWith(collab: Pick<Collab, 'editDraft'>) {
  return async (input: In, call: Omit<Call, 'tx'>): Promise<Result<{ id: CommentId }, Refusals>> => {
    const { db } = call.services
    if (input.settled === 'accepted') {
      const thread = await store.thread(db, call.person, input.commentId)
      const comment = thread?.find(({ id }) => id === input.commentId)
      if (!comment) return refuse('not-found')
      if (comment.kind.name !== 'suggestion') return refuse('not-a-suggestion')
      if (comment.kind.settled !== null) return refuse('already-settled')
      const replaced = await replaceIn({ db, viewer: call.person, collab }, comment, comment.kind.replacement)
      if (!replaced.ok) return replaced
    }
    return inTransaction(db, (tx) => noteSettled(input, { ...call, tx }))
  }
}

async function replaceIn(
  { db, viewer, collab }: { db: Database; viewer: Sees & { id: string }; collab: Pick<Collab, 'editDraft'> },
  comment: store.StoredComment,
  replacement: string,
): Promise<Result<void, 'passage-has-changed'>> {
  const { narrativeId, editionId, on } = comment
  if (!on) return refuse('passage-has-changed')
  const made = editionId && (await sheetOf(db, viewer, editionId))
  return collab.editDraft(
    narrativeId,
    (doc) => {
      const draft = openDraft(doc)
      const { at } = standsIn(draft, comment, made || null)
      const block = draft.blocks.find(({ id }) => id === at?.blockId)
      if (!at || !block) return refuse('passage-has-changed')
      replaceContent(doc, withText(draft.document, block.path, { ...at, replacement }))
      return ok(undefined)
    },
    viewer.id,
  )
}

/** The document with other words at one place of one block; they look like the first of those they replace. */
function withText(
  document: DocumentJson,
  path: readonly number[],
  change: { from: number; to: number; replacement: string },
): DocumentJson {
  const changed = structuredClone(document)
  const block = nodeAt(changed, path)
  if (!block) throw new Error('a block that was just found is not there')
  block.content = replaced(block.content ?? [], change)
  return changed
}

function replaced(
  content: readonly NodeJson[],
  { from, to, replacement }: { from: number; to: number; replacement: string },
): NodeJson[] {
  const out: NodeJson[] = []
  let offset = 0
  let isWritten = false
  for (const node of content) {
    const text = node.type === 'text' ? (node.text ?? '') : '\n'
    const [start, end] = [offset, offset + text.length]
    offset = end
    if (end <= from || start >= to) {
      out.push(node)
      continue
    }
    const kept = (part: string) => {
      if (part !== '') out.push({ ...node, text: part })
    }
    if (node.type === 'text') kept(text.slice(0, Math.max(0, from - start)))
    if (!isWritten && replacement !== '') {
      const marks = node.marks ? { marks: node.marks } : {}
      out.push({ type: 'text', text: replacement.replace(/\s*\n\s*/g, ' '), ...marks })
    }
    isWritten = true
    if (node.type === 'text') kept(text.slice(Math.max(0, to - start)))
  }
  return out
}
