import type { Step } from './align.ts'
import { idOfToken, isInlineToken, type Token } from './tokens.ts'

/** A place in the text of a block; `side`: to which of two neighbours it keeps when something comes between them. */
export interface Place {
  block: string
  /** In ProseMirror's counting: characters, and the size of what stands between them. */
  offset: number
  side: 'left' | 'right'
}

/** `isNew`: in a block that was not there before, whose id may still be given to another. */
export type FoundPlace = Place & { isNew: boolean }

/** A token of the merged text, and the step that gave it. */
export interface Made {
  step: Step
  token: Token
}

/** How many tokens stand before a place; undefined when its block is not among them. */
export function indexOf(place: Place, tokens: readonly Token[]): number | undefined {
  const block = tokens.findIndex((token) => token.kind === 'block' && idOfToken(token) === place.block)
  if (block === -1) return undefined
  let index = block + 1
  let size = 0
  for (; size < place.offset; index++) {
    const token = tokens[index]
    if (token === undefined || !isInlineToken(token)) break
    size += sizeOf(token)
  }
  return index
}

/** Where a place among the tokens of `after` stands in what was made of them. */
export function placeIn(
  place: Place,
  after: readonly Token[],
  made: readonly Made[],
): FoundPlace | undefined {
  const index = indexOf(place, after)
  if (index === undefined) return undefined
  const left = after[index - 1]
  let at = made.findIndex(({ step }) => step.kind !== 'removed' && step.after === left)
  if (at === -1) return undefined
  if (place.side === 'right') while (made[at + 1]?.step.kind === 'removed') at++
  let offset = 0
  for (; at >= 0; at--) {
    const here = made[at]
    if (here === undefined || here.token.kind === 'atom') return undefined
    if (here.token.kind === 'block')
      return { block: idOfToken(here.token), offset, side: place.side, isNew: here.step.kind === 'added' }
    offset += sizeOf(here.token)
  }
  return undefined
}

function sizeOf(token: Token): number {
  return token.kind === 'char' ? token.text.length : token.node.nodeSize
}
