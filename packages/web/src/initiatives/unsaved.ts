import type { AnswerPatch, Answers } from '@foreword/core/initiatives/answers'
import { merge } from '@foreword/core/initiatives/merge'
import type { FiveQuestion } from '@foreword/core/initiatives/questions'

/** Part of the answer to one question, as it is typed. */
export type Fields = AnswerPatch['fields']

/** What was typed and is not yet known to be on the server's disk, and the version it was typed on. */
export interface Unsaved {
  version: number
  fields: Fields
}

type Entry = { id: string }
type Loose = Record<string, unknown> & { removed?: string[] }
const isList = (value: unknown): value is Entry[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'id' in one)

/** The two patches as one, the later winning field by field; an entry removed later takes its edits with it. */
export function combine(earlier: Fields, later: Fields): Fields {
  // walked by key, whichever question they belong to
  const before = earlier as Loose
  const after = later as Loose
  const all: Loose = { ...before, ...after }
  for (const key of Object.keys(all)) {
    const lists = [before[key], after[key]]
    if (key === 'removed' || !lists.some((list) => isList(list) && list.length > 0)) continue
    const entries = new Map<string, Entry>()
    for (const entry of lists.flatMap((list) => (isList(list) ? list : [])))
      entries.set(entry.id, { ...entries.get(entry.id), ...entry })
    for (const id of after.removed ?? []) entries.delete(id)
    all[key] = [...entries.values()]
  }
  const removed = [...new Set([...(before.removed ?? []), ...(after.removed ?? [])])]
  if (removed.length > 0) all.removed = removed
  return all as Fields // made of fields of both, each of its own shape
}

/** The answer as the person who types sees it: what the server has, with their unsaved words over it. */
export function withUnsaved<Q extends FiveQuestion>(
  question: Q,
  saved: Answers[Q],
  fields: Fields | null,
): Answers[Q] {
  if (!fields) return saved
  const stored = { value: saved, version: 0, touched: {} }
  const merged = merge(stored, { question, fields } as AnswerPatch, { version: 0, by: '' }) // the caller pairs the two
  return merged.ok ? (merged.value.value as Answers[Q]) : saved // merge keeps the question's shape
}

/** The parts of `fields` that somebody else changed between two states of the answer, and the parts nobody did. */
export function split(fields: Fields, base: object, now: object): { contested: Fields; free: Fields } {
  const was = new Map(Object.entries(base))
  const is = new Map(Object.entries(now))
  const differs = ([key]: [string, unknown]) =>
    JSON.stringify(was.get(listKey(key))) !== JSON.stringify(is.get(listKey(key)))
  // a removal belongs to the list it removes from
  const listKey = (key: string) => (key === 'removed' ? (is.has('items') ? 'items' : 'links') : key)
  const entries = Object.entries(fields)
  return {
    contested: Object.fromEntries(entries.filter(differs)) as Fields, // a part of what was given
    free: Object.fromEntries(entries.filter((entry) => !differs(entry))) as Fields,
  }
}
