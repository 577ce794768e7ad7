import fc from 'fast-check'
import { Fragment, type Node } from 'prosemirror-model'
import { findWrapping, Transform } from 'prosemirror-transform'
import type { DocumentJson, NodeJson } from '../json.ts'
import { schema } from '../schema.ts'

/* Random documents and edits for property tests. Ids come from a small pool, so that two documents have blocks in
   common. */

const words = fc.constantFrom('a', 'ab', 'b', 'hull', 'bay ', ' tide', 'll', '😀', 'é')

const markSets: fc.Arbitrary<NodeJson['marks']>[] = [
  fc.constant(undefined),
  fc.constant([{ type: 'strong' }]),
  fc.constant([{ type: 'em' }]),
]

const inline: fc.Arbitrary<NodeJson> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(words, fc.oneof(...markSets))
      .map(([text, marks]) => ({ type: 'text', text, ...(marks ? { marks } : {}) })),
  },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
)

const textBlock: fc.Arbitrary<NodeJson> = fc
  .tuple(
    fc.constantFrom('paragraph', 'paragraph', 'heading', 'codeBlock'),
    fc.array(inline, { maxLength: 4 }),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([type, content, level]) => {
    if (type === 'codeBlock')
      return {
        type,
        content: content
          .filter((node) => node.type === 'text')
          .map(({ text }) => ({ type: 'text', text: text ?? '' })),
      }
    return type === 'heading' ? { type, attrs: { level }, content } : { type, content }
  })

const { block } = fc.letrec<{ block: NodeJson; item: NodeJson; row: NodeJson }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    { weight: 5, arbitrary: textBlock },
    { weight: 1, arbitrary: fc.constant<NodeJson>({ type: 'horizontalRule' }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(
          fc.constantFrom('bulletList', 'orderedList'),
          fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
        )
        .map(([type, content]) => ({ type, content })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('block'), { minLength: 1, maxLength: 2 })
        .map((content) => ({ type: 'blockquote', content })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('row'), { minLength: 1, maxLength: 2 })
        .map((content) => ({ type: 'table', content })),
    },
  ),
  item: fc
    .array(tie('block'), { minLength: 1, maxLength: 2 })
    .map((content) => ({ type: 'listItem', content })),
  row: fc
    .array(
      fc
        .array(tie('block'), { minLength: 1, maxLength: 1 })
        .map((content) => ({ type: 'tableCell', content })),
      { minLength: 1, maxLength: 2 },
    )
    .map((content) => ({ type: 'tableRow', content })),
}))

const entry: fc.Arbitrary<NodeJson> = fc
  .tuple(fc.array(inline, { maxLength: 2 }), fc.array(block, { maxLength: 2 }))
  .map(([question, answer]) => ({
    type: 'faqEntry',
    content: [{ type: 'faqQuestion', content: question }, ...answer],
  }))

const part: fc.Arbitrary<NodeJson> = fc
  .array(fc.oneof({ weight: 4, arbitrary: block }, { weight: 1, arbitrary: entry }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((content) => ({ type: 'part', content }))

/** A valid document in which every block has an id of its own. */
export const someDocument: fc.Arbitrary<DocumentJson> = fc
  .tuple(
    fc.array(part, { minLength: 1, maxLength: 3 }),
    fc.shuffledSubarray(ids(), { minLength: 40, maxLength: 40 }),
  )
  .map(([parts, pool]) => ({
    type: 'doc',
    attrs: { schemaVersion: 2 },
    content: identifiedAll(parts, pool.values()),
  }))

function ids(): string[] {
  return Array.from({ length: 40 }, (_, at) => `b${at}`)
}

function identifiedAll(parts: NodeJson[], pool: Iterator<string, undefined>): NodeJson[] {
  return parts.map((node) => identified(node, pool))
}

let more = 0

function identified(node: NodeJson, pool: Iterator<string, undefined>): NodeJson {
  if (node.type === 'text' || node.type === 'hardBreak') return node
  const next = pool.next()
  const id = next.done ? `more${++more}` : next.value
  return {
    ...node,
    attrs: { ...node.attrs, id },
    ...(node.content ? { content: node.content.map((child) => identified(child, pool)) } : {}),
  }
}

/** What somebody does at a place, told in fractions of the document so that it fits any. */
export interface Act {
  act: 'type' | 'delete' | 'split' | 'heading' | 'bold' | 'list' | 'move' | 'remove' | 'block' | 'join'
  at: number
  to: number
  text: string
}

export const someAct: fc.Arbitrary<Act> = fc.record({
  act: fc.constantFrom(
    'type',
    'type',
    'delete',
    'split',
    'heading',
    'bold',
    'list',
    'move',
    'remove',
    'block',
    'join',
  ),
  at: fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000),
  to: fc.integer({ min: 0, max: 1000 }).map((value) => value / 1000),
  text: fc.constantFrom('x', 'new words', 'lull', '😀'),
})

/** The document after the act, as an editor would leave it: every block with an id of its own. */
export function edited(document: Node, { act, at, to, text }: Act, newId: () => string): Node {
  const tr = new Transform(document)
  const places: number[] = []
  document.descendants((node, position) => {
    if (!node.isTextblock) return
    places.push(position + 1)
    // a caret never stands within a character
    node.forEach((inline, offset) => {
      let end = position + 1 + offset
      for (const character of inline.text ?? '.') {
        end += character.length
        places.push(end)
      }
    })
  })
  const place = (fraction: number) => places[Math.floor(fraction * (places.length - 1))] ?? 1
  const from = Math.min(place(at), place(to))
  const end = Math.max(place(at), place(to))
  const $from = document.resolve(from)
  const parent = $from.node(-1)
  try {
    if (act === 'type') tr.insert(from, schema.text(text, $from.marks()))
    else if (act === 'delete') tr.deleteRange(from, end)
    else if (act === 'split') tr.split(from)
    else if (act === 'heading')
      tr.setBlockType(from, from, schema.nodes.heading, (node: Node) => ({
        ...node.attrs,
        level: 1 + (end % 4),
      }))
    else if (act === 'bold') tr.addMark(from, end, schema.marks.strong.create())
    else if (act === 'block') tr.insert($from.after(), schema.node('paragraph', null, schema.text(text)))
    else if (act === 'join') tr.join($from.before())
    else if (act === 'list') {
      const range = $from.blockRange()
      const wrapping = range && findWrapping(range, schema.nodes.bulletList)
      if (range && wrapping) tr.wrap(range, wrapping)
    } else if (parent.childCount > 1) {
      const moved = $from.parent
      tr.delete($from.before(), $from.after())
      if (act === 'move') tr.insert(tr.mapping.map($from.end(-1)), moved)
    }
    tr.doc.check()
  } catch {
    // not possible here: nothing happened
    return document
  }
  return withNewIds(tr.doc, newId, new Set())
}

function withNewIds(node: Node, newId: () => string, seen: Set<unknown>): Node {
  const children = node.children.map((child) => {
    if (child.isText || child.type === schema.nodes.hardBreak) return child
    const { id } = child.attrs
    const own = id !== null && !seen.has(id)
    seen.add(id)
    const attrs = own
      ? child.attrs
      : { ...child.attrs, id: newId(), inserted: null, deleted: null, changed: null }
    return withNewIds(child.type.create(attrs, child.content, child.marks), newId, seen)
  })
  return node.copy(Fragment.from(children))
}
