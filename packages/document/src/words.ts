const hasLetterOrDigit = /[\p{L}\p{N}]/u

/** The words of a text as a reader would count them: what stands between spaces and has a letter or digit. */
export function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => hasLetterOrDigit.test(word))
}

export function countWords(text: string): number {
  return wordsOf(text).length
}
