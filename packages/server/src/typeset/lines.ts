import type { TextBlock } from '@foreword/document/blocks'
import { blockOf } from './ink.ts'

/** A piece of one block on one numbered line. In a table several blocks share a line. */
export interface TypesetLine {
  line: number
  page: number
  blockId: string
  /** UTF-16 offsets in the block's text. A block's lines tile it: they leave no gap and do not overlap. */
  from: number
  to: number
  text: string
}

interface Run {
  page: number
  y: number
  ink: string
  text: string
}

/** What Typst calls the colour of a line number; nothing else on the page has it. */
const NUMBER_INK = '#8a847c'
/** Baselines of one line differ by less; those of two lines by more than ten. */
const SAME_LINE_PT = 1.5

/** The lines of the document, read from its drawing, in the order of the document. */
export function linesFromSvg(svg: string, blocks: readonly TextBlock[]): TypesetLine[] {
  const runs = runsOf(svg)
  const numbers = runs
    .filter((run) => run.ink === NUMBER_INK && /^\d+$/.test(run.text))
    .map(({ page, y, text }) => ({ page, y, line: Number(text) }))
    .sort((a, b) => a.line - b.line)
  const counts = new Map<number, Map<number, number>>()
  let near = 0
  for (const run of runs) {
    const inked = blockOf(run.ink, near)
    if (inked === null || inked.block >= blocks.length) continue
    near = inked.block
    const line = lineAt(numbers, run)
    const ofBlock = counts.get(near) ?? new Map<number, number>()
    ofBlock.set(line, (ofBlock.get(line) ?? 0) + (inked.isReference ? 1 : drawnLength(run.text)))
    counts.set(near, ofBlock)
  }
  const pageOfLine = new Map(numbers.map(({ line, page }) => [line, page]))
  const drawnOn = new Set([...counts.values()].flatMap((lines) => [...lines.keys()]))
  return blocks.flatMap((block, index) => tiled(block, counts.get(index) ?? new Map(), pageOfLine, drawnOn))
}

function tiled(
  block: TextBlock,
  counts: Map<number, number>,
  pageOfLine: Map<number, number>,
  drawnOn: Set<number>,
): TypesetLine[] {
  const numbers = [...counts.keys()]
  const blank = /^\s*/.exec(block.text)?.[0].split('\n').length ?? 1
  if (numbers.length === 0) return []
  const first = Math.min(...numbers) - (blank - 1)
  const last = Math.max(...numbers)
  const lines: TypesetLine[] = []
  let from = 0
  // an empty line of code is numbered though nothing is drawn on it, so a number between counts, unless another block
  // is on it: the footnotes between the two pages of a paragraph
  for (let line = first; line <= last; line++) {
    if (!counts.has(line) && drawnOn.has(line)) continue
    const to = line === last ? block.text.length : afterDrawn(block.text, from, counts.get(line) ?? 0)
    const text = block.text.slice(from, to)
    if (text !== '') lines.push({ line, page: pageOfLine.get(line) ?? 1, blockId: block.id, from, to, text })
    from = to
  }
  return lines
}

// what a face draws: spaces vanish at the end of a line, and format characters may be dropped in shaping
const drawn = /[^\s\p{Cc}\p{Cf}\p{Variation_Selector}]/u

function drawnLength(text: string): number {
  let length = 0
  for (const character of text) if (drawn.test(character)) length++
  return length
}

/** The offset after `count` drawn characters and the spaces that follow them on their line. */
function afterDrawn(text: string, from: number, count: number): number {
  let at = from
  let left = count
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
    if (drawn.test(character) && left-- === 0) return at
    at += character.length
    if (character === '\n' && left === 0) return at
  }
  return at
}

function lineAt(numbers: { page: number; y: number; line: number }[], run: Run): number {
  let above = 0
  let nearest: { line: number; distance: number } | undefined
  for (const { page, y, line } of numbers) {
    if (page !== run.page) continue
    const distance = Math.abs(y - run.y)
    if (distance < SAME_LINE_PT && (!nearest || distance < nearest.distance)) nearest = { line, distance }
    if (y <= run.y || above === 0) above = line
  }
  return nearest?.line ?? above
}

const tokens = /<g\b[^>]*>|<\/g>|class="tsel"[^>]*>([^<]*)</g

/** Every run of text in the drawing, with the page and the baseline that its nested groups put it at. */
function runsOf(svg: string): Run[] {
  const pageHeights = [...svg.matchAll(/class="typst-page"[^>]*data-page-height="([\d.]+)"/g)]
  const pageHeight = Number(pageHeights[0]?.[1])
  if (!Number.isFinite(pageHeight)) throw new Error('the drawing has no pages')
  const runs: Run[] = []
  const open: { y: number; ink: string }[] = [{ y: 0, ink: '' }]
  for (const [token, text] of svg.matchAll(tokens)) {
    const here = open.at(-1) ?? { y: 0, ink: '' }
    if (token === '</g>') open.pop()
    else if (text === undefined) open.push(entered(token, here))
    else {
      const page = Math.floor(here.y / pageHeight)
      runs.push({ page: page + 1, y: here.y - page * pageHeight, ink: here.ink, text: unescaped(text) })
    }
  }
  return runs
}

function entered(group: string, outer: { y: number; ink: string }): { y: number; ink: string } {
  const moved = /transform="translate\([^,)]*,\s*(-?[\d.]+)\)/.exec(group)?.[1]
  const ink = /\bfill="(#[0-9a-f]+)"/.exec(group)?.[1]
  return { y: outer.y + Number(moved ?? 0), ink: ink ?? outer.ink }
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function unescaped(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
