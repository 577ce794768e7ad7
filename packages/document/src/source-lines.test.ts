import { expect, test } from 'vitest'
import { textBlocks } from './blocks.ts'
import { documentFromMarkdown } from './markdown-in.ts'
import { linesInSource } from './source-lines.ts'
import { countingIds } from './testing.ts'

const source = `---
owner: Ana
---

# Wren opens a **shop**

OSLO, 3 May 2031: Wren today opens [a shop](https://wren.example/the/shop/in/oslo) in the
harbour. The shop sells the \`wren-kit\`.

- the first thing
- the **sec**ond thing

## FAQ

**Q: What does the shop cost?**
A: The rent, and the light.
`

const read = documentFromMarkdown(source, countingIds())
if (!read.ok) throw new Error(read.refusal)
const document = read.value
const lineOf = linesInSource(document, source)
const where = (words: string) => {
  const block = textBlocks(document).find(({ text }) => text.includes(words))
  return block && lineOf(block.id, block.text.indexOf(words))
}

test.each([
  ['Wren opens a shop', 5],
  ['OSLO', 7],
  ['in the harbour', 7],
  ['harbour', 8],
  ['wren-kit', 8],
  ['first thing', 10],
  ['second thing', 11],
  ['FAQ', 13],
  ['What does the shop cost', 15],
  ['The rent', 16],
])('ARCHITECTURE 10: “%s” stands on line %i of its file', (words, line) => {
  expect(where(words)).toBe(line)
})
