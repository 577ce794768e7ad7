import { defaultKinds } from '@foreword/core/narratives/kinds'
import { expect, test } from 'vitest'
import { guideDocument } from '../guide.ts'
import { countingIds, doc, faqEntry, heading, paragraph, part } from '../testing.ts'
import { createChecker, presented } from './check.ts'
import { basis } from './checks.fixture.ts'
import { kindOf } from './kind.ts'

const [first, ...others] = defaultKinds
if (!first) throw new Error('there are no kinds')
const kinds = [first, ...others] as const

// a press release alone may be a PR/FAQ whose questions are missing, which is worth saying
test.each(defaultKinds.filter(({ id }) => id !== 'press-release').map(({ id }) => id))(
  'N1: the example of %s is taken for one',
  (id) => {
    expect(kindOf(guideDocument(countingIds(), id), kinds).id).toBe(id)
  },
)

test('N1: a press release without questions is taken for a PR/FAQ that lacks them', () => {
  const title = part('h', 'headline', heading('h1', 'Wren opens', 1))
  expect(kindOf(doc(title, part('s', 'summary', paragraph('s1', 'It opens.'))), kinds).id).toBe('pr-faq')
  const asked = part('x', 'external-faq', faqEntry('e', 'Why?', paragraph('a', 'Because.')))
  expect(kindOf(doc(title, asked), kinds).id).toBe('faq')
})

const { check } = createChecker()

test.each(defaultKinds.map((kind) => [kind.id, kind] as const))(
  'N9, W11: in the example of %s nothing must be fixed and hardly anything is worth a thought',
  (id, kind) => {
    const settings = basis().settings
    const found = presented(check(guideDocument(countingIds(), id), basis({ kind })), settings)
    expect(found.filter(({ severity }) => severity === 'must-fix')).toEqual([])
    expect(found.length).toBeLessThanOrEqual(4)
  },
)
