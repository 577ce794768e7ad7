import { canonical } from '../canonical.ts'
import { withIds } from '../ids.ts'
import { type DocumentJson, idOf, isTextBlock, type NewId, type NodeJson, textOf } from '../json.ts'
import { repaired } from '../repair.ts'
import { mergedText } from './merge-text.ts'

/** Where both sides changed the same words: the draft keeps its own. */
export interface Clash {
  block: string
  draft: string
  theirs: string
}

export interface Merged {
  document: DocumentJson
  clashes: Clash[]
}

/**
 * The draft with the changes that another copy made since `base`: only what differs between `base` and `theirs` is
 * touched, so that what was written in the draft meanwhile stays. Blocks are the same by their ids. A block that one
 * side deleted and the other changed stays, and so do the draft's words where both changed the same ones.
 */
export function merged(base: DocumentJson, draft: DocumentJson, theirs: DocumentJson, newId: NewId): Merged {
  const clashes: Clash[] = []
  const [old, ours, others] = [canonical(base), canonical(draft), canonical(theirs)]
  const content = mergedChildren(old.content, ours.content, others.content, clashes)
  const whole = withIds(repaired(content), newId)
  return { document: canonical({ ...whole, attrs: ours.attrs ?? {} }), clashes }
}

const same = (a: NodeJson, b: NodeJson) => JSON.stringify(a) === JSON.stringify(b)

function mergedNode(base: NodeJson, ours: NodeJson, theirs: NodeJson, clashes: Clash[]): NodeJson {
  if (same(theirs, base) || same(ours, theirs)) return ours
  if (same(ours, base)) return theirs
  const attrs = mergedAttrs(base, ours, theirs)
  if (isTextBlock(ours) && isTextBlock(theirs) && isTextBlock(base)) {
    const content = mergedText(base.content ?? [], ours.content ?? [], theirs.content ?? [])
    if (content)
      return {
        ...(same({ ...theirs, content: [] }, { ...base, content: [] }) ? ours : theirs),
        attrs,
        content,
      }
    clashes.push({ block: idOf(ours), draft: textOf(ours), theirs: textOf(theirs) })
    return ours
  }
  if (ours.type !== theirs.type || isTextBlock(ours)) {
    clashes.push({ block: idOf(ours), draft: wordsIn(ours), theirs: wordsIn(theirs) })
    return ours
  }
  const content = mergedChildren(base.content ?? [], ours.content ?? [], theirs.content ?? [], clashes)
  return { ...ours, attrs, content }
}

/** Each attribute by itself; where both changed one, the draft's. One that is not there says that nothing is proposed. */
function mergedAttrs(base: NodeJson, ours: NodeJson, theirs: NodeJson): Record<string, unknown> {
  const [old, own, other] = [base.attrs ?? {}, ours.attrs ?? {}, theirs.attrs ?? {}]
  const is = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const names = new Set([...Object.keys(own), ...Object.keys(other)])
  return Object.fromEntries(
    [...names]
      .map((name) => [name, is(own[name], old[name]) ? other[name] : own[name]])
      .filter(([, value]) => value !== undefined),
  )
}

function mergedChildren(
  base: NodeJson[],
  ours: NodeJson[],
  theirs: NodeJson[],
  clashes: Clash[],
): NodeJson[] {
  const [inBase, inOurs, inTheirs] = [base, ours, theirs].map(
    (list) => new Map(list.map((node) => [idOf(node), node])),
  )
  if (!inBase || !inOurs || !inTheirs) return ours
  const kept = (id: string): NodeJson | null => {
    const [old, own, other] = [inBase.get(id), inOurs.get(id), inTheirs.get(id)]
    if (old && own && other) return mergedNode(old, own, other, clashes)
    if (!old) return own ?? other ?? null
    const left = own ?? other
    if (!left || same(left, old)) return null
    // deleted on one side and rewritten on the other: words are not lost
    clashes.push({ block: id, draft: own ? wordsIn(own) : '', theirs: other ? wordsIn(other) : '' })
    return left
  }
  const hasMoved = order(theirs, inBase).join() !== order(base, inTheirs).join()
  const [skeleton, beside] = hasMoved ? [theirs, ours] : [ours, theirs]
  const out: NodeJson[] = []
  for (const node of skeleton) {
    const keep = kept(idOf(node))
    if (keep) out.push(keep)
  }
  const inSkeleton = new Set(skeleton.map(idOf))
  beside.forEach((node, at) => {
    if (inSkeleton.has(idOf(node))) return
    const keep = kept(idOf(node))
    if (keep) insertAfter(out, beside.slice(0, at).map(idOf), keep)
  })
  return out
}

const order = (nodes: NodeJson[], among: Map<string, NodeJson>) =>
  nodes.map(idOf).filter((id) => among.has(id))

/** Behind the nearest of those that stood before it, or first. */
function insertAfter(out: NodeJson[], before: string[], node: NodeJson): void {
  for (const id of before.toReversed()) {
    const at = out.findIndex((each) => idOf(each) === id)
    if (at === -1) continue
    out.splice(at + 1, 0, node)
    return
  }
  out.unshift(node)
}

function wordsIn(node: NodeJson): string {
  if (isTextBlock(node)) return textOf(node)
  return (node.content ?? []).map(wordsIn).filter(Boolean).join('\n')
}
