import { countWords } from '../../words.ts'
import { act } from '../finding.ts'
import type { BlockRule } from '../rule.ts'

/** N9: a headline that needs a second breath says that the idea is not clear yet. */
export const headlineLong: BlockRule = {
  id: 'headline-long',
  severity: 'consider',
  isOfWords: false,
  reads: 'block',
  find({ id, part, type, text }, { headlineWords }) {
    const [line = ''] = text.split('\n')
    const words = countWords(line)
    if (part !== 'headline' || type !== 'heading' || words <= headlineWords) return []
    return [
      {
        block: id,
        from: 0,
        to: line.length,
        message: `The headline has ${words} words, and a customer reads it in one glance or not at all.`,
        repair: act(
          `Keep the name and the one thing the customer can now do: ${headlineWords} words at most.`,
        ),
      },
    ]
  },
}
