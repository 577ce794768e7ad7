import { expect, test } from 'vitest'
import { wordsByPart } from './contents.ts'
import { documentFromMarkdown } from './markdown-in.ts'
import { countingIds } from './testing.ts'

test('N10: the words of a document are counted part by part, in the order of the parts', () => {
  const read = documentFromMarkdown(
    '# Oysters by text\n\nFarmers know at five.\n\n# FAQ\n\n## Who pays?\n\nThe co-op does.',
    countingIds(),
  )
  if (!read.ok) throw new Error(read.refusal)
  const counted = wordsByPart(read.value)
  expect(counted[0]).toEqual({ part: 'headline', words: 3 })
  expect(counted.reduce((sum, { words }) => sum + words, 0)).toBe(13)
})
