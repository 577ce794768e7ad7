/** A document as plain JSON, the form that travels and is stored. The schema decides whether it is valid. */
export interface DocumentJson {
  type: 'doc'
  attrs?: { schemaVersion?: number }
  content: NodeJson[]
}

export interface NodeJson {
  type: string
  attrs?: Record<string, unknown>
  content?: NodeJson[]
  text?: string
  marks?: MarkJson[]
}

export interface MarkJson {
  type: string
  attrs?: Record<string, unknown>
}

/** Makes a new block id, unique for ever. The package has no randomness of its own. */
export type NewId = () => string

const inlineNames = new Set(['text', 'hardBreak', 'footnote'])

/** True for nodes that hold text a reader reads line by line: `codeBlock` and `footnote` too, a diagram's source not. */
export function isTextBlock(node: NodeJson): boolean {
  return textBlockNames.has(node.type)
}

const textBlockNames = new Set(['paragraph', 'heading', 'faqQuestion', 'codeBlock', 'footnote'])

/** Stands for a footnote in the text it belongs to, as one character (U+FFFC). */
export const FOOTNOTE = '\uFFFC'

export function isInline(node: NodeJson): boolean {
  return inlineNames.has(node.type)
}

/** The block id of a node, '' while it has none. */
export function idOf(node: NodeJson): string {
  return typeof node.attrs?.id === 'string' ? node.attrs.id : ''
}

/** Which part of the kind a `part` node is. */
export function partOf(node: NodeJson): string {
  return typeof node.attrs?.part === 'string' ? node.attrs.part : 'other'
}

/** The first text block in a node, which may be the node itself. */
export function firstTextBlock(node: NodeJson): NodeJson | undefined {
  if (isTextBlock(node)) return node
  for (const child of node.content ?? []) {
    const found = firstTextBlock(child)
    if (found) return found
  }
  return undefined
}

/** The text of a text block; a line break counts as one character, '\n', and so does a footnote. Offsets are UTF-16. */
export function textOf(node: NodeJson): string {
  let text = ''
  for (const child of node.content ?? []) {
    if (child.type === 'text') text += child.text ?? ''
    else if (child.type === 'hardBreak') text += '\n'
    else if (child.type === 'footnote') text += FOOTNOTE
  }
  return text
}
