import { type DOMOutputSpec, type Mark, Node } from 'prosemirror-model'
import type { DocumentJson } from './json.ts'
import { schema } from './schema.ts'

export interface HtmlOptions {
  title: string
  /** BCP 47; what a screen reader speaks. */
  language?: string
  /** Where each asset that is shown is to be had, by its name (`asset:…`): written out in the page. */
  pictures?: ReadonlyMap<string, string>
}

/**
 * The document as one page of HTML that needs nothing else: no script, nothing fetched but pictures from addresses.
 * Parts and questions are marked in it, so that the file can be brought back as it was.
 */
export function documentToHtml(
  document: DocumentJson,
  { title, language = 'en', pictures = new Map() }: HtmlOptions,
): string {
  const node = Node.fromJSON(schema, document)
  node.check()
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${node.children.map((child) => nodeHtml(child, pictures)).join('\n')}
</main>
</body>
</html>
`
}

const style = `
:root { color-scheme: light dark; }
body { margin: 2rem 1rem; font: 1.0625rem/1.55 Georgia, serif; }
main { max-width: 42rem; margin: 0 auto; }
[data-faq-question] { font-weight: 600; margin-bottom: 0.25rem; }
blockquote { margin-inline: 1.5rem; font-style: italic; }
pre, code { font-family: ui-monospace, monospace; font-size: 0.9em; }
pre { overflow-x: auto; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.25rem 0.6rem; vertical-align: top; text-align: left; }
td > p, th > p { margin: 0; }
[data-align='center'] { text-align: center; }
[data-align='right'] { text-align: right; }
img { max-width: 100%; }
img[data-drawn] + pre[data-diagram] { display: none; }
[data-footnote]::before { content: ' ['; }
[data-footnote]::after { content: ']'; }
[data-footnote] { font-size: 0.85em; }
`

function nodeHtml(node: Node, pictures: ReadonlyMap<string, string>): string {
  if (node.isText)
    return node.marks.reduceRight((inner, mark) => markHtml(mark, inner), escaped(node.text ?? ''))
  const spec = node.type.spec.toDOM?.(node)
  // every node but the root and text has a shape in the schema
  if (spec === undefined) throw new Error(`${node.type.name} has no HTML`)
  const inner = node.children.map((child) => nodeHtml(child, pictures)).join('')
  const shown: unknown = node.type.name === 'image' ? node.attrs.src : node.attrs.drawing
  const src = typeof shown === 'string' ? pictures.get(shown) : undefined
  if (src === undefined) return specHtml(spec, inner)
  // a diagram is its source; what it looks like stands before it
  if (node.type.name === 'diagram')
    return `<img data-drawn${attrsHtml({ src, alt: node.attrs.alt, 'data-width': node.attrs.width })}>${specHtml(spec, inner)}`
  return specHtml(spec, inner).replace(/^<img/, `<img${attrsHtml({ src })}`)
}

function markHtml(mark: Mark, inner: string): string {
  const spec = mark.type.spec.toDOM?.(mark, true)
  if (spec === undefined) throw new Error(`${mark.type.name} has no HTML`)
  return specHtml(spec, inner)
}

const voids = new Set(['br', 'hr', 'img'])

/** ProseMirror's description of an element, written out; `hole` goes where it says 0. */
function specHtml(spec: DOMOutputSpec, hole: string): string {
  if (typeof spec === 'string') return escaped(spec)
  if (!Array.isArray(spec)) throw new Error('the schema describes elements as arrays')
  const [name, second, ...rest] = spec
  const hasAttrs = typeof second === 'object' && second !== null && !Array.isArray(second)
  const children = hasAttrs ? rest : spec.slice(1)
  const attrs = hasAttrs ? attrsHtml(second) : ''
  if (voids.has(String(name))) return `<${name}${attrs}>`
  const content = children.map((child) => (child === 0 ? hole : specHtml(child, hole))).join('')
  return `<${name}${attrs}>${content}</${name}>`
}

function attrsHtml(attrs: Record<string, unknown>): string {
  return Object.entries(attrs)
    .filter(([name, value]) => value != null && name !== 'data-block')
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
}

export function escaped(text: string): string {
  return text.replace(/[<>&"]/g, (sign) => entities[sign] ?? sign)
}

const entities: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }
