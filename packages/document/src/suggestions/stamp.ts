/**
 * Who proposes, and when. What carries the same id is accepted or rejected together. The person is an id: names are
 * looked up where they are shown.
 */
export interface Stamp {
  id: string
  by: string
  /** ISO 8601. */
  at: string
}

/**
 * What a block, or a text, was before a change of its type, attributes or marks was proposed: the document holds the
 * proposed state.
 */
export interface Changed extends Stamp {
  was: { type: string; attrs: Record<string, unknown> }
}

/**
 * Attributes of everything that is no text (the shared document keeps no marks on it). Of a text block they speak of
 * the break before its words: an inserted one was split off or is new, a deleted one joins the text before. Of
 * anything else they speak of the whole of it.
 */
export interface Proposals {
  inserted: Stamp | null
  deleted: Stamp | null
  changed: Changed | null
}

export const PROPOSALS = ['inserted', 'deleted', 'changed'] as const

export const noProposals: Proposals = { inserted: null, deleted: null, changed: null }

/** Marks of text that is proposed, to be deleted, or proposed to be set otherwise. */
export const SUGGESTION_MARKS = ['inserted', 'deleted', 'restyled'] as const

/** Undefined for what a merge or a stranger left that is no stamp: nothing can be decided about it. */
export function stampOf(value: unknown): Stamp | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { id, by, at } = value as Record<string, unknown>
  if (typeof id !== 'string' || typeof by !== 'string' || typeof at !== 'string') return undefined
  return id === '' ? undefined : { id, by, at }
}

export function changedOf(value: unknown): Changed | undefined {
  const stamp = stampOf(value)
  const was = stamp && (value as Partial<Changed>).was
  if (stamp === undefined || typeof was !== 'object' || was === null) return undefined
  if (typeof was.type !== 'string' || typeof was.attrs !== 'object' || was.attrs === null) return undefined
  return { ...stamp, was: { type: was.type, attrs: { ...was.attrs } } }
}

/** How many colours there are for people (`writer-0` …). */
const COLOURS = 8

/** The same person has the same colour for everybody, on every device. */
export function writerClass(personId: string): string {
  let hash = 0
  for (const character of personId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0
  return `writer-${hash % COLOURS}`
}

/**
 * A block that is proposed to stand elsewhere stays where it is, to be deleted, and a copy stands at the new place.
 * Ids being unique, the copy's says whose copy it is; accepted, it takes the block's own.
 */
export function copyId(id: string, suggestion: string): string {
  return `${originalId(id)}~${suggestion}`
}

/** The id of the block that this one is a copy of; its own when it is none. */
export function originalId(id: string): string {
  const at = id.indexOf('~')
  return at === -1 ? id : id.slice(0, at)
}
