/** People in Word are nobody we know: a stamp carries the name that they gave themselves there. */
const IN_WORD = 'word:'

export const byInWord = (author: string) => `${IN_WORD}${author}`

/** The name in Word of whoever proposes; null for a person of the workspace. */
export function authorInWord(by: string): string | null {
  return by.startsWith(IN_WORD) ? by.slice(IN_WORD.length) : null
}
