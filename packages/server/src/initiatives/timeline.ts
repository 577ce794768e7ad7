import type { InitiativeId } from '@foreword/core/ids'
import type { FiveQuestion } from '@foreword/core/initiatives/questions'
import type { Stage } from '@foreword/core/initiatives/stages'

/**
 * What an event carries to become a line of an idea's timeline, whichever noun it comes from. `says` follows the
 * actor's name: "froze edition 3". Nothing sealed may stand in it.
 */
export interface OnTimeline {
  initiativeId: InitiativeId
  says: string
  reason?: string
  about?: { kind: string; id: string }
  /** A repeat by the same person within one sitting is the same line, moved forward. */
  gathers?: true
  /** What the idea's own page says is another thing now, whichever noun the event is of. */
  changesPage?: true
}

declare module '../outbox/events.ts' {
  interface Events {
    'initiative.created': OnTimeline
    'initiative.changed': OnTimeline
    'initiative.shared': OnTimeline
    'initiative.answered': OnTimeline & { question: FiveQuestion; version: number }
    'initiative.marked-ready': OnTimeline & { question: FiveQuestion }
    'initiative.prompt-answered': OnTimeline
    'initiative.stage-changed': OnTimeline & { from: Stage; to: Stage }
    'initiative.reopening-proposed': OnTimeline
  }
}

/** Where news of one initiative is published; who watches its page subscribes to it. */
export const topicOf = (initiativeId: string) => `initiative:${initiativeId}`
