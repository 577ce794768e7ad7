import type { InitiativeNews } from '@foreword/core/initiatives/contract'
import type { Database } from '../db/database.ts'
import { spread } from '../live/channels.ts'
import type { Heard, Reaction } from '../outbox/events.ts'
import * as activity from './activity-store.ts'
import { topicOf } from './timeline.ts'

/** Any noun's event that says something of an idea becomes a line of its timeline, and news to who watches it. */
export function initiativeReactions(db: Database, now: () => Date): Reaction {
  return async (event) => {
    if (!('initiativeId' in event) || !('says' in event)) return
    const { initiativeId, says, reason = '', about, gathers = false } = event
    const line = {
      id: event.id,
      workspaceId: event.workspaceId,
      initiativeId,
      at: event.at,
      actor: event.actor,
      kind: event.type,
      says,
      reason,
      aboutKind: about?.kind ?? null,
      aboutId: about?.id ?? null,
      heardAt: now(),
    }
    await activity.add(db, line, { gathers })
    spread(topicOf(initiativeId), newsOf(event))
  }
}

function newsOf(event: Heard): InitiativeNews {
  if (event.type === 'initiative.answered') {
    return { what: 'answer', question: event.question, version: event.version }
  }
  const own = event.type.startsWith('initiative.') || ('changesPage' in event && event.changesPage)
  return { what: own ? 'initiative' : 'activity', question: null, version: null }
}
