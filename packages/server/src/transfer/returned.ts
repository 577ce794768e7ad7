import { createHash } from 'node:crypto'
import { canonicalBytes } from '@foreword/document/canonical'
import { type Comparison, compare } from '@foreword/document/diff'
import type { DocumentJson } from '@foreword/document/json'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import { adopted, sameAsIn } from '@foreword/document/word/adopt'
import { type Clash, merged } from '@foreword/document/word/merge'
import { newId } from '../db/ids.ts'
import type { FileRead } from '../formats/job.ts'

/** A Word file held against the draft it comes back to. */
export interface Returned {
  origin: 'this-draft' | 'another-document' | 'unknown'
  /** What the file says, with the draft's ids. */
  theirs: DocumentJson
  /** The draft with the file's changes. */
  document: DocumentJson
  comparison: Comparison
  clashes: Clash[]
  notMatched: number
  /** From the file's own block ids to the draft's. */
  ids: Map<string, string>
}

/**
 * A file of ours says what it was a copy of: then only what was changed in Word comes in, and what was written in the
 * draft meanwhile stays. Any other file is held against the draft as it is.
 */
export function returned(file: FileRead, draft: DocumentJson, narrativeId: string): Returned {
  const isOurs = file.origin?.narrative === narrativeId
  const base = file.origin && isOurs ? file.origin.document : asAccepted(draft)
  const { document: read, notMatched, ids } = adopted(file.document, base, file.isMarked)
  const theirs = sameAsIn(draft, read, base)
  const { document, clashes } = merged(base, draft, theirs, newId)
  const origin = file.origin ? (isOurs ? 'this-draft' : 'another-document') : 'unknown'
  return {
    origin,
    theirs,
    document,
    comparison: compare(asAccepted(draft), asAccepted(document)),
    clashes,
    notMatched,
    ids,
  }
}

/** Names a draft's content, so that an act can say which one it was decided on. */
export function hashOf(document: DocumentJson): string {
  return createHash('sha256').update(canonicalBytes(document)).digest('hex')
}
