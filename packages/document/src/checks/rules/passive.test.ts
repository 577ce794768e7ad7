import { expect, test } from 'vitest'
import { doc, paragraph, part } from '../../testing.ts'
import { basis, hitsOf } from '../checks.fixture.ts'
import { isPassive, passiveShare } from './passive.ts'

test.each([
  ['The form is signed by the clerk.', true],
  ['Mistakes were made.', true],
  ['It has already been sent.', true],
  ['The clerk signs the form.', false],
  ['We are based in Riga.', false],
  ['They are interested in it.', false],
  ['It is red.', false],
])('N9: “%s” is in the passive: %s', (sentence, is) => {
  expect(isPassive(sentence)).toBe(is)
})

const active = Array.from({ length: 9 }, () => 'The clerk signs the form.').join(' ')
const passive = Array.from({ length: 5 }, () => 'The form is signed again.').join(' ')
const text = doc(part('p', 'solution', paragraph('a', active), paragraph('b', passive)))

test('N9: the share of passive sentences is one finding, at a sentence that shows it', () => {
  expect(hitsOf(passiveShare, text)).toMatchObject([{ block: 'b', from: 0, to: 25, about: 'passive' }])
  const settings = { ...basis().settings, passivePercent: 40 }
  expect(hitsOf(passiveShare, text, { settings })).toEqual([])
})

test('N9: of a few sentences a share says nothing', () => {
  expect(hitsOf(passiveShare, doc(part('p', 'solution', paragraph('b', passive))))).toEqual([])
})
