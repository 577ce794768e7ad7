import type { CommentId, InitiativeId, NarrativeId, WordReturnId } from '@foreword/core/ids'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { DraftSelection, KeptPassage } from '@foreword/core/reviews/anchor'
import type { CommentKind } from '@foreword/core/reviews/comment'
import type { transferContract } from '@foreword/core/transfer/contract'
import { canonicalBytes } from '@foreword/document/canonical'
import type { DocumentJson } from '@foreword/document/json'
import { documentFromYDoc } from '@foreword/document/yjs'
import { changeContent } from '@foreword/document/yjs-change'
import { type Doc, mergeUpdates } from 'yjs'
import { newId } from '../db/ids.ts'
import { type Call, inTransaction, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import type { OnTimeline } from '../initiatives/timeline.ts'
import { insertAll, keepAll } from '../narratives/imports.ts'
import type { FileRefusal } from '../narratives/read-file.ts'
import * as narratives from '../narratives/store.ts'
import { tellOf } from '../reviews/actions.ts'
import * as reviews from '../reviews/store.ts'
import { keepable, openDraft } from '../reviews/where.ts'
import { MOST_CHARACTERS, wordKey } from '../reviews/word-key.ts'
import { type Held, held, type Returning } from './preview.ts'
import { hashOf } from './returned.ts'
import { settleReturn } from './settle-return.ts'
import { wholeBlock } from './word-comments.ts'
import * as store from './word-store.ts'

export type { Returning }

type In = Inputs<typeof transferContract>['bringBack']
type Outside = Omit<Call, 'tx'>

declare module '../outbox/events.ts' {
  interface Events {
    'draft.returned-from-word': OnTimeline & { narrativeId: NarrativeId; wordReturnId: WordReturnId }
    'draft.word-taken-back': OnTimeline & { narrativeId: NarrativeId; wordReturnId: WordReturnId }
  }
}

interface Brought {
  id: WordReturnId
  wordsAdded: number
  wordsRemoved: number
  comments: number
  suggestions: number
}
type Refusals =
  | FileRefusal
  | 'storage-unreachable'
  | 'not-word-file'
  | 'not-found'
  | 'draft-has-changed'
  | 'nothing-to-bring'

/**
 * Brings the file into the draft as one change, if the draft is still the one that the preview was of. What comes with
 * the change is written first and holds it, and then the draft takes it over: stopped in between, it does so after the
 * next start (`settle-return.ts`). What somebody writes in that instant stays, as when two write at once.
 */
export const bringBackWith =
  (needs: Returning) =>
  async (input: In, call: Outside): Promise<Result<Brought, Refusals>> => {
    const found = await held(input, needs, call)
    if (!found.ok) return found
    const { draft, back, comments } = found.value
    if (hashOf(draft) !== input.draft) return refuse('draft-has-changed')
    const after = canonicalBytes(back.document)
    const isSame = hashOf(back.document) === input.draft
    const beside = toPost(found.value)
    if (isSame && beside.length === 0) return refuse('nothing-to-bring')
    const { assets } = found.value.file
    const kept = await keepAll(assets, needs, call)
    if (!kept.ok) return kept

    const { narrativeId, file } = input
    const copy = await needs.collab.readDraft(narrativeId)
    // somebody may have written in the instant since it was read
    if (hashOf(documentFromYDoc(copy, newId)) !== input.draft) return refuse('draft-has-changed')
    const pending = isSame ? null : updateTo(copy, back.document)
    const now = openDraft(copy)
    const placed = beside.map(({ selection }) => selection && keepable(now, selection))

    const { db } = call.services
    const brought = await inTransaction(db, async (tx): Promise<Result<Brought, 'not-found'>> => {
      const inTx = { ...call, tx }
      const narrative = await narratives.lock(tx, call.person, narrativeId)
      if (!narrative) return refuse('not-found')
      const { initiativeId } = narrative
      await insertAll(assets, narrativeId, needs, inTx)
      const id = newId<WordReturnId>()
      await store.insert(tx, {
        workspaceId: call.workspaceId,
        id,
        initiativeId,
        narrativeId,
        fileName: file.name.slice(0, 200),
        before: canonicalBytes(draft),
        after,
        pending,
        by: call.person.id,
        at: call.now,
      })
      await postAll(beside, placed, { id, narrativeId, initiativeId }, inTx)
      await tell(inTx, {
        type: 'draft.returned-from-word',
        aggregate: initiativeId,
        initiativeId,
        narrativeId,
        wordReturnId: id,
        says: 'brought the draft back from Word',
        about: { kind: 'narrative', id: narrativeId },
      })
      const { wordsAdded, wordsRemoved } = back.comparison
      return ok({
        id,
        wordsAdded,
        wordsRemoved,
        comments: comments.found.length,
        suggestions: back.suggestions.length,
      })
    })
    if (brought.ok)
      await settleReturn(
        { db, collab: needs.collab },
        { workspaceId: call.workspaceId, wordReturnId: brought.value.id },
      )
    return brought
  }

/** Makes the copy say what the document says; returns what does the same to the draft. */
function updateTo(copy: Doc, document: DocumentJson): Uint8Array {
  const made: Uint8Array[] = []
  copy.on('update', (update: Uint8Array) => made.push(update))
  changeContent(copy, document)
  return mergeUpdates(made)
}

/** A comment about to be posted, and where it goes. */
interface ToPost {
  /** Its number in the file, so that replies find it. */
  number: string | null
  text: string
  kind: CommentKind
  selection: DraftSelection | null
  parent: { known: string } | { number: string } | null
  fromWord: Omit<reviews.FromWord, 'returnId'> | null
}

function toPost({ comments, back }: Held): ToPost[] {
  const fromFile = comments.found.map((found): ToPost => {
    const { comment, selection, becomes } = found
    return {
      number: comment.number,
      text: comment.text.slice(0, MOST_CHARACTERS),
      kind: { name: 'remark' },
      selection: becomes === 'reply' ? null : selection,
      parent: becomes === 'reply' ? found.to : null,
      fromWord: {
        author: comment.author,
        at: comment.at,
        key: wordKey(comment),
        questionId: becomes === 'answer-to-a-question' ? found.question.id : null,
      },
    }
  })
  const clashes = back.clashes.map(({ block, draft, theirs }): ToPost => {
    const selection = wholeBlock(back.document, block)
    const proposes = selection !== null && draft !== '' && theirs !== '' && selection.quote === draft
    return {
      number: null,
      text: clashText(draft, theirs),
      kind: proposes
        ? { name: 'suggestion', replacement: theirs.slice(0, MOST_CHARACTERS), settled: null }
        : { name: 'remark' },
      selection,
      parent: null,
      fromWord: null,
    }
  })
  return [...fromFile, ...clashes]
}

function clashText(draft: string, theirs: string): string {
  if (theirs === '') return 'Deleted in the Word file, and changed here since: the draft keeps it.'
  if (draft === '') return 'Deleted here, and changed in the Word file since: its words are back.'
  return 'Changed here and in the Word file: the draft keeps its own words, and those of the file are proposed.'
}

async function postAll(
  beside: readonly ToPost[],
  placed: readonly (KeptPassage | null)[],
  of: { id: WordReturnId; narrativeId: NarrativeId; initiativeId: InitiativeId },
  call: Call,
): Promise<void> {
  const ids = new Map<string, CommentId>()
  for (const { number } of beside) if (number !== null) ids.set(number, newId<CommentId>())
  const parents = new Map(
    beside.flatMap(({ number, parent }) => (number === null ? [] : [[number, parent] as const])),
  )
  const { narrativeId, initiativeId } = of
  const rows = beside.map((each, at) => {
    const parentId = parentOf(each.parent, parents, ids)
    return {
      workspaceId: call.workspaceId,
      id: (each.number === null ? undefined : ids.get(each.number)) ?? newId<CommentId>(),
      initiativeId,
      narrativeId,
      parentId,
      text: each.text,
      kind: each.kind,
      matter: 'substance' as const,
      anchor: placed[at] ?? null,
      by: call.person.id,
      createdAt: call.now,
      fromWord: each.fromWord && { ...each.fromWord, returnId: of.id },
    }
  })
  // what is replied to must be there first
  for (const row of [
    ...rows.filter(({ parentId }) => !parentId),
    ...rows.filter(({ parentId }) => parentId),
  ]) {
    await reviews.insert(call.tx, row)
    const about = { ...row, id: row.id, editionId: null }
    await tellOf(row.parentId ? 'comment.replied' : 'comment.posted', about, call)
  }
}

/** A thread is one deep with us: a reply to a reply joins the first comment's. */
function parentOf(
  parent: ToPost['parent'],
  parents: Map<string, ToPost['parent']>,
  ids: Map<string, CommentId>,
): string | null {
  let at = parent
  let found: string | null = null
  for (let steps = 0; at !== null && steps <= parents.size; steps++) {
    if ('known' in at) return at.known
    found = ids.get(at.number) ?? found
    at = parents.get(at.number) ?? null
  }
  return found
}
