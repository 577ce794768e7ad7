import { isTextBlock } from '@foreword/document/json'
import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { faqsOf, shownNumber } from './faq-order.ts'
import { partAt, partName, partsOf } from './parts.ts'

/** What stands on the paper and not in the document: hints in what is empty, and room where a page ends. */
export interface Paper {
  /** The hint of an empty part, by the part's name. */
  hints: Record<string, string>
  /** What to write in it, where there is no margin to say so. */
  guidance: Record<string, string>
  /** Ids of the blocks that begin a page. */
  pageStarts: ReadonlySet<string>
}

const key = new PluginKey<{ paper: Paper; decorations: DecorationSet }>('paper')

/** Told to the view when the layout or the hints have changed: `tr.setMeta(paperPlugin key, paper)`. */
export const setPaper = key

export function paperPlugin(paper: Paper) {
  return new Plugin({
    key,
    state: {
      init: (_, state) => ({ paper, decorations: decorate(state.doc, paper) }),
      apply(tr, before, _old, state) {
        const told: Paper | undefined = tr.getMeta(key)
        if (told === undefined && !tr.docChanged) return before
        const now = told ?? before.paper
        return { paper: now, decorations: decorate(state.doc, now) }
      },
    },
    props: {
      decorations(state) {
        const { paper: now, decorations } = key.getState(state) ?? {}
        const guided = now && guidedBlock(state, now)
        return guided ? decorations?.add(state.doc, [guided]) : decorations
      },
    },
  })
}

function decorate(document: Node, { hints, pageStarts }: Paper): DecorationSet {
  const decorations: Decoration[] = []
  const entries = faqsOf(document).flatMap((faq) => faq.entries)
  const numbers = new Map(entries.map((entry) => [entry.position, shownNumber(entry)]))
  for (const { node: part, start } of partsOf(document)) {
    const isUnwritten = isPartUnwritten(part)
    let hinted = false
    part.descendants((node, offset, parent) => {
      const position = start + offset
      const attributes: Record<string, string> = {}
      if (pageStarts.has(String(node.attrs.id))) attributes.class = 'begins-page'
      const number = numbers.get(position)
      if (number !== undefined) attributes['data-number'] = String(number)
      if (node.isTextblock && node.content.size === 0) {
        const hint = hintFor({ node, parent, part, isFirst: !hinted && isUnwritten, hints })
        if (hint !== undefined) attributes['data-hint'] = hint
        // an empty heading would be announced as nothing at all
        if (hint !== undefined && node.type.name === 'heading')
          attributes['aria-label'] = `${hint}, not written`
        if (node.type.name !== 'faqQuestion') hinted = true
      }
      if (Object.keys(attributes).length > 0)
        decorations.push(Decoration.node(position, position + node.nodeSize, attributes))
      return !isTextBlock({ type: node.type.name })
    })
  }
  return DecorationSet.create(document, decorations)
}

/** The guidance of the empty part that the caret is in. */
function guidedBlock(state: EditorState, { guidance }: Paper): Decoration | undefined {
  const { $head, empty } = state.selection
  const part = partAt($head)
  if (!part || !empty || !$head.parent.isTextblock || !isPartUnwritten(part.node)) return undefined
  const words = guidance[partName(part.node)]
  if (words === undefined) return undefined
  return Decoration.node($head.before(), $head.after(), { 'data-guidance': words })
}

/** True while nothing but a standing title is in the part. */
export function isPartUnwritten(part: Node): boolean {
  let words = part.textContent.length
  const title = part.firstChild
  if (title?.type.name === 'heading' && part.childCount > 1) words -= title.textContent.length
  return words === 0
}

interface Place {
  node: Node
  parent: Node | null
  part: Node
  isFirst: boolean
  hints: Record<string, string>
}

function hintFor({ node, parent, part, isFirst, hints }: Place): string | undefined {
  if (node.type.name === 'faqQuestion') return 'A question'
  if (parent?.type.name === 'faqEntry') return parent.childCount === 2 ? 'Its answer' : undefined
  return isFirst ? hints[partName(part)] : undefined
}
