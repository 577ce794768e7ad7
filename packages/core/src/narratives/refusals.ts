import { defineRefusals } from '../refusals.ts'
import { storageRefusals } from '../storage-refusals.ts'

export const narrativeRefusals = defineRefusals({
  'words-moved': {
    status: 409,
    message: 'The draft has changed at these words, so nothing was tracked. Look at the list again.',
  },
  'empty-file': { status: 422, message: 'The file holds no words. Choose another; nothing was kept.' },
  'too-large': {
    status: 413,
    message:
      'The file is larger than 2 MB (a Word file: 20 MB). Split it or take pictures out; nothing was kept.',
  },
  'not-text': {
    status: 422,
    message: 'The file is not text. Save it as Markdown (.md, UTF-8); nothing was kept.',
  },
  'too-deep': {
    status: 422,
    message:
      'Lists or quotes are nested more than 100 deep. Flatten them and bring it again; nothing was kept.',
  },
  'too-complex': {
    status: 422,
    message:
      'The file has more than 10,000 lines, or thousands of marks in one paragraph, and takes too long to read. Split it; nothing was kept.',
  },
  'not-word': {
    status: 422,
    message:
      'This is not a Word file, or it was damaged on its way. Open it in Word, save it as .docx and bring that; nothing was kept.',
  },
  'old-or-locked': {
    status: 422,
    message:
      'The file is in the format of Word before 2007, or locked with a password. Save it as .docx without one; nothing was kept.',
  },
  'has-macros': {
    status: 422,
    message:
      'The file carries macros, which are programs. Save it in Word as a plain document (.docx); nothing was kept.',
  },
  'reaches-outside': {
    status: 422,
    message:
      'The file would fetch a template or an object from elsewhere when it is opened. In Word, choose the Normal template and remove linked objects; nothing was kept.',
  },
  'has-entities': {
    status: 422,
    message:
      'The file declares entities of its own, which Word never writes. Open it in Word and save it again; nothing was kept.',
  },
  'unpacks-too-large': {
    status: 413,
    message:
      'The file unpacks to far more than a document holds. Open it in Word and save it again; nothing was kept.',
  },
  'has-tracked-cells': {
    status: 422,
    message:
      'In a table of the file, cells were put in, taken out or joined as tracked changes, which cannot come in as suggestions. Accept or reject those in Word, save it and bring it again; nothing was kept.',
  },
  'finding-is-gone': {
    status: 409,
    message: 'The words it was about have changed, and it is no finding any more.',
  },
  'nothing-written': { status: 409, message: 'There is nothing to freeze yet. Write at least the headline.' },
  'open-suggestions': {
    status: 409,
    message:
      'Suggestions are open in the draft. Decide them first, or say whether this edition takes them up (accept) or leaves them out (reject); the draft keeps them open.',
  },
  'suggestions-in-copy': {
    status: 409,
    message:
      'Suggestions are open in this document. Say whether the copy takes them up (accept) or leaves them out (reject); in the document they stay open.',
  },
  'already-frozen': {
    status: 409,
    message: 'Nothing changed since the last edition. Use that one, or change the draft first.',
  },
  'nothing-to-restore': {
    status: 409,
    message: 'The draft says what this edition says, word for word. There is nothing to restore.',
  },
  'no-such-restore': {
    status: 404,
    message: 'This draft was not restored under that id. Look in its history for the restore you mean.',
  },
  'written-since': {
    status: 409,
    message:
      'The draft was written in since, and going back would lose those words. What stood before the restore is kept: download it as Markdown and take from it what you need.',
  },
  'not-a-picture': {
    status: 422,
    message:
      'This is not a picture that can be kept. Save it as PNG, JPEG, GIF or WebP and add it again; nothing was kept.',
  },
  'broken-picture': {
    status: 422,
    message: 'A picture is damaged or incomplete. Open and save it again, then add it; nothing was kept.',
  },
  'picture-too-large': {
    status: 413,
    message: 'A picture is larger than 10 MB. Save it smaller and add it again; nothing was kept.',
  },
  'too-many-pixels': {
    status: 422,
    message:
      'A picture has more than 25 million pixels. Scale it down, 3,000 across is ample for a page; nothing was kept.',
  },
  'too-many-pictures': {
    status: 413,
    message:
      'The file holds more than 100 pictures. Take out those that the document does not need and bring it again; nothing was kept.',
  },
  ...storageRefusals,
  'cannot-be-typeset': {
    status: 422,
    message: 'The document is too long to be set in pages. Split it in two; nothing was frozen.',
  },
})
