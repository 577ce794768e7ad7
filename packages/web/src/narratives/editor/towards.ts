import { schema } from '@foreword/document/schema'
import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'

/**
 * Turns the transaction's document into `target`. Where only marks and attributes differ nothing is replaced, so that
 * carets and what is washed on the sheet stay where they are.
 */
export function towards(tr: Transaction, target: Node): Transaction {
  const from = tr.doc.content.findDiffStart(target.content)
  const ends = tr.doc.content.findDiffEnd(target.content)
  if (from === null || ends === null) return tr
  // in "aa" the ends of the difference may lie before its start
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  const a = ends.a + overlap
  const b = ends.b + overlap
  if (a === b && restyle(tr, target, from, b)) return tr
  // where the two sides do not fit into each other at these depths it fails, and changes nothing
  tr.maybeStep(new ReplaceStep(from, a, target.slice(from, b)))
  if (!tr.doc.eq(target)) replaceParts(tr, target)
  return tr
}

/** Sets marks and attributes between two places; false, with nothing done, when that does not give the target. */
function restyle(tr: Transaction, target: Node, from: number, to: number): boolean {
  const steps = tr.steps.length
  if (!sameSkeleton(tr.doc, target, from, to)) return false
  target.nodesBetween(from, to, (node, position) => {
    if (node.isText) {
      const start = Math.max(from, position)
      const end = Math.min(to, position + node.nodeSize)
      for (const type of Object.values(schema.marks)) tr.removeMark(start, end, type)
      for (const mark of node.marks) tr.addMark(start, end, mark)
      return
    }
    const here = tr.doc.nodeAt(position)
    for (const [name, value] of Object.entries(node.attrs))
      if (JSON.stringify(here?.attrs[name]) !== JSON.stringify(value))
        tr.setNodeAttribute(position, name, value)
  })
  if (!tr.doc.eq(target)) throw new Error('the same text with other marks is another text')
  return tr.steps.length > steps
}

/** Whether both have the same letters in the same kinds of blocks there. */
function sameSkeleton(one: Node, two: Node, from: number, to: number): boolean {
  return skeleton(one, from, to) === skeleton(two, from, to)
}

function skeleton(document: Node, from: number, to: number): string {
  let shape = ''
  document.nodesBetween(from, to, (node, position) => {
    if (node.isText) shape += node.text?.slice(Math.max(0, from - position), to - position) ?? ''
    else shape += `\u0000${node.type.name}${position}\u0000`
  })
  return shape
}

function replaceParts(tr: Transaction, target: Node) {
  const before = tr.doc
  let front = 0
  while (
    front < Math.min(before.childCount, target.childCount) &&
    before.child(front).eq(target.child(front))
  )
    front++
  let back = 0
  const left = () => before.childCount - back > front && target.childCount - back > front
  while (left() && before.child(before.childCount - 1 - back).eq(target.child(target.childCount - 1 - back)))
    back++
  const positionOf = (document: Node, index: number) =>
    document.children.slice(0, index).reduce((sum, part) => sum + part.nodeSize, 0)
  tr.replaceWith(
    positionOf(before, front),
    positionOf(before, before.childCount - back),
    target.children.slice(front, target.childCount - back),
  )
}
