import { nodeAt, textBlocks } from '../blocks.ts'
import type { DocumentJson } from '../json.ts'
import type { Passage } from './finding.ts'

/**
 * A draft is checked as if its suggestions were accepted. This leads a passage of that text back to the draft, whose
 * blocks still hold the words that somebody proposes to take out.
 */
export function inDraft(draft: DocumentJson): (passage: Passage) => Passage {
  const kept = new Map<string, number[]>()
  for (const { id, path } of textBlocks(draft)) {
    const offsets: number[] = []
    let at = 0
    for (const node of nodeAt(draft, path)?.content ?? []) {
      const length = node.type === 'text' ? (node.text ?? '').length : 1
      const isTakenOut = node.marks?.some(({ type }) => type === 'deleted') ?? false
      if (!isTakenOut) for (let n = 0; n < length; n++) offsets.push(at + n)
      at += length
    }
    if (offsets.length < at) kept.set(id, [...offsets, at])
  }
  return (passage) => {
    const offsets = kept.get(passage.block)
    if (!offsets) return passage
    const from = offsets[passage.from] ?? passage.from
    const to = passage.to > passage.from ? (offsets[passage.to - 1] ?? passage.to - 1) + 1 : from
    return { block: passage.block, from, to }
  }
}
