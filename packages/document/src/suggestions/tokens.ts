import { Fragment, Mark, type Node } from 'prosemirror-model'
import { schema } from '../schema.ts'
import { changedOf, type Stamp, stampOf } from './stamp.ts'

/**
 * The children of a node in reading order, text taken apart into characters. A text block is its break, `block`, and
 * then what stands in it up to the next break, as in a file of lines: so splitting and joining are a break more or a
 * break less, and no word moves.
 */
export type Token =
  | { kind: 'block'; node: Node }
  /** `code`: in a block of code, where words are not set in any way and so cannot be set otherwise. */
  | { kind: 'char'; text: string; marks: readonly Mark[]; code: boolean }
  /** A line break, a footnote. */
  | { kind: 'leaf'; node: Node }
  /** A block that holds no text itself. */
  | { kind: 'atom'; node: Node }

export function tokensOf(children: readonly Node[]): Token[] {
  const tokens: Token[] = []
  for (const child of children) {
    if (!child.isTextblock) {
      tokens.push({ kind: 'atom', node: child })
      continue
    }
    tokens.push({ kind: 'block', node: child })
    for (const inline of child.children) {
      if (!inline.isText) tokens.push({ kind: 'leaf', node: inline })
      // whole code points: half of one is no text that can be stored
      else
        for (const text of inline.text ?? '')
          tokens.push({ kind: 'char', text, marks: inline.marks, code: child.type.spec.code === true })
    }
  }
  return tokens
}

/** The nodes again: text goes on in the block whose break came last. */
export function nodesOf(tokens: readonly Token[]): Node[] {
  const nodes: Node[] = []
  let open: { block: Node; inline: Node[] } | undefined
  const close = () => {
    if (open) nodes.push(open.block.copy(fitting(open.block, open.inline)))
    open = undefined
  }
  for (const token of tokens) {
    if (token.kind === 'atom') {
      close()
      nodes.push(token.node)
    } else if (token.kind === 'block') {
      close()
      open = { block: token.node, inline: [] }
    } else {
      open ??= { block: schema.node('paragraph'), inline: [] }
      open.inline.push(token.kind === 'leaf' ? token.node : schema.text(token.text, token.marks))
    }
  }
  close()
  return nodes
}

/** Code takes the words of what joins it, and not how they were set. */
function fitting(block: Node, inline: readonly Node[]): Fragment {
  const content = Fragment.fromArray(inline.map((node) => node.mark(block.type.allowedMarks(node.marks))))
  if (block.type.validContent(content)) return content
  return Fragment.fromArray(inline.filter((node) => block.type.validContent(Fragment.from(node))))
}

export function isSame(one: Token, two: Token): boolean {
  if (one.kind !== two.kind) return false
  if (one.kind === 'char' && two.kind === 'char')
    return (
      one.text === two.text &&
      one.code === two.code &&
      proposed(one, 'inserted')?.id === proposed(two, 'inserted')?.id &&
      proposed(one, 'deleted')?.id === proposed(two, 'deleted')?.id
    )
  if (one.kind === 'leaf' && two.kind === 'leaf') return one.node.eq(two.node)
  return idOfToken(one) === idOfToken(two) && mayBecome(nodeOf(one), nodeOf(two))
}

/** Whether one block can turn into the other where it stands: a paragraph into a heading, a list into a numbered one. */
function mayBecome(one: Node | undefined, two: Node | undefined): boolean {
  if (one === undefined || two === undefined || one.type === two.type) return one !== undefined
  if (one.type.spec.group !== two.type.spec.group) return false
  if (one.isTextblock || two.isTextblock) return one.type.spec.code === two.type.spec.code
  return !one.isLeaf && one.type.spec.content === two.type.spec.content
}

const nodeOf = (token: Token) => (token.kind === 'char' ? undefined : token.node)

/** The block id of a break or a block; '' for what stands in text. */
export function idOfToken(token: Token): string {
  return token.kind === 'block' || token.kind === 'atom' ? String(token.node.attrs.id ?? '') : ''
}

export function isInlineToken(token: Token): boolean {
  return token.kind === 'char' || token.kind === 'leaf'
}

export type Proposal = 'inserted' | 'deleted'

export function proposed(token: Token, what: Proposal): Stamp | undefined {
  if (token.kind === 'char')
    return stampOf(token.marks.find((mark) => mark.type === schema.marks[what])?.attrs)
  return stampOf(token.node.attrs[what])
}

export function withProposal(token: Token, what: Proposal, stamp: Stamp | null): Token {
  if (token.kind === 'char') {
    const marks = schema.marks[what].removeFromSet(token.marks)
    return { ...token, marks: stamp ? schema.marks[what].create({ ...stamp }).addToSet(marks) : marks }
  }
  return { ...token, node: withAttrs(token.node, { [what]: stamp }) }
}

export function withAttrs(node: Node, attrs: Record<string, unknown>): Node {
  return node.type.create({ ...node.attrs, ...attrs }, node.content, node.marks)
}

/** What a block was before its change was proposed, as a node of that type with what it holds now. */
export function asItWas(node: Node): Node {
  const changed = changedOf(node.attrs.changed)
  const type = changed && schema.nodes[changed.was.type as keyof typeof schema.nodes] // a stranger's name gives undefined
  if (!changed || !type) return withAttrs(node, { changed: null })
  const { id, inserted, deleted } = node.attrs
  const attrs = { ...changed.was.attrs, id, inserted, deleted, changed: null }
  // what it holds may have changed meanwhile and not fit what it was
  if (!type.validContent(node.content)) return withAttrs(node, { changed: null })
  return type.create(attrs, node.content)
}

/** The marks that say how words are set, and none of what is suggested. */
export function formatting(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter(({ type }) => !suggestionMarks.has(type))
}

const suggestionMarks = new Set([schema.marks.inserted, schema.marks.deleted, schema.marks.restyled])

export const sameMarks = (one: readonly Mark[], two: readonly Mark[]) => Mark.sameSet(one, two)
