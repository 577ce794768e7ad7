import { expect, test } from 'vitest'
import { doc, faqEntry, heading, paragraph, part } from '../../testing.ts'
import { hitsOf } from '../checks.fixture.ts'
import { numberWithoutSource } from './number-without-source.ts'
import { problemNamesSolution } from './problem-names-solution.ts'
import { hasNumber, problemNumber } from './problem-number.ts'

const about = (problem: string, answer = '') =>
  doc(
    part('h', 'headline', heading('h1', 'Larkspur Mutual launches Dry Tonight for flooded homes', 1)),
    part('s', 'summary', paragraph('s1', 'Larkspur today opens Dry Tonight in three counties.')),
    part('p', 'problem', paragraph('p1', problem)),
    part('i', 'internal-faq', faqEntry('i1', 'How many?', paragraph('i2', answer))),
  )
const quoted = (rule: Parameters<typeof hitsOf>[0], problem: string, answer?: string) =>
  hitsOf(rule, about(problem, answer)).map(({ from, to, severity }) => [problem.slice(from, to), severity])

test.each([
  ['A family waits nine days for a machine.', []],
  ['Without Dry Tonight a family waits.', [['Dry Tonight', undefined]]],
  ['Families have no app to report it.', [['have no app', 'consider']]],
  ['There are no toolkits for this.', [['There are no toolkits', 'consider']]],
  ['They lack the time to call.', []],
  ['Larkspur Mutual pays for mould.', []],
])('N9: the problem “%s” speaks of the answer: %j', (problem, found) => {
  expect(quoted(problemNamesSolution, problem)).toEqual(found)
})

test.each([
  ['A family waits nine days.', true],
  ['One of the key steps is hard.', false],
  ['It costs half a day.', true],
  ['It began in 2019.', false],
  ['34 of every 100 claims', true],
  ['In 2019 it was 40 percent.', true],
  ['Most people are unhappy.', false],
])('N9, W2: “%s” has a quantity: %s', (text, has) => {
  expect(hasNumber(text)).toBe(has)
})

test('N9, W2: a problem without a number is a finding on all of it, once', () => {
  expect(quoted(problemNumber, 'Families wait.')).toEqual([['Families wait.', undefined]])
  expect(quoted(problemNumber, 'Families wait nine days.')).toEqual([])
  expect(quoted(problemNumber, '')).toEqual([])
})

test.each([
  ['They waste 12 hours a week.', '', ['12 hours']],
  ['They waste 12 hours a week, as our survey of 40 wards found.', '', []],
  ['They waste 12 hours a week.', 'We talked with 31 families.', []],
  ['They waste time.', '', []],
])('N9: the number in “%s” with the answer “%s”: %j', (problem, answer, quotes) => {
  expect(quoted(numberWithoutSource, problem, answer).map(([quote]) => quote)).toEqual(quotes)
})
