import * as Y from 'yjs'
import { type FaqPlace, moveFaqEntry, placeOfEntry } from '../faq-move.ts'
import { movesIn, STANDS } from './record.ts'

/**
 * Lets one's own acts be taken back in what has moved since, whoever moved it: Yjs follows from what it put in again
 * to what stands for it, and here it is told that of moves as well. What was left is kept for that while the draft is
 * open. Gives how to end it.
 */
export function followMoves(doc: Y.Doc): () => void {
  // before Yjs puts away what was taken out
  const follow = (transaction: Y.Transaction) => {
    for (const { runs, record } of movesIn(doc)) {
      if (record.clock < (transaction.beforeState.get(record.client) ?? 0)) continue
      for (const [client, clock, length, nowClient, nowClock, became] of runs)
        if (became === STANDS)
          linkAll(transaction, Y.createID(client, clock), length, Y.createID(nowClient, nowClock))
    }
  }
  doc.on('afterTransaction', follow)
  return () => doc.off('afterTransaction', follow)
}

function linkAll(transaction: Y.Transaction, from: Y.ID, length: number, now: Y.ID): void {
  const { store } = transaction.doc
  const known = Math.min(length, Y.getState(store, from.client) - from.clock)
  for (let unit = 0; unit < known; ) {
    const id = Y.createID(from.client, from.clock + unit)
    const struct: Y.AbstractStruct = Y.getItem(store, id)
    if (!(struct instanceof Y.Item)) {
      // put away long ago
      unit = struct.id.clock + struct.length - from.clock
      continue
    }
    const item = Y.getItemCleanStart(transaction, id)
    const last = Math.min(item.length, known - unit) - 1
    Y.getItemCleanEnd(transaction, store, Y.createID(id.client, id.clock + last))
    item.redone = Y.createID(now.client, now.clock + unit)
    keep(item)
    unit += last + 1
  }
}

/** As Yjs keeps what may be put in again: with all that it stands in. */
function keep(item: Y.Item): void {
  for (let each: Y.Item | null = item; each && !each.keep; ) {
    each.keep = true
    each = each.parent instanceof Y.AbstractType ? each.parent._item : null
  }
}

interface Move {
  id: string
  from: FaqPlace
}

const MOVE = 'move'

/**
 * Moves an entry as an act of `history`, which has begun and which ends with it. It is taken back by moving again
 * (`takeBackMove`), so that it takes nobody's words along; Yjs' own way would take out the entry as it stands then.
 */
export function moveAsAct(
  doc: Y.Doc,
  history: Y.UndoManager,
  id: string,
  place: FaqPlace,
  origin: unknown,
): boolean {
  const from = placeOfEntry(doc, id)
  if (!from || !moveFaqEntry(doc, id, place, origin)) return false
  mark(history.undoStack.at(-1), { id, from })
  return true
}

/** Takes back, or does again, the last act if it was a move; gives the id of the entry, or null for any other act. */
export function takeBackMove(
  doc: Y.Doc,
  history: Y.UndoManager,
  way: 'undo' | 'redo',
  origin: unknown,
): string | null {
  const [stack, others] =
    way === 'undo' ? [history.undoStack, history.redoStack] : [history.redoStack, history.undoStack]
  const move: Move | undefined = stack.at(-1)?.meta.get(MOVE)
  if (!move) return null
  stack.pop()
  const { id } = move
  const from = placeOfEntry(doc, id)
  // as Yjs marks its own while it does this: by it the act goes on the other pile
  history[way === 'undo' ? 'undoing' : 'redoing'] = true
  try {
    // what it stood before may have gone elsewhere itself
    const isBack =
      moveFaqEntry(doc, id, move.from, origin) || moveFaqEntry(doc, id, { part: move.from.part }, origin)
    if (isBack && from) mark(others.at(-1), { id, from })
  } finally {
    history[way === 'undo' ? 'undoing' : 'redoing'] = false
  }
  return id
}

/** To Yjs itself the act is an empty one. */
function mark(act: Y.UndoManager['undoStack'][number] | undefined, move: Move): void {
  if (!act) return
  act.insertions = Y.createDeleteSet()
  act.deletions = Y.createDeleteSet()
  act.meta.set(MOVE, move)
}
