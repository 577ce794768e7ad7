import { ok, type Result, refuse } from '@foreword/core/result'
import type { transferContract } from '@foreword/core/transfer/contract'
import type { WordChange, WordPreview } from '@foreword/core/transfer/word'
import type { BlockChange } from '@foreword/document/diff'
import type { DocumentJson } from '@foreword/document/json'
import { authorInWord } from '@foreword/document/suggestions/in-word'
import type { Change } from '@foreword/document/suggestions/list'
import type { Call } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import type { Collab } from '../live/collab.ts'
import { settledDraft } from '../narratives/drafts.ts'
import type { Importing } from '../narratives/imports.ts'
import { type FileRefusal, type FileSays, isWord, readFile } from '../narratives/read-file.ts'
import * as narratives from '../narratives/store.ts'
import { hashOf, type Returned, returned } from './returned.ts'
import { type FoundComments, foundComments } from './word-comments.ts'

type In = Inputs<typeof transferContract>
type Outside = Omit<Call, 'tx'>

export interface Returning extends Importing {
  collab: Pick<Collab, 'readDraft' | 'editDraft'>
}

/** A Word file, the draft it comes back to, and what it would do there. */
export interface Held {
  file: FileSays
  draft: DocumentJson
  back: Returned
  comments: FoundComments
}

/** Holds the file against the draft as it is on disk. Changes nothing. */
export async function held(
  { narrativeId, file }: Pick<In['previewWord'], 'narrativeId' | 'file'>,
  needs: Returning,
  call: Outside,
): Promise<Result<Held, FileRefusal | 'not-word-file' | 'not-found'>> {
  const narrative = await narratives.one(call.services.db, call.person, narrativeId)
  if (!narrative) return refuse('not-found')
  // any other file has nothing to be told again by
  if (!isWord(file)) return refuse('not-word-file')
  const read = await readFile(file, needs)
  if (!read.ok) return read
  const { document: draft } = await settledDraft(needs.collab, narrativeId)
  const back = returned(read.value, draft, narrativeId, call.now)
  const { initiativeId } = narrative
  const comments = await call.services.db.transaction((tx) =>
    foundComments(read.value.comments, back, { narrativeId, initiativeId }, { ...call, tx }),
  )
  // what an earlier file proposed is not proposed again
  const clashes = back.clashes.filter(({ theirs }) => !comments.proposed.has(theirs))
  return ok({ file: read.value, draft, back: { ...back, clashes }, comments })
}

export const previewWordWith =
  (needs: Returning) =>
  async (
    input: In['previewWord'],
    call: Outside,
  ): Promise<Result<WordPreview, FileRefusal | 'not-word-file' | 'not-found'>> => {
    const found = await held(input, needs, call)
    if (!found.ok) return found
    const { draft, back, comments } = found.value
    return ok({
      draft: hashOf(draft),
      origin: back.origin,
      changes: back.comparison.blocks.flatMap(changeOf),
      wordsAdded: back.comparison.wordsAdded,
      wordsRemoved: back.comparison.wordsRemoved,
      clashes: back.clashes.map(({ draft: ours, theirs }) => ({ draft: ours, word: theirs })),
      suggestions: back.suggestions.map(({ by, changes }) => ({
        author: authorInWord(by) ?? '',
        runs: changes.map(runOf),
      })),
      comments: comments.found.map(({ comment, quote, becomes }) => ({
        author: comment.author,
        text: comment.text,
        quote,
        becomes,
      })),
      commentsKnown: comments.known,
      notMatched: back.notMatched,
    })
  }

function changeOf(change: BlockChange): WordChange[] {
  switch (change.kind) {
    case 'kept':
      return []
    case 'added':
      return [{ kind: 'added', part: change.after.part, runs: [{ kind: 'added', text: change.after.text }] }]
    case 'removed':
      return [
        { kind: 'removed', part: change.before.part, runs: [{ kind: 'removed', text: change.before.text }] },
      ]
    case 'changed':
    case 'moved': {
      const isSaid = change.runs.some(({ kind }) => kind !== 'kept')
      return [{ kind: isSaid ? 'changed' : 'set-otherwise', part: change.after.part, runs: change.runs }]
    }
  }
}

function runOf(change: Change): WordChange['runs'][number] {
  switch (change.kind) {
    case 'inserted':
    case 'block-inserted':
      return { kind: 'added', text: change.text }
    case 'deleted':
    case 'block-deleted':
      return { kind: 'removed', text: change.text }
    case 'restyled':
    case 'block-changed':
    case 'block-moved':
      return { kind: 'kept', text: change.text }
  }
}
