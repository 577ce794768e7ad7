import * as Y from 'yjs'
import { withIds } from './ids.ts'
import type { DocumentJson, NewId, NodeJson } from './json.ts'
import { repaired } from './repair.ts'

/** The name of the shared fragment; Tiptap's collaboration uses the same. */
export const FRAGMENT = 'default'

/**
 * The draft as a value. Always valid and without losing a word, whatever a merge has left; blocks without an
 * id of their own get one, so write the result back (`replaceContent`, in yjs-write.ts) where ids must last.
 */
export function documentFromYDoc(doc: Y.Doc, newId: NewId): DocumentJson {
  return withIds(repaired(doc.getXmlFragment(FRAGMENT).toArray().flatMap(nodesOf)), newId)
}

/**
 * What the editor's binding (y-tiptap) reads there. It is read here without the binding, which brings the editor's
 * view with it: a server reads drafts from its first minute and shows none.
 */
function nodesOf(shared: unknown): NodeJson[] {
  if (shared instanceof Y.XmlText) return shared.toDelta().map(textNode)
  if (!(shared instanceof Y.XmlElement)) return []
  const attrs: Record<string, unknown> = shared.getAttributes()
  const content = shared.toArray().flatMap(nodesOf)
  return [
    {
      type: shared.nodeName,
      ...(Object.keys(attrs).length > 0 && { attrs }),
      ...(content.length > 0 && { content }),
    },
  ]
}

type Run = { insert: string; attributes?: Record<string, Record<string, unknown>> }

function textNode({ insert: text, attributes }: Run): NodeJson {
  if (!attributes) return { type: 'text', text }
  const marks = Object.entries(attributes).map(([name, attrs]) => ({ type: markNamed(name), attrs }))
  return { type: 'text', text, marks }
}

/** Marks that may lie over another of their own kind carry a hash of their attributes behind their name. */
const markNamed = (name: string) => /^(.*)--[a-zA-Z0-9+/=]{8}$/.exec(name)?.[1] ?? name

export interface NewFaqEntry {
  /** Block id of the entry: the same id is added once, however often it is asked for. */
  id: string
  part: 'internal-faq' | 'external-faq'
  question: string
  answer: string
}

/**
 * R11: puts an entry at the end of its FAQ in the live draft. Returns false when it is there already. A draft
 * without that part gets it, before the appendix. An entry that stands in for a template's empty one
 * replaces nothing: the writer removes that.
 */
export function addFaqEntry(doc: Y.Doc, entry: NewFaqEntry, newId: NewId): boolean {
  const fragment = doc.getXmlFragment(FRAGMENT)
  if (elementWithId(fragment, entry.id)) return false
  doc.transact(() => {
    const part = lastPart(fragment, entry.part) ?? insertPart(fragment, entry.part, newId)
    part.push([faqElement(entry, newId)])
  })
  return true
}

function faqElement(entry: NewFaqEntry, newId: NewId): Y.XmlElement {
  const answers = entry.answer.split(/\n+/).filter((line) => line.trim() !== '')
  return element('faqEntry', { id: entry.id }, [
    element('faqQuestion', { id: newId() }, [new Y.XmlText(entry.question.replace(/\s+/g, ' ').trim())]),
    ...(answers.length > 0 ? answers : ['']).map((line) =>
      element('paragraph', { id: newId() }, line === '' ? [] : [new Y.XmlText(line.trim())]),
    ),
  ])
}

function element(
  name: string,
  attrs: Record<string, string>,
  children: (Y.XmlElement | Y.XmlText)[],
): Y.XmlElement {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attrs)) made.setAttribute(key, value)
  // not push: that reads the length, which an element outside a document does not have yet
  if (children.length > 0) made.insert(0, children)
  return made
}

function insertPart(fragment: Y.XmlFragment, part: string, newId: NewId): Y.XmlElement {
  const made = element('part', { id: newId(), part }, [])
  const appendix = fragment.toArray().findIndex((child) => partName(child) === 'appendix')
  fragment.insert(appendix === -1 ? fragment.length : appendix, [made])
  return made
}

function lastPart(fragment: Y.XmlFragment, part: string): Y.XmlElement | undefined {
  return elementsOf(fragment).findLast((child) => partName(child) === part)
}

function partName(child: unknown): string | undefined {
  return child instanceof Y.XmlElement && child.nodeName === 'part' ? child.getAttribute('part') : undefined
}

/** The elements a parent holds, without its texts. */
export function elementsOf(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().filter((child) => child instanceof Y.XmlElement)
}

function elementWithId(parent: Y.XmlFragment, id: string): Y.XmlElement | undefined {
  for (const child of elementsOf(parent)) {
    const found = child.getAttribute('id') === id ? child : elementWithId(child, id)
    if (found) return found
  }
  return undefined
}

/** Where each UTF-16 unit of a block's text came from: runs of `[client, clock, length]`, in order. */
export type TextOrigin = [client: number, clock: number, length: number][]

/**
 * Kept with an edition (ARCHITECTURE §5): block id → the Yjs ids of its characters, by which an anchor is
 * later found in the live draft however the text around it has changed.
 */
export function textOrigins(doc: Y.Doc): Record<string, TextOrigin> {
  const origins: Record<string, TextOrigin> = {}
  collectOrigins(doc.getXmlFragment(FRAGMENT), origins)
  return origins
}

function collectOrigins(parent: Y.XmlFragment, into: Record<string, TextOrigin>): void {
  for (const child of elementsOf(parent)) {
    const id = child.getAttribute('id')
    const runs = originOf(child)
    if (id !== undefined && runs.length > 0) into[id] = runs
    collectOrigins(child, into)
  }
}

// a line break, or where a footnote stands: one character of the text around it
function isOneUnit(child: Y.XmlElement): boolean {
  return child.nodeName === 'hardBreak' || child.nodeName === 'footnote'
}

function originOf(block: Y.XmlElement): TextOrigin {
  const runs: TextOrigin = []
  for (const child of block.toArray()) {
    if (child instanceof Y.XmlText) {
      for (let item = child._start; item; item = item.right)
        if (!item.deleted && item.countable) runs.push([item.id.client, item.id.clock, item.length])
    } else if (child instanceof Y.XmlElement && isOneUnit(child) && child._item) {
      runs.push([child._item.id.client, child._item.id.clock, 1])
    }
  }
  return runs
}
