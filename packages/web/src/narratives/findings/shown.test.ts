import type { DraftFinding } from '@foreword/core/narratives/checks'
import { expect, test } from 'vitest'
import { nextShown } from './shown.ts'

const findings = (ids: string): DraftFinding[] =>
  [...ids].map((id) => ({
    id,
    rule: 'weasel-words',
    severity: 'consider',
    part: 'summary',
    at: { blockId: 'b', from: 0, to: 1 },
    quote: 'x',
    message: 'why',
    repair: { kind: 'act', act: 'do' },
  }))

test.each([
  ['', 'abcdefg', 'abcde'],
  // one was dealt with: the next comes
  ['abcde', 'acdefg', 'acdef'],
  // a graver one comes first and waits for a place: none that stands there is pushed away
  ['abcde', 'zabcdefg', 'abcde'],
  ['abcde', 'zabcd', 'zabcd'],
  ['abc', '', ''],
])('N9: “%s” stood there, “%s” is found: “%s” stands there, five at most', (before, found, shown) => {
  expect(
    nextShown(findings(before), findings(found), 5)
      .map(({ id }) => id)
      .join(''),
  ).toBe(shown)
})
