import type { CommentId, EditionId, InitiativeId, NarrativeId, PersonId } from '@foreword/core/ids'

interface AboutComment {
  /** The comment whose thread changed, also when a reply did. */
  commentId: CommentId
  narrativeId: NarrativeId
  editionId: EditionId | null
  /** Not `initiativeId`, which would ask for a line on the timeline: a remark is no event of an idea's life. */
  ofInitiative: InitiativeId
}

declare module '../outbox/events.ts' {
  interface Events {
    'comment.posted': AboutComment
    'comment.replied': AboutComment
    'comment.changed': AboutComment
    'comment.removed': AboutComment
    /** Somebody is mentioned in a comment or reply; `commentId` is the one that mentions them. */
    'comment.mentioned': AboutComment & { threadId: CommentId; personId: PersonId }
  }
}
