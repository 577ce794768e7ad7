import { schema } from '@foreword/document/schema'
import { doc, footnote, noted, paragraph, part } from '@foreword/document/testing'
import { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { matchesIn, type Sought } from './find.ts'

const draft = Node.fromJSON(
  schema,
  doc(
    part(
      'p',
      'summary',
      paragraph('a', 'The tide. A Tide-table costs $1 (one euro), İstanbul too; Tidewatch\u00a0AG.'),
      noted('b', 'High ti', footnote('n', 'the tide again'), 'de'),
    ),
  ),
)

/** The words that are found, as they stand in the draft. */
function found(words: string, how: Partial<Sought> = {}): string[] {
  return matchesIn(draft, { words, byCase: false, wholeWords: false, ...how }).map(({ from, to }) =>
    draft.textBetween(from, to),
  )
}

describe('finding words', () => {
  test('in any case unless told otherwise, in footnotes too, and never across one', () => {
    expect(found('tide')).toEqual(['tide', 'Tide', 'Tide', 'tide'])
    expect(found('Tide', { byCase: true })).toEqual(['Tide', 'Tide'])
    expect(found('stanbul too')).toEqual(['stanbul too'])
  })

  test('whole words end where letters and figures end', () => {
    expect(found('tide', { wholeWords: true })).toEqual(['tide', 'Tide', 'tide'])
    expect(found('on', { wholeWords: true })).toEqual([])
  })

  test('what is typed is words and no pattern; any space is a space', () => {
    expect(found('$1 (one')).toEqual(['$1 (one'])
    expect(found('.')).toEqual(['.', '.'])
    expect(found('tide-')).toEqual(['Tide-'])
    expect(found('tidewatch ag')).toEqual(['Tidewatch\u00a0AG'])
    expect(found('')).toEqual([])
  })
})
