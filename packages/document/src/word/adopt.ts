import { textBlocks } from '../blocks.ts'
import { compare } from '../diff.ts'
import { isFigure } from '../figures.ts'
import {
  type DocumentJson,
  firstTextBlock,
  idOf,
  isTextBlock,
  type MarkJson,
  type NodeJson,
  partOf,
} from '../json.ts'

/**
 * A file that came back, with the ids of the document it is a copy of: by the marks we put into it, else by equal
 * words, else by alike words in the same place. What has no counterpart keeps an id of its own and is new.
 */
export function adopted(
  incoming: DocumentJson,
  base: DocumentJson,
  isMarked: boolean,
): { document: DocumentJson; notMatched: number; ids: Map<string, string> } {
  const ids = counterparts(incoming, base)
  const renamed = { ...incoming, content: incoming.content.map((part) => renamedIn(part, ids)) }
  const known = placesIn(base)
  const used = new Set<string>()
  const held = { ...renamed, content: renamed.content.map((part) => restored(part, known, used)) }
  const document = isMarked ? held : regrouped(held, base, known)
  const notMatched = textBlocks(document).filter(
    ({ id, text }) => text.trim() !== '' && !known.has(id),
  ).length
  return { document, notMatched, ids }
}

/** From the ids of the file to those of the document. */
function counterparts(incoming: DocumentJson, base: DocumentJson): Map<string, string> {
  const ids = new Map<string, string>()
  const old = textBlocks(base)
  const known = new Set(old.map(({ id }) => id))
  const now = textBlocks(incoming)
  const taken = new Set(now.map(({ id }) => id).filter((id) => known.has(id)))
  const free = Map.groupBy(
    old.filter(({ id, text }) => !taken.has(id) && text.trim() !== ''),
    ({ text }) => text,
  )
  for (const { id, text } of now) {
    const [same, another] = free.get(text) ?? []
    if (known.has(id) || !same || another || taken.has(same.id)) continue
    ids.set(id, same.id)
    taken.add(same.id)
  }
  const renamed = { ...incoming, content: incoming.content.map((part) => renamedIn(part, ids)) }
  for (const change of compare(base, renamed).blocks) {
    if (change.kind !== 'changed' && change.kind !== 'kept') continue
    const { before, after } = change
    if (before.id === after.id || known.has(after.id) || taken.has(before.id)) continue
    ids.set(after.id, before.id)
    taken.add(before.id)
  }
  return ids
}

function renamedIn(node: NodeJson, ids: ReadonlyMap<string, string>): NodeJson {
  const own = ids.get(idOf(node))
  const content = node.content?.map((child) => renamedIn(child, ids))
  return { ...node, ...(own ? { attrs: { ...node.attrs, id: own } } : {}), ...(content ? { content } : {}) }
}

/**
 * Blocks that are new to both sides and say the same are the same one, with what holds them: a file that is brought a
 * second time brings nothing twice. `ids`: from those of `theirs` to the draft's.
 */
export function sameAsIn(
  draft: DocumentJson,
  theirs: DocumentJson,
  base: DocumentJson,
): { document: DocumentJson; ids: Map<string, string> } {
  const old = new Set(textBlocks(base).map(({ id }) => id))
  const taken = new Set(textBlocks(theirs).map(({ id }) => id))
  const free = textBlocks(draft).filter(
    ({ id, text }) => !old.has(id) && !taken.has(id) && text.trim() !== '',
  )
  const ids = new Map<string, string>()
  for (const { id, text } of textBlocks(theirs)) {
    if (old.has(id)) continue
    const at = free.findIndex((block) => block.text === text)
    const [same] = at === -1 ? [] : free.splice(at, 1)
    if (same) ids.set(id, same.id)
  }
  const known = placesIn(draft)
  const inBase = placesIn(base)
  const used = new Set<string>()
  const held = (node: NodeJson): NodeJson => {
    if (isTextBlock(node) || node.content === undefined) return node
    const own = inBase.has(idOf(node)) ? null : containerOf(node, known, used)
    const content = node.content.map(held)
    if (own !== null && !inBase.has(own)) return { ...node, attrs: { ...node.attrs, id: own }, content }
    return { ...node, content }
  }
  const content = theirs.content.map((part) => held(renamedIn(part, ids)))
  return { document: { ...theirs, content }, ids }
}

/** The document with these ids in place of its own. */
export function renamed(document: DocumentJson, ids: ReadonlyMap<string, string>): DocumentJson {
  return { ...document, content: document.content.map((part) => renamedIn(part, ids)) }
}

interface Place {
  node: NodeJson
  /** From the root down, the node itself last. */
  path: NodeJson[]
}

function placesIn(document: DocumentJson): Map<string, Place> {
  const places = new Map<string, Place>()
  const visit = (node: NodeJson, above: NodeJson[]) => {
    const path = [...above, node]
    if (idOf(node) !== '') places.set(idOf(node), { node, path })
    for (const child of node.content ?? []) visit(child, path)
  }
  for (const part of document.content) visit(part, [])
  return places
}

/** Gives back what a Word file has no shape for: ids of what holds blocks, figures, languages, titles of links. */
function restored(node: NodeJson, known: Map<string, Place>, used: Set<string>): NodeJson {
  const old = known.get(idOf(node))?.node
  if (isFigure(node)) return figureAsItWas(node, old, known, used)
  if (isTextBlock(node)) {
    if (!old) return node
    // a picture went out as its words
    if (isFigure(old)) return old
    const linked = withLinksOf(old, node)
    if (sameInWord(linked, old)) return old
    return node.type === 'codeBlock' && old.type === 'codeBlock'
      ? { ...node, attrs: old.attrs ?? {} }
      : linked
  }
  const content = node.content?.map((child) => restored(child, known, used))
  const own = content === undefined ? null : containerOf({ ...node, content }, known, used)
  return {
    ...node,
    ...(own ? { attrs: { ...node.attrs, id: own } } : {}),
    ...(content ? { content } : {}),
  }
}

/** A picture that comes back is the figure that it went out as: by its place, else by what it shows. */
function figureAsItWas(
  node: NodeJson,
  old: NodeJson | undefined,
  known: Map<string, Place>,
  used: Set<string>,
): NodeJson {
  const shows = (figure: NodeJson) => figure.attrs?.drawing ?? figure.attrs?.src
  const same = (figure: NodeJson) => isFigure(figure) && shows(figure) === shows(node)
  // nobody draws in Word on what was drawn here: the bitmap beside a drawing is no new picture
  const own =
    old && isFigure(old) && (same(old) || old.type !== 'image' || shows(node) === '') ? old : undefined
  const found =
    own ??
    (old || shows(node) === ''
      ? undefined
      : [...known.values()].find((place) => same(place.node) && !used.has(idOf(place.node)))?.node)
  if (found) used.add(idOf(found))
  return found ?? node
}

/** The id of what held the same first block at the same height, if nothing before has taken it. */
function containerOf(node: NodeJson, known: Map<string, Place>, used: Set<string>): string | null {
  let height = 0
  let first: NodeJson | undefined = node
  while (first && !isTextBlock(first) && first.content !== undefined) {
    first = first.content[0]
    height += 1
  }
  const path = first && known.get(idOf(first))?.path
  const held = path?.[path.length - 1 - height]
  if (held?.type !== node.type || used.has(idOf(held))) return null
  used.add(idOf(held))
  return idOf(held)
}

/** Links to where one led before are that one: with its title, and as it was typed. LibreOffice ends hosts with a slash. */
function withLinksOf(old: NodeJson, node: NodeJson): NodeJson {
  const canonical = (mark: MarkJson) => URL.parse(String(mark.attrs?.href))?.href
  const links = (old.content ?? []).flatMap(({ marks = [] }) => marks.filter(({ type }) => type === 'link'))
  if (links.length === 0 || node.content === undefined) return node
  const asBefore = (mark: MarkJson) =>
    (mark.type === 'link' && links.find((link) => canonical(link) === canonical(mark))) || mark
  return {
    ...node,
    content: node.content.map((child) =>
      child.marks ? { ...child, marks: child.marks.map(asBefore) } : child,
    ),
  }
}

function sameInWord(node: NodeJson, old: NodeJson): boolean {
  return JSON.stringify(inWord(node)) === JSON.stringify(inWord(old))
}

/** What Word keeps of a block. */
function inWord({ type, attrs, content = [] }: NodeJson): unknown {
  const words = content.map((child) => [
    child.type,
    child.text,
    child.content && inWord(child),
    (child.marks ?? []).map((mark) => [mark.type, mark.attrs?.href]),
  ])
  return [type, attrs?.level, words]
}

/** The parts are the document's: a block stands in the part of its counterpart, a new one in that of the one before. */
function regrouped(document: DocumentJson, base: DocumentJson, known: Map<string, Place>): DocumentJson {
  const parts: NodeJson[] = []
  let current = base.content[0]
  for (const block of document.content.flatMap(({ content }) => content ?? [])) {
    const counterpart = known.get(idOf(firstTextBlock(block) ?? block))?.path[0]
    current = counterpart ?? current
    const last = parts.at(-1)
    if (last && current && idOf(last) === idOf(current)) last.content?.push(block)
    else
      parts.push({
        type: 'part',
        attrs: { id: idOf(current ?? block), part: partOf(current ?? block) },
        content: [block],
      })
  }
  return { ...document, content: parts }
}
