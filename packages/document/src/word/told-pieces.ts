import type { Passage, Stretches } from '../docx/passages-in.ts'
import type { Tracked } from '../docx/tracked.ts'
import { type DocumentJson, idOf, isTextBlock, type NodeJson } from '../json.ts'
import { stampOf } from '../suggestions/stamp.ts'

export type Kind = 'inserted' | 'deleted'

/** Both sides of a text, by what their reading said of their words. */
export interface Sides {
  before: { document: DocumentJson; stretches: Stretches }
  after: { document: DocumentJson; stretches: Stretches }
}

/** A document in which each piece of text is one that one person tracked, or nobody. */
export interface Pieces {
  content: NodeJson[]
  /** Who tracked a piece, as Word has it. */
  by: Map<NodeJson, Tracked>
  /** Where the comments of the file stand, by their number. */
  passages: Map<string, Passage>
}

/**
 * Goes through a document that holds what is proposed, and at the same pace through both sides that it was made of:
 * what is not inserted is a word of the side before, and what is not deleted one of the side after.
 */
export function toldPieces(document: DocumentJson, sides: Sides): Pieces {
  const [before, after] = [cursorOf(sides.before), cursorOf(sides.after)]
  const by: Pieces['by'] = new Map()
  const passages: Pieces['passages'] = new Map()

  function block(node: NodeJson, within: Kind | null): NodeJson {
    if (!isTextBlock(node)) {
      const inside = within ?? kindOf(node)
      return node.content
        ? { ...node, content: node.content.map((child) => block(child, inside)) }
        : { ...node }
    }
    let at = 0
    const content = (node.content ?? []).flatMap((child) => {
      const made = pieces(child, within ?? kindOf(child))
      return made.map(({ piece, said }) => {
        const to = at + lengthOf(piece)
        if (said?.by) by.set(piece, said.by)
        for (const id of said?.comments ?? []) stands(id, { block: idOf(node), from: at, to })
        at = to
        return piece
      })
    })
    return { ...node, content }
  }

  function pieces(child: NodeJson, kind: Kind | null): { piece: NodeJson; said: Said }[] {
    const out: { piece: NodeJson; said: Said }[] = []
    for (const sign of signsOf(child)) {
      const old = kind === 'inserted' ? null : before()
      const now = kind === 'deleted' ? null : after()
      const said = together(kind === 'deleted' ? old : now, old, now)
      const last = out.at(-1)
      if (last && child.type === 'text' && same(last.said, said)) last.piece.text += sign
      else out.push({ piece: child.type === 'text' ? { ...child, text: sign } : { ...child }, said })
    }
    return out
  }

  function stands(id: string, where: Passage): void {
    const begun = passages.get(id)
    if (!begun) passages.set(id, where)
    else if (begun.block === where.block) begun.to = where.to
  }

  return { content: document.content.map((part) => block(part, null)), by, passages }
}

/** What is proposed of a text, a leaf or a block. */
export function kindOf({ type, attrs, marks }: NodeJson): Kind | null {
  const says = (kind: Kind) =>
    type === 'text'
      ? (marks?.some((mark) => mark.type === kind) ?? false)
      : stampOf(attrs?.[kind]) !== undefined
  if (says('inserted')) return 'inserted'
  return says('deleted') ? 'deleted' : null
}

type Said = { by: Tracked | null; comments: string[] } | null

function together(own: Said, old: Said, now: Said): Said {
  const comments = [...new Set([...(old?.comments ?? []), ...(now?.comments ?? [])])]
  return own?.by || comments.length > 0 ? { by: own?.by ?? null, comments } : null
}

const same = (a: Said, b: Said) => JSON.stringify(a) === JSON.stringify(b)

/** A note is one sign in the text that it belongs to; its own words are not told. */
const signsOf = (node: NodeJson) => (node.type === 'text' ? [...(node.text ?? '')] : ['\n'])
const lengthOf = (node: NodeJson) => (node.type === 'text' ? (node.text ?? '').length : 1)

/** What was said of each sign, from the first to the last. */
function cursorOf({ document, stretches }: Sides['before']): () => Said {
  const said = document.content.flatMap((part) => saidIn(part, stretches))
  let at = 0
  return () => said[at++] ?? null
}

function saidIn(node: NodeJson, stretches: Stretches): Said[] {
  if (!isTextBlock(node)) return (node.content ?? []).flatMap((child) => saidIn(child, stretches))
  const here = stretches.get(idOf(node)) ?? []
  let at = 0
  return (node.content ?? []).flatMap((child) => {
    const inNote = child.type === 'footnote' ? (stretches.get(idOf(child)) ?? []) : []
    return signsOf(child).map((sign): Said => {
      const found = here.find(({ from, to }) => from <= at && at < to)
      at += sign.length
      const by = found?.by ?? inNote.find((stretch) => stretch.by)?.by ?? null
      return found || by ? { by, comments: found?.comments ?? [] } : null
    })
  })
}
