import { Fragment, type Mark, type MarkType, Node } from 'prosemirror-model'
import type { DocumentJson } from '../json.ts'
import { plainJson } from '../plain-json.ts'
import { repaired } from '../repair.ts'
import { schema } from '../schema.ts'
import { changedOf, originalId, type Stamp, stampOf } from './stamp.ts'
import {
  asItWas,
  formatting,
  isInlineToken,
  nodesOf,
  proposed,
  type Token,
  tokensOf,
  withAttrs,
  withProposal,
} from './tokens.ts'

export type Verdict = 'accept' | 'reject'

/** Which suggestions are meant: all, those of one proposal, or those of one person. */
export type Which = 'all' | { id: string } | { by: string }

/**
 * The document with its suggestions decided. Rejecting all gives what stood before anything was proposed, accepting all
 * what was proposed. The same value when it holds none that are meant.
 */
export function withSuggestions(
  document: DocumentJson,
  verdict: Verdict,
  which: Which = 'all',
): DocumentJson {
  if (!hasSuggestions(document)) return document
  const before = Node.fromJSON(schema, document)
  const decided = decide(before, verdict, which)
  return decided === before ? document : plainJson(decided)
}

/**
 * The draft as it would read with everything accepted: what pages are counted of, what checks and exports read. Blocks
 * keep the ids they have in the draft, so that a page says what stands on the screen.
 */
export function asAccepted(document: DocumentJson): DocumentJson {
  if (!hasSuggestions(document)) return document
  const node = Node.fromJSON(schema, document)
  return plainJson(valid(decidedIn(node, { verdict: 'accept', isMeant: () => true }) ?? emptyDocument(node)))
}

/** `withSuggestions` for the editor: nodes that hold nothing that is meant stay the very same. */
export function decide(document: Node, verdict: Verdict, which: Which = 'all'): Node {
  const isMeant = (stamp: Stamp) =>
    which === 'all' || ('id' in which ? stamp.id === which.id : stamp.by === which.by)
  const decided = decidedIn(document, { verdict, isMeant }) ?? emptyDocument(document)
  return decided === document ? document : valid(withOwnIds(decided))
}

const emptyDocument = (document: Node) => document.copy(Fragment.empty)

/** Whether anything at all is proposed; cheap, so that a draft without suggestions pays nothing for them. */
export function hasSuggestions(document: DocumentJson): boolean {
  const nodes = [...document.content]
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const { attrs, marks, content } = node
    if (attrs && (attrs.inserted || attrs.deleted || attrs.changed)) return true
    if (marks?.some(({ type }) => type === 'inserted' || type === 'deleted' || type === 'restyled'))
      return true
    if (content) nodes.push(...content)
  }
  return false
}

interface Rule {
  verdict: Verdict
  isMeant: (stamp: Stamp) => boolean
}

/** Null when nothing is left of it. */
function decidedIn(parent: Node, rule: Rule): Node | null {
  const inner = parent.children.map((child) => (child.isTextblock ? child : decidedIn(child, rule)))
  const isTouched = inner.some(
    (child, at) => child !== parent.child(at) || isMeantHere(child, rule) || textIsMeant(child, rule),
  )
  if (!isTouched) return parent
  const children = decidedChildren(
    inner.filter((child) => child !== null),
    rule,
  )
  if (children.length > 0) return parent.copy(Fragment.from(children))
  return parent.type === schema.nodes.part ? parent.copy(Fragment.from(emptied(parent))) : null
}

/**
 * Words whose break goes are said on in the text before them. At the head of a list of blocks, or after a table, there
 * is none: there the break stays, so that no word is lost or put into a place of another kind.
 */
function decidedChildren(children: readonly Node[], rule: Rule): Node[] {
  const kept: Token[] = []
  let isOpen = false
  let lost: Token | null = null
  for (const token of tokensOf(children)) {
    const left = decidedToken(token, rule)
    if (left === null) {
      if (token.kind === 'block') {
        const break_ = { ...token, node: withAttrs(token.node, { inserted: null, deleted: null }) }
        lost = decidedToken(break_, rule)
      }
      continue
    }
    if (isInlineToken(left) && !isOpen && lost) kept.push(lost)
    isOpen = left.kind !== 'atom'
    lost = null
    kept.push(left)
  }
  return nodesOf(kept)
}

/** A part whose last words were proposed away by two people, one each: there is always a place to write in. */
function emptied(part: Node): Node {
  const id: unknown = part.children.find((child) => child.isTextblock)?.attrs.id
  return schema.node('paragraph', { id: id ?? null })
}

function isMeantHere(node: Node | null, { isMeant }: Rule): boolean {
  if (node === null) return false
  const { attrs } = node
  return [attrs.inserted, attrs.deleted, attrs.changed].some((value) => {
    const stamp = stampOf(value)
    return stamp !== undefined && isMeant(stamp)
  })
}

function textIsMeant(block: Node | null, rule: Rule): boolean {
  if (!block?.isTextblock) return false
  return block.children.some(
    (inline) =>
      isMeantHere(inline, rule) ||
      inline.marks.some(({ type, attrs }) => {
        const stamp = suggesting.has(type) ? stampOf(attrs) : undefined
        return stamp !== undefined && rule.isMeant(stamp)
      }),
  )
}

const suggesting = new Set<MarkType>([schema.marks.inserted, schema.marks.deleted, schema.marks.restyled])

/** Null for what goes. */
function decidedToken(token: Token, { verdict, isMeant }: Rule): Token | null {
  let left = token
  for (const what of ['inserted', 'deleted'] as const) {
    const stamp = proposed(left, what)
    if (stamp === undefined || !isMeant(stamp)) continue
    if ((what === 'inserted') !== (verdict === 'accept')) return null
    left = withProposal(left, what, null)
  }
  if (left.kind === 'char') return { ...left, marks: decidedMarks(left.marks, { verdict, isMeant }) }
  const changed = changedOf(left.node.attrs.changed)
  if (changed === undefined || !isMeant(changed)) return left
  const node = verdict === 'reject' ? asItWas(left.node) : withAttrs(left.node, { changed: null })
  return { ...left, node }
}

function decidedMarks(marks: readonly Mark[], { verdict, isMeant }: Rule): readonly Mark[] {
  const restyled = schema.marks.restyled.isInSet(marks)
  const stamp = stampOf(restyled?.attrs)
  if (restyled === undefined || stamp === undefined || !isMeant(stamp)) return marks
  if (verdict === 'accept') return restyled.removeFromSet(marks)
  const suggested = marks.filter((mark) => mark !== restyled && !formatting([mark]).includes(mark))
  return marksWere(restyled).reduce((set, mark) => mark.addToSet(set), suggested as readonly Mark[])
}

/** The marks that a text had before others were proposed. */
export function marksWere(restyled: Mark): Mark[] {
  const was: unknown = restyled.attrs.was
  if (!Array.isArray(was)) return []
  return was.flatMap((json) => {
    try {
      return [schema.markFromJSON(json)]
    } catch {
      // it came over the wire; what is no mark was none
      return []
    }
  })
}

/** A copy whose block has gone is that block from now on, with the comments that speak of it. */
function withOwnIds(document: Node): Node {
  const ids = new Set<unknown>()
  document.descendants((node) => {
    ids.add(node.attrs.id)
  })
  return renamed(document, (id) => {
    const own = originalId(id)
    if (ids.has(own)) return id
    ids.add(own)
    return own
  })
}

function renamed(parent: Node, rename: (id: string) => string): Node {
  if (!parent.isTextblock && stampOf(parent.attrs.inserted)) return parent
  let isChanged = false
  const children = parent.children.map((child) => {
    const inner = renamed(child, rename)
    const id: unknown = inner.attrs.id
    const own = typeof id === 'string' && id.includes('~') && !stampOf(inner.attrs.inserted) ? rename(id) : id
    const next = own === id ? inner : withAttrs(inner, { id: own })
    isChanged ||= next !== child
    return next
  })
  return isChanged ? parent.copy(Fragment.from(children)) : parent
}

/** What is decided of a valid document is valid, but for what several people proposed of one place at once. */
function valid(document: Node): Node {
  try {
    document.check()
    return document
  } catch (error) {
    // prosemirror-model says so only by throwing
    if (!(error instanceof RangeError)) throw error
    return Node.fromJSON(schema, repaired(document.toJSON().content ?? []))
  }
}
