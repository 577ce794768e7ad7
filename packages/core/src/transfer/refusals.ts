import { defineRefusals } from '../refusals.ts'

export const transferRefusals = defineRefusals({
  'draft-has-changed': {
    status: 409,
    message:
      'Somebody wrote in the draft since this was compared. Look at the comparison again, then bring it in.',
  },
  'not-word-file': {
    status: 422,
    message: 'Only a Word file (.docx) can be brought back. Import any other file as a document of its own.',
  },
  'nothing-to-bring': {
    status: 409,
    message: 'The file says what the draft says already, and holds no new comment. Nothing was changed.',
  },
  'taken-back-already': { status: 409, message: 'This has been taken back already.' },
  'no-record': {
    status: 409,
    message: 'There is no record: one is written when a meeting that was held is closed.',
  },
  'nothing-to-print': {
    status: 409,
    message: 'No edition you are asked to read may leave as a file. Read them here.',
  },
  'cannot-be-exported': {
    status: 422,
    message:
      'The document is too long to be set in pages. Export it as Word or Markdown, or split it in two.',
  },
})
