import type { Database } from '../db/database.ts'
import type { Reaction } from '../outbox/events.ts'
import '../evidence/assumptions.ts'
import type { DraftChecker } from './checks.ts'
import { idsOf } from './store.ts'

/** W8: whoever has a draft of the idea open sees at once what in it rests on an assumption that fell. */
export function assumptionReaction({ db, checker }: { db: Database; checker: DraftChecker }): Reaction {
  return async (event) => {
    if (event.type !== 'assumption.changed' && event.type !== 'assumption.listed') return
    for (const narrativeId of await idsOf(db, event)) checker.again(narrativeId)
  }
}
