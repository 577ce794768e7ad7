import type { SetLine } from './setting.ts'

/** Lines chosen by keyboard: from the one it began at to the one it is at, in one block. */
export interface LineCursor {
  anchor: number
  head: number
}

type Move = 'next' | 'previous' | 'first' | 'last'

const moves: Record<string, Move> = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' }

/**
 * The cursor after a key; undefined when the key is none of ours. Indexes are into `lines`. With Shift it grows and
 * stays in its block, since a passage is of one block.
 */
export function moved(
  lines: readonly SetLine[],
  cursor: LineCursor | null,
  key: { key: string; shiftKey: boolean },
): LineCursor | undefined {
  const move = moves[key.key]
  if (move === undefined || lines.length === 0) return undefined
  if (cursor === null) {
    const at = move === 'last' ? lines.length - 1 : 0
    return { anchor: at, head: at }
  }
  const to = { next: cursor.head + 1, previous: cursor.head - 1, first: 0, last: lines.length - 1 }[move]
  const head = Math.max(0, Math.min(lines.length - 1, to))
  if (!key.shiftKey) return { anchor: head, head }
  return lines[head]?.block === lines[cursor.anchor]?.block ? { anchor: cursor.anchor, head } : cursor
}

export function chosen(lines: readonly SetLine[], { anchor, head }: LineCursor): readonly SetLine[] {
  return lines.slice(Math.min(anchor, head), Math.max(anchor, head) + 1)
}
