import * as Y from 'yjs'
import { again } from './again.ts'
import { Carrier } from './carrier.ts'
import { movesIn } from './record.ts'

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
      const moves = movesIn(doc)
      if (moves.length === 0) return
      const isNew = ({ record: { client, clock } }: { record: Y.ID }) =>
        clock >= (transaction.beforeState.get(client) ?? 0)
      const carrier = new Carrier(transaction, [
        ...moves.filter((move) => !isNew(move)),
        ...moves.filter(isNew),
      ])
      carrier.settle(moves.filter(isNew))
      again(carrier, Y.decodeUpdate(update))
      if (waiting) again(carrier, Y.decodeUpdateV2(waiting))
      carrier.record()
    },
    origin,
    false,
  )
}
