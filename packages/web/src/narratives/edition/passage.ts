import type { SetLine } from './setting.ts'

/** A passage of an edition as it is selected; `blockId`, `from`, `to` and `quote` are what the server takes. */
export interface EditionPassage {
  blockId: string
  /** UTF-16 offsets in the block's text, on borders of what a reader sees as one character. */
  from: number
  to: number
  quote: string
  page: number
  line: number
  lastLine: number
}

const MOST_QUOTED = 4000

/** Snapped outwards to whole characters as readers see them; null when nothing but space is left. */
export function passageOf(
  block: { id: string; text: string },
  range: { from: number; to: number },
  lines: readonly SetLine[],
): EditionPassage | null {
  const { text } = block
  let from = Math.max(0, Math.min(range.from, text.length))
  let to = Math.max(from, Math.min(range.to, text.length, from + MOST_QUOTED))
  while (from < to && /\s/.test(text[from] ?? '')) from++
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--
  if (from >= to) return null
  ;[from, to] = snapped(text, from, to)
  const touched = lines.filter((line) => line.block === block.id && line.from < to && line.to > from)
  const first = touched[0]
  const last = touched.at(-1)
  if (first === undefined || last === undefined) return null
  return {
    blockId: block.id,
    from,
    to,
    quote: text.slice(from, to),
    page: first.page,
    line: first.line,
    lastLine: last.line,
  }
}

function snapped(text: string, from: number, to: number): [number, number] {
  const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)
  const first = characters.containing(from)
  const last = characters.containing(to - 1)
  return [first?.index ?? from, last ? last.index + last.segment.length : to]
}

/** What the browser has selected on this sheet: a stretch of one block, of several the first with words in it. */
export function selectedOn(sheet: HTMLElement): { blockId: string; from: number; to: number } | null {
  const selection = sheet.ownerDocument.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!range.intersectsNode(sheet)) return null
  let found: { blockId: string; from: number; to: number } | null = null
  for (const line of sheet.querySelectorAll<HTMLElement>('.edition-line')) {
    if (!range.intersectsNode(line)) {
      if (found) break
      continue
    }
    const blockId = line.closest<HTMLElement>('[data-block]')?.dataset.block
    const part = withinLine(line, range)
    if (blockId === undefined || part === null) continue
    if (found === null) found = { blockId, ...part }
    else if (found.blockId === blockId) found.to = part.to
    else break
  }
  return found
}

function withinLine(line: HTMLElement, range: Range): { from: number; to: number } | null {
  const start = Number(line.dataset.from)
  const whole = line.textContent ?? ''
  const from = line.contains(range.startContainer)
    ? lengthBefore(line, range.startContainer, range.startOffset)
    : 0
  const to = line.contains(range.endContainer)
    ? lengthBefore(line, range.endContainer, range.endOffset)
    : whole.length
  return whole.slice(from, to).trim() === '' ? null : { from: start + from, to: start + to }
}

function lengthBefore(line: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(line, 0)
  before.setEnd(node, offset)
  return before.toString().length
}
