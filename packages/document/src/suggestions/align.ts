import { diffArrays } from 'diff/lib/diff/array.js'
import { diffWordsWithSpace } from 'diff/lib/diff/word.js'
import { isInlineToken, isSame, type Token } from './tokens.ts'

/** One step from the tokens before to those after: what stays (as it is now), what went, what came. */
export type Step =
  | { kind: 'kept'; before: Token; after: Token }
  | { kind: 'removed'; before: Token }
  | { kind: 'added'; after: Token }

/**
 * The fewest steps a reader would understand. Blocks are the same when their ids are; between two blocks that stayed,
 * what is alike at both ends of the text stays and the middle is replaced. `caret`: how many tokens of `after` stand
 * before it. `differs`: for texts that say themselves which of their characters went or came; all others stayed.
 */
export function align(
  before: readonly Token[],
  after: readonly Token[],
  { caret, differs }: { caret?: number | undefined; differs?: Differs | undefined } = {},
): Step[] {
  const steps: Step[] = []
  const left = before.filter((token) => !isInlineToken(token))
  const right = after.filter((token) => !isInlineToken(token))
  let old = 0
  let now = 0
  let leftAt = 0
  let rightAt = 0
  const upTo = (oldEnd: number, nowEnd: number) => {
    const at = caret === undefined || caret < now ? undefined : caret - now
    const [gone, come] = [before.slice(old, oldEnd), after.slice(now, nowEnd)]
    steps.push(...(differs ? told(gone, come, differs) : between(gone, come, at)))
    old = oldEnd
    now = nowEnd
  }
  for (const change of diffArrays(left, right, { comparator: isSame })) {
    if (change.removed) leftAt += change.count
    else if (change.added) rightAt += change.count
    else
      for (let count = 0; count < change.count; count++) {
        const oldToken = left[leftAt++]
        const nowToken = right[rightAt++]
        if (oldToken === undefined || nowToken === undefined) throw new Error('an alignment of nothing')
        upTo(before.indexOf(oldToken, old), after.indexOf(nowToken, now))
        steps.push({ kind: 'kept', before: oldToken, after: nowToken })
        old += 1
        now += 1
      }
  }
  upTo(before.length, after.length)
  return steps
}

export type Differs = (token: Token) => boolean

/** Goes along both texts at once: what neither side calls different stays, in the order in which it stands. */
function told(before: Token[], after: Token[], differs: Differs): Step[] {
  const steps: Step[] = []
  let old = 0
  let now = 0
  while (old < before.length || now < after.length) {
    const [from, since] = [old, now]
    while (isOwn(before[old], differs)) old++
    while (isOwn(after[now], differs)) now++
    if (old === from && now === since && !sameAt(before, old, after, now)) {
      // at the end of a block a file may have lost a space that stayed on the other side
      if (isSpace(before[old])) old++
      else if (isSpace(after[now])) now++
      // they say that the same stayed and it did not: what is left is compared
      else return [...steps, ...between(before.slice(old), after.slice(now))]
    }
    steps.push(...inOrder(before.slice(from, old), after.slice(since, now)))
    while (old < before.length && !isOwn(before[old], differs) && sameAt(before, old, after, now))
      steps.push(...kept(before.slice(old++, old), after.slice(now++, now)))
  }
  return steps
}

/** On this side alone: a block that is not on the other, or what says so of itself. */
const isOwn = (token: Token | undefined, differs: Differs) =>
  token !== undefined && (!isInlineToken(token) || differs(token))

const isSpace = (token: Token | undefined) => token?.kind === 'char' && token.text.trim() === ''

function between(before: Token[], after: Token[], caret = Number.POSITIVE_INFINITY): Step[] {
  const shorter = Math.min(before.length, after.length)
  let front = 0
  while (front < shorter && sameAt(before, front, after, front)) front++
  let back = 0
  const sameBehind = () => sameAt(before, before.length - 1 - back, after, after.length - 1 - back)
  while (back < shorter - front && sameBehind()) back++
  // of "ll" either may be the one just typed or taken out, and the caret knows which
  const most = caret - Math.max(0, after.length - before.length)
  for (; front > Math.max(0, most) && front + back === shorter && sameBehind(); front--) back++
  // a number that lost its last digit is another number: words are compared whole
  if (isRewritten(before.slice(front, before.length - back), after.slice(front, after.length - back))) {
    while (front > 0 && isWithinWord(before[front - 1])) front--
    while (back > 0 && isWithinWord(before[before.length - back])) back--
  }
  return [
    ...kept(before.slice(0, front), after.slice(0, front)),
    ...replaced(before.slice(front, before.length - back), after.slice(front, after.length - back)),
    ...kept(before.slice(before.length - back), after.slice(after.length - back)),
  ]
}

function sameAt(before: Token[], at: number, after: Token[], also: number): boolean {
  const one = before[at]
  const two = after[also]
  return one !== undefined && two !== undefined && isSame(one, two)
}

function kept(before: readonly Token[], after: readonly Token[]): Step[] {
  return before.map((token, at) => ({ kind: 'kept', before: token, after: after[at] ?? token }))
}

/** Longer replaced texts are compared word by word, so that a returned document shows what was changed in it. */
const A_SENTENCE = 40

function isRewritten(before: Token[], after: Token[]): boolean {
  return [before, after].every(
    (tokens) => tokens.length >= A_SENTENCE && tokens.every(({ kind }) => kind === 'char'),
  )
}

function replaced(before: Token[], after: Token[]): Step[] {
  if (!isRewritten(before, after)) return inOrder(before, after)
  const steps: Step[] = []
  let old = 0
  let now = 0
  const mine = before.map(word)
  const theirs = after.map(word)
  for (const change of diffWordsWithSpace(mine.join(''), theirs.join(''))) {
    const count = [...change.value].length
    if (change.removed) steps.push(...inOrder(before.slice(old, old + count), []))
    else if (change.added) steps.push(...inOrder([], after.slice(now, now + count)))
    else
      for (let at = 0; at < count; at++) {
        const one = before[old + at]
        const two = after[now + at]
        // it reads the same and may be suggested already
        if (one && two && isSame(one, two)) steps.push({ kind: 'kept', before: one, after: two })
        else steps.push(...inOrder(one ? [one] : [], two ? [two] : []))
      }
    if (!change.added) old += count
    if (!change.removed) now += count
  }
  return steps
}

const isWithinWord = (token: Token | undefined) => token?.kind === 'char' && /[\p{L}\p{N}]/u.test(token.text)
const word = (token: Token) => (token.kind === 'char' ? token.text : '')

/**
 * What went stands before what came. But text must stay in a block: where blocks went, what came stands before them.
 */
function inOrder(before: readonly Token[], after: readonly Token[]): Step[] {
  const blockAt = before.findIndex((token) => !isInlineToken(token))
  const cut = blockAt === -1 ? before.length : blockAt
  const removed = (token: Token): Step => ({ kind: 'removed', before: token })
  return [
    ...before.slice(0, cut).map(removed),
    ...after.map((token): Step => ({ kind: 'added', after: token })),
    ...before.slice(cut).map(removed),
  ]
}
