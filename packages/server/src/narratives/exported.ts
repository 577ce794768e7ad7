import type { InitiativeId } from '@foreword/core/ids'
import { type Call, tell } from '../http/call.ts'
import type { OnTimeline } from '../initiatives/timeline.ts'

declare module '../outbox/events.ts' {
  interface Events {
    'document.exported': OnTimeline
  }
}

/** N10: whatever leaves as a file is on the record, in the same transaction that lets it leave. */
export async function tellExported(
  exported: { initiativeId: InitiativeId; of: 'narrative' | 'edition' | 'meeting'; id: string; says: string },
  call: Call,
): Promise<void> {
  const { initiativeId, of, id, says } = exported
  await tell(call, {
    type: 'document.exported',
    aggregate: initiativeId,
    initiativeId,
    says,
    about: { kind: of, id },
  })
}
