import { expect, test } from 'vitest'
import { sayChange } from './say-suggestion.ts'

test.each([
  [
    { kind: 'inserted', text: 'quay' },
    { kind: 'ins', words: 'quay' },
  ],
  [
    { kind: 'inserted', text: '\nA thought' },
    { kind: 'ins', words: '¶ A thought' },
  ],
  [
    { kind: 'inserted', text: '\n' },
    { kind: 'says', words: 'A new paragraph' },
  ],
  [
    { kind: 'deleted', text: '\n' },
    { kind: 'says', words: 'Joined with what stands before it' },
  ],
  [
    { kind: 'restyled', text: 'now', was: [], now: ['strong'] },
    { kind: 'says', words: '“now” in bold' },
  ],
  [
    { kind: 'block-moved', block: 'e', type: 'faqEntry', text: 'Why?\nBecause.' },
    { kind: 'says', words: 'A question with its answer moved: “Why? ¶ Because.”' },
  ],
  [
    {
      kind: 'block-changed',
      text: 'More',
      was: { type: 'paragraph', attrs: {} },
      now: { type: 'heading', attrs: { level: 2 } },
    },
    { kind: 'says', words: 'A heading of level 2 instead of a paragraph' },
  ],
] as const)('a proposal is said in words, not in colours alone: %o', (change, said) => {
  expect(sayChange(change as Parameters<typeof sayChange>[0])).toEqual(said)
})
