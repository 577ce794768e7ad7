import { defineRefusals, pick } from '../refusals.ts'
import { reviewRefusals } from '../reviews/refusals.ts'

export const meetingRefusals = defineRefusals({
  ...pick(reviewRefusals, 'no-questions-now', 'not-in-the-room', 'not-the-note-taker', 'not-the-asker'),

  'not-started': { status: 409, message: 'The meeting has not started. Start it first.' },
  'the-room-is-reading': { status: 409, message: 'The room is reading, so this is not possible now.' },
  'the-questions-are-opening': {
    status: 409,
    message: 'The questions are about to open. Wait for that, or stop it.',
  },
  'the-room-is-discussing': { status: 409, message: 'The room is discussing, so this is not possible now.' },
  'the-room-is-deciding': {
    status: 409,
    message: 'The room is deciding, so this is not possible now. Return to the discussion first.',
  },
  'the-meeting-is-adjourned': {
    status: 409,
    message: 'The meeting stands still, so this is not possible now. The facilitator resumes it first.',
  },
  'the-questions-were-opened': {
    status: 409,
    message:
      'The questions of this meeting were opened, so it is not called off. Resume it and close it: each question leaves with an end.',
  },
  'no-such-action': { status: 404, message: 'There is no such action any more. Look at the list again.' },
  'not-your-action': {
    status: 403,
    message: 'Whoever owns the action says that it is done, or whoever took the minutes.',
  },
  'too-many-actions': {
    status: 409,
    message: 'There are 100 actions already. Take back what nobody will do.',
  },
  'meeting-is-closed': { status: 409, message: 'The meeting is closed. Nothing in it changes any more.' },

  'calendar-is-gone': {
    status: 404,
    message: 'This calendar address is in use no more. Make a new one on the page of your meetings.',
  },

  'scheduled-unread': {
    status: 403,
    message:
      'You schedule this and may not read it, so you cannot invite yourself. Ask whoever you schedule for.',
  },
  'only-the-server': { status: 403, message: 'Only the clock of the server does this.' },
  'not-invited': { status: 403, message: 'You are not invited to this meeting. Ask its facilitator.' },
  'not-the-facilitator': { status: 403, message: 'Only the facilitator can do this.' },
  'not-a-decider': { status: 403, message: 'Only a decider of this meeting can do this.' },
  'not-a-deputy': { status: 403, message: 'Only a named deputy can take the facilitator’s place.' },
  'the-facilitator-is-here': {
    status: 409,
    message: 'The facilitator is here, or has only just gone. Their clock runs on; wait a little.',
  },
  'still-reading': {
    status: 409,
    message: 'This is for when you have read to the end. Finish reading first.',
  },
  'others-still-read': {
    status: 409,
    message:
      'Some in the room are still reading. Give them a minute or more, or say in one sentence why the questions open now.',
  },
  'no-such-display': {
    status: 404,
    message:
      'No screen is shown under this code. It was withdrawn, the meeting is closed, or a letter is wrong: ask the facilitator.',
  },
  'too-many-codes': {
    status: 429,
    message: 'Too many codes were tried from here. Wait a few minutes, then try again.',
  },
  'no-such-page': { status: 422, message: 'The edition has no such page. Load the room again.' },
  'nobody-reads-now': { status: 409, message: 'The room is not reading, so no pace is measured now.' },
  'already-answered': { status: 409, message: 'You have answered this already; it is asked once.' },
  'not-closed-yet': {
    status: 409,
    message:
      'Whoever was away is given a time to read when the meeting is closed. Until then they come and read in it.',
  },
  'was-there': { status: 409, message: 'They were in the room, and read with the others.' },
  'reads-now': { status: 409, message: 'They are reading now. Their time is not changed under them.' },
  'no-window': {
    status: 409,
    message:
      'There is no time to read that you could begin: it is over, or you were given none. Ask the facilitator.',
  },
  'no-such-person': { status: 422, message: 'That person is not in this meeting. Invite them first.' },
  'no-such-question': { status: 404, message: 'There is no such question in this meeting.' },
  'question-has-ended': { status: 409, message: 'This question has ended already.' },
  'note-has-changed': {
    status: 409,
    message:
      'Somebody else wrote on this note meanwhile. Both are shown: keep what is right, and save again.',
  },
  'day-has-passed': { status: 422, message: 'That day has passed already. Choose today or a later one.' },
  'moment-has-passed': {
    status: 422,
    message: 'That moment has passed already. Choose a later one, or leave the day open.',
  },
  'not-an-author': { status: 422, message: 'Questions are handed to an author of the document.' },
  'purpose-is-to-improve': {
    status: 409,
    message: 'This meeting is to improve the document, so it takes no decision. Schedule one to decide.',
  },
  'decision-is-recorded': {
    status: 409,
    message: 'The decision is recorded. It is not taken back here; a later decision can supersede it.',
  },
  'predictions-are-off': {
    status: 409,
    message: 'This company seals no predictions. An administrator allows them in the settings.',
  },
  'no-such-prediction': { status: 404, message: 'You have sealed no prediction in this meeting.' },
  'not-due-yet': {
    status: 409,
    message: 'What became of it is said when its day has come and the meeting is closed.',
  },
  'nothing-to-acknowledge': {
    status: 409,
    message: 'The experience and the why are not written yet. They come first.',
  },
  'speaks-for-themselves': {
    status: 409,
    message: 'They are in the room at a screen of their own, so they say it themselves.',
  },
  'questions-without-an-end': {
    status: 409,
    message: 'Some questions have no end yet. End them, or hand the rest to the author in one act.',
  },
  'no-experience-and-why': {
    status: 409,
    message: 'The meeting ends with the agreed customer experience and the why. Write both first.',
  },
  'no-decision': {
    status: 409,
    message:
      'A meeting that is to decide ends with a decision, or with one owed by a named decider on a day.',
  },

  'no-facilitator': { status: 422, message: 'A meeting has exactly one facilitator. Choose one.' },
  'no-decider': { status: 422, message: 'A meeting that is to decide needs a decider. Choose one.' },
  'no-author': { status: 422, message: 'A meeting needs the author of the document. Choose one.' },
  'invited-twice': { status: 422, message: 'Somebody is invited twice. Give them both roles in one line.' },
  'why-now-missing': {
    status: 422,
    message: 'Some of the five questions are not answered. Say in one sentence why a decision is due now.',
  },
  'not-ready': {
    status: 409,
    message: 'Some of the five questions are not answered, and this company decides only when they are.',
  },
  'areas-missing': {
    status: 422,
    message: 'This company requires functional areas that nobody invited belongs to. Invite them.',
  },
})
export type MeetingRefusal = keyof typeof meetingRefusals
