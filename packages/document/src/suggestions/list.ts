import { type Mark, Node } from 'prosemirror-model'
import type { DocumentJson } from '../json.ts'
import { schema } from '../schema.ts'
import { hasSuggestions, marksWere } from './resolve.ts'
import { changedOf, originalId, type Stamp, stampOf } from './stamp.ts'
import { formatting } from './tokens.ts'

/** One piece of a proposal. In texts a break between two blocks is '\n'. */
export type Change =
  | { kind: 'inserted' | 'deleted'; text: string }
  /** Names of the marks before and after: `strong`, `link`. */
  | { kind: 'restyled'; text: string; was: string[]; now: string[] }
  /** A list, a table, a row, a picture, an entry of a FAQ, with the words in it. */
  | { kind: 'block-inserted' | 'block-deleted' | 'block-moved'; block: string; type: string; text: string }
  | { kind: 'block-changed'; text: string; was: Look; now: Look }

export interface Look {
  type: string
  attrs: Record<string, unknown>
}

/** What one person proposed in one go, to be decided as one. */
export interface Suggestion extends Stamp {
  /** In reading order; a word put in place of another is a `deleted` and an `inserted`. */
  changes: Change[]
  /** Where it begins: UTF-16 offsets in the text of a text block, what is to be deleted included. */
  where: { block: string; from: number; to: number }
}

/** Every open suggestion in reading order. */
export function suggestionsOf(document: DocumentJson): Suggestion[] {
  return hasSuggestions(document) ? suggestionsIn(Node.fromJSON(schema, document)) : []
}

/** `suggestionsOf` for the editor. */
export function suggestionsIn(document: Node): Suggestion[] {
  const found = new Map<string, Suggestion>()
  collect(document, found)
  return [...found.values()]
}

function collect(parent: Node, into: Map<string, Suggestion>): void {
  for (const child of parent.children) {
    const block = child.isTextblock ? String(child.attrs.id) : firstTextBlock(child)
    for (const kind of ['inserted', 'deleted'] as const) {
      const stamp = stampOf(child.attrs[kind])
      if (stamp === undefined) continue
      if (child.isTextblock) add(into, stamp, { kind, text: '\n' }, { block, from: 0, to: 0 })
      else addBlock(into, stamp, kind, child, block)
    }
    const changed = changedOf(child.attrs.changed)
    if (changed)
      add(
        into,
        changed,
        {
          kind: 'block-changed',
          text: wordsOf(child),
          was: changed.was,
          now: { type: child.type.name, attrs: child.attrs },
        },
        { block, from: 0, to: 0 },
      )
    if (child.isTextblock) collectText(child, block, into)
    else collect(child, into)
  }
}

function collectText(block: Node, id: string, into: Map<string, Suggestion>): void {
  let at = 0
  for (const inline of block.children) {
    const text = inline.isText
      ? (inline.text ?? '')
      : inline.type === schema.nodes.hardBreak
        ? '\n'
        : '\ufffc'
    const where = { block: id, from: at, to: at + text.length }
    at = where.to
    for (const kind of ['inserted', 'deleted'] as const) {
      const stamp = stampOf(
        inline.isText ? schema.marks[kind].isInSet(inline.marks)?.attrs : inline.attrs[kind],
      )
      if (stamp) add(into, stamp, { kind, text: inline.isText ? text : wordsOf(inline) || text }, where)
    }
    const restyled = schema.marks.restyled.isInSet(inline.marks)
    const stamp = stampOf(restyled?.attrs)
    if (restyled && stamp)
      add(
        into,
        stamp,
        { kind: 'restyled', text, was: names(marksWere(restyled)), now: names(inline.marks) },
        where,
      )
  }
}

const names = (marks: readonly Mark[]) => formatting(marks).map(({ type }) => type.name)

/** A block that moves is one change, though it stands in two places until that is decided. */
function addBlock(
  into: Map<string, Suggestion>,
  stamp: Stamp,
  kind: 'inserted' | 'deleted',
  node: Node,
  where: string,
): void {
  const block = originalId(String(node.attrs.id))
  const other = into.get(stamp.id)?.changes.find((change) => 'block' in change && change.block === block)
  if (other && 'block' in other) other.kind = 'block-moved'
  else
    add(
      into,
      stamp,
      { kind: `block-${kind}`, block, type: node.type.name, text: wordsOf(node) },
      { block: where, from: 0, to: 0 },
    )
}

function add(into: Map<string, Suggestion>, stamp: Stamp, change: Change, where: Suggestion['where']): void {
  const known = into.get(stamp.id)
  if (known === undefined) {
    into.set(stamp.id, { ...stamp, changes: [change], where })
    return
  }
  if (known.where.block === where.block)
    known.where = { ...known.where, to: Math.max(known.where.to, where.to) }
  const last = known.changes.at(-1)
  if (last && isOneWith(last, change)) last.text += change.text
  else known.changes.push(change)
}

function isOneWith(last: Change, next: Change): boolean {
  if (last.kind !== next.kind) return false
  if (last.kind === 'restyled' && next.kind === 'restyled')
    return last.was.join() === next.was.join() && last.now.join() === next.now.join()
  return last.kind === 'inserted' || last.kind === 'deleted'
}

function firstTextBlock(node: Node): string {
  let id: string | undefined
  node.descendants((child) => {
    if (child.isTextblock) id ??= String(child.attrs.id)
    return id === undefined
  })
  return id ?? String(node.attrs.id)
}

function wordsOf(node: Node): string {
  return node.textBetween(0, node.content.size, '\n', (leaf) =>
    leaf.type === schema.nodes.hardBreak ? '\n' : '',
  )
}
