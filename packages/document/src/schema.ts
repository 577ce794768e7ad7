import { type Attrs, type NodeSpec, Schema } from 'prosemirror-model'
import { isAsset, safeImageSource } from './links.ts'
import { markSpecs, read } from './schema-marks.ts'
import { changedOf, PROPOSALS, stampOf, writerClass } from './suggestions/stamp.ts'

/**
 * The one schema of a narrative. Editor, server, freezing and typesetting all build from these specs.
 * Version 2 added `diagram`, `sketch`, `footnote`, the width of a picture and suggestions; every document of
 * version 1 is valid in it.
 *
 * Any change that makes an old document invalid, or that an old client would delete (y-tiptap drops what
 * its schema does not know, for everyone), raises SCHEMA_VERSION.
 *
 * Content expressions are as loose as editing allows: two people may delete the two halves of a node at
 * once, and a node that has become invalid by that merge is deleted whole. So an answer may be empty and a
 * list item may start with any block.
 */
export const SCHEMA_VERSION = 2

/** Attribute on the DOM that carries a block's id. */
const BLOCK_ID = 'data-block'

/** What is proposed of it, `null` for nothing (`suggestions/stamp.ts`). */
const proposals = { inserted: { default: null }, deleted: { default: null }, changed: { default: null } }

const blockId = { id: { default: null }, ...proposals }

type Extra = Record<string, string | number | null>

function domAttrs(attrs: Attrs, extra: Extra = {}): Record<string, string> {
  const out: Record<string, string> = {}
  if (typeof attrs.id === 'string') out[BLOCK_ID] = attrs.id
  for (const name of PROPOSALS) {
    const stamp = stampOf(attrs[name])
    if (stamp === undefined) continue
    out[`data-${name}`] = JSON.stringify(attrs[name])
    out.class = writerClass(stamp.by)
  }
  for (const [name, value] of Object.entries(extra)) if (value !== null) out[name] = String(value)
  return out
}

function idFrom(element: HTMLElement): Attrs {
  return { id: element.getAttribute(BLOCK_ID), ...proposalsFrom(element) }
}

/** The editor reads its own page back after every key, so what it wrote there must come back whole. */
function proposalsFrom(element: HTMLElement): Attrs {
  return {
    inserted: stampOf(read(element, 'data-inserted')) ?? null,
    deleted: stampOf(read(element, 'data-deleted')) ?? null,
    changed: changedOf(read(element, 'data-changed')) ?? null,
  }
}

function simpleBlock(content: string, tag: string, extra: Partial<NodeSpec> = {}): NodeSpec {
  return {
    content,
    group: 'block',
    attrs: blockId,
    parseDOM: [{ tag, getAttrs: idFrom }],
    toDOM: (node) => [tag, domAttrs(node.attrs), 0],
    ...extra,
  }
}

const alignments = ['left', 'center', 'right']

function cell(tag: 'td' | 'th', tableRole: 'cell' | 'header_cell'): NodeSpec {
  return {
    content: 'block+',
    attrs: {
      ...blockId,
      colspan: { default: 1 },
      rowspan: { default: 1 },
      colwidth: { default: null },
      align: { default: null },
    },
    tableRole,
    isolating: true,
    parseDOM: [
      {
        tag,
        getAttrs: (element) => ({
          ...idFrom(element),
          colspan: spanOf(element.getAttribute('colspan')),
          rowspan: spanOf(element.getAttribute('rowspan')),
          align: alignmentOf(element),
        }),
      },
    ],
    toDOM: (node) => [
      tag,
      domAttrs(node.attrs, {
        colspan: node.attrs.colspan === 1 ? null : node.attrs.colspan,
        rowspan: node.attrs.rowspan === 1 ? null : node.attrs.rowspan,
        'data-align': node.attrs.align,
      }),
      0,
    ],
  }
}

/** In data, as we write it: where a policy forbids styles of an element's own, a browser reads none. */
function alignmentOf(element: HTMLElement): string | null {
  const align = element.getAttribute('data-align') ?? element.style.textAlign
  return alignments.includes(align) ? align : null
}

/** Attribute on the DOM that carries the asset shown. */
const ASSET = 'data-asset'

const asset = { default: null, validate: isAssetOrNull }

/** What pictures, diagrams and sketches have in common; `title` is the caption, `width` percent of the column. */
const figure = {
  alt: { default: null },
  title: { default: null },
  width: { default: null, validate: isWidth },
}

export const NARROWEST_FIGURE = 10
export const WIDEST_FIGURE = 100

function figureFrom(element: HTMLElement) {
  const width = Number(element.getAttribute('data-width') ?? Number.NaN)
  return {
    ...idFrom(element),
    alt: element.getAttribute('alt'),
    title: element.getAttribute('title'),
    width: isFigureWidth(width) ? width : null,
  }
}

function figureDom(attrs: Attrs): Extra {
  return {
    alt: typeof attrs.alt === 'string' ? attrs.alt : null,
    title: typeof attrs.title === 'string' ? attrs.title : null,
    'data-width': typeof attrs.width === 'number' ? attrs.width : null,
  }
}

function assetFrom(element: HTMLElement, attribute: string): string | null {
  const value = element.getAttribute(attribute)
  return isAsset(value) ? value : null
}

function spanOf(value: string | null): number {
  const span = Number(value)
  return Number.isInteger(span) && span >= 1 && span <= 100 ? span : 1
}

export const nodeSpecs = {
  doc: { content: 'part+', attrs: { schemaVersion: { default: SCHEMA_VERSION } } },

  // declared first of the blocks: the default that fills an emptied part
  paragraph: simpleBlock('inline*', 'p'),

  part: {
    content: '(block | faqEntry)+',
    attrs: { ...blockId, part: { default: 'other' } },
    isolating: true,
    defining: true,
    parseDOM: [
      {
        tag: 'section[data-part]',
        getAttrs: (element) => ({ ...idFrom(element), part: element.getAttribute('data-part') }),
      },
    ],
    toDOM: (node) => ['section', domAttrs(node.attrs, { 'data-part': node.attrs.part }), 0],
  },

  faqEntry: {
    content: 'faqQuestion block*',
    attrs: blockId,
    defining: true,
    parseDOM: [{ tag: 'div[data-faq-entry]', getAttrs: idFrom }],
    toDOM: (node) => ['div', domAttrs(node.attrs, { 'data-faq-entry': '' }), 0],
  },

  faqQuestion: {
    content: 'inline*',
    attrs: blockId,
    defining: true,
    parseDOM: [{ tag: 'p[data-faq-question]', priority: 60, getAttrs: idFrom }],
    toDOM: (node) => ['p', domAttrs(node.attrs, { 'data-faq-question': '' }), 0],
  },

  heading: {
    content: 'inline*',
    group: 'block',
    attrs: { ...blockId, level: { default: 2, validate: oneOf([1, 2, 3, 4]) } },
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({
      tag: `h${level}`,
      getAttrs: (element) => ({ ...idFrom(element), level: Math.min(level, 4) }),
    })),
    // the level may come from a merged update that nothing validated
    toDOM: (node) => [`h${Math.min(Math.max(Number(node.attrs.level) || 4, 1), 4)}`, domAttrs(node.attrs), 0],
  },

  bulletList: simpleBlock('listItem+', 'ul'),

  orderedList: {
    content: 'listItem+',
    group: 'block',
    attrs: { ...blockId, start: { default: 1, validate: 'number' } },
    parseDOM: [
      {
        tag: 'ol',
        getAttrs: (element) => ({
          ...idFrom(element),
          start: Number(element.getAttribute('start') ?? 1) || 1,
        }),
      },
    ],
    toDOM: (node) => [
      'ol',
      domAttrs(node.attrs, { start: node.attrs.start === 1 ? null : node.attrs.start }),
      0,
    ],
  },

  listItem: {
    content: 'block+',
    attrs: blockId,
    defining: true,
    parseDOM: [{ tag: 'li', getAttrs: idFrom }],
    toDOM: (node) => ['li', domAttrs(node.attrs), 0],
  },

  blockquote: simpleBlock('block+', 'blockquote', { defining: true }),

  codeBlock: {
    content: 'text*',
    // words of code are not set in any way, but they too are suggested
    marks: 'inserted deleted',
    group: 'block',
    code: true,
    defining: true,
    attrs: { ...blockId, language: { default: null } },
    parseDOM: [
      {
        tag: 'pre',
        preserveWhitespace: 'full',
        getAttrs: (element) => ({ ...idFrom(element), language: element.getAttribute('data-language') }),
      },
    ],
    toDOM: (node) => ['pre', domAttrs(node.attrs, { 'data-language': node.attrs.language }), ['code', 0]],
  },

  table: {
    content: 'tableRow+',
    group: 'block',
    attrs: blockId,
    tableRole: 'table',
    isolating: true,
    parseDOM: [{ tag: 'table', getAttrs: idFrom }],
    toDOM: (node) => ['table', domAttrs(node.attrs), ['tbody', 0]],
  },

  tableRow: {
    content: '(tableCell | tableHeader)*',
    attrs: blockId,
    tableRole: 'row',
    parseDOM: [{ tag: 'tr', getAttrs: idFrom }],
    toDOM: (node) => ['tr', domAttrs(node.attrs), 0],
  },

  tableCell: cell('td', 'cell'),
  tableHeader: cell('th', 'header_cell'),

  horizontalRule: {
    group: 'block',
    attrs: blockId,
    parseDOM: [{ tag: 'hr', getAttrs: idFrom }],
    toDOM: (node) => ['hr', domAttrs(node.attrs)],
  },

  image: {
    group: 'block',
    attrs: { ...blockId, src: { default: '' }, ...figure },
    draggable: true,
    parseDOM: [
      {
        tag: 'img',
        getAttrs: (element) => ({
          ...figureFrom(element),
          src: element.getAttribute(ASSET) ?? safeImageSource(element.getAttribute('src')) ?? '',
        }),
      },
    ],
    toDOM: (node) => [
      'img',
      // a browser asked to load `asset:…` would only complain: who shows the picture knows its address
      domAttrs(node.attrs, {
        [isAsset(node.attrs.src) ? ASSET : 'src']: safeImageSource(node.attrs.src) ?? '',
        ...figureDom(node.attrs),
      }),
    ],
  },

  /** Mermaid. `drawing` is what a browser drew of `drawnFrom`, the fingerprint of a source (`fingerprint`). */
  diagram: {
    content: 'text*',
    marks: 'inserted deleted',
    group: 'block',
    code: true,
    defining: true,
    attrs: { ...blockId, drawing: asset, drawnFrom: { default: null }, ...figure },
    parseDOM: [
      {
        tag: 'pre[data-diagram]',
        priority: 60,
        preserveWhitespace: 'full',
        getAttrs: (element) => ({
          ...figureFrom(element),
          drawing: assetFrom(element, ASSET),
          drawnFrom: element.getAttribute('data-drawn-from'),
        }),
      },
    ],
    toDOM: (node) => [
      'pre',
      domAttrs(node.attrs, {
        'data-diagram': '',
        [ASSET]: node.attrs.drawing,
        'data-drawn-from': node.attrs.drawnFrom,
        ...figureDom(node.attrs),
      }),
      ['code', 0],
    ],
  },

  /** A drawing by hand: the scene that can be drawn on, and how it looks, an SVG. */
  sketch: {
    group: 'block',
    attrs: { ...blockId, scene: asset, drawing: asset, ...figure },
    draggable: true,
    parseDOM: [
      {
        tag: 'img[data-scene]',
        priority: 60,
        getAttrs: (element) => ({
          ...figureFrom(element),
          scene: assetFrom(element, 'data-scene'),
          drawing: assetFrom(element, ASSET),
        }),
      },
    ],
    toDOM: (node) => [
      'img',
      domAttrs(node.attrs, {
        'data-scene': node.attrs.scene ?? '',
        [ASSET]: node.attrs.drawing,
        ...figureDom(node.attrs),
      }),
    ],
  },

  /** Its words are its content; in the text it stands in it takes one place. The number is its place in the order. */
  footnote: {
    inline: true,
    group: 'inline',
    content: 'text*',
    atom: true,
    isolating: true,
    attrs: blockId,
    parseDOM: [{ tag: 'span[data-footnote]', getAttrs: idFrom }],
    toDOM: (node) => ['span', domAttrs(node.attrs, { 'data-footnote': '' }), 0],
  },

  hardBreak: {
    inline: true,
    group: 'inline',
    attrs: proposals,
    selectable: false,
    linebreakReplacement: true,
    leafText: () => '\n',
    parseDOM: [{ tag: 'br', getAttrs: proposalsFrom }],
    toDOM: (node) => ['br', domAttrs(node.attrs)],
  },

  text: { group: 'inline' },
} satisfies Record<string, NodeSpec>

export type NodeName = keyof typeof nodeSpecs
export type MarkName = keyof typeof markSpecs

/** Nodes that carry a block id: everything but the root, text and the line break. */
export const blockNames: readonly NodeName[] = [
  'part',
  'faqEntry',
  'faqQuestion',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'codeBlock',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'horizontalRule',
  'image',
  'diagram',
  'sketch',
  'footnote',
]

export const schema = new Schema<NodeName, MarkName>({ nodes: nodeSpecs, marks: markSpecs })

function oneOf(allowed: readonly unknown[]) {
  return (value: unknown): void => {
    if (!allowed.includes(value)) throw new RangeError(`${String(value)} is not one of ${allowed.join(', ')}`)
  }
}

function isAssetOrNull(value: unknown): void {
  if (value !== null && !isAsset(value)) throw new RangeError('a drawing must be an asset')
}

function isWidth(value: unknown): void {
  if (value !== null && !isFigureWidth(value))
    throw new RangeError(`a width must be whole, from ${NARROWEST_FIGURE} to ${WIDEST_FIGURE} percent`)
}

export function isFigureWidth(value: unknown): boolean {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= NARROWEST_FIGURE &&
    value <= WIDEST_FIGURE
  )
}
