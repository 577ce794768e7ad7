import { defaultKinds } from '@foreword/core/narratives/kinds'
import { expect, test } from 'vitest'
import { sayBrought } from './sayBrought.ts'

const labelOf = (part: string) => defaultKinds[0]?.parts.find(({ id }) => id === part)?.label ?? part

test.each([
  [{ headline: 7, problem: 30 }, 'All 37 words came in and stand in Headline and Problem.'],
  [
    { headline: 7, subheading: 9, dateline: 4, summary: 60, other: 1200, 'internal-faq': 300 },
    'All 1,580 words came in: 380 stand in 5 parts, from Headline to Internal FAQ, and 1,200 under headings of their own.',
  ],
  [{ other: 12 }, 'All 12 words came in and stand under headings of their own.'],
])('N10: what came with a document is said in a line: %j', (words: Record<string, number>, line) => {
  const brought = Object.entries(words).map(([part, count]) => ({ part, words: count }))
  expect(sayBrought(brought, labelOf)).toBe(line)
})
