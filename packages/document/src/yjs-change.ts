import { updateYFragment } from '@tiptap/y-tiptap'
import { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import { runsBetween } from './diff.ts'
import type { DocumentJson } from './json.ts'
import { schema } from './schema.ts'
import { elementsOf, FRAGMENT } from './yjs.ts'
import { yDocFrom } from './yjs-write.ts'

/**
 * Makes the draft say what `document` says, block by block: a block is the same by its id wherever it stands, and in
 * its text only the words that differ are touched. So carets, comments and other people's edits hold even where blocks
 * were added before them, which a comparison by place cannot promise. One transaction with `origin`.
 */
export function changeContent(doc: Y.Doc, document: DocumentJson, origin?: unknown): void {
  const target = Node.fromJSON(schema, document)
  target.check()
  // elements to copy from: one made by the library is written exactly as the editor writes it
  const source = yDocFrom(document).getXmlFragment(FRAGMENT)
  doc.transact(() => settleChildren(doc.getXmlFragment(FRAGMENT), source, target), origin)
}

function settleChildren(parent: Y.XmlFragment, source: Y.XmlFragment, target: Node): void {
  const kept = keptIn(parent, source)
  for (let at = parent.length - 1; at >= 0; at--) {
    const child = parent.get(at)
    if (!(child instanceof Y.XmlElement) || !kept.has(child)) parent.delete(at, 1)
  }
  elementsOf(source).forEach((wanted, at) => {
    const here = parent.get(at)
    const node = target.child(at)
    if (here instanceof Y.XmlElement && sameBlock(here, wanted)) settle(here, wanted, node)
    else parent.insert(at, [wanted.clone()])
  })
}

/** The longest run of children that stay, in the order they are wanted in: the others move, and so are made anew. */
function keptIn(parent: Y.XmlFragment, source: Y.XmlFragment): Set<Y.XmlElement> {
  const wanted = new Map(elementsOf(source).map((child, at) => [keyOf(child), at]))
  const staying = elementsOf(parent).flatMap((child) => {
    const at = wanted.get(keyOf(child))
    return at === undefined ? [] : [{ child, at }]
  })
  const best: { length: number; before: number }[] = []
  let end = -1
  staying.forEach(({ at }, index) => {
    best.push({ length: 1, before: -1 })
    for (let earlier = 0; earlier < index; earlier++) {
      const [one, other] = [best[earlier], best[index]]
      if (one && other && (staying[earlier]?.at ?? at) < at && one.length >= other.length)
        best[index] = { length: one.length + 1, before: earlier }
    }
    if ((best[index]?.length ?? 0) > (best[end]?.length ?? 0)) end = index
  })
  const kept = new Set<Y.XmlElement>()
  for (let at = end; at >= 0; at = best[at]?.before ?? -1) {
    const found = staying[at]
    if (found) kept.add(found.child)
  }
  return kept
}

const keyOf = (child: Y.XmlElement) => `${child.nodeName} ${child.getAttribute('id') ?? ''}`
const sameBlock = (a: Y.XmlElement, b: Y.XmlElement) => keyOf(a) === keyOf(b)

function settle(here: Y.XmlElement, wanted: Y.XmlElement, node: Node): void {
  if (node.isTextblock) settleText(here, node)
  else {
    settleAttributes(here, wanted)
    settleChildren(here, wanted, node)
  }
}

function settleAttributes(here: Y.XmlElement, wanted: Y.XmlElement): void {
  const [now, then] = [here.getAttributes(), wanted.getAttributes()]
  for (const [name, value] of Object.entries(then))
    if (JSON.stringify(now[name]) !== JSON.stringify(value)) here.setAttribute(name, value ?? '')
  for (const name of Object.keys(now)) if (!(name in then)) here.removeAttribute(name)
}

/** First the words, each change in its place; then the library settles marks, line breaks and attributes. */
function settleText(here: Y.XmlElement, node: Node): void {
  const [only, another] = here.toArray()
  if (only instanceof Y.XmlText && another === undefined && isOnlyText(node)) {
    let at = 0
    for (const { kind, text } of runsBetween(plainText(only), node.textContent)) {
      if (kind === 'removed') only.delete(at, text.length)
      else {
        if (kind === 'added') only.insert(at, text)
        at += text.length
      }
    }
  }
  updateYFragment(here.doc ?? new Y.Doc(), here, node, { mapping: new Map(), isOMark: new Map() })
}

const isOnlyText = (node: Node) => node.children.every((child) => child.isText)

function plainText(text: Y.XmlText): string {
  return text
    .toDelta()
    .map((piece: { insert?: unknown }) => (typeof piece.insert === 'string' ? piece.insert : ''))
    .join('')
}
