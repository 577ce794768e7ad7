import { blockOfBookmark } from './names.ts'
import { childNamed, elementsOf, momentOf, type Xml } from './xml.ts'

/** Who changed something in Word, as Word wrote it down. */
export interface Tracker {
  author: string
  /** As in `WordComment.at`. */
  at: string | null
}

/**
 * Who put words in, took them out, or set them otherwise (`form`); `struck`: who took out again what the author had put
 * in.
 */
export interface Tracked extends Tracker {
  what: 'words' | 'form'
  struck: Tracker | null
}

/** The text as it was before anything was tracked, or as it would be with everything accepted. */
export type Side = 'before' | 'after'

const comes = new Set(['w:ins', 'w:moveTo'])
const goes = new Set(['w:del', 'w:moveFrom'])
/** What a shape of a change says about its cell is no proposal of ours: cells come and go with their row. */
const cellChanges = new Set(['w:cellIns', 'w:cellDel', 'w:cellMerge'])
const formChange = /^w:(?:rPr|pPr|tblPr|tblPrEx|trPr|tcPr|sectPr)Change$/

export const isTracking = ({ name }: Xml) => comes.has(name) || goes.has(name)

/** How many insertions, deletions, moves and changes of form nobody has decided on, and how many of them of cells. */
export function trackedIn(node: Xml): { changes: number; cells: number } {
  const found = { changes: 0, cells: 0 }
  const waiting = [node]
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    if (isTracking(at) || formChange.test(at.name)) found.changes += 1
    if (cellChanges.has(at.name)) found.cells += 1
    waiting.push(...elementsOf(at))
  }
  return found
}

/** A block of ours is known by its bookmark. */
function bookmarkedAs(node: Xml): string | null {
  for (const child of elementsOf(node)) {
    const own = child.name === 'w:bookmarkStart' ? blockOfBookmark(child.attrs['w:name'] ?? '') : null
    const found = own ?? bookmarkedAs(child)
    if (found !== null) return found
  }
  return null
}

/** Who tracked what an element says. */
export function trackerOf({ attrs }: Xml): Tracker {
  return { author: (attrs['w:author'] ?? '').trim(), at: momentOf(attrs['w:date']) }
}

/** Who put in or took out what these properties are of: a paragraph's mark, a row. */
function trackedBy(properties: Xml | undefined): Tracked | null {
  const all = elementsOf(properties)
  const came = all.find(({ name }) => comes.has(name))
  const went = all.find(({ name }) => goes.has(name))
  const first = came ?? went
  return first ? { ...trackerOf(first), what: 'words', struck: came && went ? trackerOf(went) : null } : null
}

/** Who set what these properties are of otherwise. */
export function restyledBy(properties: Xml | undefined, name: string): Tracked | null {
  const change = childNamed(properties, name)
  return change ? { ...trackerOf(change), what: 'form', struck: null } : null
}

/** Of each paragraph, by its name: who tracked that it begins, and who set it otherwise. */
export interface TrackedParagraphs {
  begins: Map<string, Tracked>
  looks: Map<string, Tracked>
}

/** A name for each paragraph, the same on both sides, so that it is known again whatever was changed in it. */
const PARAGRAPH = 'fw:paragraph'

export const nameOfParagraph = (paragraph: Xml): string | null => paragraph.attrs[PARAGRAPH] ?? null

export function namedParagraphs(texts: readonly Xml[], newId: () => string): TrackedParagraphs {
  const found: TrackedParagraphs = { begins: new Map(), looks: new Map() }
  const visit = (node: Xml, row: Tracked | null) => {
    // the mark at the end of one paragraph is where the next begins
    let mark: Tracked | null = null
    for (const child of elementsOf(node)) {
      if (child.name === 'w:p') {
        const name = bookmarkedAs(child) ?? newId()
        child.attrs[PARAGRAPH] = name
        const properties = childNamed(child, 'w:pPr')
        const own = trackedBy(childNamed(properties, 'w:rPr'))
        const begins = mark ?? own ?? row
        const looks = restyledBy(properties, 'w:pPrChange')
        if (begins) found.begins.set(name, begins)
        if (looks) found.looks.set(name, looks)
        mark = own
      } else if (!isBetween(child)) mark = null
      visit(child, child.name === 'w:tr' ? trackedBy(childNamed(child, 'w:trPr')) : row)
    }
  }
  for (const text of texts) visit(text, null)
  return found
}

/**
 * One side of a text with tracked changes. What somebody put in and another took out again stands on the side `after`
 * all the same: it is proposed by the one and struck by the other. What was kept says who tracked it.
 */
export function sideOf(node: Xml, side: Side): Xml {
  return { ...node, children: childrenOn(node, side, false) }
}

function childrenOn(node: Xml, side: Side, hasCome: boolean): (Xml | string)[] {
  const out: (Xml | string)[] = []
  /** A paragraph whose mark is not there on this side: its words go on in the next. */
  let open: Xml | null = null
  const close = () => {
    if (open && hasContent(open)) out.push(open)
    open = null
  }
  for (const child of node.children) {
    if (typeof child === 'string') {
      out.push(child)
      continue
    }
    if (!isThere(child, side, hasCome)) continue
    const inner = propertiesOn(
      child,
      { ...child, children: childrenOn(child, side, hasCome || comes.has(child.name)) },
      side,
    )
    if (child.name !== 'w:p') {
      if (open && isBetween(child)) open.children.push(child)
      else {
        close()
        out.push(inner)
      }
      continue
    }
    const paragraph: Xml = open ? joined(open, inner) : inner
    open = null
    if (hasMark(child, side)) out.push(paragraph)
    else open = paragraph
  }
  close()
  return out
}

function isThere(node: Xml, side: Side, hasCome: boolean): boolean {
  if (node.name === 'w:tr') {
    const row = childNamed(node, 'w:trPr')
    const [came, went] = [comes, goes].map((names) => elementsOf(row).some(({ name }) => names.has(name)))
    return side === 'before' ? !came : !went || came === true
  }
  if (comes.has(node.name)) return side === 'after'
  if (goes.has(node.name)) return side === 'before' || hasCome
  return true
}

function hasMark(paragraph: Xml, side: Side): boolean {
  const mark = childNamed(childNamed(paragraph, 'w:pPr'), 'w:rPr')
  const [came, went] = [comes, goes].map((names) => elementsOf(mark).some(({ name }) => names.has(name)))
  return side === 'before' ? !came : !went || came === true
}

/** Word keeps what the mark that stays says of the paragraph: the last one's. */
function joined(first: Xml, second: Xml): Xml {
  const words = ({ children }: Xml) =>
    children.filter((child) => typeof child === 'string' || child.name !== 'w:pPr')
  const properties = childNamed(second, 'w:pPr')
  const named = hasContent(first) ? first : second
  return {
    name: 'w:p',
    attrs: { ...second.attrs, [PARAGRAPH]: named.attrs[PARAGRAPH] ?? '' },
    children: [...(properties ? [properties] : []), ...words(first), ...words(second)],
  }
}

const contents = new Set([
  'w:t',
  'w:delText',
  'w:sym',
  'w:drawing',
  'w:pict',
  'w:object',
  'w:footnoteReference',
  'w:endnoteReference',
  'm:t',
])

function hasContent(node: Xml): boolean {
  return elementsOf(node).some((child) => contents.has(child.name) || hasContent(child))
}

const isBetween = ({ name }: Xml) =>
  /^w:(?:bookmark|comment|move|perm)\w*(?:Start|End)$|^w:proofErr$/.test(name)

/** Of a paragraph, what its old properties do not tell, and what of it stays however they are decided. */
const stays = new Set(['w:rPr', 'w:sectPr'])

/** The properties as they were before somebody set them otherwise. */
function propertiesOn(node: Xml, kept: Xml, side: Side): Xml {
  if (side === 'after') return kept
  // a list that somebody made of it
  if (node.name === 'w:numPr' && elementsOf(node).some(({ name }) => comes.has(name)))
    return { ...kept, children: [] }
  const change = childNamed(node, `${node.name}Change`)
  if (!change) return kept
  const own = elementsOf(kept).filter(({ name }) => node.name === 'w:pPr' && stays.has(name))
  return { ...kept, children: [...elementsOf(childNamed(change, node.name)), ...own] }
}
