import type { CommentId, EditionId, InitiativeId, NarrativeId, PersonId } from '@foreword/core/ids'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { reviewsContract } from '@foreword/core/reviews/contract'
import { MOST_MENTIONED, mentionedIn } from '@foreword/core/reviews/mention'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { mayRead } from '../initiatives/reader.ts'
import * as mentionsStore from './mentions-store.ts'
import * as store from './store.ts'
import './comment-news.ts'

type In = Inputs<typeof reviewsContract>

interface Said {
  id: CommentId
  threadId: CommentId
  narrativeId: NarrativeId
  editionId: EditionId | null
  initiativeId: InitiativeId
  text: string
  /** As it was before it was reworded. */
  was?: string
}

export type MentionRefusals = 'cannot-read-it' | 'too-many-mentioned'

/**
 * Whether everybody newly mentioned may read the idea: a mention opens nothing to anybody. Those who stood there before
 * may stay, so that whoever corrects a comma is not asked about them.
 */
export async function mayMention(
  { initiativeId, text, was = '' }: Pick<Said, 'initiativeId' | 'text' | 'was'>,
  call: Call,
): Promise<Result<void, MentionRefusals>> {
  const mentioned = mentionedIn(text)
  if (mentioned.length > MOST_MENTIONED) return refuse('too-many-mentioned')
  const before = mentionedIn(was)
  for (const id of mentioned.filter((each) => !before.includes(each))) {
    if (!(await mayRead(call.tx, { id, workspaceId: call.workspaceId }, initiativeId)))
      return refuse('cannot-read-it')
  }
  return ok(undefined)
}

/** Puts what was said on the desks of those it mentions; whoever mentions themselves knows already. */
export async function keepMentions({ text, was = '', ...said }: Said, call: Call): Promise<void> {
  const before = mentionedIn(was)
  const now = mentionedIn(text)
  const added = now.filter((id) => !before.includes(id) && id !== call.person.id)
  const gone = before.filter((id) => !now.includes(id))
  await mentionsStore.removeMentions(call.tx, call.person, said.id, gone)
  await mentionsStore.insertMentions(
    call.tx,
    added.map((personId) => ({
      workspaceId: call.workspaceId,
      commentId: said.id,
      threadId: said.threadId,
      personId,
      createdAt: call.now,
    })),
  )
  for (const personId of added) await tellMention(said, personId, call)
}

async function tellMention(said: Omit<Said, 'text' | 'was'>, personId: PersonId, call: Call) {
  await tell(call, {
    type: 'comment.mentioned',
    aggregate: said.narrativeId,
    commentId: said.id,
    threadId: said.threadId,
    personId,
    narrativeId: said.narrativeId,
    editionId: said.editionId,
    ofInitiative: said.initiativeId,
  })
}

export async function openThread({ commentId }: In['openThread'], call: Call) {
  const found = await store.one(call.tx, call.person, commentId)
  if (!found) return refuse('not-found')
  await mentionsStore.openMentions(call.tx, call.person, found.parentId ?? found.id, call.now)
  return ok(undefined)
}

export async function askedOfYou(_: unknown, call: Call) {
  return ok(await mentionsStore.askedOf(call.tx, call.person))
}
