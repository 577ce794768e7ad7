import type { InitiativeId } from '@foreword/core/ids'
import type { Side } from '@foreword/core/initiatives/claims'
import { type Call, tell } from '../http/call.ts'
import type { OnTimeline } from '../initiatives/timeline.ts'

declare module '../outbox/events.ts' {
  interface Events {
    'evidence.linked': OnTimeline
  }
}

/** Whoever looks at the idea sees the link at once. */
export const tellLinked = (initiativeId: InitiativeId, side: Side | null, to: string, call: Call) =>
  tell(call, {
    type: 'evidence.linked',
    aggregate: initiativeId,
    initiativeId,
    says: side === null ? `unlinked evidence from ${to}` : `linked evidence ${side} ${to}`,
    gathers: true,
    // an answer can be thin for what speaks against it (W4)
    changesPage: true,
  })
