import * as z from 'zod'

/** Ids are UUIDs (version 7, made by the server); the brand keeps a person from being passed for a meeting. */
const id = <Brand extends string>(brand: Brand) => z.uuid(`not the id of a ${brand}`).brand<Brand>()

export const workspaceId = id('workspace')
export const personId = id('person')
export const groupId = id('group')
export const invitationId = id('invitation')
export const initiativeId = id('initiative')
export const narrativeId = id('narrative')
export const assumptionId = id('assumption')
export const assumptionChangeId = id('change of an assumption')
export const studyId = id('interview study')
/** An interview of a study, planned or held. */
export const interviewId = id('interview')
/** Of a file of a piece of evidence. */
export const evidenceFileId = id('file')
/** A passage that rests on an assumption. */
export const restingPassageId = id('resting passage')
export const dismissedFindingId = id('dismissed finding')
export const editionId = id('edition')
export const restoreId = id('restore')
export const feedbackRequestId = id('feedback request')
export const commentId = id('comment')
export const questionId = id('question')
export const noteId = id('note')
export const iterationId = id('iteration')
export const meetingId = id('meeting')
export const decisionId = id('decision')
/** What somebody is to do after a meeting; made where it is written down. */
export const actionId = id('action')
/** A Word file that was brought back. */
export const wordReturnId = id('word return')

export type WorkspaceId = z.infer<typeof workspaceId>
export type PersonId = z.infer<typeof personId>
export type GroupId = z.infer<typeof groupId>
export type InvitationId = z.infer<typeof invitationId>
export type InitiativeId = z.infer<typeof initiativeId>
export type NarrativeId = z.infer<typeof narrativeId>
export type AssumptionId = z.infer<typeof assumptionId>
export type AssumptionChangeId = z.infer<typeof assumptionChangeId>
export type StudyId = z.infer<typeof studyId>
export type InterviewId = z.infer<typeof interviewId>
export type EvidenceFileId = z.infer<typeof evidenceFileId>
export type RestingPassageId = z.infer<typeof restingPassageId>
export type DismissedFindingId = z.infer<typeof dismissedFindingId>
export type EditionId = z.infer<typeof editionId>
export type RestoreId = z.infer<typeof restoreId>
export type FeedbackRequestId = z.infer<typeof feedbackRequestId>
export type CommentId = z.infer<typeof commentId>
export type QuestionId = z.infer<typeof questionId>
export type NoteId = z.infer<typeof noteId>
export type IterationId = z.infer<typeof iterationId>
export type MeetingId = z.infer<typeof meetingId>
export type ActionId = z.infer<typeof actionId>
export type DecisionId = z.infer<typeof decisionId>
export type WordReturnId = z.infer<typeof wordReturnId>
