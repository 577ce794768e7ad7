import { expect, test } from 'vitest'
import { doc, paragraph, part } from '../../testing.ts'
import { foundIn, hitsOf, quotesIn } from '../checks.fixture.ts'
import { acronyms } from './acronyms.ts'

test.each([
  ['The ATS keeps them.', ['ATS']],
  ['The Applicant Tracking System (ATS) keeps them, and the ATS is old.', []],
  ['The ATS (applicant tracking system) keeps them.', []],
  ['The Applicant Tracking System keeps them. The ATS is old.', []],
  ['The CEO reads the FAQ as a PDF.', []],
  ['ACME Corp and WREN Ltd agree.', []],
  ['At COP27 it rained.', []],
  ['THIS IS A WHOLE LINE IN CAPITALS', []],
  ['Set `x`, see https://ABC.example/DEF', []],
  ['“The QRS is fine,” she said.', []],
])('N9: unexplained abbreviations in “%s”: %j', (text, quotes) => {
  expect(quotesIn(acronyms, text)).toEqual(quotes)
})

test('N9: it is said once, where it first stands, and what a company knows it may say', () => {
  const document = doc(
    part('p', 'solution', paragraph('a', 'The ATS is old.'), paragraph('b', 'The ATS is slow.')),
  )
  expect(hitsOf(acronyms, document)).toMatchObject([{ block: 'a', from: 4, to: 7, about: 'ATS' }])
  expect(quotesIn(acronyms, 'The ATS is old.', { settings: { knownAcronyms: ['ats'] } })).toEqual([])
  expect(foundIn(acronyms, 'The ATS is old.')).toEqual([['ATS', 'Write: [ATS in full] (ATS)']])
})
