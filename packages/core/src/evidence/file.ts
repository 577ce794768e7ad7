import * as z from 'zod'
import { evidenceFileId } from '../ids.ts'
import { byline } from '../people/person.ts'
import { pictureTypes, sha256 } from '../pictures.ts'
import { moment } from '../time.ts'

export const LARGEST_EVIDENCE_FILE_BYTES = 20 * 1024 * 1024
/** To one piece. */
export const MOST_EVIDENCE_FILES = 10

/** A file of a piece of evidence (W6): where it comes from is who added it, when, and what its bytes come to. */
export const evidenceFile = z.object({
  id: evidenceFileId,
  /** As whoever added it called it. */
  name: z.string(),
  byteLength: z.int(),
  sha256,
  /** Said by its bytes: what a page may show. Null for any other file, which is only ever saved. */
  picture: z.enum(pictureTypes).nullable(),
  addedAt: moment,
  by: byline,
})
export type EvidenceFile = z.infer<typeof evidenceFile>

/** A name without what a system forbids or hides in one; never empty. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // control characters, and those that turn the direction of writing round so that an ending looks like another
  const plain = last.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '').trim()
  if (plain === '' || /^\.+$/.test(plain)) return 'file'
  if (plain.length <= MOST_NAME) return plain
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? ''
  return plain.slice(0, MOST_NAME - ending.length) + ending
}
const MOST_NAME = 200
