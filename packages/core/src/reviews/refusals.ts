import { defineRefusals } from '../refusals.ts'

export const reviewRefusals = defineRefusals({
  'not-yours': { status: 403, message: 'Only the person who wrote this can change it.' },
  'already-open': {
    status: 409,
    message: 'The questions have been opened, so this one stays as it was asked. Say the rest in the room.',
  },
  'no-questions-now': {
    status: 409,
    message: 'Questions are asked while the room reads or discusses. Wait until it does.',
  },
  'edition-is-being-read': {
    status: 409,
    message:
      'A room is reading this edition in silence, so nobody comments on it now. Make a note for yourself or ask a question in the meeting; comments are open again when the questions are.',
  },
  'not-in-the-room': { status: 403, message: 'You have not joined this meeting. Join it, then try again.' },
  'not-the-note-taker': {
    status: 403,
    message: 'Only the note-taker or the facilitator can do this.',
  },
  'no-such-passage': {
    status: 422,
    message: 'These words are not in the text. Select them again.',
  },
  'questions-are-open': {
    status: 409,
    message:
      'The questions were opened before this one arrived. Ask it now, and the room sees it at once, or keep it as a note.',
  },
  'no-such-evidence': {
    status: 422,
    message: 'This piece of evidence has been removed, or is another idea’s. Choose another.',
  },
  'not-yours-to-place': {
    status: 403,
    message: 'Only the person who wrote it, or an author of the draft, can put it back.',
  },
  'nothing-to-take-back': { status: 409, message: 'It stands where it was made: nobody has put it back.' },
  'about-the-whole': {
    status: 422,
    message: 'It is about the whole document, so it has no place to go back to.',
  },
  'cannot-read-it': {
    status: 422,
    message:
      'Somebody mentioned here may not read this idea. Share it with them first, or leave their name out.',
  },
  'too-many-mentioned': {
    status: 422,
    message: 'More than twenty people are mentioned. Mention fewer, or share the draft with all of them.',
  },
  'not-a-suggestion': { status: 422, message: 'Only a suggestion can be accepted or rejected.' },
  'already-settled': { status: 409, message: 'This suggestion has been accepted or rejected already.' },
  'passage-has-changed': {
    status: 409,
    message: 'The words it would replace have changed since. Edit the passage by hand.',
  },
  'due-is-past': { status: 422, message: 'This day has passed. Choose today or a later one.' },
  'outside-is-forbidden': {
    status: 403,
    message:
      'Your company asks nobody without an account. Ask people by name, or an administrator to allow it.',
  },
  'nobody-carries-mail': {
    status: 409,
    message:
      'There is no mail server, so nobody outside can be written to. Ask people by name, or have SMTP_URL set.',
  },
  'has-an-account': {
    status: 422,
    message: 'One of these addresses belongs to somebody with an account here. Choose them by name.',
  },
  'wants-no-letters': {
    status: 422,
    message: 'Somebody at one of these addresses has said that they want no more such letters. Leave it out.',
  },
  'due-too-far': {
    status: 422,
    message: 'A link for somebody outside lasts thirty days at most. Choose an earlier day.',
  },
  'link-is-over': {
    status: 404,
    message: 'This link has ended. Ask whoever sent it for another.',
  },
  'not-yours-to-end': {
    status: 403,
    message: 'Only the person who asked, or an administrator, can end this link or send it again.',
  },
  'nothing-to-send-again': {
    status: 409,
    message: 'They have read it already. Ask them once more if you want them to read it again.',
  },
  'sent-lately': {
    status: 409,
    message: 'A letter went to them within the hour. Wait a little before you send another.',
  },
  'the-idea-is-being-read': {
    status: 409,
    message:
      'A room is reading this idea in silence. Say it on the cover sheet of the meeting, or when it has read.',
  },
  'not-yours-to-settle': {
    status: 403,
    message: 'Only whoever owes the answer, or an author of the idea, can do this.',
  },
  'not-on-record': { status: 409, message: 'Its meeting is not over yet. The room gives it its end.' },
  'was-withdrawn': { status: 409, message: 'Its asker has taken it back, so it needs no answer.' },
  'in-the-faq-already': {
    status: 409,
    message:
      'It stands in the FAQ of the draft already. Write the answer there, then say that the document answers it.',
  },
  'not-the-asker': { status: 403, message: 'Only the person who asked can say whether it is answered.' },
})
export type ReviewRefusal = keyof typeof reviewRefusals
