import type { EditionId, InitiativeId, NarrativeId, QuestionId } from '@foreword/core/ids'
import type { WordComment } from '@foreword/document/docx-in'
import type { OnTimeline } from '../initiatives/timeline.ts'

declare module '../outbox/events.ts' {
  interface Events {
    /** `example`: the kind whose example it is a copy of; its notes are put beside it. */
    'narrative.started': OnTimeline & { narrativeId: NarrativeId; example: string | null }
    'kind.changed': { kindId: string; act: 'changed' | 'added' | 'reset' | 'removed' }
    /** A question is to become an entry of the draft’s FAQ. */
    'question.to-faq': {
      narrativeId: NarrativeId
      questionId: QuestionId
      blockId: string
      question: string
      answer: string
    }
    /** A question has become an entry of the draft's FAQ, on disk. */
    'faq.entered': { questionId: QuestionId; blockId: string }
    /** Not `initiativeId`, which would ask for a line on the timeline. */
    'narrative.brought-comments': {
      narrativeId: NarrativeId
      ofInitiative: InitiativeId
      comments: readonly WordComment[]
    }
    'edition.named': OnTimeline & { narrativeId: NarrativeId; editionId: EditionId }
    'draft.restored': OnTimeline & { narrativeId: NarrativeId; editionId: EditionId }
    'edition.frozen': OnTimeline & { narrativeId: NarrativeId; editionId: EditionId; number: number }
  }
}

/** Where news of the comments on a narrative and on its editions is published. */
export const narrativeTopic = (narrativeId: string) => `narrative:${narrativeId}`
/** Where the layout of its draft is published, whole each time. */
export const layoutTopic = (narrativeId: string) => `layout:${narrativeId}`
/** Where what is found in its draft is published, whole each time. */
export const checksTopic = (narrativeId: string) => `checks:${narrativeId}`
