import type { MarkJson } from '../json.ts'
import { safeLink } from '../links.ts'
import { type Inline, inlineText, settled, textNode } from '../markdown/inline.ts'
import { blockOfBookmark } from './names.ts'
import { allNamed, hasPicture, pictureIn } from './pictures-in.ts'
import { COMMENTED, PARAGRAPH, type Reading, TRACKED, type Words } from './reading.ts'
import { isTracking, nameOfParagraph, restyledBy, type Tracked, trackerOf } from './tracked.ts'
import { childNamed, elementsOf, isOn, textIn, valOf, type Xml } from './xml.ts'

/** Elements that only hold others. Of tracked changes only those are here that this side of the text has. */
const holders = new Set(['w:smartTag', 'w:customXml', 'w:dir', 'w:bdo', 'w:sdtContent', 'w:rubyBase'])

interface At {
  marks: readonly MarkJson[]
  href: string | null
  tracked: Tracked | null
}

/** The words of one paragraph, with what people made bold or linked, and the comments on them. */
export function wordsOf(paragraph: Xml, reading: Reading): Words {
  const words: Words = { content: [], bookmarks: [], boxes: [] }
  const begun = new Map<string, { name: string; at: number }>()
  const enclosing: string[] = []
  const name = nameOfParagraph(paragraph)
  const length = () => inlineText(words.content).length

  function visit(node: Xml, at: At): void {
    if (node.name === 'w:bookmarkStart') {
      const name = node.attrs['w:name'] ?? ''
      begun.set(node.attrs['w:id'] ?? '', { name, at: length() })
      words.bookmarks.push(name)
    } else if (node.name === 'w:bookmarkEnd') {
      const start = begun.get(node.attrs['w:id'] ?? '')
      if (start && length() > start.at) enclosing.push(start.name)
    } else if (node.name === 'w:commentRangeStart') {
      const id = node.attrs['w:id'] ?? ''
      reading.open.add(id)
    } else if (node.name === 'w:commentRangeEnd') reading.open.delete(node.attrs['w:id'] ?? '')
    else if (node.name === 'w:commentReference') onWordBefore(node.attrs['w:id'] ?? '')
    else if (node.name === 'w:hyperlink') {
      const target = reading.of.targets.get(node.attrs['r:id'] ?? '')
      const href = target?.isExternal
        ? `${target.target}${node.attrs['w:anchor'] ? `#${node.attrs['w:anchor']}` : ''}`
        : null
      inside(node, { ...at, href: href ?? at.href })
    } else if (node.name === 'w:fldSimple')
      inside(node, { ...at, href: addressIn(node.attrs['w:instr']) ?? at.href })
    else if (node.name === 'w:r') run(node, at)
    else if (node.name === 'w:sdt') inside(childNamed(node, 'w:sdtContent') ?? node, at)
    else if (node.name === 'm:oMath' || node.name === 'm:oMathPara') put(mathOf(node), at)
    else if (isTracking(node)) inside(node, { ...at, tracked: trackedWithin(node, at.tracked) })
    else if (holders.has(node.name)) inside(node, at)
    else leaves[node.name]?.(node, at)
  }

  const inside = (node: Xml, at: At) => {
    for (const child of elementsOf(node)) visit(child, at)
  }

  function run(node: Xml, at: At): void {
    const properties = childNamed(node, 'w:rPr')
    const tracked = at.tracked ?? restyledBy(properties, 'w:rPrChange')
    inside(node, { ...at, marks: marksOf(properties, reading), tracked })
  }

  /** What a run holds, by the name of its element. */
  const leaves: Record<string, (node: Xml, at: At) => void> = {
    'w:t': (node, at) => put(textIn(node), at),
    'w:delText': (node, at) => put(textIn(node), at),
    'w:tab': (_, at) => put(' ', at),
    'w:ptab': (_, at) => put(' ', at),
    'w:noBreakHyphen': (_, at) => put('\u2011', at),
    'w:sym': (node, at) => put(symbolOf(node), at),
    'w:cr': () => lineBreak(),
    'w:br': (node) => {
      if (['textWrapping', undefined].includes(node.attrs['w:type'])) lineBreak()
    },
    'w:fldChar': (node) => field(node.attrs['w:fldCharType'] ?? ''),
    'w:instrText': (node) => instruction(node),
    'w:delInstrText': (node) => instruction(node),
    'w:footnoteReference': (node, at) => note(reading.of.footnotes, 'w:footnote', node, at),
    'w:endnoteReference': (node, at) => note(reading.of.endnotes, 'w:endnote', node, at),
    'w:drawing': (node) => drawing(node),
    'w:pict': (node) => drawing(node),
    'w:object': (node) => drawing(node),
    'w:ruby': (node, at) => inside(childNamed(node, 'w:rubyBase') ?? node, at),
    'mc:AlternateContent': (node, at) =>
      inside(childNamed(node, 'mc:Choice') ?? childNamed(node, 'mc:Fallback') ?? node, at),
  }

  function put(text: string, at: At): void {
    const last = reading.fields.at(-1)
    if (text === '' || (last && !last.isShown)) return
    const href = safeLink(
      at.href ?? reading.fields.map(({ instruction }) => addressIn(instruction)).findLast(Boolean) ?? null,
    )
    const marks: MarkJson[] = [...at.marks]
    if (href !== null) marks.push({ type: 'link', attrs: { href, title: null } })
    if (name !== null) marks.push({ type: PARAGRAPH, attrs: { name } })
    if (at.tracked) marks.push({ type: TRACKED, attrs: { by: at.tracked } })
    if (reading.open.size > 0) {
      for (const id of reading.open) reading.met.add(id)
      marks.push({ type: COMMENTED, attrs: { ids: [...reading.open].sort() } })
    }
    words.content.push(textNode(text, marks))
  }

  function lineBreak(): void {
    if (reading.fields.every(({ isShown }) => isShown)) words.content.push({ type: 'hardBreak' })
  }

  function instruction(node: Xml): void {
    const last = reading.fields.at(-1)
    if (last) last.instruction += textIn(node)
  }

  function field(kind: string): void {
    if (kind === 'begin') reading.fields.push({ instruction: '', isShown: false })
    const last = reading.fields.at(-1)
    if (kind === 'separate' && last) last.isShown = true
    if (kind === 'end') reading.fields.pop()
  }

  function note(part: Xml | null, name: string, node: Xml, at: At): void {
    const number = node.attrs['w:id']
    const found = elementsOf(part ?? undefined).find(
      (each) => each.name === name && each.attrs['w:id'] === number,
    )
    if (!found) return
    // a note cannot stand in a note: there its sign does
    if (reading.isInNote) {
      put(`[${number}]`, at)
      return
    }
    if (reading.fields.some(({ isShown }) => !isShown)) return
    reading.isInNote = true
    const paragraphs = elementsOf(found).filter((each) => each.name === 'w:p')
    const read = paragraphs.map((each) => wordsOf(each, reading))
    reading.isInNote = false
    const own = read.flatMap(({ bookmarks }) => bookmarks.map(blockOfBookmark)).find((name) => name !== null)
    const [first] = paragraphs
    const id = own ?? (first ? nameOfParagraph(first) : null)
    words.content.push({
      type: 'footnote',
      attrs: id === null ? {} : { id },
      ...(at.tracked ? { marks: [{ type: TRACKED, attrs: { by: at.tracked } }] } : {}),
      content: settled(read.flatMap(({ content }, place) => inOneLine(content, place > 0))),
    })
  }

  function drawing(node: Xml): void {
    const boxes = allNamed(node, 'w:txbxContent')
    // a box is written twice, for new and for old readers: the first of the two is enough
    const [box] = boxes
    if (box) words.boxes.push(...elementsOf(box))
    else if (hasPicture(node)) words.content.push(pictureIn(node, reading))
  }

  /** A comment without a passage belongs to the word that it was put behind. */
  function onWordBefore(id: string): void {
    if (reading.met.has(id)) return
    const at = words.content.findLastIndex(({ type }) => type === 'text')
    const last = words.content[at]
    if (!last) return
    reading.met.add(id)
    const held = last.marks?.find(({ type }) => type === COMMENTED)?.attrs?.ids
    const ids = [...(Array.isArray(held) ? held : []), id].sort()
    const others = (last.marks ?? []).filter(({ type }) => type !== COMMENTED)
    words.content[at] = { ...last, marks: [...others, { type: COMMENTED, attrs: { ids } }] }
  }

  inside(paragraph, { marks: [], href: null, tracked: null })
  // a bookmark around this paragraph's words says more of it than one left at its edge by a deletion
  words.bookmarks = [...enclosing, ...words.bookmarks.filter((name) => !enclosing.includes(name))]
  return words
}

/** Who put it in and, where another took it out again, who did that. */
function trackedWithin(node: Xml, around: Tracked | null): Tracked {
  return around ? { ...around, struck: trackerOf(node) } : { ...trackerOf(node), what: 'words', struck: null }
}

/** A note is one line of text, whatever its author made of it. */
function inOneLine(content: Inline, isLater: boolean): Inline {
  const words = content.flatMap((node): Inline => {
    if (node.type === 'text') return [node]
    const alt = node.attrs?.alt
    return [textNode(typeof alt === 'string' ? alt : ' ')]
  })
  return isLater && words.length > 0 ? [textNode(' '), ...words] : words
}

const monospaced =
  /^(?:courier|consolas|menlo|monaco|lucida console|source code|roboto mono|cascadia|dejavu sans mono)/i

function marksOf(properties: Xml | undefined, reading: Reading): MarkJson[] {
  const style = reading.styles.get(valOf(properties, 'w:rStyle') ?? '')
  const on = new Set<string>(style?.marks)
  const set = (mark: string, name: string) => {
    if (childNamed(properties, name) === undefined) return
    if (isOn(properties, name)) on.add(mark)
    else on.delete(mark)
  }
  set('strong', 'w:b')
  set('em', 'w:i')
  set('strike', 'w:strike')
  if (isOn(properties, 'w:dstrike')) on.add('strike')
  if (monospaced.test(childNamed(properties, 'w:rFonts')?.attrs['w:ascii'] ?? '')) on.add('code')
  return [...on].map((type) => ({ type }))
}

/** The address of a field that links, with the place in it, which Word keeps apart. */
function addressIn(instruction: string | undefined): string | null {
  const address = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]+)"/i.exec(instruction ?? '')?.[1]
  if (address === undefined) return null
  const place = /\s\\l\s+"([^"]+)"/i.exec(instruction ?? '')?.[1]
  return place === undefined ? address : `${address}#${place}`
}

function mathOf(node: Xml): string {
  return node.children
    .map((child) => (typeof child === 'string' ? '' : child.name === 'm:t' ? textIn(child) : mathOf(child)))
    .join('')
}

function symbolOf(node: Xml): string {
  const code = Number.parseInt(node.attrs['w:char'] ?? '', 16)
  if (!(code > 0x1f && code < 0xd800)) return code >= 0xf000 && code <= 0xf0ff ? '\u2022' : ''
  return String.fromCodePoint(code)
}
