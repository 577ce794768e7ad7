import type { AnswerPatch, Answers } from '@foreword/core/initiatives/answers'
import { merge } from '@foreword/core/initiatives/merge'
import type { FiveQuestion } from '@foreword/core/initiatives/questions'
import { mergedWords } from '@foreword/document/merge-words'

/** Part of the answer to one question, as it is typed. */
export type Fields = AnswerPatch['fields']

/** An answer as it stood at a version. */
export interface Seen {
  version: number
  answer: object
}

/** What was typed and is not yet known to be on the server's disk, and the answer it was typed on. */
export interface Unsaved extends Seen {
  fields: Fields
}

type Entry = { id: string }
type Loose = Record<string, unknown> & { removed?: string[] }
const isList = (value: unknown): value is Entry[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'id' in one)

/** The two patches as one, the later winning field by field; an entry removed later takes its edits with it, one put back is kept. */
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
  // what was removed and put back before either was sent is there still
  const back = new Set(Object.values(after).flatMap((list) => (isList(list) ? list.map(({ id }) => id) : [])))
  const stillRemoved = (before.removed ?? []).filter((id) => !back.has(id))
  const removed = [...new Set([...stillRemoved, ...(after.removed ?? [])])]
  if (removed.length > 0) all.removed = removed
  else delete all.removed
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

/** What is one value and not prose: half of one person’s and half of another’s would be nobody’s. */
const wholes = new Set(['number', 'date', 'link', 'address', 'urgency', 'kind', 'provenance'])

/**
 * What was typed on `base`, to be written over what the answer has become meanwhile. `free` holds also the words of
 * others where both wrote in one text; `contested` is what both changed so that somebody has to choose.
 */
export function reconcile(fields: Fields, base: object, now: object): { contested: Fields; free: Fields } {
  const contested: Loose = {}
  const free: Loose = {}
  // walked by key, whichever question they belong to
  const [was, is] = [base as Loose, now as Loose]
  for (const [key, mine] of Object.entries(fields as Loose)) {
    if (key === 'removed') continue
    if (isList(mine) && mine.length > 0) {
      const made = mine.map((entry) =>
        reconcileEntry(entry, idIn(was[key], entry.id), idIn(is[key], entry.id)),
      )
      const [clash, rest] = [made.flatMap(({ clash }) => clash ?? []), made.flatMap(({ rest }) => rest ?? [])]
      if (clash.length > 0) contested[key] = clash
      if (rest.length > 0) free[key] = rest
      continue
    }
    const text = both(key, was[key], mine, is[key])
    if (text === undefined) contested[key] = mine
    else free[key] = text
  }
  const list = isList(is.items) ? 'items' : 'links'
  for (const id of (fields as Loose).removed ?? []) {
    const now = idIn(is[list], id)
    const side = !now || same(idIn(was[list], id), now) ? free : contested
    side.removed = [...(side.removed ?? []), id]
  }
  return { contested: contested as Fields, free: free as Fields } // parts of what was given
}

function reconcileEntry(mine: Entry, was: Entry | undefined, is: Entry | undefined) {
  // a new one of mine; or one that somebody removed while I wrote in it
  if (!is) return was ? { clash: mine } : { rest: mine }
  const clash: Loose = {}
  const rest: Loose = {}
  for (const [key, value] of Object.entries(mine)) {
    const text = both(key, Reflect.get(was ?? {}, key), value, Reflect.get(is, key))
    if (text === undefined) clash[key] = value
    else rest[key] = text
  }
  const { id } = mine
  return {
    ...(Object.keys(clash).length > 0 && { clash: { ...clash, id } }),
    ...(Object.keys(rest).some((key) => key !== 'id') && { rest: { ...rest, id } }),
  }
}

/** One value as both left it; undefined when it cannot be both. */
function both(key: string, was: unknown, mine: unknown, theirs: unknown): unknown {
  if (same(was, theirs) || same(mine, theirs)) return mine
  const areTexts = typeof was === 'string' && typeof mine === 'string' && typeof theirs === 'string'
  return areTexts && !wholes.has(key) ? (mergedWords(was, mine, theirs) ?? undefined) : undefined
}

const idIn = (list: unknown, id: string) => (isList(list) ? list.find((entry) => entry.id === id) : undefined)
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)
