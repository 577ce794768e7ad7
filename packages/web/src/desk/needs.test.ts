import { expect, test } from 'vitest'
import { greeting, needsSentence } from './needs.ts'

const need = (count: number, one: string, many: string) => ({ needs: { count, one, many } })

test.each([
  [[], 'Nothing waits for you today.'],
  [[need(0, 'meeting', 'meetings')], 'Nothing waits for you today.'],
  [[need(1, 'meeting', 'meetings')], 'One meeting needs you today.'],
  [[need(2, 'question', 'questions')], 'Two questions need you today.'],
  [
    [need(1, 'meeting', 'meetings'), need(2, 'question', 'questions'), need(1, 'decision', 'decisions')],
    'One meeting, two questions and one decision need you today.',
  ],
  [[need(31, 'question', 'questions')], '31 questions need you today.'],
])('Q3: the desk says in a sentence what needs me now (%#)', (parts, sentence) => {
  expect(needsSentence(parts)).toBe(sentence)
})

test.each([
  [3, 'Good night'],
  [9, 'Good morning'],
  [13, 'Good afternoon'],
  [21, 'Good evening'],
])('at %i o’clock the desk says %s', (hour, words) => {
  expect(greeting(new Date(2027, 2, 1, hour))).toBe(words)
})
