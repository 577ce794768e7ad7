import { expect, test } from 'vitest'
import { doc, paragraph, part } from '../testing.ts'
import { assumptionsIn } from './assumptions.ts'

test.each([
  ['The gauge comes from one maker [we have not yet asked a second].', ['we have not yet asked a second']],
  ['It costs [TBD] dollars and takes [nine] days.', ['TBD', 'nine']],
  ['As shown [1] and [^note], see [the page](https://example.com).', []],
  ['[x] done, [ ] not done, [sic]', []],
  ['[open', []],
])('W8: open assumptions in “%s”: %j', (text, found) => {
  expect(assumptionsIn(doc(part('p', 'problem', paragraph('b', text)))).map((each) => each.text)).toEqual(
    found,
  )
})

test('W8: an assumption is anchored with its brackets', () => {
  const [found] = assumptionsIn(doc(part('p', 'problem', paragraph('b', 'It takes [nine] days.'))))
  expect(found).toEqual({ part: 'problem', at: { block: 'b', from: 9, to: 15 }, text: 'nine' })
})
