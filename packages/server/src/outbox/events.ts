import type { WorkspaceId } from '@foreword/core/ids'

/** Every kind of news there is, with what it carries. Nouns add their own by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: each noun adds its events beside its actions
export interface Events {}

export type EventType = keyof Events & string

/** News as an action writes it, inside its own transaction. */
export type NewEvent = {
  [Type in EventType]: { type: Type; aggregate: string } & Events[Type]
}[EventType]

/** News as a reaction hears it, after the commit, at least once. `id` makes a reaction idempotent. */
export type Heard<Type extends EventType = EventType> = {
  [Each in Type]: {
    id: string
    type: Each
    aggregate: string
    workspaceId: WorkspaceId
    actor: string | null
    at: Date
  } & Events[Each]
}[Type]

export type Reaction = (event: Heard<EventType>) => Promise<void>
