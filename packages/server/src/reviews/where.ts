import type { DraftSelection, KeptPassage } from '@foreword/core/reviews/anchor'
import { type Found, find, passageIn, type Searched, searched } from '@foreword/document/ladder'
import { positionOf } from '@foreword/document/yjs-positions'
import type * as Y from 'yjs'
import { newId } from '../db/ids.ts'

/** A draft to look for passages in. */
export interface OpenDraft extends Searched {
  doc: Y.Doc
}

export function openDraft(doc: Y.Doc): OpenDraft {
  return { doc, ...searched(doc, newId) }
}

/**
 * The passage as it will be kept: widened to whole characters, with what stands around it, which characters it is, and
 * its Yjs positions where the sender had none. Words that left the draft while the comment was written are kept as they
 * were sent.
 */
export function keepable(draft: OpenDraft, sent: DraftSelection): KeptPassage {
  const { blockId, from, to, quote } = sent
  const text = draft.blocks.find((block) => block.id === blockId)?.text
  const here = text?.slice(from, to) === quote ? passageIn(draft, { blockId, from, to }) : null
  if (!here) return { ...sent, characters: [] }
  return {
    ...here,
    start: sent.start ?? positionOf(draft.doc, { blockId, offset: here.from }, 'after'),
    end: sent.end ?? positionOf(draft.doc, { blockId, offset: here.to }, 'before'),
  }
}

/** Where a passage selected in a draft stands in it now (F2). */
export function whereNow(draft: Searched, passage: KeptPassage): Found {
  return find(draft, passage)
}
