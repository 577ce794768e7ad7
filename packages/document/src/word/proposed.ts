import { Node } from 'prosemirror-model'
import type { Passage, Stretch, Stretches } from '../docx/passages-in.ts'
import type { Tracked, TrackedParagraphs, Tracker } from '../docx/tracked.ts'
import { type DocumentJson, idOf, isTextBlock, type NodeJson } from '../json.ts'
import { plainJson } from '../plain-json.ts'
import { schema } from '../schema.ts'
import { byInWord } from '../suggestions/in-word.ts'
import { originalId, type Stamp, stampOf } from '../suggestions/stamp.ts'
import { suggested } from '../suggestions/suggest.ts'
import { proposed as proposedIn, type Token } from '../suggestions/tokens.ts'
import { type Kind, kindOf, type Pieces, type Sides, toldPieces } from './told-pieces.ts'

/** What was tracked in Word, as the two sides of a text: they say what differs, and the rest who made it differ. */
export interface TrackedText {
  before: DocumentJson
  after: DocumentJson
  stretches: { before: Stretches; after: Stretches }
  paragraphs: TrackedParagraphs
}

export interface Proposed {
  /** `before` with what was tracked as suggestions: with all of them rejected it is `before`. */
  document: DocumentJson
  /** Where the comments of the file stand in it, by their number. */
  passages: Map<string, Passage>
}

/**
 * Suggestions out of tracked changes. Each stretch of changes by one author, with nothing kept in between, is one
 * suggestion. Its id is made of what it says, so that the same file proposes the same things when it comes again.
 * `at`: when the file came, for what Word wrote no time to.
 */
export function proposed(text: TrackedText, at: string): Proposed {
  const [before, after] = [
    tagged(text.before, text.stretches.before),
    tagged(text.after, text.stretches.after),
  ]
  const stamp = { id: PLACEHOLDER, by: PLACEHOLDER, at }
  const whole = suggested(before, after, stamp, [], isTagged)
  const document = untagged(plainJson(whole.document))
  const sides: Sides = {
    before: { document: text.before, stretches: text.stretches.before },
    after: { document: text.after, stretches: text.stretches.after },
  }
  const pieces = toldPieces(document, sides)
  stampAll(groupsOf(pieces, text), at)
  return { document: { ...document, content: pieces.content }, passages: pieces.passages }
}

/** In every stamp until it is known whose it is. */
const PLACEHOLDER = 'from-word'

/** On the words that one side alone has, so that no others are taken for them. Never in a document. */
const TAG = 'one-side'

function tagged(document: DocumentJson, stretches: Stretches): Node {
  const visit = (node: NodeJson): NodeJson => {
    if (!node.content) return node
    if (!isTextBlock(node)) return { ...node, content: node.content.map(visit) }
    const own = (stretches.get(idOf(node)) ?? []).filter(({ by }) => by?.what === 'words')
    let at = 0
    const content = node.content.flatMap((child): NodeJson[] => {
      const start = at
      at += child.type === 'text' ? (child.text ?? '').length : 1
      return child.type === 'text' ? taggedText(child, start, own) : [child]
    })
    return { ...node, content }
  }
  return Node.fromJSON(schema, { ...document, content: document.content.map(visit) })
}

function taggedText(node: NodeJson, start: number, own: readonly Stretch[]): NodeJson[] {
  const text = node.text ?? ''
  const cuts = own.flatMap(({ from, to }) => [from - start, to - start])
  const inner = cuts.filter((cut) => cut > 0 && cut < text.length)
  const borders = [...new Set([0, ...inner.sort((a, b) => a - b), text.length])]
  return borders.slice(1).map((end, index) => {
    const from = borders[index] ?? 0
    const piece = { ...node, text: text.slice(from, end) }
    if (!own.some((stretch) => stretch.from <= start + from && start + from < stretch.to)) return piece
    const tag = { type: 'inserted', attrs: { id: TAG, by: TAG, at: TAG } }
    return { ...piece, marks: [...(node.marks ?? []), tag] }
  })
}

const isTagged = (token: Token) => proposedIn(token, 'inserted')?.id === TAG

function untagged(document: DocumentJson): DocumentJson {
  const visit = (node: NodeJson): NodeJson => {
    const marks = node.marks?.filter(({ attrs }) => attrs?.id !== TAG)
    return {
      ...node,
      ...(marks ? { marks } : {}),
      ...(node.content ? { content: node.content.map(visit) } : {}),
    }
  }
  return { ...document, content: document.content.map(visit) }
}

/** Changes that are decided together. */
interface Group {
  by: Tracker
  /** What they say, in order. */
  said: string
  places: ((stamp: Stamp) => void)[]
}

function stampAll(groups: readonly Group[], at: string): void {
  const counts = new Map<string, number>()
  for (const { by, said, places } of groups) {
    const key = JSON.stringify([by.author, by.at, said])
    const count = (counts.get(key) ?? 0) + 1
    counts.set(key, count)
    const stamp = { id: `word-${hashOf(`${key}${count}`)}`, by: byInWord(by.author), at: by.at ?? at }
    for (const put of places) put(stamp)
  }
}

function groupsOf({ content, by }: Pieces, text: TrackedText): Group[] {
  const groups: Group[] = []
  const moved = movedIn(content)
  const movedAs = new Map<string, Group>()
  let open: Group | null = null
  let openStruck: Group | null = null
  let lastBy: Tracker = firstIn(text)

  function newGroup({ author, at }: Tracker): Group {
    const made: Group = { by: { author, at }, said: '', places: [] }
    groups.push(made)
    return made
  }
  function groupFor(who: Tracker): Group {
    lastBy = who
    if (open?.by.author !== who.author) open = newGroup(who)
    return open
  }
  function strike(who: Tracker | null, put: Group['places'][number]): void {
    if (who === null) {
      openStruck = null
      return
    }
    if (openStruck?.by.author !== who.author) openStruck = newGroup(who)
    openStruck.said += 'struck'
    openStruck.places.push(put)
  }
  /** A block that moves is one change in two places. */
  function movedGroup(node: NodeJson, who: Tracker): Group | null {
    const id = originalId(idOf(node))
    if (!moved.has(id)) return null
    const group = movedAs.get(id) ?? newGroup(who)
    movedAs.set(id, group)
    open = null
    return group
  }
  function settle(): void {
    open = null
    openStruck = null
  }

  function block(node: NodeJson, within: Group | null): void {
    const kind = kindOf(node)
    let inside = within
    if (kind !== null) {
      const who = whoOf(node, kind)
      const group = movedGroup(node, who ?? lastBy) ?? groupFor(who ?? lastBy)
      group.said += `${kind} ${node.type}\n`
      group.places.push((stamp) => setAttr(node, kind, stamp))
      strike(who?.struck ?? null, (stamp) => setAttr(node, 'deleted', stamp))
      if (!isTextBlock(node)) inside = group
    } else if (within === null && isTextBlock(node)) settle()
    const was = node.attrs?.changed
    if (stampOf(was)?.by === PLACEHOLDER) {
      const group = newGroup(text.paragraphs.looks.get(idOf(node)) ?? lastBy)
      group.said = JSON.stringify([node.type, was])
      group.places.push((stamp) => setAttr(node, 'changed', { ...(was as object), ...stamp })) // a stamp with more in it
    }
    for (const child of node.content ?? [])
      if (isTextBlock(node)) words(child, inside)
      else block(child, inside)
    if (kind !== null && !isTextBlock(node)) settle()
  }

  function words(node: NodeJson, within: Group | null): void {
    const who = by.get(node)
    const kind = kindOf(node)
    const isRestyled = node.marks?.some(({ type }) => type === 'restyled') ?? false
    if (within) within.said += `${node.text ?? ''}\n`
    else if (kind !== null) {
      // what the comparison alone calls changed belongs to the change that it stands in
      const group = who ? groupFor(who) : (open ?? groupFor(lastBy))
      group.said += `${kind} ${node.text ?? ''}\n`
      group.places.push((stamp) => setStamp(node, kind, stamp))
    } else settle()
    if (isRestyled) {
      const group = newGroup(who ?? lastBy)
      group.said = JSON.stringify([node.marks, node.text])
      group.places.push((stamp) => setStamp(node, 'restyled', stamp))
    }
    strike(kind !== 'deleted' ? (who?.struck ?? null) : null, (stamp) => setStamp(node, 'deleted', stamp))
  }

  /** Of a block: who began it, or tracked its first words. */
  function whoOf(node: NodeJson, kind: Kind): Tracked | null {
    const stretches = text.stretches[kind === 'deleted' ? 'before' : 'after']
    for (const id of [idOf(node), ...idsIn(node)].map(originalId)) {
      const tracked = stretches.get(id)?.find((stretch) => stretch.by)?.by
      const found = text.paragraphs.begins.get(id) ?? (tracked && { ...tracked, struck: null })
      if (found) return found
    }
    return null
  }

  for (const part of content) block(part, null)
  return groups
}

function setAttr(node: NodeJson, name: string, value: unknown): void {
  node.attrs = { ...node.attrs, [name]: value }
}

function setStamp(node: NodeJson, kind: Kind | 'restyled', stamp: Stamp): void {
  if (node.type !== 'text') {
    setAttr(node, kind, stamp)
    return
  }
  const marks = node.marks ?? []
  const own = marks.find(({ type }) => type === kind)
  const others = marks.filter((mark) => mark !== own)
  node.marks = [...others, { type: kind, attrs: { ...own?.attrs, ...stamp } }]
}

/** Blocks that stand in two places until it is decided where. */
function movedIn(content: readonly NodeJson[]): Set<string> {
  const ids = content.flatMap((part) => [idOf(part), ...idsIn(part)])
  return new Set(ids.filter((id) => originalId(id) !== id).map(originalId))
}

function idsIn(node: NodeJson): string[] {
  return (node.content ?? []).flatMap((child) =>
    child.attrs?.id === undefined ? idsIn(child) : [idOf(child), ...idsIn(child)],
  )
}

/** Whoever tracked something first, for what nobody is named with. */
function firstIn({ stretches, paragraphs }: TrackedText): Tracker {
  const words = [...stretches.after.values(), ...stretches.before.values()].flat()
  const all = [...words.map(({ by }) => by), ...paragraphs.begins.values(), ...paragraphs.looks.values()]
  return all.find((by) => by !== null) ?? { author: '', at: null }
}

/** Sixteen hexadecimal digits: two sums, so that no two changes of one file come to share a name. */
function hashOf(text: string): string {
  let [one, two] = [0x811c9dc5, 0x9dc5811c]
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0
    one = Math.imul(one ^ code, 0x01000193) >>> 0
    two = (Math.imul(two, 31) + code) >>> 0
  }
  return [one, two].map((sum) => sum.toString(16).padStart(8, '0')).join('')
}
