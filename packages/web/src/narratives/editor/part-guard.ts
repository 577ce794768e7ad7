import { schema } from '@foreword/document/schema'
import { noProposals } from '@foreword/document/suggestions/stamp'
import { formatting, withAttrs } from '@foreword/document/suggestions/tokens'
import { Fragment, type Node, Slice } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import { isWrittenHere } from './from-elsewhere.ts'
import { emptiedSelection, PART_REMOVED } from './part-keys.ts'
import { partName, partsOf, spansParts } from './parts.ts'

/**
 * Parts stay, whatever is typed, cut, pasted or dropped over them. The ways we know keep each part's words in it; for
 * the ways we do not know, a part that vanished comes back empty.
 */
export function partGuard(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, state) {
      if (!isWrittenHere(transactions) || transactions.some((one) => one.getMeta(PART_REMOVED))) return null
      const missing = missingParts(before.doc, state.doc)
      if (missing.length === 0) return null
      const { tr } = state
      for (const { node, following } of missing) tr.insert(positionOf(tr.doc, following), node)
      return tr
    },
    props: {
      handleTextInput(view, from, to, text) {
        // right after a click the selection may still be the one of before
        if (!view.editable || from === to || !spansParts(view.state)) return false
        const tr = emptiedSelection(view.state)
        view.dispatch(tr.insertText(text).scrollIntoView())
        return true
      },
      handlePaste(view) {
        if (view.editable && spansParts(view.state)) view.dispatch(emptiedSelection(view.state))
        return false
      },
      transformPasted: (slice) => withoutSuggestions(withoutParts(slice)),
      handleDOMEvents: {
        cut(view, event) {
          if (!view.editable || !spansParts(view.state) || !event.clipboardData) return false
          const { dom, text } = view.serializeForClipboard(view.state.selection.content())
          event.preventDefault()
          event.clipboardData.setData('text/html', dom.innerHTML)
          event.clipboardData.setData('text/plain', text)
          view.dispatch(emptiedSelection(view.state).scrollIntoView())
          return true
        },
      },
    },
  })
}

interface Missing {
  node: Node
  /** Ids of the parts that stood after it, nearest first. */
  following: string[]
}

function missingParts(before: Node, after: Node): Missing[] {
  const still = new Set(partsOf(after).map(({ node }) => node.attrs.id))
  const parts = partsOf(before)
  return parts.flatMap(({ node, index }) => {
    if (still.has(node.attrs.id) || partName(node) === 'other') return []
    const first = node.firstChild?.type.name === 'heading' ? schema.nodes.heading : schema.nodes.paragraph
    const empty = node.copy(Fragment.from(first.create({ level: node.firstChild?.attrs.level })))
    return [{ node: empty, following: parts.slice(index + 1).map((part) => String(part.node.attrs.id)) }]
  })
}

function positionOf(document: Node, following: readonly string[]): number {
  const parts = partsOf(document)
  for (const id of following) {
    const found = parts.find(({ node }) => node.attrs.id === id)
    if (found) return found.position
  }
  return document.content.size
}

/** Pasted words come without the parts they stood in elsewhere: they belong to the part they are pasted into. */
export function withoutParts(slice: Slice): Slice {
  if (slice.content.firstChild?.type.name !== 'part') return slice
  const blocks: Node[] = []
  slice.content.forEach((part) => {
    part.forEach((block) => {
      blocks.push(block)
    })
  })
  return new Slice(Fragment.from(blocks), Math.max(0, slice.openStart - 1), Math.max(0, slice.openEnd - 1))
}

/** What is pasted reads as it would if all had been accepted; nobody proposes anything by being copied. */
export function withoutSuggestions(slice: Slice): Slice {
  return new Slice(bareFragment(slice.content), slice.openStart, slice.openEnd)
}

function bareFragment(content: Fragment): Fragment {
  const nodes: Node[] = []
  content.forEach((node) => {
    const isToGo = node.isText
      ? schema.marks.deleted.isInSet(node.marks)
      : node.attrs.deleted && !node.isTextblock
    if (isToGo && content.childCount > 1) return
    const marks = formatting(node.marks)
    nodes.push(
      node.isText ? node.mark(marks) : withAttrs(node.copy(bareFragment(node.content)), { ...noProposals }),
    )
  })
  return Fragment.fromArray(nodes)
}
