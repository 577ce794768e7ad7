import * as Y from 'yjs'

/** Of an id in the shared document: who made it, and which of theirs it is. */
export type Id = [client: number, clock: number]

/**
 * What has become of a run of ids when what they stood in was moved: `now` is the first of as many that stand for
 * them in the copy, one for one. Of what was taken out before the move, `now` is what stood before it, or what it
 * stood in if nothing did: words that somebody else put beside it have their place by that.
 */
export type Run = [client: number, clock: number, length: number, nowClient: number, nowClock: number, Became]

export type Became = typeof STANDS | typeof GONE_AFTER | typeof GONE_FIRST_IN
export const STANDS = 0
export const GONE_AFTER = 1
export const GONE_FIRST_IN = 2

/**
 * A move of an element, kept in the shared document for those who did not know of it when they wrote: by it, what they
 * wrote in the place that was left is said again where it stands now. `of` is the element that was left.
 */
export interface Moved {
  of: Id
  runs: Run[]
}

/** An element or a text of the shared document. */
export type SharedType = Exclude<Y.Item['parent'], Y.ID | null>

const MOVES = 'moves'

export function recordMove(doc: Y.Doc, moved: Moved): void {
  recordsIn(doc).push([flatly(moved)])
}

export const recordsIn = (doc: Y.Doc) => doc.getArray<number[]>(MOVES)

/** Flat, because the names of fields would be stored with each. */
export const flatly = ({ of, runs }: Moved): number[] => [...of, ...runs.flat()]

/**
 * The moves that are recorded, in an order that is the same for everybody, each with the id of its record. The oldest
 * are forgotten where there are more than anybody makes: they tell whoever wrote before them and was not heard since.
 */
export function movesIn(doc: Y.Doc): (Moved & { record: Y.ID })[] {
  const flats: { flat: unknown; record: Y.ID }[] = []
  for (let item = recordsIn(doc)._start; item; item = item.right)
    if (!item.deleted)
      for (const [at, flat] of item.content.getContent().entries())
        flats.push({ flat, record: Y.createID(item.id.client, item.id.clock + at) })
  const moves: (Moved & { record: Y.ID })[] = []
  let [runs, units] = [0, 0]
  for (const { flat, record } of flats.reverse()) {
    const moved = readMove(flat)
    const length = moved?.runs.reduce((sum, run) => sum + run[2], 0) ?? 0
    if (!moved || runs + moved.runs.length > MOST_RUNS || units + length > MOST_UNITS) continue
    runs += moved.runs.length
    units += length
    moves.push({ ...moved, record })
  }
  return moves.reverse()
}

/** Undefined when it is none: what a browser sends may be anything. */
function readMove(flat: unknown): Moved | undefined {
  if (!Array.isArray(flat) || flat.length > 2 + MOST_RUNS * RUN_LENGTH || !flat.every(isCount))
    return undefined
  const [client, clock, ...rest] = flat
  if (client === undefined || clock === undefined || rest.length % RUN_LENGTH !== 0) return undefined
  const runs: Run[] = []
  for (let at = 0; at < rest.length; at += RUN_LENGTH) {
    // as many as a run has, and the last is looked at
    const run = rest.slice(at, at + RUN_LENGTH) as Run
    if (run[5] > GONE_FIRST_IN) return undefined
    runs.push(run)
  }
  return { of: [client, clock], runs }
}

const RUN_LENGTH = 6

/** Of all moves together, which are gone through at each edit, run by run and at times unit by unit. */
const MOST_RUNS = 20_000
const MOST_UNITS = 1_000_000
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

/** The runs from an element that is about to be left to its copy, which says the same as it does now. */
export function runsBetween(from: Y.XmlElement, copy: Y.XmlElement): Run[] {
  const runs = new Runs()
  pairTypes(from, copy, runs)
  return runs.all
}

function pairTypes(from: SharedType, copy: SharedType, runs: Runs): void {
  const [own, new_] = [from._item, copy._item]
  if (!own || !new_) throw new Error('only what stands in a document can be moved')
  runs.add(own.id, 1, new_.id, STANDS)
  for (const [name, attribute] of from._map) {
    const now = copy._map.get(name)
    if (now) runs.add(attribute.id, 1, now.id, STANDS)
  }
  pairChildren(from, copy, new_.id, runs)
}

function pairChildren(from: SharedType, copy: SharedType, copyId: Y.ID, runs: Runs): void {
  const standing = unitsOf(copy)
  let at = 0
  let before: Y.ID | undefined
  for (let item = from._start; item; item = item.right) {
    if (item.deleted || !item.countable) {
      runs.add(item.id, item.length, before ?? copyId, before ? GONE_AFTER : GONE_FIRST_IN)
      continue
    }
    for (let unit = 0; unit < item.length; unit++) {
      const now = standing[at++]
      if (!now) throw new Error('the copy does not say what was moved')
      runs.add(Y.createID(item.id.client, item.id.clock + unit), 1, now.id, STANDS)
      before = now.id
      const [inner, innerCopy] = [typeOf(item), now.item && typeOf(now.item)]
      if (inner && innerCopy) pairTypes(inner, innerCopy, runs)
    }
  }
}

function unitsOf(parent: SharedType): { id: Y.ID; item: Y.Item }[] {
  const units: { id: Y.ID; item: Y.Item }[] = []
  for (let item = parent._start; item; item = item.right)
    if (!item.deleted && item.countable)
      for (let unit = 0; unit < item.length; unit++)
        units.push({ id: Y.createID(item.id.client, item.id.clock + unit), item })
  return units
}

/** The type that an item holds, if it holds one. */
export function typeOf(item: Y.Item): SharedType | undefined {
  return item.content instanceof Y.ContentType ? item.content.type : undefined
}

/** Runs as they are collected: what goes on where the last one ended is part of it. */
export class Runs {
  readonly all: Run[] = []

  add(id: Y.ID, length: number, now: Y.ID, became: Became): void {
    const last = this.all.at(-1)
    const goesOn = last && last[0] === id.client && last[1] + last[2] === id.clock && last[5] === became
    const step = became === STANDS ? (last?.[2] ?? 0) : 0
    if (goesOn && last[3] === now.client && last[4] + step === now.clock) last[2] += length
    else this.all.push([id.client, id.clock, length, now.client, now.clock, became])
  }
}
