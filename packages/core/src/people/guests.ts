import type { permissions } from './permissions.ts'

/** What somebody without an account is let in for: a meeting (R12), or the document of a request for feedback (F1). */
export const visits = ['meeting', 'edition', 'draft'] as const
export type VisitTo = (typeof visits)[number]

type Open = ReadonlySet<string>
const only = (...operations: (keyof typeof permissions)[]): Open => new Set(operations)

/** What one does in a room, on its edition. */
const inAMeeting = only(
  'people.signOut',
  'narratives.edition',
  'narratives.asset',
  'reviews.postQuestion',
  'reviews.editQuestion',
  'reviews.withdrawQuestion',
  'reviews.listOwnNotes',
  'reviews.postNote',
  'reviews.editNote',
  'reviews.deleteNote',
  'decisions.get',
  'meetings.room',
  'meetings.watch',
  'meetings.clock',
  'meetings.notePace',
  'meetings.join',
  'meetings.leave',
  'meetings.finishReading',
  'meetings.answerOneQuestion',
  'meetings.endQuestion',
  'meetings.askToo',
  'meetings.askTooNoMore',
  'meetings.setMust',
  'meetings.acceptAnswer',
  'meetings.raiseHand',
  'meetings.lowerHand',
  'meetings.acknowledge',
  'meetings.dissent',
)

/** Reading one document, and saying what one thinks of it; nothing that takes it out. */
const answeringARequest = [
  'people.signOut',
  'feedback.asked',
  'feedback.noteMinute',
  'feedback.sayRead',
  'feedback.watchVisit',
  'narratives.asset',
  'reviews.reply',
  'reviews.editComment',
  'reviews.removeComment',
] as const

/**
 * All that a guest may call besides what anyone may. An operation that is not here is refused to them; whether what it
 * names is of their visit is asked for each call, and queries of comments give them their own threads alone.
 */
export const openToGuests: Record<VisitTo, Open> = {
  meeting: inAMeeting,
  edition: only(
    ...answeringARequest,
    'narratives.edition',
    'reviews.listEditionComments',
    'reviews.commentOnEdition',
  ),
  draft: only(...answeringARequest, 'narratives.pages', 'reviews.listComments', 'reviews.commentOnDraft'),
}
