import type { NodeJson } from '../json.ts'

/** A block with what its paragraph said about where it belongs; flat, in the order of the file. */
export interface Line {
  block: NodeJson
  /** The quotes it stands in, the outermost first. */
  quotes: readonly number[]
  item: { numId: string; level: number; ordered: boolean; number: number } | null
  /** It belongs to the list item open at this level. */
  inItem: number | null
  /** Markers that stand before it. */
  before: NodeJson[]
}

/** Quotes and lists out of flat lines: those of one quote, and the items of one list, stand beside each other. */
export function blocksOf(lines: readonly Line[]): NodeJson[] {
  const out: NodeJson[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (!line) break
    out.push(...line.before)
    const [quote] = line.quotes
    if (quote !== undefined) {
      const end = endOf(lines, at, (each) => each.quotes[0] === quote)
      out.push({ type: 'blockquote', content: blocksOf(lines.slice(at, end).map(inner)) })
      at = end
    } else if (line.item) {
      const end = endOf(
        lines,
        at,
        (each) => each.quotes.length === 0 && (each.item !== null || each.inItem !== null),
      )
      out.push(...listsOf(lines.slice(at, end)))
      at = end
    } else {
      if (line.block.type === 'codeBlock' && joins(out.at(-1), line)) join(out, line.block)
      else out.push(line.block)
      at += 1
    }
  }
  return out
}

/** After the first, up to a line that does not belong or has something before it. */
function endOf(lines: readonly Line[], from: number, belongs: (line: Line) => boolean): number {
  let end = from + 1
  for (let line = lines[end]; line && line.before.length === 0 && belongs(line); line = lines[end]) end += 1
  return end
}

function inner(line: Line, at: number): Line {
  return { ...line, before: at === 0 ? [] : line.before, quotes: line.quotes.slice(1) }
}

/** Word has a paragraph for each line of code; a block of ours that was exported has an id and is one paragraph. */
function joins(last: NodeJson | undefined, line: Line): boolean {
  return last?.type === 'codeBlock' && line.before.length === 0 && line.block.attrs?.id === undefined
}

function join(out: NodeJson[], block: NodeJson): void {
  const last = out.at(-1)
  const text = [last, block].map((each) => each?.content?.[0]?.text ?? '').join('\n')
  if (last) out[out.length - 1] = { ...last, content: [{ type: 'text', text }] }
}

interface OpenList {
  level: number
  numId: string
  node: NodeJson & { content: NodeJson[] }
}

function listsOf(lines: readonly Line[]): NodeJson[] {
  const tops: NodeJson[] = []
  let open: OpenList[] = []
  const itemAt = (level: number) => open.findLast((list) => list.level <= level)?.node.content.at(-1)
  for (const { item, inItem, block } of lines) {
    if (!item) {
      itemAt(inItem ?? 0)?.content?.push(block)
      continue
    }
    open = open.filter((list) => list.level <= item.level)
    const last = open.at(-1)
    if (last?.level === item.level && last.numId !== item.numId) open = open.slice(0, -1)
    if (open.at(-1)?.level !== item.level) {
      const node: OpenList['node'] = item.ordered
        ? { type: 'orderedList', attrs: { start: item.number }, content: [] }
        : { type: 'bulletList', content: [] }
      const holder = open.at(-1)?.node.content.at(-1)
      if (holder) holder.content?.push(node)
      else tops.push(node)
      open.push({ level: item.level, numId: item.numId, node })
    }
    open.at(-1)?.node.content.push({ type: 'listItem', content: [block] })
  }
  return tops
}
