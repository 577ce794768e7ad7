import { expect, test } from 'vitest'
import { proposedAnswers } from './proposed-answers.ts'
import { doc, faqEntry, heading, paragraph, part } from './testing.ts'

const release = doc(
  part('h', 'headline', heading('h1', 'Growers know at five whether they may harvest')),
  part('u', 'subheading', paragraph('u1', 'For growers with one or two boats.')),
  part(
    'p',
    'problem',
    heading('p0', 'Problem'),
    paragraph('p1', 'Today they phone the port.'),
    paragraph('p2', 'Nine hours a week.'),
  ),
  part('s', 'solution', paragraph('s1', 'One text.')),
  part('w', 'how-it-works', paragraph('w1', 'They get a text at five.')),
  part('c', 'customer-quote', paragraph('c1', '“I sleep until the text comes,” said a grower.')),
  part('g', 'getting-started', paragraph('g1', 'They send HARVEST to a number.')),
)
const faq = doc(
  ...release.content,
  part(
    'i',
    'internal-faq',
    faqEntry('e1', 'Who is the customer?', paragraph('a1', 'A grower on the quay at five.')),
    faqEntry('e2', 'Q2: How do we know that they want this?', paragraph('a2', 'A: We asked thirty of them.')),
    faqEntry(
      'e3',
      'What is the most important benefit?',
      paragraph('a3', 'They sail only when it pays. And sleep.'),
    ),
    faqEntry('e4', 'What would we need to believe?', paragraph('a4', 'Much.')),
  ),
)
const said = (document: typeof release) =>
  Object.fromEntries(
    proposedAnswers(document).map(({ question, field, text }) => [`${question}.${field}`, text]),
  )

test('W4: the parts of a press release say what the five questions ask', () => {
  expect(said(release)).toEqual({
    'customer.who': 'For growers with one or two boats.',
    'customer.words': 'I sleep until the text comes',
    'problem.statement': 'Today they phone the port.\nNine hours a week.',
    'benefit.primary': 'Growers know at five whether they may harvest',
    'experience.description': 'They get a text at five.\nThey send HARVEST to a number.',
  })
})

test('W4: where the FAQ asks it in so many words, its answer goes first', () => {
  expect(said(faq)).toMatchObject({
    'customer.who': 'A grower on the quay at five.',
    'benefit.primary': 'They sail only when it pays.',
    'evidence.items': 'We asked thirty of them.',
    'problem.statement': 'Today they phone the port.\nNine hours a week.',
  })
  expect(proposedAnswers(faq)[0]).toMatchObject({ from: { asked: 'Who is the customer?' }, blockId: 'e1' })
})

test('W4: of an empty document nothing is proposed', () => {
  expect(proposedAnswers(doc(part('h', 'headline', heading('h1', ''))))).toEqual([])
})
