import { type Hunk, hunksBetween } from '../hunks.ts'
import type { NodeJson } from '../json.ts'

type Inline = readonly NodeJson[]

/**
 * The words of a block with the changes of both sides, or null where both changed the same words: then somebody has to
 * choose. Marks count as a part of the word.
 */
export function mergedText(base: Inline, ours: Inline, theirs: Inline): NodeJson[] | null {
  const words = tokens(base)
  const [left, right] = [hunksBetween(words, tokens(ours), key), hunksBetween(words, tokens(theirs), key)]
  const all = [...left]
  for (const hunk of right) {
    if (left.some((other) => same(other, hunk))) continue
    if (left.some((other) => meet(other, hunk))) return null
    all.push(hunk)
  }
  all.sort((a, b) => a.start - b.start)
  const out: NodeJson[] = []
  let at = 0
  for (const { start, end, put } of all) {
    out.push(...words.slice(at, start), ...put)
    at = end
  }
  out.push(...words.slice(at))
  return joined(out)
}

/** Words, spaces and signs, each with its marks; a line break is one. */
function tokens(content: Inline): NodeJson[] {
  return content.flatMap((node) => {
    if (node.type !== 'text') return [node]
    return (
      (node.text ?? '').match(/[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]/gu)?.map((text) => ({ ...node, text })) ?? []
    )
  })
}

const key = (node: NodeJson) => JSON.stringify([node.type, node.text, node.marks ?? [], node.content])

const same = (a: Hunk<NodeJson>, b: Hunk<NodeJson>) =>
  a.start === b.start && a.end === b.end && a.put.map(key).join() === b.put.map(key).join()

/** They touch the same words, or put words in at the same place. */
function meet(a: Hunk<NodeJson>, b: Hunk<NodeJson>): boolean {
  return a.start === b.start || (a.start < b.end && b.start < a.end)
}

function joined(nodes: NodeJson[]): NodeJson[] {
  const out: NodeJson[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    const joins =
      last?.type === 'text' &&
      node.type === 'text' &&
      JSON.stringify(last.marks) === JSON.stringify(node.marks)
    if (joins) out[out.length - 1] = { ...last, text: `${last.text}${node.text}` }
    else out.push(node)
  }
  return out
}
