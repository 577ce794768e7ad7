/** Inks that can be told apart, each with a contrast of at least 4.5 on the paper, light and dark. */
const inks = ['#a8551f', '#8a6d1a', '#4f7a2a', '#23796f', '#2f6f9f', '#6a5fc0', '#a04f95', '#b3475b'] as const

/** The same person has the same caret everywhere. */
export function caretColour(personId: string): string {
  // the end of an id is its random part
  return inks[Number.parseInt(personId.slice(-6), 16) % inks.length] ?? inks[0]
}
