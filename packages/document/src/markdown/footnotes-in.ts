import type { FootnoteDefinition, FootnoteReference, Root, RootContent } from 'mdast'
import type { MarkJson, NodeJson } from '../json.ts'
import { type Inline, settled, textNode } from './inline.ts'

/** A note that is referred to again is set again; past so many characters of such copies only its label is. */
const MOST_COPIED = 100_000

/** The footnotes of a file: their words stand with the place that refers to them, as our footnotes do. */
export interface Footnotes {
  /** What stands for a reference: the footnote, or its label where no footnote can be. */
  at(reference: FootnoteReference, marks: readonly MarkJson[]): Inline
  /** True when the words of a definition stand somewhere already. */
  isPlaced(definition: FootnoteDefinition): boolean
}

export function footnotesOf(root: Root, blocksOf: (node: RootContent) => NodeJson[]): Footnotes {
  const definitions = new Map<string, FootnoteDefinition>()
  const referred = new Set<string>()
  collect(root.children, definitions, referred, false)
  const contents = new Map<string, Inline>()
  const written = new Set<string>()
  let copied = 0
  // a footnote cannot stand in a footnote: while one is written, references are their labels
  let isInside = false

  function contentOf(definition: FootnoteDefinition): Inline {
    const known = contents.get(definition.identifier)
    if (known) return known
    isInside = true
    const blocks = definition.children.flatMap(blocksOf)
    isInside = false
    const content = settled(flat(blocks))
    contents.set(definition.identifier, content)
    return content
  }

  return {
    at(reference, marks) {
      const definition = definitions.get(reference.identifier)
      const label = [textNode(`[${reference.label ?? reference.identifier}]`, marks)]
      if (definition === undefined || isInside) return label
      const content = contentOf(definition)
      if (written.has(definition.identifier)) {
        copied += content.reduce((sum, node) => sum + (node.text?.length ?? 0), 1)
        if (copied > MOST_COPIED) return label
      }
      written.add(definition.identifier)
      return [{ type: 'footnote', content }]
    },
    isPlaced: (definition) =>
      referred.has(definition.identifier) && definitions.get(definition.identifier) === definition,
  }
}

function collect(
  nodes: readonly RootContent[],
  definitions: Map<string, FootnoteDefinition>,
  referred: Set<string>,
  isInside: boolean,
): void {
  for (const node of nodes) {
    const defines = node.type === 'footnoteDefinition'
    if (defines && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    if (node.type === 'footnoteReference' && !isInside) referred.add(node.identifier)
    if ('children' in node) collect(node.children, definitions, referred, isInside || defines)
  }
}

/** The words of blocks in one row: a footnote is a line of text, whatever its author made of it. */
function flat(nodes: readonly NodeJson[]): Inline {
  return nodes.flatMap((node, index): Inline => {
    const words = inRow(node)
    return index > 0 && words.length > 0 ? [textNode(' '), ...words] : words
  })
}

function inRow(node: NodeJson): Inline {
  if (node.type === 'hardBreak') return [textNode(' ')]
  if (node.type === 'text') return [node]
  const { alt, title, src } = node.attrs ?? {}
  const said = [alt, title, node.type === 'image' ? src : null].filter(
    (value): value is string => typeof value === 'string' && value !== '',
  )
  const own = said.length > 0 ? [textNode(said.join(' '))] : []
  const children = node.content ?? []
  const isText = children.some((child) => child.type === 'text')
  const inner = isText ? children.flatMap(inRow) : flat(children)
  return [...own, ...inner.map((child) => ({ ...child, text: child.text?.replaceAll('\n', ' ') ?? '' }))]
}
