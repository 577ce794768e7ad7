/* Lists as other programs put them on the clipboard, as lists. */
import { element, isElement, type Pasted, type PastedElement, styleOf, textOf } from './tree.ts'

const isList = (node: Pasted): node is PastedElement =>
  isElement(node) && (node.tag === 'ul' || node.tag === 'ol')

/** Google puts a list within a list beside its item and not into it. */
export function nestedInItems(children: readonly Pasted[]): Pasted[] {
  const items: Pasted[] = []
  for (const child of children) {
    // the space a page is laid out with
    if (!isElement(child) && child.trim() === '') continue
    const last = items.at(-1)
    if (!isList(child)) items.push(child)
    else if (last !== undefined && isElement(last) && last.tag === 'li')
      items[items.length - 1] = { ...last, children: [...last.children, child] }
    else items.push(element('li', [child]))
  }
  return items
}

/** An item of one of Word's lists, which are paragraphs that say how deep they stand. */
export interface WordItem {
  level: number
  tag: 'ul' | 'ol'
  start: number
}

/** What a paragraph of Word says of the list it is in; undefined for one that is in none. */
export function wordItemOf(paragraph: PastedElement): WordItem | undefined {
  if (paragraph.tag !== 'p') return undefined
  const level = /\blevel(\d)\b/.exec(styleOf(paragraph).get('mso-list') ?? '')?.[1]
  if (level === undefined) return undefined
  const [, counted] = /^[\s(]*(\d{1,6}|[a-z]{1,7})[.)]/i.exec(markerOf(paragraph)) ?? []
  const start = Number(counted)
  return { level: Number(level), tag: counted === undefined ? 'ul' : 'ol', start: start >= 0 ? start : 1 }
}

/** The bullet or number that Word draws before an item; the list draws its own. */
export const isMarker = (node: PastedElement) => styleOf(node).get('mso-list') === 'ignore'

function markerOf(node: PastedElement): string {
  if (isMarker(node)) return textOf(node.children)
  return node.children.map((child) => (isElement(child) ? markerOf(child) : '')).join('')
}

interface OpenList {
  level: number
  tag: 'ul' | 'ol'
  start: number
  items: Pasted[][]
}

/** Puts paragraphs of Word's lists, each with what it holds by now, into lists within lists. */
export function listsOf(items: readonly (WordItem & { content: readonly Pasted[] })[]): PastedElement[] {
  const done: PastedElement[] = []
  const open: OpenList[] = []
  const close = () => {
    const list = open.pop()
    if (list === undefined) return
    const made = element(
      list.tag,
      list.items.map((content) => element('li', content)),
      list.tag === 'ol' && list.start !== 1 ? { start: String(list.start) } : {},
    )
    const around = open.at(-1)?.items.at(-1)
    if (around === undefined) done.push(made)
    else around.push(made)
  }
  for (const { level, tag, start, content } of items) {
    while ((open.at(-1)?.level ?? 0) > level) close()
    const here = open.at(-1)
    if (here?.level === level && here.tag !== tag) close()
    const list = open.at(-1)
    if (list?.level === level) list.items.push([element('p', content)])
    else open.push({ level, tag, start, items: [[element('p', content)]] })
  }
  while (open.length > 0) close()
  return done
}
