import * as Y from 'yjs'
import { type Carrier, type Place, part } from './carrier.ts'
import { type Id, STANDS } from './record.ts'

type Update = ReturnType<typeof Y.decodeUpdate>

/** A stretch of an update that was new here, with what it was written beside. */
interface Piece {
  item: Y.Item
  id: Y.ID
  length: number
  isTakenOut: boolean
}

/**
 * What an update says where nobody reads it any more, said again where that stands now. It is read from the update:
 * in the document Yjs has put it away already.
 */
export function again(carrier: Carrier, { structs, ds: written }: Update): void {
  // in order, and nothing twice: what a browser sends may be anything
  const ds = Y.mergeDeleteSets([written])
  const isTakenOut = (id: Y.ID) => Y.isDeleted(ds, id)
  let waiting = structs.flatMap((struct) =>
    struct instanceof Y.Item ? newPieces(carrier, struct, isTakenOut) : [],
  )
  // what one piece was written beside may be another, of another browser
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length
    waiting = waiting.filter((piece) => !saidAgain(carrier, piece))
  }
  takeOutAgain(carrier, ds, isTakenOut)
}

function newPieces(carrier: Carrier, item: Y.Item, isTakenOut: (id: Y.ID) => boolean): Piece[] {
  const { client, clock } = item.id
  const { beforeState, doc } = carrier.transaction
  const from = Math.max(clock, beforeState.get(client) ?? 0)
  const to = Math.min(clock + item.length, Y.getState(doc.store, client))
  // it says how long it is, and nobody counts to that
  if (item.content instanceof Y.ContentDeleted)
    return from < to ? [{ item, id: Y.createID(client, from), length: to - from, isTakenOut: true }] : []
  const pieces: Piece[] = []
  for (let unit = from; unit < to; unit++) {
    const id = Y.createID(client, unit)
    const last = pieces.at(-1)
    if (last && last.isTakenOut === isTakenOut(id)) last.length += 1
    else pieces.push({ item, id, length: 1, isTakenOut: isTakenOut(id) })
  }
  return pieces
}

/** Whether it is dealt with. What stands on nothing that has moved never is. */
function saidAgain(carrier: Carrier, { item, id, length, isTakenOut }: Piece): boolean {
  // said already, by whoever moved it or with what they did not know
  if (carrier.whereabouts.runOf(id.client, id.clock)) return true
  const found = placeOf(carrier, item, id)
  if (!found) return false
  const { place, of } = found
  if (!place) return true
  if (isTakenOut) carrier.noteGone(of, id, length, place)
  else carrier.say(of, id, part(item, id.clock - item.id.clock, length), place)
  return true
}

/** Beside what it was written, where that is now. Undefined when that has not moved, or not that we know. */
function placeOf(carrier: Carrier, item: Y.Item, id: Y.ID): { place: Place | null; of: Id } | undefined {
  const { whereabouts } = carrier
  const before = id.clock > item.id.clock ? Y.createID(id.client, id.clock - 1) : item.origin
  const known = before && whereabouts.within(before)
  if (known) return { place: carrier.placeAfter(before), of: known.of }
  const { rightOrigin, parent } = item
  const next = rightOrigin && whereabouts.within(rightOrigin)
  if (next) return { place: placeBefore(carrier, rightOrigin), of: next.of }
  const within = parent instanceof Y.ID && whereabouts.runOf(parent.client, parent.clock)
  if (!within) return undefined
  const now = whereabouts.now(parent)
  const target = now?.kind === 'stands' && carrier.itemAt(now.id)
  return { place: target ? carrier.placeIn(target, item.parentSub) : null, of: within.of }
}

function placeBefore(carrier: Carrier, id: Y.ID): Place | null {
  const now = carrier.whereabouts.now(id)
  const item = now?.kind === 'stands' && carrier.itemAt(now.id)
  if (!item) return carrier.placeAfter(id)
  const { store } = carrier.transaction.doc
  Y.getItemCleanEnd(carrier.transaction, store, now.id)
  const next = Y.getItemCleanStart(carrier.transaction, now.id)
  const place = carrier.placeAfter(id)
  return place && { ...place, after: place.attribute === null ? next.left : place.after }
}

/**
 * What the update took out in a place that was left goes from where it stands now. Whoever knew of the move has taken
 * out all that was moved, and means nothing by it.
 */
function takeOutAgain(carrier: Carrier, ds: Update['ds'], isTakenOut: (id: Y.ID) => boolean): void {
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges)
      for (const { from, to, known } of carrier.whereabouts.stretches(client, clock, clock + len)) {
        if (known?.run[5] !== STANDS || isTakenOut(Y.createID(...known.of))) continue
        for (let unit = from; unit < to; unit++) carrier.takeOut(Y.createID(client, unit))
      }
}
