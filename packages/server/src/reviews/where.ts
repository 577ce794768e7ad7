import type { DraftSelection, KeptPassage } from '@foreword/core/reviews/anchor'
import { type Found, find, passageIn, type Searched, searched } from '@foreword/document/ladder'
import { positionOf } from '@foreword/document/yjs-positions'
import type * as Y from 'yjs'
import { newId } from '../db/ids.ts'
import type { Sheet } from './sheets.ts'
import type { StoredComment } from './store.ts'

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

/** Words chosen in a draft to put a comment beside; null when they do not stand there, or not in one place only. */
export function selectedIn(draft: OpenDraft, sent: DraftSelection): KeptPassage | null {
  const kept = keepable(draft, sent)
  if (kept.characters.length > 0) return kept
  // the browser may be a few letters ahead of what has reached us
  const { at, state } = find(draft, { ...sent, characters: [] })
  if (at === null || state === 'edited') return null
  const found = keepable(draft, { ...sent, ...at, start: null, end: null })
  return found.characters.length > 0 ? found : null
}

/** Where a comment stands in a text: where it was last put by hand, else where it was made. */
export function standsIn(
  now: Searched,
  { on, putBack }: Pick<StoredComment, 'on' | 'putBack'>,
  made: Sheet | null,
): Found {
  for (const { passage } of putBack.toReversed()) {
    const found = find(now, passage)
    if (found.at) return found
  }
  if (on === null) return lost
  if (on.on === 'draft') return find(now, on)
  const passage = made && passageIn(made, on)
  return passage ? find(now, passage, made.texts.get(on.blockId) ?? null) : lost
}

const lost: Found = { at: null, state: 'detached', method: 'none', confidence: 0 }

/** Both ends of a place as positions that every edit of the draft moves along. */
export function endsIn({ doc }: OpenDraft, at: Found['at']): { start: string | null; end: string | null } {
  if (at === null) return { start: null, end: null }
  const { blockId, from, to } = at
  return {
    start: positionOf(doc, { blockId, offset: from }, 'after'),
    end: positionOf(doc, { blockId, offset: to }, 'before'),
  }
}
