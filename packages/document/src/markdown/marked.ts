import type { NodeJson } from '../json.ts'
import { MARKER } from './marker.ts'
import type { FoundPart } from './structure.ts'

/**
 * The structure of a file that we wrote ourselves: `<!-- foreword:part=… -->` opens a part,
 * `<!-- foreword:question -->` says that the next heading is a question, `<!-- foreword:end -->` closes its answer.
 */
export function isMarked(blocks: readonly NodeJson[]): boolean {
  return blocks.some((block) => block.type === MARKER && block.text?.startsWith('part='))
}

export function markedParts(blocks: readonly NodeJson[]): FoundPart[] {
  const parts: FoundPart[] = []
  let entry: NodeJson | null = null
  let asks = false
  const put = (block: NodeJson) => {
    const last = parts.at(-1)
    if (last) last.blocks.push(block)
    else parts.push({ part: 'other', blocks: [block] })
  }
  for (const block of blocks) {
    if (block.type === MARKER) {
      asks = block.text === 'question'
      entry = null
      if (block.text?.startsWith('part=')) parts.push({ part: block.text.slice('part='.length), blocks: [] })
    } else if (asks && block.type === 'heading') {
      asks = false
      const own = block.attrs?.id === undefined ? {} : { attrs: { id: block.attrs.id } }
      entry = { type: 'faqEntry', content: [{ type: 'faqQuestion', ...own, content: block.content ?? [] }] }
      put(entry)
    } else if (entry) entry.content?.push(block)
    else put(block)
  }
  return parts
}
