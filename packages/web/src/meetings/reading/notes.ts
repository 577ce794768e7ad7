import type { EditionId } from '@foreword/core/ids'
import { api } from '../../api.ts'

/** One's own notes on an edition; there is no way to ask for anybody else's (R5). */
export const notesQuery = (editionId: EditionId) =>
  api.reviews.listOwnNotes.queryOptions({ input: { editionId } })
