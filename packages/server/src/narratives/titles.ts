import { asAccepted } from '@foreword/document/suggestions/resolve'
import { documentFromYDoc } from '@foreword/document/yjs'
import type { Database } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import type { Collab } from '../live/collab.ts'
import { headlineOf } from './drafts.ts'
import { kindOfNarrative } from './kinds-store.ts'
import * as store from './store.ts'

/** Keeps the title that lists read the same as the headline in the draft. */
export function followTitles({ db, collab }: { db: Database; collab: Pick<Collab, 'lookAt'> }) {
  return async (narrativeId: string): Promise<void> => {
    const kind = await kindOfNarrative(db, narrativeId)
    const title = await collab.lookAt(narrativeId, (doc) =>
      headlineOf(asAccepted(documentFromYDoc(doc, newId)), kind),
    )
    await store.followTitle(db, narrativeId, title)
  }
}
