import { mergedWords } from '@foreword/document/merge-words'

interface Step {
  before: string
  after: string
  at: number
}

/** What is typed within so long is taken back at once. */
const TOGETHER_MS = 1_000
const MOST = 200

/**
 * What one person typed into one text, to be taken back and brought again, while others write in it too. The browser's
 * own would forget all of it when words of others come in, or take theirs back as well: a step here is undone in the
 * text as it stands, and one whose words somebody else rewrote meanwhile is no longer there to be undone.
 */
export function createTakeBack() {
  let done: Step[] = []
  let undone: Step[] = []

  /** The text without the newest step of `from` that can still be told in it; null when there is none. */
  function move(text: string, from: Step[], to: Step[], way: (step: Step) => [was: string, becomes: string]) {
    for (let step = from.pop(); step; step = from.pop()) {
      const [was, becomes] = way(step)
      const made = mergedWords(was, becomes, text)
      if (made === null || made === text) continue
      to.push(step)
      return made
    }
    return null
  }

  return {
    typed(before: string, after: string, at: number) {
      const last = done.at(-1)
      const isOne = last && undone.length === 0 && at - last.at < TOGETHER_MS
      // words of others that came between two strokes were there before the first, as far as this step goes
      const began = isOne ? mergedWords(last.after, last.before, before) : null
      if (began === null) done = [...done.slice(1 - MOST), { before, after, at }]
      else done[done.length - 1] = { before: began, after, at }
      undone = []
    },
    /** The caret went elsewhere: what is typed there is a step of its own. */
    pause() {
      const last = done.at(-1)
      if (last) last.at = Number.NEGATIVE_INFINITY
    },
    back: (text: string) => move(text, done, undone, ({ before, after }) => [after, before]),
    again: (text: string) => move(text, undone, done, ({ before, after }) => [before, after]),
  }
}
