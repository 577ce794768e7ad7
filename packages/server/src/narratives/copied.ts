import { ok, type Result, refuse } from '@foreword/core/result'
import { withNewIds } from '@foreword/document/ids'
import type { DocumentJson } from '@foreword/document/json'
import { suggestionsOf } from '@foreword/document/suggestions/list'
import { type Verdict, withSuggestions } from '@foreword/document/suggestions/resolve'
import { documentFromYDoc } from '@foreword/document/yjs'
import { newId } from '../db/ids.ts'
import type { Collab } from '../live/collab.ts'
import { type Seed, seedFrom } from './seed.ts'

/**
 * N8: words for a new document with new block ids and a new Yjs history, so that nothing said of the one they come from
 * can find a place in it.
 */
export const copyOf = (document: DocumentJson): Promise<Seed> => seedFrom(withNewIds(document, newId))

/** The words of a draft as they stand; the draft is only looked at. */
export async function copyOfDraft(
  collab: Pick<Collab, 'lookAt'>,
  narrativeId: string,
  suggestions: Verdict | undefined,
): Promise<Result<Seed, 'suggestions-in-copy'>> {
  const open = await collab.lookAt(narrativeId, (doc) => documentFromYDoc(doc, newId))
  const count = suggestionsOf(open).length
  if (count > 0 && suggestions === undefined) return refuse('suggestions-in-copy', { count })
  // with none open, what was said of them changes nothing
  return ok(await copyOf(withSuggestions(open, suggestions ?? 'reject')))
}
