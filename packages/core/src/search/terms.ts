/** A word that is looked for; one that is still being typed stands for all that begin with it. */
export interface Term {
  word: string
  isBeginning: boolean
}

/** Whether the last word may go on: it was not closed by a space or a quote, and is not one to be left out. */
export function endsInBeginning(text: string): boolean {
  const last = /[^\s"]*$/.exec(text)?.[0] ?? ''
  const isOpenQuote = (text.split('"').length - 1) % 2 === 1
  return !isOpenQuote && !last.startsWith('-') && /[\p{L}\p{N}]{2}$/u.test(last)
}

/** The words of a query as the database writes it: `'oyster' & !'crab' & 'sol':*`. Those to be left out are none of them. */
export function termsOf(query: string): Term[] {
  return [...query.matchAll(/(!?)'((?:[^']|'')+)'(:\*)?/g)].flatMap(([, not, word = '', beginning]) =>
    not ? [] : { word: word.replaceAll("''", "'"), isBeginning: beginning !== undefined },
  )
}
