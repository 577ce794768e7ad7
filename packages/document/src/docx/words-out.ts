import { idOf, type NodeJson } from '../json.ts'
import { safeLink } from '../links.ts'
import { bookmarksFor, linkId, type Passage, type Writing } from './writing.ts'
import { escaped, tag, val } from './xml-out.ts'

/** The runs of a text block. They are cut where a comment begins or ends. */
export function runsOf(content: readonly NodeJson[], passages: readonly Passage[], writing: Writing): string {
  const cuts = new Set(passages.flatMap(({ from, to }) => [from, to]))
  let at = 0
  let out = ''
  const signs = () => {
    for (const { to, numbers } of passages) if (to === at) out += numbers.map(rangeEnd).join('')
    for (const { from, numbers } of passages) if (from === at) out += numbers.map(rangeStart).join('')
  }
  signs()
  for (const node of content) {
    if (node.type === 'footnote') {
      out += noteOut(node, writing)
      at += 1
      if (cuts.has(at)) signs()
      continue
    }
    for (const piece of cutAt(node, at, cuts)) {
      out += runOf(piece, writing)
      at += lengthOf(piece)
      if (cuts.has(at)) signs()
    }
  }
  // a passage that ends behind the text ends with it
  for (const { to, numbers } of passages) if (to > at) out += numbers.map(rangeEnd).join('')
  return out
}

/** A note's words go into a part of their own; a comment on them stands on its sign, for Word has none on notes. */
function noteOut(node: NodeJson, writing: Writing): string {
  const { start, end } = bookmarksFor(idOf(node), [], writing)
  const sign = tag('w:rPr', {}, val('vertAlign', 'superscript'))
  const words = tag('w:r', {}, sign, tag('w:footnoteRef')) + runsOf(node.content ?? [], [], writing)
  writing.notes.push(tag('w:p', {}, start, words, end))
  const numbers = (writing.passages.get(idOf(node)) ?? []).flatMap((passage) => passage.numbers)
  const reference = tag('w:r', {}, sign, tag('w:footnoteReference', { 'w:id': writing.notes.length }))
  return numbers.map(rangeStart).join('') + reference + numbers.map(rangeEnd).join('')
}

const rangeStart = (number: number) => tag('w:commentRangeStart', { 'w:id': number })
const rangeEnd = (number: number) =>
  tag('w:commentRangeEnd', { 'w:id': number }) + tag('w:r', {}, tag('w:commentReference', { 'w:id': number }))

const lengthOf = (node: NodeJson) => (node.type === 'text' ? (node.text ?? '').length : 1)

function cutAt(node: NodeJson, start: number, cuts: ReadonlySet<number>): NodeJson[] {
  if (node.type !== 'text') return [node]
  const text = node.text ?? ''
  const inner = [...cuts].filter((cut) => cut > start && cut < start + text.length).sort((a, b) => a - b)
  const borders = [0, ...inner.map((cut) => cut - start), text.length]
  return borders.slice(1).map((end, at) => ({ ...node, text: text.slice(borders[at], end) }))
}

function runOf(node: NodeJson, writing: Writing): string {
  if (node.type === 'hardBreak') return tag('w:r', {}, tag('w:br'))
  const has = (type: string) => node.marks?.some((mark) => mark.type === type) ?? false
  const href = safeLink(node.marks?.find(({ type }) => type === 'link')?.attrs?.href)
  const properties = [
    // one style to a run: a link shows that it is one, and inline code keeps its style even then
    has('code') ? val('rStyle', 'InlineCode') : href === null ? '' : val('rStyle', 'Hyperlink'),
    has('strong') ? tag('w:b') : '',
    has('em') ? tag('w:i') : '',
    has('strike') ? tag('w:strike') : '',
  ].join('')
  const run = tag('w:r', {}, properties === '' ? '' : tag('w:rPr', {}, properties), wordsOut(node.text ?? ''))
  return href === null ? run : tag('w:hyperlink', { 'r:id': linkId(href, writing) }, run)
}

/** Lines of code become lines of the same paragraph. */
export function wordsOut(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '' : `<w:t xml:space="preserve">${escaped(line)}</w:t>`))
    .join(tag('w:br'))
}
