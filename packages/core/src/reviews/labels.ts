import type { AnchorState } from './anchor.ts'
import type { CommentKind } from './comment.ts'
import type { Matter, QuestionState, Seal } from './question.ts'

/** What people read for each of code's words (LOOK, Labels). */
export const questionStateLabels = {
  open: 'Open',
  'answered-in-the-document': 'Answered in the document',
  'answered-in-the-room': 'Answered',
  'research-owed': 'We owe an answer',
  'out-of-scope': 'Out of scope',
  withdrawn: 'Withdrawn',
} satisfies Record<QuestionState['name'], string>

export const sealLabels = {
  sealed: 'Sealed until the facilitator opens the questions',
  'in-the-room': 'Open to the room',
  'on-record': 'On record',
} satisfies Record<Seal, string>

export const matterLabels = { substance: 'Substance', form: 'Form' } satisfies Record<Matter, string>

export const commentKindLabels = {
  remark: 'Remark',
  question: 'Question',
  suggestion: 'Suggestion',
  evidence: 'Evidence',
} satisfies Record<CommentKind['name'], string>

export const anchorStateLabels = {
  exact: 'In place',
  moved: 'Moved with its words',
  edited: 'The words have changed',
  detached: 'Lost its place',
} satisfies Record<AnchorState, string>
