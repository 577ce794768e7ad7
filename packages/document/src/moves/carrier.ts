import * as Y from 'yjs'
import {
  type Became,
  flatly,
  GONE_AFTER,
  GONE_FIRST_IN,
  type Id,
  type Moved,
  Runs,
  recordsIn,
  type SharedType,
  STANDS,
  typeOf,
} from './record.ts'
import { MOST_EFFORT, Whereabouts } from './whereabouts.ts'

/** Where something is said: after this item, or first in this type; as this attribute of it. */
export interface Place {
  parent: SharedType
  after: Y.Item | null
  attribute: string | null
}

/** Says again in one transaction what was said where nobody reads it any more, and keeps account of it. */
export class Carrier {
  readonly transaction: Y.Transaction
  readonly whereabouts: Whereabouts
  readonly #moves: readonly Moved[]
  /** What was said again, by the element that was left: their ids as a string. */
  readonly #said = new Map<string, { of: Id; runs: Runs }>()
  /** From where on this says things itself. */
  readonly #from: Y.ID

  /** `moves` in the order in which they became known here; `whereabouts` are theirs, and gain what is said again. */
  constructor(transaction: Y.Transaction, moves: readonly Moved[], whereabouts: Whereabouts) {
    this.transaction = transaction
    this.#moves = moves
    this.whereabouts = whereabouts
    // of each update anew
    whereabouts.effort.left = MOST_EFFORT
    const voice = voiceOf(transaction.doc)
    this.#from = Y.createID(voice, Y.getState(transaction.doc.store, voice))
  }

  /** Moves that have just become known: what the movers did not know goes with what they moved. */
  settle(arrived: readonly Moved[]): void {
    if (arrived.length === 0) return
    const areNew = new Set(arrived)
    const together = Map.groupBy(this.#moves.filter(isWhole), ({ of }) => keyOf(of))
    for (const [first, ...others] of together.values()) {
      const left = first && this.itemAt(Y.createID(...first.of))
      if (!left) continue
      if (areNew.has(first) && this.#stoodBefore(left))
        this.#walk(first.of, left, (item) => this.#stoodBefore(item))
      for (const other of others) if (areNew.has(other)) this.#dissolve(first, other)
    }
  }

  /** Writes into the document what was said again, for what is written there still. */
  record(): void {
    const parent = recordsIn(this.transaction.doc)
    for (const { of, runs } of this.#said.values()) {
      let last = parent._start
      while (last?.right) last = last.right
      this.#put(new Y.ContentAny([flatly({ of, runs: runs.all })]), { parent, after: last, attribute: null })
    }
  }

  /** The item of an id; undefined when there is none, or nothing of it is kept. */
  itemAt({ client, clock }: Y.ID): Y.Item | undefined {
    const { store } = this.transaction.doc
    if (Y.getState(store, client) <= clock) return undefined
    const struct: unknown = Y.getItem(store, Y.createID(client, clock))
    return struct instanceof Y.Item ? struct : undefined
  }

  /** The place beside which something stood that has moved; null when nothing of it is left. */
  placeAfter(id: Y.ID): Place | null {
    const now = this.whereabouts.now(id)
    const item = now && this.itemAt(now.id)
    if (!now || !item) return null
    if (now.kind === 'gone-first-in') return this.placeIn(item)
    const { parent } = item
    if (!(parent instanceof Y.AbstractType) || isGone(parent)) return null
    if (item.parentSub !== null) return attributePlace(parent, item.parentSub)
    return {
      parent,
      after: Y.getItemCleanEnd(this.transaction, this.transaction.doc.store, now.id),
      attribute: null,
    }
  }

  placeIn(item: Y.Item, attribute: string | null = null): Place | null {
    const parent = typeOf(item)
    if (!parent || isGone(parent)) return null
    return attribute === null ? { parent, after: null, attribute } : attributePlace(parent, attribute)
  }

  /** Says it there, and gives the item that does. `id` is that of the first unit of what is said again. */
  say(of: Id, id: Y.ID, content: Y.Item['content'], place: Place): Y.Item {
    const said = this.#put(content, place)
    this.whereabouts.effort.left -= EFFORT_OF_SAYING
    this.#note(of, id, said.length, said.id, STANDS)
    return said
  }

  #put(content: Y.Item['content'], { parent, after, attribute }: Place): Y.Item {
    const { doc } = this.transaction
    const voice = voiceOf(doc)
    const right = attribute === null ? (after ? after.right : parent._start) : null
    const said = new Y.Item(
      Y.createID(voice, Y.getState(doc.store, voice)),
      after,
      after?.lastId ?? null,
      right,
      right?.id ?? null,
      parent,
      attribute,
      content,
    )
    said.integrate(this.transaction, 0)
    return said
  }

  /** Keeps where something stood that is not said again, for what comes after it. */
  noteGone(of: Id, id: Y.ID, length: number, { parent, after }: Place): void {
    if (after) this.#note(of, id, length, after.lastId, GONE_AFTER)
    else if (parent._item) this.#note(of, id, length, parent._item.id, GONE_FIRST_IN)
  }

  /** Takes out what stands now for something that was taken out in the place that was left. */
  takeOut(id: Y.ID): void {
    const now = this.whereabouts.now(id)
    if (now?.kind !== 'stands' || !this.itemAt(now.id)) return
    const { store } = this.transaction.doc
    Y.getItemCleanEnd(this.transaction, store, now.id)
    Y.getItemCleanStart(this.transaction, now.id).delete(this.transaction)
  }

  #note(of: Id, id: Y.ID, length: number, now: Y.ID, became: Became): void {
    const said = this.#said.get(keyOf(of)) ?? { of, runs: new Runs() }
    this.#said.set(keyOf(of), said)
    said.runs.add(id, length, now, became)
    this.whereabouts.add({ of, runs: [[id.client, id.clock, length, now.client, now.clock, became]] })
  }

  /** Through all of an element that was left: what its mover did not know is said in the copy, or taken out of it. */
  #walk(of: Id, left: Y.Item, stands: (item: Y.Item) => boolean): void {
    const type = typeOf(left)
    const now = this.whereabouts.now(left.id)
    const target = now?.kind === 'stands' && this.itemAt(now.id)
    let place = target && this.placeIn(target)
    if (!type || !target || !place || this.whereabouts.effort.left < 0) return
    for (const [name, item] of type._map) {
      const there = this.placeIn(target, name)
      if (there && stands(item) && !this.whereabouts.runOf(item.id.client, item.id.clock) && isKept(item))
        this.say(of, item.id, item.content.copy(), there)
    }
    for (let item = type._start; item; item = item.right) {
      // what says that something went into itself would be told without end
      if (this.#isSaidHere(item)) continue
      for (const { id, length, isKnown } of this.#pieces(item)) {
        if (isKnown) {
          if (!stands(item)) for (let unit = 0; unit < length; unit++) this.takeOut(later(id, unit))
          place = this.placeAfter(later(id, length - 1)) ?? place
        } else if (stands(item) && isKept(item)) {
          const after = this.say(of, id, part(item, id.clock - item.id.clock, length), place)
          place = { ...place, after }
        } else this.noteGone(of, id, length, place)
        if (stands(item) && item.content instanceof Y.ContentType) this.#walk(of, item, stands)
      }
    }
  }

  /** The stretches of an item that its mover knew, and those between. */
  #pieces({ id, length }: Y.Item): { id: Y.ID; length: number; isKnown: boolean }[] {
    return this.whereabouts.stretches(id.client, id.clock, id.clock + length).map(({ from, to, known }) => ({
      id: Y.createID(id.client, from),
      length: to - from,
      isKnown: known !== undefined,
    }))
  }

  /** Two moved the same: what the second says beyond the first is said in the first one's copy, and its own goes. */
  #dissolve(first: Moved, second: Moved): void {
    const { effort } = this.whereabouts
    if (effort.left < 0) return
    const earlier = new Whereabouts(effort)
    for (const move of this.#moves) if (move !== second) earlier.add(move)
    for (const { of, runs } of this.#said.values()) earlier.add({ of, runs: runs.all })
    const now = earlier.now(Y.createID(...first.of))
    const copy = this.itemAt(copyOf(second))
    if (now?.kind !== 'stands' || !copy || copy.deleted) return
    const stays = this.itemAt(now.id)
    // taken out on purpose: then that which was moved stays
    if (!stays || stays.deleted || stays === copy) return
    const of: Id = [copy.id.client, copy.id.clock]
    for (const [client, clock, length, nowClient, nowClock, became] of second.runs)
      for (let unit = 0; unit < length; unit++) {
        const there = earlier.now(Y.createID(client, clock + unit))
        if (!there) continue
        if (became === STANDS)
          this.#note(of, Y.createID(nowClient, nowClock + unit), 1, there.id, kept[there.kind])
        // the second mover had taken it out before
        else if (there.kind === 'stands') this.takeOut(there.id)
      }
    this.#walk(of, copy, (item) => !item.deleted)
    copy.delete(this.transaction)
  }

  #isSaidHere({ id }: Y.Item): boolean {
    return id.client === this.#from.client && id.clock >= this.#from.clock
  }

  /** Whether it stood there until this transaction. */
  #stoodBefore({ id, deleted }: Y.Item): boolean {
    if (!deleted) return true
    const ranges = this.transaction.deleteSet.clients.get(id.client)
    return ranges?.some(({ clock, len }) => clock <= id.clock && id.clock < clock + len) ?? false
  }
}

/** In look-ups: it is kept for ever. */
const EFFORT_OF_SAYING = 20

const kept = { stands: STANDS, 'gone-after': GONE_AFTER, 'gone-first-in': GONE_FIRST_IN } as const

const keyOf = ([client, clock]: Id) => `${client} ${clock}`
const later = ({ client, clock }: Y.ID, units: number) => Y.createID(client, clock + units)

/** Whether it is the record of a move itself, and not of what was said again after it. */
const isWhole = (move: Moved) => move.runs.some((run) => run[0] === move.of[0] && covers(run, move.of[1]))
const covers = ([, clock, length]: Moved['runs'][number], unit: number) =>
  clock <= unit && unit < clock + length

function copyOf(move: Moved): Y.ID {
  const run = move.runs.find((each) => each[0] === move.of[0] && covers(each, move.of[1]))
  if (!run) throw new Error('not the record of a move itself')
  return Y.createID(run[3], run[4] + move.of[1] - run[1])
}

function isGone(type: SharedType): boolean {
  return type._item?.deleted ?? false
}

const isKept = ({ content }: Y.Item) => !(content instanceof Y.ContentDeleted)

function attributePlace(parent: SharedType, attribute: string): Place {
  return { parent, after: parent._map.get(attribute) ?? null, attribute }
}

/** A stretch of what an item says, to be said by another. */
export function part({ content, length }: Y.Item, from: number, size: number): Y.Item['content'] {
  const copy = content.copy()
  const rest = from > 0 ? copy.splice(from) : copy
  if (from + size < length) rest.splice(size)
  return rest
}

/**
 * Under which number this is said. Not under the document's own: Yjs takes what comes under that, in a transaction that
 * somebody else began, for a second browser with the same number.
 */
const voiceOf = (doc: Y.Doc) => (doc.clientID ^ 1) >>> 0
