import type { PersonId } from '@foreword/core/ids'
import type { CoverQuestion, CoverSheet } from '@foreword/core/meetings/returning'
import { expect, test } from 'vitest'
import { actionWords, decisionWords, historyWords, noChangesWords, placeOf } from './words.ts'

const name = () => 'Luis'
const luis = 'luis' as PersonId // a name is all that is asked of it
const since: CoverSheet['since'] = {
  meetingId: 'm' as never,
  purpose: 'improve',
  at: '2027-03-01T10:00:00.000Z',
  edition: { id: 'e1' as never, number: 1 },
  isSameDocument: true,
}
const question = (more: Partial<CoverQuestion> = {}): CoverQuestion => ({
  id: 'q' as never,
  text: 'How often?',
  asked: { edition: 1, on: { line: 8, lastLine: 8, quote: 'between' } },
  ended: { name: 'open' },
  answer: null,
  here: null,
  ...more,
})
const lines = { page: 2, line: 31, lastLine: 33 }
const answeredOnLine: CoverQuestion['ended'] = {
  name: 'answered-in-the-document',
  blockId: 'b1',
  on: {
    on: 'edition',
    editionId: 'e1' as never, // a bare id stands in for the branded one
    blockId: 'b1',
    from: 0,
    to: 7,
    quote: 'Nothing',
    page: 1,
    line: 12,
    lastLine: 12,
  },
}

test.each([
  [luis, '2027-03-08', null, 'Luis, by 8 March 2027'],
  [luis, '2027-03-08', '2027-03-07T10:00:00.000Z', 'Luis: done'],
  [luis, null, null, 'Luis · Needs a date'],
  [null, null, null, 'Needs an owner and a date'],
  [null, null, '2027-03-07T10:00:00.000Z', 'Done'],
] as const)('D5: an action of %s by %s, done %s, is said as “%s”', (owner, due, doneAt, said) => {
  expect(actionWords({ id: 'a' as never, text: 'Call', owner, due, doneAt }, name)).toBe(said)
})

test.each([
  [null, 'improve', 'No decision: the meeting was to improve the document.'],
  [null, 'decide', 'No decision was taken.'],
  [{ name: 'owed', decider: luis, due: '2027-03-12' }, 'decide', 'Luis owes the decision, by 12 March 2027.'],
] as const)('R17: %o of a meeting to %s is said as “%s”', (decision, purpose, said) => {
  expect(decisionWords({ decision, since: { ...since, purpose } }, name)).toBe(said)
})

test.each([
  [
    question({ answer: { ...lines, in: 'faq', isWritten: true, isReworded: false } }),
    'Asked on line 8 of edition 1. It went into the FAQ.',
  ],
  [
    question({
      asked: { edition: 1, on: null },
      ended: { name: 'answered-in-the-room', answer: 'the port' },
    }),
    'Asked of edition 1 as a whole. Answered in the room: the port.',
  ],
  [
    question({
      asked: { edition: null, on: null },
      ended: { name: 'research-owed', owner: luis, due: '2027-03-10' },
    }),
    'Luis owes an answer, by 10 March 2027.',
  ],
  [
    question({
      ended: answeredOnLine,
      answer: { ...lines, in: 'document', isWritten: true, isReworded: false },
    }),
    'Asked on line 8 of edition 1. It was answered in the document.',
  ],
  [
    question({ ended: answeredOnLine }),
    'Asked on line 8 of edition 1. It was answered in the document, by words that are no longer there.',
  ],
  [
    question({ ended: { name: 'answered-in-the-document', blockId: null, on: null } }),
    'Asked on line 8 of edition 1. It was to be answered in the document.',
  ],
])('R17: where it was asked and how it ended: %#', (asked, said) => {
  expect(historyWords(asked, name)).toBe(said)
})

test.each([
  [
    { answer: { ...lines, in: 'faq', isWritten: true, isReworded: false } as const },
    'Its entry in the FAQ',
    lines,
  ],
  [
    { answer: { ...lines, in: 'faq', isWritten: false, isReworded: false } as const },
    'Its entry in the FAQ has no answer yet',
    lines,
  ],
  [
    { answer: { ...lines, in: 'document', isWritten: true, isReworded: false } as const },
    'Answered here',
    lines,
  ],
  [
    { answer: { ...lines, in: 'document', isWritten: true, isReworded: true } as const },
    'Answered here, reworded since',
    lines,
  ],
  [{ here: { ...lines, isReworded: true } }, 'What it was asked about, reworded', lines],
  [{ here: { ...lines, isReworded: false } }, 'What it was asked about', lines],
  [{}, 'The words it was asked about are no longer in the document.', null],
  [{ asked: { edition: 1, on: null } }, 'No passage of this edition is linked to it.', null],
])('R17: the lines to look at: %#', (more, says, shown) => {
  expect(placeOf(question(more))).toMatchObject({ says, lines: shown })
})

test('R17: the same edition, another document and no changed line are said as what they are', () => {
  const now = { id: 'e2' }
  expect([
    noChangesWords(since, { id: 'e1' }, undefined),
    noChangesWords({ ...since, isSameDocument: false }, now, undefined),
    noChangesWords(since, now, []),
    noChangesWords(since, now, undefined),
    noChangesWords(since, now, [{ page: 1, line: 8, lastLine: 8, how: 'new' }]),
  ]).toEqual([
    'The same edition is read again: nothing in it has changed.',
    'Another document was read then, so nothing is compared with it.',
    'No line differs from edition 1.',
    null,
    null,
  ])
})
