import * as Y from 'yjs'
import { again } from './again.ts'
import { Carrier } from './carrier.ts'
import { type Moved, movesIn, recordsIn } from './record.ts'
import { Whereabouts } from './whereabouts.ts'

/**
 * Applies what somebody wrote, and says again in its new place what they wrote in a place that others had left, or
 * were leaving (A1): a move takes out and puts in again, and Yjs lets what is written in what was taken out go with
 * it. Also makes one of two copies when two people moved the same at once.
 *
 * One transaction, and so one update to everybody and to the disk: nobody ever has the words without their place. Only
 * one may do this for a document, for two would say it twice; that is the server.
 */
export function applyFollowing(doc: Y.Doc, update: Uint8Array, origin?: unknown): void {
  Y.transact(
    doc,
    (transaction) => {
      // what came before what it stands on comes in with it
      const waiting = doc.store.pendingStructs?.update
      Y.applyUpdate(doc, update, origin)
      const { arrived, moves, whereabouts } = knownIn(doc, transaction.beforeState)
      if (moves.length === 0) return
      const carrier = new Carrier(transaction, moves, whereabouts)
      carrier.settle(arrived)
      again(carrier, Y.decodeUpdate(update))
      if (waiting) again(carrier, Y.decodeUpdateV2(waiting))
      carrier.record()
    },
    origin,
    false,
  )
}

interface Known {
  records: number
  /** In the order in which they became known here. */
  moves: Moved[]
  whereabouts: Whereabouts
}

/** Of each document, so that a letter that is typed does not read every move there ever was. */
const knownOf = new WeakMap<Y.Doc, Known>()

function knownIn(doc: Y.Doc, before: Map<number, number>): Known & { arrived: Moved[] } {
  const records = recordsIn(doc).length
  const known = knownOf.get(doc)
  // records are only ever added: by the movers, and by whatever was said again
  if (known?.records === records) return { ...known, arrived: [] }
  const all = movesIn(doc)
  const isNew = ({ record: { client, clock } }: { record: Y.ID }) => clock >= (before.get(client) ?? 0)
  const arrived = all.filter(isNew)
  const moves = [...all.filter((move) => !isNew(move)), ...arrived]
  const whereabouts = new Whereabouts()
  for (const move of moves) whereabouts.add(move)
  const read = { records, moves, whereabouts }
  knownOf.set(doc, read)
  return { ...read, arrived }
}
