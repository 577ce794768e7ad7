import { createHash } from 'node:crypto'
import { textBlocks } from '@foreword/document/blocks'
import { canonicalBytes } from '@foreword/document/canonical'
import { type Comparison, compare } from '@foreword/document/diff'
import type { Passage } from '@foreword/document/docx/passages-in'
import type { Tracking } from '@foreword/document/docx-in'
import type { DocumentJson } from '@foreword/document/json'
import { authorInWord } from '@foreword/document/suggestions/in-word'
import { type Suggestion, suggestionsOf } from '@foreword/document/suggestions/list'
import { asAccepted } from '@foreword/document/suggestions/resolve'
import { adopted, sameAsIn } from '@foreword/document/word/adopt'
import { type Clash, type Merged, merged } from '@foreword/document/word/merge'
import { proposedOnReturn } from '@foreword/document/word/tracked-file'
import { newId } from '../db/ids.ts'
import type { FileSays } from '../narratives/read-file.ts'

/** A Word file held against the draft it comes back to. */
export interface Returned {
  origin: 'this-draft' | 'another-document' | 'unknown'
  /** What the file says, with the draft's ids and what was tracked in it as suggestions. */
  theirs: DocumentJson
  /** The draft with the file's changes. */
  document: DocumentJson
  comparison: Comparison
  clashes: Clash[]
  notMatched: number
  /** Tracked changes of the file, as the draft has them open then. */
  suggestions: Suggestion[]
  /** Where the file's comments stand in `theirs`, when that is not what the file alone says. */
  passages: Map<string, Passage> | null
  /** From the file's own block ids to the draft's. */
  ids: Map<string, string>
}

/**
 * A file of ours says what it was a copy of: then only what was changed in Word comes in, and what was written in the
 * draft meanwhile stays. Any other file is held against the draft as it is.
 */
export function returned(file: FileSays, draft: DocumentJson, narrativeId: string, now: Date): Returned {
  const isOurs = file.origin?.narrative === narrativeId
  const base = file.origin && isOurs ? file.origin.document : asAccepted(draft)
  const { document: read, notMatched, ids: own } = adopted(file.document, base, file.isMarked)
  const { document: theirs, ids: twice } = sameAsIn(draft, read, base)
  const ids = inTurn(own, twice)
  const forward = merged(base, draft, theirs, newId)
  const proposals = file.tracked
    ? withProposals({ ...file, tracked: file.tracked }, { draft, theirs, ids, now }, forward)
    : { theirs, ...forward, suggestions: [], passages: null }
  const origin = file.origin ? (isOurs ? 'this-draft' : 'another-document') : 'unknown'
  return {
    origin,
    ...proposals,
    comparison: compare(asAccepted(draft), asAccepted(forward.document)),
    notMatched,
    ids,
  }
}

/** What was tracked in the file comes on top of what it changed, as open suggestions. */
function withProposals(
  file: FileSays & { tracked: Tracking },
  {
    draft,
    theirs,
    ids,
    now,
  }: { draft: DocumentJson; theirs: DocumentJson; ids: Map<string, string>; now: Date },
  forward: Merged,
): Pick<Returned, 'theirs' | 'document' | 'clashes' | 'suggestions' | 'passages'> {
  const found = proposedOnReturn(file, theirs, ids, now.toISOString())
  const { document: proposal } = sameAsIn(draft, found.document, theirs)
  const { document, clashes } = merged(theirs, forward.document, proposal, newId)
  const known = new Set(suggestionsOf(draft).map(({ id }) => id))
  const texts = new Map(textBlocks(asAccepted(proposal)).map(({ id, text }) => [id, text]))
  const here = new Map(textBlocks(asAccepted(document)).map(({ id, text }) => [id, text]))
  // what was accepted here already has nothing more to propose
  const open = clashes
    .map((clash) => ({ ...clash, theirs: texts.get(clash.block) ?? clash.theirs }))
    .filter(({ block, theirs: proposes }) => here.get(block) !== proposes)
  const blocks = new Set(open.map(({ block }) => block))
  return {
    theirs: proposal,
    document,
    clashes: [...forward.clashes.filter(({ block }) => !blocks.has(block)), ...open],
    suggestions: suggestionsOf(document).filter(({ id, by }) => authorInWord(by) !== null && !known.has(id)),
    passages: found.passages,
  }
}

/** From where the first leads from to where the second leads to. */
function inTurn(
  first: ReadonlyMap<string, string>,
  second: ReadonlyMap<string, string>,
): Map<string, string> {
  const through = Array.from(first, ([from, to]) => [from, second.get(to) ?? to] as const)
  return new Map([...second, ...through])
}

/** Names a draft's content, so that an act can say which one it was decided on. */
export function hashOf(document: DocumentJson): string {
  return createHash('sha256').update(canonicalBytes(document)).digest('hex')
}
