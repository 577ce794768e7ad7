import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { schema } from '../schema.ts'
import { align, type Differs, type Step } from './align.ts'
import { type FoundPlace, indexOf, type Made, type Place, placeIn } from './places.ts'
import { decide, marksWere } from './resolve.ts'
import { type Changed, changedOf, type Stamp } from './stamp.ts'
import {
  formatting,
  isInlineToken,
  nodesOf,
  proposed,
  sameMarks,
  type Token,
  tokensOf,
  withAttrs,
  withProposal,
} from './tokens.ts'
import { withUniqueIds } from './unique-ids.ts'

export interface Suggested {
  document: Node
  /** The places given, in `document`. */
  places: Place[]
}

/**
 * What `after` says, as a proposal to `before`: rejecting it gives `before`, accepting it gives what accepting all of
 * `after` gives. Whatever was done to come from one to the other: the proposal is the difference. Blocks are the same
 * when their ids are. What one has inserted oneself is edited without leaving a trace.
 */
export function suggested(
  before: Node,
  after: Node,
  stamp: Stamp,
  places: readonly Place[] = [],
  differs?: Differs,
): Suggested {
  const making: Making = { stamp, places, found: new Map(), differs }
  const { document, renamed } = withUniqueIds(merged(before, after, making), stamp)
  return {
    document,
    places: places.map((place) => {
      const found = making.found.get(place) ?? { ...place, isNew: true }
      const block = (found.isNew ? renamed.get(found.block) : undefined) ?? found.block
      return { block, offset: found.offset, side: place.side }
    }),
  }
}

interface Making {
  stamp: Stamp
  places: readonly Place[]
  found: Map<Place, FoundPlace>
  /** As `align` has it. */
  differs: Differs | undefined
}

/** The children of `before` and `after`, which are the same block, in one. */
function merged(before: Node, after: Node, making: Making): Node {
  if (before === after || before.isTextblock) return after
  const old = before.children
  const now = after.children
  let front = 0
  while (front < Math.min(old.length, now.length) && old[front] === now[front]) front++
  let back = 0
  while (back < Math.min(old.length, now.length) - front && old.at(-1 - back) === now.at(-1 - back)) back++
  if (front === old.length && front === now.length) return after
  // a text block that goes into the text before it needs that one beside it
  const start = Math.max(0, front - 1)
  const tokens = tokensOf(now.slice(start, now.length - back))
  const caret = making.places.map((place) => indexOf(place, tokens)).find((index) => index !== undefined)
  const steps = align(tokensOf(old.slice(start, old.length - back)), tokens, {
    caret,
    differs: making.differs,
  })
  const out = madeOf(steps, making)
  for (const place of making.places) {
    const found = placeIn(place, tokens, out)
    if (found) making.found.set(place, found)
  }
  const children = nodesOf(out.map(({ token }) => token))
  return after.copy(Fragment.from([...now.slice(0, start), ...children, ...now.slice(now.length - back)]))
}

function madeOf(steps: readonly Step[], making: Making): Made[] {
  const stamps = stampsFor(steps, making.stamp)
  const out: Made[] = []
  let withdrawn: Token | undefined
  for (const [at, step] of steps.entries()) {
    const stamp = stamps[at] ?? making.stamp
    if (isGoneAlready(step, steps.slice(at + 1), out)) continue
    const tokens = tokensFor(step, stamp, making)
    if (step.kind === 'removed' && step.before.kind === 'block' && tokens.length === 0)
      withdrawn = withProposal(step.before, 'deleted', stamp)
    for (const token of tokens) {
      // a break of one's own that is taken back is not gone while others' words would be without a block
      if (isInlineToken(token) && !isOpen(out) && withdrawn) out.push({ step, token: withdrawn })
      out.push({ step, token })
    }
  }
  return out
}

/** Whether a word could go on in the block before it. */
function isOpen(out: readonly Made[]): boolean {
  const last = out.at(-1)
  return last !== undefined && last.token.kind !== 'atom'
}

/** What was to be deleted where it stood does not come along to another place; a break does, where words need one. */
function isGoneAlready(step: Step, following: readonly Step[], out: readonly Made[]): boolean {
  if (step.kind !== 'added' || !proposed(step.after, 'deleted')) return false
  const nextBlock = following.findIndex((one) => !isInlineToken(tokenIn(one)))
  const inside = nextBlock === -1 ? following : following.slice(0, nextBlock)
  const hasWords = inside.some((one) => one.kind !== 'removed' && !proposed(one.after, 'deleted'))
  return step.after.kind !== 'block' || isOpen(out) || !hasWords
}

function tokensFor(step: Step, stamp: Stamp, making: Making): Token[] {
  if (step.kind === 'added') return [added(step.after, stamp)]
  if (step.kind === 'removed') return removed(step.before, stamp)
  const kept = keptToken(step.before, step.after, stamp, making)
  if (kept.kind !== 'atom' || kept.node.type.validContent(kept.node.content)) return [kept]
  // an entry of a FAQ has no place for two questions: then there are two entries, one to go and one to come
  const gone = proposed(step.before, 'deleted') !== undefined
  return [...removed(step.before, stamp), ...(gone ? [] : [added(step.after, stamp)])]
}

function added(token: Token, stamp: Stamp): Token {
  return withProposal(bare(token), 'inserted', stamp)
}

function removed(token: Token, stamp: Stamp): Token[] {
  if (isMine(token, stamp)) return []
  return [proposed(token, 'deleted') ? token : withProposal(token, 'deleted', stamp)]
}

/** What comes is a proposal as a whole; what was proposed of it where it came from is not part of it. */
function bare(token: Token): Token {
  if (token.kind === 'char') return { ...token, marks: formatting(token.marks) }
  const node = token.kind === 'atom' ? decide(token.node, 'accept') : token.node
  return { ...token, node: withAttrs(node, { inserted: null, deleted: null, changed: null }) }
}

function keptToken(before: Token, after: Token, stamp: Stamp, making: Making): Token {
  if (after.kind === 'char') {
    if (before.kind !== 'char' || sameMarks(before.marks, after.marks) || isMine(before, stamp)) return after
    return { ...after, marks: restyled(before.marks, after.marks, stamp) }
  }
  if (before.kind === 'char' || before.node === after.node || after.kind === 'leaf') return after
  // within what one has proposed oneself everything is edited as it is
  if (isMine(before, stamp)) return after
  const node = changed(before.node, after.node, stamp)
  return { ...after, node: after.kind === 'atom' ? merged(before.node, node, making) : node }
}

function restyled(before: readonly Mark[], after: readonly Mark[], stamp: Stamp): readonly Mark[] {
  const earlier = schema.marks.restyled.isInSet(before)
  const was = earlier ? marksWere(earlier) : formatting(before)
  const marks = schema.marks.restyled.removeFromSet(after)
  if (sameMarks(was, formatting(after))) return marks
  return schema.marks.restyled.create({ ...stamp, was: was.map((mark) => mark.toJSON()) }).addToSet(marks)
}

/** What is no proposal: who a block is, and what is proposed of it. */
const spoken = new Set(['id', 'inserted', 'deleted', 'changed'])
/** What a browser drew of a diagram follows its words by itself; it has no say in whether it was changed. */
const drawn = new Set(['drawing', 'drawnFrom'])

/** `after` with what it was before, if its type or its attributes are others now. */
function changed(before: Node, after: Node, stamp: Stamp): Node {
  const proposals = { inserted: before.attrs.inserted, deleted: before.attrs.deleted }
  if (looks(before.type.name, before.attrs) === looks(after.type.name, after.attrs))
    return withAttrs(after, { ...proposals, changed: before.attrs.changed })
  const was = changedOf(before.attrs.changed)?.was ?? { type: before.type.name, attrs: own(before.attrs) }
  const isBack = looks(was.type, was.attrs) === looks(after.type.name, after.attrs)
  const now: Changed | null = isBack ? null : { ...stamp, was }
  return withAttrs(after, { ...proposals, changed: now })
}

function own(attrs: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attrs).filter(([name]) => !spoken.has(name) && !('drawnFrom' in attrs && drawn.has(name))),
  )
}

function looks(type: string, attrs: Record<string, unknown>): string {
  return JSON.stringify([type, Object.entries(own(attrs)).sort(([a], [b]) => (a < b ? -1 : 1))])
}

function isMine(token: Token, stamp: Stamp): boolean {
  return proposed(token, 'inserted')?.by === stamp.by
}

/**
 * Typing on is one proposal, and so is a word typed over another: text beside an open proposal of one's own joins it.
 * What moves has a stamp for both its places.
 */
function stampsFor(steps: readonly Step[], stamp: Stamp): Stamp[] {
  const stamps: Stamp[] = []
  while (stamps.length < steps.length) {
    const start = stamps.length
    const rest = steps.slice(start)
    const length = rest.findIndex(({ kind }) => kind === 'kept')
    const run = length === -1 ? rest : rest.slice(0, length)
    const around = [steps[start - 1], ...run, steps[start + run.length]]
    const isText = run.every((step) => tokenIn(step).kind !== 'atom')
    const mine = isText ? around.flatMap((step) => (step ? ownStamp(tokenIn(step), stamp) : [])) : []
    stamps.push(...run.map(() => mine[0] ?? stamp), ...(length === -1 ? [] : [stamp]))
  }
  return stamps
}

const tokenIn = (step: Step): Token => (step.kind === 'removed' ? step.before : step.after)

function ownStamp(token: Token, { by }: Stamp): Stamp[] {
  const stamps = [proposed(token, 'inserted'), proposed(token, 'deleted')]
  return stamps.filter((stamp) => stamp !== undefined).filter((stamp) => stamp.by === by)
}
