import { expect, test } from 'vitest'
import type { NodeJson } from '../../json.ts'
import { doc, faqEntry, paragraph, part } from '../../testing.ts'
import { hitsOf } from '../checks.fixture.ts'
import { faqEmpty, faqEvasive, faqShort } from './faq-answers.ts'
import { hardQuestionsAbsent, marketArithmetic } from './hard-questions.ts'

const faq = (question: string, ...answer: NodeJson[]) =>
  doc(part('i', 'internal-faq', faqEntry('e', question, ...answer)))
const said = (rule: Parameters<typeof hitsOf>[0], question: string, answer: string) =>
  hitsOf(rule, faq(question, paragraph('a', answer))).map(({ from, to }) => answer.slice(from, to))

test('N9: a question without an answer is a finding, unless a picture answers it', () => {
  expect(hitsOf(faqEmpty, faq('What does it look like?'))).toHaveLength(1)
  expect(hitsOf(faqEmpty, faq('What does it look like?', paragraph('a', ' ')))).toHaveLength(1)
  expect(
    hitsOf(faqEmpty, faq('What does it look like?', { type: 'image', attrs: { id: 'g', src: '' } })),
  ).toEqual([])
  expect(hitsOf(faqEmpty, faq(''))).toEqual([])
})

test.each([
  ['What does it cost?', 'TBD', ['TBD']],
  ['Will it be translated?', 'Yes, languages TBD.', ['TBD']],
  ['When?', 'It depends.', ['It depends']],
  ['When?', 'It depends on the weather: after three dry days.', []],
  ['When?', 'We do not know yet. Ana asks the mill by May and tells us in June.', []],
  ['When?', 'We are looking into it.', ['We are looking into it']],
])('N9: “%s” – “%s” evades with %j', (question, answer, quotes) => {
  expect(said(faqEvasive, question, answer)).toEqual(quotes)
})

test.each([
  ['Will the training be accessible to all who need it?', 'Yes', ['Yes']],
  ['How long does the training take?', '2-3 hours', []],
  ['Can you win in multiple categories?', 'No, you can only win one prize.', []],
  ['What happens when the machine fails at night?', 'We are confident.', ['We are confident.']],
  ['Where can I find the principles?', 'At https://principles.example', []],
  ['Why?', 'Because the mill is closed.', []],
])('N9: “%s” – “%s” is shorter than its question: %j', (question, answer, quotes) => {
  expect(said(faqShort, question, answer)).toEqual(quotes)
})

const asked = (...questions: string[]) =>
  doc(
    part(
      'i',
      'internal-faq',
      ...questions.map((question, n) => faqEntry(`e${n}`, question, paragraph(`a${n}`, 'Because.'))),
    ),
  )
const absent = (...questions: string[]) =>
  hitsOf(hardQuestionsAbsent, asked(...questions)).map(({ about }) => about)

test('N9: the hard questions that an internal FAQ leaves out, the most telling first', () => {
  expect(absent('What do we ask of this meeting?')).toEqual([
    'failure',
    'today',
    'market',
    'economics',
    'dependencies',
    'door',
    'not-doing',
  ])
})

test.each([
  ['What are the three likeliest reasons for failure?', 'failure'],
  ['What do you consider the major risks to be?', 'failure'],
  ['What do people use today, and why would they change?', 'today'],
  ['How are we different from our competitors?', 'today'],
  ['How big is the market?', 'market'],
  ['Who is the customer, and how many are there?', 'market'],
  ['What does one claim cost and save?', 'economics'],
  ['When do we break even?', 'economics'],
  ['Whom do we depend on?', 'dependencies'],
  ['Which partners have to agree?', 'dependencies'],
  ['Is this a one-way door?', 'door'],
  ['Can this decision be reversed if it does not work?', 'door'],
  ['What are we not doing?', 'not-doing'],
  ['What is out of scope?', 'not-doing'],
])('N9: “%s” asks %s', (question, about) => {
  expect(absent(question)).not.toContain(about)
})

test('N9: where there is no internal FAQ its absence is the finding, and not each of its questions', () => {
  expect(
    hitsOf(
      hardQuestionsAbsent,
      doc(part('x', 'external-faq', faqEntry('e', 'Price?', paragraph('a', 'Nine.')))),
    ),
  ).toEqual([])
})

test.each([
  ['How big is the market?', 'It is very large.', 1],
  ['How big is the market?', '4,340 claims a year × $1,640.', 0],
  ['What does it cost?', 'Nothing.', 0],
])('N9: “%s” – “%s” shows its arithmetic: %i findings', (question, answer, count) => {
  expect(said(marketArithmetic, question, answer)).toHaveLength(count)
})
