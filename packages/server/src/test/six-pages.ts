import { guideDocument } from '@foreword/document/guide'
import { documentToMarkdown } from '@foreword/document/markdown-out'

/** The guide with as many more questions as make its core six pages on either paper; an appendix follows. */
export function sixPageGuide(): string {
  let count = 0
  const guide = documentToMarkdown(guideDocument(() => `b${++count}`))
  const more = Array.from({ length: MORE_QUESTIONS }, (_, n) => question(n + 1))
  return guide.replace(/(\n## Internal FAQ\n)/i, `$1\n${more.join('\n')}`)
}

const MORE_QUESTIONS = 15

const question = (number: number) => `<!-- foreword:question -->

### What did harbour ${number} ask for first?

A berth in the morning, with its price beside it. They pay for the hour they lie there and for nothing else, and they
want to know of it before they have left the last one. Nobody there has asked for a season’s contract, which is what the
harbours near it sell.
`
