import * as z from 'zod'
import { defineRefusals } from '../refusals.ts'

export const evidenceRefusals = defineRefusals({
  'not-a-table-of-evidence': {
    status: 422,
    message: 'Nothing was brought in: the table has rows that are not right. Change them and bring it again.',
    data: z.object({
      problems: z.array(z.object({ row: z.int(), field: z.string(), message: z.string() })),
    }),
  },
  'assumption-stands-so': {
    status: 409,
    message: 'It stands so already. Choose another state, or for a changed one say what you assume now.',
  },
  'assumption-not-reworded': {
    status: 422,
    message:
      'Only a changed assumption says something new: choose “Changed”, or leave its words as they are.',
  },
  'assumption-moved-on': {
    status: 409,
    message: 'Somebody has changed it since, so nothing was taken back. Reload to see how it stands.',
  },
  'assumption-was-judged': {
    status: 409,
    message: 'What became of it is known, and that is kept: set its state instead of removing it.',
  },
  'idea-waits-for-it': {
    status: 409,
    message:
      'The idea is parked until this assumption changes: set its state, or take the idea up again first.',
  },
  'study-has-interviews': {
    status: 409,
    message: 'Interviews were held in it, and what they taught stays with it. Take them out of it first.',
  },
  'week-is-no-week-of-it': {
    status: 422,
    message: 'The study has no such week yet, or none any more: choose one between its first day and today.',
  },
  'interview-was-held': {
    status: 409,
    message: 'This interview was held meanwhile. Reload to see what it taught.',
  },
  'interviewer-cannot-read': {
    status: 422,
    message: 'Whoever is to interview may not read this idea. Share it with them first, or choose another.',
  },
  'too-many-planned': {
    status: 422,
    message: 'Five hundred interviews are planned already: hold or remove some before planning more.',
  },
  'interview-lies-ahead': {
    status: 422,
    message: 'That day is still to come: plan the interview, and write down what it taught when it was held.',
  },
  'notes-are-past-their-day': {
    status: 422,
    message: 'The day until which raw notes are kept is over: choose a later one, or leave the notes out.',
  },
  'in-another-study': {
    status: 409,
    message: 'It was taken into another study meanwhile. Take it out of that one first.',
  },
  'file-is-empty': {
    status: 422,
    message: 'There is nothing in this file. Choose another; nothing was kept.',
  },
  'file-too-large': {
    status: 413,
    message:
      'The file is larger than 20 MB. Make it smaller, or give a link to where it lies; nothing was kept.',
  },
  'recordings-are-over': {
    status: 422,
    message:
      'The day until which what was recorded of this interview may be kept is over: choose a later one in its study first.',
  },
  'too-many-files': {
    status: 409,
    message: 'Ten files are kept with this piece already: remove one, or write down another piece.',
  },
  'evidence-is-gone': { status: 409, message: 'This piece of evidence was removed. Reload to see the list.' },
})
