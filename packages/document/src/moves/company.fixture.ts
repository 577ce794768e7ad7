import * as Y from 'yjs'
import type { DocumentJson } from '../json.ts'
import { doc, faqEntry, paragraph, part } from '../testing.ts'
import { FRAGMENT } from '../yjs.ts'
import { yDocFrom } from '../yjs-write.ts'
import { applyFollowing } from './follow.ts'

/**
 * People who write in one draft, each with a browser of their own, and the server between them. What is sent arrives
 * when a test lets it, in order; a connection that breaks loses what was under way.
 */
export class Company {
  #rows: Uint8Array[]
  server = new Y.Doc()
  readonly people: Person[] = []

  constructor(document: DocumentJson, people: number) {
    this.#rows = [Y.encodeStateAsUpdate(yDocFrom(document))]
    this.restart()
    for (let one = 0; one < people; one++) this.people.push(new Person(this))
  }

  /** The server from its disk alone: every row is one commit. */
  restart(): void {
    for (const person of this.people) person.disconnect()
    this.server.destroy()
    this.server = new Y.Doc()
    for (const row of this.#rows) Y.applyUpdate(this.server, row)
    this.server.on('update', (update: Uint8Array) => {
      this.#rows.push(update)
      for (const person of this.people) if (person.isOnline) person.inbox.push(update)
    })
  }

  /** All rows in one, as they are kept when there are many. */
  compact(): void {
    this.#rows = [Y.mergeUpdates([...this.#rows])]
    const doc = new Y.Doc()
    for (const row of this.#rows) Y.applyUpdate(doc, row)
    this.#rows = [Y.encodeStateAsUpdate(doc)]
  }

  /** Everybody is there and has heard everything. */
  settle(): void {
    for (const person of this.people) person.connect()
    while (this.people.some((person) => person.deliver() || person.hear()));
  }
}

export class Person {
  readonly doc = new Y.Doc()
  readonly inbox: Uint8Array[] = []
  readonly #company: Company
  #outbox: Uint8Array[] = []
  isOnline = false

  constructor(company: Company) {
    this.#company = company
    this.connect()
    while (this.deliver() || this.hear());
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.#outbox.push(update)
    })
  }

  /** One message reaches the server, which has it on disk; false when there is none under way. */
  deliver(): boolean {
    const update = this.isOnline ? this.#outbox.shift() : undefined
    if (update) applyFollowing(this.#company.server, update, this)
    return update !== undefined
  }

  hear(): boolean {
    const update = this.isOnline ? this.inbox.shift() : undefined
    if (update) Y.applyUpdate(this.doc, update, 'server')
    return update !== undefined
  }

  disconnect(): void {
    this.isOnline = false
    this.inbox.length = 0
  }

  /** What was not acknowledged is sent as it was written, then what else the server lacks; then it answers. */
  connect(): void {
    if (this.isOnline) return
    this.isOnline = true
    const { server } = this.#company
    this.#outbox.push(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(server)))
    this.inbox.push(Y.encodeStateAsUpdate(server, Y.encodeStateVector(this.doc)))
  }
}

/** Two FAQs with these entries; each has a paragraph `a-1` that says something and `a-2` that does not. */
export function faqOf(external: string[], internal: string[]): DocumentJson {
  const entry = (id: string) =>
    faqEntry(id, `What of ${id}?`, paragraph(`${id}-1`, `This of ${id}.`), paragraph(`${id}-2`, ''))
  return doc(
    part('e', 'external-faq', ...external.map(entry)),
    part('i', 'internal-faq', ...internal.map(entry)),
  )
}

export function blockOf(live: Y.Doc, id: string): Y.XmlElement | undefined {
  for (const found of live.getXmlFragment(FRAGMENT).createTreeWalker((node) => node instanceof Y.XmlElement))
    if (found instanceof Y.XmlElement && found.getAttribute('id') === id) return found
  return undefined
}

/** Words at a place in a block, as the editor writes them. */
export function write({ doc: live }: Person, id: string, words: string, at = 0): void {
  const block = blockOf(live, id)
  const text = block?.get(0)
  if (!block) return
  if (text instanceof Y.XmlText) text.insert(Math.min(at, text.length), words)
  else block.insert(0, [new Y.XmlText(words)])
}

/** Whether the words stood there. */
export function takeOut({ doc: live }: Person, id: string, words: string): boolean {
  const text = blockOf(live, id)?.get(0)
  const at = text instanceof Y.XmlText ? plain(text).indexOf(words) : -1
  if (!(text instanceof Y.XmlText) || at === -1) return false
  text.delete(at, words.length)
  return true
}

export function plain(text: Y.XmlText): string {
  return text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ''))
    .join('')
}
