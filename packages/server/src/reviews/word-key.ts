import { createHash } from 'node:crypto'

/** The same for the same comment of the same person in Word, whichever copy of the file it comes with. */
export function wordKey({ author, at, text }: { author: string; at: string | null; text: string }): string {
  return createHash('sha256')
    .update(JSON.stringify([author, at, text]))
    .digest('hex')
    .slice(0, 32)
}

/** What a comment of ours may hold of one that was written elsewhere. */
export const MOST_CHARACTERS = 8000
