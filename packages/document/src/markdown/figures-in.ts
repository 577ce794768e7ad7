import { isFigure } from '../figures.ts'
import type { NodeJson } from '../json.ts'
import { assetOf, isAsset } from '../links.ts'
import { isFigureWidth } from '../schema.ts'
import { textNode } from './inline.ts'
import { MARKER } from './marker.ts'

/** A ```mermaid fence. What a reader is told of the drawing stands behind the language: `alt="…" title="…"`. */
export function diagramOf(source: string, meta: string | null | undefined): NodeJson {
  const [alt, title] = [quoted(meta, 'alt'), quoted(meta, 'title')]
  // what a stranger wrote there is kept as the caption
  const strangers = alt === null && title === null && meta ? meta : null
  return {
    type: 'diagram',
    attrs: { alt, title: title ?? strangers },
    content: source === '' ? [] : [textNode(source)],
  }
}

/** How `alt` and `title` are written behind the language of a fence. */
export function diagramMeta(alt: string, title: string): string {
  return [alt && `alt=${JSON.stringify(alt)}`, title && `title=${JSON.stringify(title)}`]
    .filter((said) => said !== '')
    .join(' ')
}

function quoted(meta: string | null | undefined, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}=("(?:[^"\\\\]|\\\\.)*")`).exec(meta ?? '')?.[1]
  if (found === undefined) return null
  try {
    const value: unknown = JSON.parse(found)
    return typeof value === 'string' ? value : null
  } catch {
    // somebody else's quotes, which are no JSON
    return null
  }
}

const figureMarker = /^(?:width=\d+|sketch=[0-9a-f]{64})$/

/** Blocks with the comments before figures taken into them. */
export function withFigureMarkers(blocks: readonly NodeJson[]): NodeJson[] {
  const out: NodeJson[] = []
  let markers: NodeJson[] = []
  for (const block of blocks) {
    if (block.type === MARKER && figureMarker.test(block.text ?? '')) markers.push(block)
    else {
      const isMarked = markers.length > 0 && isFigure(block)
      out.push(
        ...(isMarked
          ? [
              told(
                block,
                markers.map(({ text = '' }) => text),
              ),
            ]
          : [...markers, block]),
      )
      markers = []
    }
  }
  return [...out, ...markers]
}

/** What the comments before a figure say of it: `width=60`, `sketch=<sha256 of its scene>`. */
function told(figure: NodeJson, markers: readonly string[]): NodeJson {
  let node = figure
  for (const marker of markers) {
    const [name, value = ''] = marker.split('=')
    if (name === 'width' && isFigureWidth(Number(value)))
      node = { ...node, attrs: { ...node.attrs, width: Number(value) } }
    else if (name === 'sketch' && node.type === 'image') {
      const { src, ...attrs } = node.attrs ?? {}
      node = {
        type: 'sketch',
        attrs: { ...attrs, scene: assetOf(value), drawing: isAsset(src) ? src : null },
      }
    }
  }
  return node
}
