import { ok, type Result, refuse } from '../result.ts'
import { type AnswerPatch, type Answers, mostEntries, newEvidence, newPicture } from './answers.ts'
import type { FiveQuestion } from './questions.ts'

/** One stored answer. `touched`: for each field ever written, at which version and by whom. */
export interface StoredAnswer<Q extends FiveQuestion = FiveQuestion> {
  value: Answers[Q]
  version: number
  touched: Record<string, { version: number; by: string }>
}

/** What an edit was made on, and by whom. */
interface Origin {
  version: number
  by: string
}

type Entry = { id: string } & Record<string, unknown>

/** The list of a question that has one, and what a new entry in it begins as. */
const lists = {
  customer: null,
  problem: null,
  benefit: null,
  evidence: { name: 'items', blank: newEvidence },
  experience: { name: 'links', blank: newPicture },
} satisfies Record<FiveQuestion, { name: string; blank: object } | null>

/**
 * Writes part of an answer over what is stored. Edits of different fields made at once both survive; a field that
 * somebody else wrote after the version this edit was made on is refused, and then nothing is written. A field that
 * already holds what is being written is no conflict: the answer to an earlier try may have been lost on its way.
 */
export function merge(
  stored: StoredAnswer,
  patch: AnswerPatch,
  from: Origin,
): Result<StoredAnswer, 'answered-meanwhile' | 'too-many-entries'> {
  const list = lists[patch.question]
  // the union's members are walked by key, so their types are left here and taken up again at the end
  const value: Record<string, unknown> = { ...stored.value }
  const fields: Record<string, unknown> = { ...patch.fields }
  const changed = new Set<string>()

  if (list) {
    const kept = value[list.name] as Entry[]
    const entries = (fields[list.name] ?? []) as Entry[]
    const removed = ((fields.removed ?? []) as string[]).filter((id) => kept.some((entry) => entry.id === id))
    for (const key of changedKeys(kept, entries)) changed.add(`${list.name}/${key}`)
    for (const id of removed) changed.add(`${list.name}/${id}`)
    value[list.name] = withEntries(kept, entries, list.blank).filter(({ id }) => !removed.includes(id))
    delete fields[list.name]
    delete fields.removed
  }
  for (const [field, is] of Object.entries(fields)) {
    if (is === undefined || same(value[field], is)) continue
    value[field] = is
    changed.add(field)
  }

  if (changed.size === 0) return ok(stored)
  if ([...changed].some((key) => wasWritten(stored, key, from))) return refuse('answered-meanwhile')
  if (list && (value[list.name] as Entry[]).length > mostEntries[patch.question as 'evidence' | 'experience'])
    return refuse('too-many-entries')
  const version = stored.version + 1
  const touched = { ...stored.touched }
  for (const key of changed) touched[key] = { version, by: from.by }
  return ok({ value: value as Answers[FiveQuestion], version, touched })
}

/** `id/field` for what differs in an entry that is there; `id/` alone for a new one. */
function changedKeys(kept: Entry[], entries: Entry[]): string[] {
  return entries.flatMap(({ id, ...fields }) => {
    const was = kept.find((entry) => entry.id === id)
    if (!was) return [`${id}/`]
    return Object.entries(fields)
      .filter(([field, is]) => is !== undefined && !same(was[field], is))
      .map(([field]) => `${id}/${field}`)
  })
}

function withEntries(kept: Entry[], entries: Entry[], blank: object): Entry[] {
  const defined = entries.map((entry) => {
    // an absent field must not blank what is there
    const given = Object.entries(entry).filter(([, is]) => is !== undefined)
    return Object.fromEntries(given) as Entry
  })
  const changed = kept.map((was) => ({ ...was, ...defined.find(({ id }) => id === was.id) }))
  const added = defined.filter(({ id }) => !kept.some((was) => was.id === id))
  return [...changed, ...added.map((entry) => ({ ...blank, ...entry }))]
}

/**
 * Whether somebody else wrote the field, or removed or changed the entry it belongs to, after the version the edit
 * was made on. So an entry removed by one is not brought back in pieces by another, nor removed unread.
 */
function wasWritten(stored: StoredAnswer, key: string, from: Origin): boolean {
  const [list, id, field] = key.split('/')
  return Object.entries(stored.touched).some(([touched, { version, by }]) => {
    if (version <= from.version || by === from.by) return false
    if (touched === key || id === undefined) return touched === key
    const entry = `${list}/${id}`
    return touched === entry || (field === undefined && touched.startsWith(`${entry}/`))
  })
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
