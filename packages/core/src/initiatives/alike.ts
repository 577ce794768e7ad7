/** More would tell no more, and cost. */
const MOST_WORDS = 12

/**
 * The words of a headline by which another is known to be about the same: the long ones, for the short ones of most
 * languages stand in every headline; the shorter too where there are not two of them.
 */
export function tellingWords(title: string): string[] {
  const words = [...new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])]
  const atLeast = (letters: number) => words.filter((word) => word.length >= letters || !isLatin(word))
  const long = atLeast(4)
  return (long.length > 1 ? long : atLeast(3)).slice(0, MOST_WORDS)
}

const isLatin = (word: string) => /^[\p{Script=Latin}\p{N}]+$/u.test(word)

/** What a word and its other forms begin with, as far as one can know without the language: *oyste* of *oysters*. */
export const beginningOf = (word: string) => word.slice(0, Math.max(4, word.length - 2))
