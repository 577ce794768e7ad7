import type { NewsKind } from '@foreword/core/notifications/kinds'
import type { OnTimeline } from '../initiatives/timeline.ts'
import type { Events, EventType } from '../outbox/events.ts'

type OfTimeline = { [Type in EventType]: Events[Type] extends OnTimeline ? Type : never }[EventType]
type NounOf<Type> = Type extends `${infer Noun}.${string}` ? Noun : never

/** Of what kind the lines of a timeline are, by the first word of their event; every event that makes one is here. */
const kindOfNoun = {
  initiative: 'ideas',
  assumption: 'evidence',
  study: 'evidence',
  evidence: 'evidence',
  narrative: 'documents',
  edition: 'documents',
  draft: 'documents',
  document: 'documents',
  iteration: 'documents',
  meeting: 'meetings',
  decision: 'decisions',
} satisfies Record<NounOf<OfTimeline>, NewsKind>

const nouns = new Map<string, NewsKind>([...Object.entries(kindOfNoun), ['comment', 'comments']])

export const kindOfLine = (event: string): NewsKind => nouns.get(event.split('.', 1)[0] ?? '') ?? 'ideas'

export const nounsOf = (kinds: readonly NewsKind[]): string[] =>
  [...nouns].flatMap(([noun, kind]) => (kinds.includes(kind) ? [noun] : []))
