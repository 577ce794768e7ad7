/* What a long answer may hold while it is edited, and the way there and back. */
import { isLinkable, type Line, type Piece } from '@foreword/core/initiatives/rich'
import { type Mark, type Node, Schema } from 'prosemirror-model'

const weight = (value: string) => /^(bold(er)?|[5-9]\d\d)$/.test(value) && null

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      content: 'text*',
      group: 'block',
      parseDOM: ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
      toDOM: () => ['p', 0],
    },
    bullets: { content: 'item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    numbers: {
      content: 'item+',
      group: 'block',
      attrs: { start: { default: 1, validate: 'number' } },
      parseDOM: [{ tag: 'ol', getAttrs: (list) => ({ start: Number(list.getAttribute('start')) || 1 }) }],
      toDOM: ({ attrs }) => ['ol', attrs.start === 1 ? {} : { start: attrs.start }, 0],
    },
    item: { content: 'paragraph', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    text: {},
  },
  marks: {
    link: {
      attrs: { href: { validate: 'string' } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs(link) {
            const href = link.getAttribute('href') ?? ''
            return isLinkable(href) ? { href } : false
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: attrs.href }, 0],
    },
    strong: {
      parseDOM: [
        { tag: 'strong' },
        // a word processor’s way to say that nothing is bold
        { tag: 'b', getAttrs: (node) => node.style.fontWeight !== 'normal' && null },
        { style: 'font-weight', getAttrs: weight },
      ],
      toDOM: () => ['strong', 0],
    },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i' }, { style: 'font-style=italic' }], toDOM: () => ['em', 0] },
  },
})
const { nodes, marks } = schema

/** Lines that follow each other in one list are its items. */
export function docOf(lines: readonly Line[]): Node {
  const blocks: Node[] = []
  let next = 0
  for (const { kind, number = 1, pieces } of lines) {
    const paragraph = nodes.paragraph.create(null, pieces.map(inlineOf))
    const last = blocks.at(-1)
    if (kind === 'line') blocks.push(paragraph)
    else {
      const item = nodes.item.create(null, paragraph)
      const type = kind === 'bullet' ? nodes.bullets : nodes.numbers
      const goesOn = last?.type === type && (kind === 'bullet' || number === next)
      if (goesOn) blocks[blocks.length - 1] = last.copy(last.content.addToEnd(item))
      else blocks.push(type.create(kind === 'number' ? { start: number } : null, item))
      next = number + 1
    }
  }
  return nodes.doc.create(null, blocks.length > 0 ? blocks : nodes.paragraph.create())
}

export function linesIn(doc: Node): Line[] {
  return doc.children.flatMap((block): Line[] => {
    if (block.type === nodes.paragraph) return [{ kind: 'line', pieces: piecesIn(block) }]
    return block.children.map((item, at) => {
      const pieces = piecesIn(item.child(0))
      const number = Math.min(Number(block.attrs.start) + at, 999)
      return block.type === nodes.bullets ? { kind: 'bullet', pieces } : { kind: 'number', number, pieces }
    })
  })
}

function inlineOf({ text, strong, em, href }: Piece): Node {
  const set: Mark[] = []
  if (href !== undefined) set.push(marks.link.create({ href }))
  if (strong) set.push(marks.strong.create())
  if (em) set.push(marks.em.create())
  return schema.text(text, set)
}

const piecesIn = (paragraph: Node): Piece[] =>
  paragraph.children.map((node) => {
    const href: unknown = marks.link.isInSet(node.marks)?.attrs.href
    return {
      text: (node.text ?? '').replace(/\s*\n\s*/g, ' '),
      ...(marks.strong.isInSet(node.marks) ? { strong: true } : {}),
      ...(marks.em.isInSet(node.marks) ? { em: true } : {}),
      ...(typeof href === 'string' ? { href } : {}),
    }
  })
