import type { CommentId } from '@foreword/core/ids'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { CommentKind, Reply } from '@foreword/core/reviews/comment'
import type { reviewsContract } from '@foreword/core/reviews/contract'
import { mentionedIn } from '@foreword/core/reviews/mention'
import { newId } from '../db/ids.ts'
import * as evidenceStore from '../evidence/store.ts'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import * as editionsStore from '../narratives/editions-store.ts'
import * as narrativesStore from '../narratives/store.ts'
import { keepMentions, type MentionRefusals, mayMention } from './mentions.ts'
import { anchorIn } from './passages.ts'
import { isSilent } from './silence.ts'
import * as store from './store.ts'
import './comment-news.ts'

type In = Inputs<typeof reviewsContract>

type PostRefusals = 'no-such-evidence' | MentionRefusals

/** Where the thread is, for whoever shows it again after the act. */
type Posted = { id: CommentId }

/** `input.on` as it will be kept: the routes look it up in the draft before the transaction. */
export async function commentOnDraft(
  input: In['commentOnDraft'],
  call: Call,
): Promise<Result<Posted, 'not-found' | PostRefusals>> {
  const narrative = await narrativesStore.one(call.tx, call.person, input.narrativeId)
  if (!narrative) return refuse('not-found')
  const { id: narrativeId, initiativeId } = narrative
  return post({ ...input, narrativeId, initiativeId, editionId: null, anchor: input.on }, call)
}

export async function commentOnEdition(
  input: In['commentOnEdition'],
  call: Call,
): Promise<Result<Posted, 'not-found' | 'no-such-passage' | 'edition-is-being-read' | PostRefusals>> {
  const { editionId } = input
  const edition = await editionsStore.summaryOf(call.tx, call.person, editionId)
  if (!edition) return refuse('not-found')
  if (await isSilent(call.tx, call, editionId)) return refuse('edition-is-being-read')
  const anchor = input.on && (await anchorIn(call.tx, call.person, editionId, input.on))
  if (anchor && !anchor.ok) return anchor
  const { narrativeId, initiativeId } = edition
  return post({ ...input, narrativeId, initiativeId, editionId, anchor: anchor ? anchor.value : null }, call)
}

type Post = Pick<store.StoredComment, 'narrativeId' | 'initiativeId' | 'editionId' | 'matter' | 'text'> & {
  kind: CommentKind
  anchor: object | null
}

async function post({ kind, ...comment }: Post, call: Call): Promise<Result<Posted, PostRefusals>> {
  if (kind.name === 'evidence') {
    const of = { initiativeId: comment.initiativeId, id: kind.evidenceId }
    if (!(await evidenceStore.has(call.tx, call.person, of))) return refuse('no-such-evidence')
  }
  const may = await mayMention(comment, call)
  if (!may.ok) return may
  const id = newId<CommentId>()
  const { workspaceId, person, now } = call
  const { narrativeId, initiativeId, editionId, text, matter, anchor } = comment
  await store.insert(call.tx, {
    workspaceId,
    id,
    narrativeId,
    initiativeId,
    editionId,
    text,
    matter,
    anchor,
    // whoever proposes words does not also accept them
    kind: kind.name === 'suggestion' ? { ...kind, settled: null } : kind,
    by: person.id,
    createdAt: now,
  })
  await keepMentions({ ...comment, id, threadId: id }, call)
  await tellOf('comment.posted', { id, ...comment }, call)
  return ok({ id })
}

export async function reply(
  { commentId, text }: In['reply'],
  call: Call,
): Promise<Result<Reply, 'not-found' | 'edition-is-being-read' | MentionRefusals>> {
  const found = await store.lock(call.tx, call.person, commentId)
  if (!found) return refuse('not-found')
  // a reply to a reply joins the same thread
  const root = found.parentId ? await store.lock(call.tx, call.person, found.parentId) : found
  if (!root) return refuse('not-found')
  if (await isSilent(call.tx, call, root.editionId)) return refuse('edition-is-being-read')
  const { narrativeId, initiativeId, editionId } = root
  const may = await mayMention({ initiativeId, text }, call)
  if (!may.ok) return may
  const id = newId<CommentId>()
  const { workspaceId, person, now } = call
  await store.insert(call.tx, {
    workspaceId,
    id,
    narrativeId,
    initiativeId,
    editionId,
    parentId: root.id,
    text,
    matter: root.matter,
    kind: { name: 'remark' },
    anchor: null,
    by: person.id,
    createdAt: now,
  })
  await keepMentions({ id, threadId: root.id, narrativeId, editionId, initiativeId, text }, call)
  await tellOf('comment.replied', root, call)
  const by = { id: person.id, name: person.name }
  const names = await narrativesStore.bylines(call.tx, person, mentionedIn(text))
  const mentioned = [...names.values()]
  return ok({ id, by, text, mentioned, createdAt: now.toISOString(), changedAt: null, fromWord: null })
}

export async function editComment(
  { commentId, text }: In['editComment'],
  call: Call,
): Promise<
  Result<Pick<Reply, 'id' | 'text'>, 'not-found' | 'not-yours' | 'edition-is-being-read' | MentionRefusals>
> {
  const found = await store.lock(call.tx, call.person, commentId)
  if (!found || found.removedAt) return refuse('not-found')
  if (found.by.id !== call.person.id) return refuse('not-yours')
  if (await isSilent(call.tx, call, found.editionId)) return refuse('edition-is-being-read')
  const said = { ...found, id: commentId, threadId: threadOf(found), text, was: found.text }
  const may = await mayMention(said, call)
  if (!may.ok) return may
  await store.update(call.tx, call.person, commentId, { text, changedAt: call.now })
  await keepMentions(said, call)
  await tellOf('comment.changed', { ...found, id: threadOf(found) }, call)
  return ok({ id: commentId, text })
}

/** What others replied to stays in its place without its words; otherwise nothing is left of it. */
export async function removeComment({ commentId }: In['removeComment'], call: Call) {
  const found = await store.lock(call.tx, call.person, commentId)
  if (!found || found.removedAt) return refuse('not-found')
  if (found.by.id !== call.person.id) return refuse('not-yours')
  if (await store.hasReplies(call.tx, call.person, commentId)) {
    await store.update(call.tx, call.person, commentId, { text: '', removedAt: call.now })
    await keepMentions({ ...found, threadId: threadOf(found), text: '', was: found.text }, call)
  } else await store.remove(call.tx, call.person, commentId)
  await tellOf(
    found.parentId ? 'comment.changed' : 'comment.removed',
    { ...found, id: threadOf(found) },
    call,
  )
  return ok(undefined)
}

export async function resolveComment({ commentId, resolved }: In['resolveComment'], call: Call) {
  const found = await store.lock(call.tx, call.person, commentId)
  if (!found || found.parentId) return refuse('not-found')
  if ((found.resolved !== null) !== resolved) {
    await store.update(call.tx, call.person, commentId, {
      resolvedBy: resolved ? call.person.id : null,
      resolvedAt: resolved ? call.now : null,
    })
    await tellOf('comment.changed', found, call)
  }
  return ok({ id: found.id })
}

/** Writes down what became of a suggestion; the words themselves are the draft's (`settle.ts`). */
export async function noteSettled({ commentId, settled }: In['settleSuggestion'], call: Call) {
  const found = await store.lock(call.tx, call.person, commentId)
  if (!found) return refuse('not-found')
  if (found.kind.name !== 'suggestion') return refuse('not-a-suggestion')
  if (found.kind.settled !== null) return refuse('already-settled')
  await store.update(call.tx, call.person, commentId, {
    kind: { ...found.kind, settled },
    // both answers end the thread; it can be reopened like any other
    resolvedBy: call.person.id,
    resolvedAt: call.now,
  })
  await tellOf('comment.changed', found, call)
  return ok({ id: found.id })
}

function threadOf(comment: store.StoredComment): CommentId {
  // a reply's parent is a comment of ours
  return (comment.parentId as CommentId | null) ?? comment.id
}

export async function tellOf(
  type: 'comment.posted' | 'comment.replied' | 'comment.changed' | 'comment.removed',
  about: Pick<store.StoredComment, 'id' | 'narrativeId' | 'editionId' | 'initiativeId'>,
  call: Call,
) {
  await tell(call, {
    type,
    aggregate: about.narrativeId,
    commentId: about.id,
    narrativeId: about.narrativeId,
    editionId: about.editionId,
    ofInitiative: about.initiativeId,
  })
}
