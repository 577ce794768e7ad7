import type { PersonId } from '../ids.ts'

/**
 * A person mentioned in a comment stands in its text by id, `<@0198…>`, so that a changed name changes nothing in it.
 * Whoever shows the text puts the name there.
 */
const TOKEN = /<@([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})>/g

/** More would be a circular, and a draft can be shared for that. */
export const MOST_MENTIONED = 20

export type Piece = string | { mentioned: PersonId }

export const mention = (id: string) => `<@${id}>`

/** A text as words and people, in order; no two strings stand beside each other, and none is empty. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of text.matchAll(TOKEN)) {
    if (found.index > at) pieces.push(text.slice(at, found.index))
    // the pattern is that of an id; whether it is somebody's is the server's to say
    pieces.push({ mentioned: found[1] as PersonId })
    at = found.index + found[0].length
  }
  if (at < text.length) pieces.push(text.slice(at))
  return pieces
}

/** Everybody mentioned, once each, in the order of their first mention. */
export function mentionedIn(text: string): PersonId[] {
  return [...new Set(piecesOf(text).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.mentioned])))]
}

/** The text as it is read: `@Omar, how many?`. Somebody whose name is not known is `@somebody`. */
export function withNames(text: string, names: ReadonlyMap<string, string>): string {
  return piecesOf(text)
    .map((piece) => (typeof piece === 'string' ? piece : `@${names.get(piece.mentioned) ?? 'somebody'}`))
    .join('')
}
