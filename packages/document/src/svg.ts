import { ok, type Result, refuse } from '@foreword/core/result'

/** A drawing without anything in it that acts, loads or hides. */
export interface CleanSvg {
  svg: string
  /** Of its `viewBox`, else its `width` and `height`; in pixels, rounded up. */
  width: number
  height: number
}

const MOST_ELEMENTS = 20_000
const DEEPEST = 60

/**
 * An SVG as one of our browsers draws it, written anew from what is known to be harmless. What is on neither list is
 * left out: scripts, styles, links, embedded HTML, events, addresses. What is no well-formed SVG is refused.
 */
export function cleanSvg(source: string): Result<CleanSvg, 'not-a-drawing'> {
  // entities and document types can make a small file a large one
  if (/<!(?:DOCTYPE|ENTITY|ATTLIST|ELEMENT)/i.test(source)) return refuse('not-a-drawing')
  const out: string[] = []
  const open: { name: string; isKept: boolean }[] = []
  let root: Record<string, string> | null = null
  let elements = 0
  let at = 0
  for (const token of source.matchAll(tokens)) {
    if (token.index !== at) return refuse('not-a-drawing')
    at += token[0].length
    const [whole, closing, opening, attributes = '', selfClosing] = token
    const isSeen = open.every(({ isKept }) => isKept)
    if (closing !== undefined) {
      const last = open.pop()
      if (last?.name !== closing) return refuse('not-a-drawing')
      if (isSeen) out.push(`</${closing}>`)
    } else if (opening !== undefined) {
      if (++elements > MOST_ELEMENTS || open.length > DEEPEST) return refuse('not-a-drawing')
      if (root === null ? opening !== 'svg' : open.length === 0) return refuse('not-a-drawing')
      const kept = attributesOf(attributes)
      if (kept === null) return refuse('not-a-drawing')
      if (root === null) {
        const size = sizeOf(kept)
        if (size === null) return refuse('not-a-drawing')
        // a browser that is told no size makes one up
        root = { ...kept, width: String(size.width), height: String(size.height) }
        Object.assign(kept, root)
      }
      const isKept = elementNames.has(opening)
      if (isSeen && isKept) out.push(`<${opening}${written(kept, opening)}${selfClosing ? '/' : ''}>`)
      if (!selfClosing) open.push({ name: opening, isKept })
    } else if (isSeen && open.length > 0 && !whole.startsWith('<')) out.push(escaped(unescaped(whole)))
  }
  if (root === null || open.length > 0 || at !== source.length) return refuse('not-a-drawing')
  const size = sizeOf(root)
  if (size === null) return refuse('not-a-drawing')
  return ok({ svg: out.join(''), ...size })
}

/** Comments, processing instructions, CDATA (dropped); end tags; start tags; text. */
const tokens =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<\/([\w:-]+)\s*>|<([\w:-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/g

const elementNames = new Set(
  (
    'svg g defs path rect circle ellipse line polyline polygon text tspan title desc marker clipPath mask use symbol ' +
    'linearGradient radialGradient stop pattern image'
  ).split(' '),
)

const attributeNames = new Set(
  (
    'id d x y x1 y1 x2 y2 cx cy r rx ry dx dy fx fy width height viewBox preserveAspectRatio points transform fill ' +
    'fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap ' +
    'stroke-linejoin stroke-miterlimit opacity visibility display color font-family font-size font-weight font-style ' +
    'text-anchor dominant-baseline alignment-baseline text-decoration letter-spacing direction offset stop-color ' +
    'stop-opacity gradientUnits gradientTransform spreadMethod patternUnits patternTransform patternContentUnits ' +
    'markerWidth markerHeight markerUnits refX refY orient marker-start marker-mid marker-end clip-path clip-rule mask ' +
    'maskUnits maskContentUnits clipPathUnits mask-type href xlink:href xml:space role paint-order'
  ).split(' '),
)

function attributesOf(source: string): Record<string, string> | null {
  const kept: Record<string, string> = {}
  for (const [, name = '', double, single] of source.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    const value = unescaped(double ?? single ?? '')
    if (attributeNames.has(name) && isHarmless(name, value)) kept[name] = value
  }
  return kept
}

/** Nothing is fetched: an address is a place in the drawing itself, or a picture written out in it. */
function isHarmless(name: string, value: string): boolean {
  if (name === 'href' || name === 'xlink:href')
    return /^#[\w.:-]+$/.test(value) || /^data:image\/(?:png|jpeg|webp|gif);base64,[\w+/=\s]*$/.test(value)
  if (/url\s*\(/i.test(value)) return /^url\(\s*["']?#[\w.:-]+["']?\s*\)$/.test(value.trim())
  return !/[<>\\]|expression|javascript:|@import/i.test(value)
}

function written(attributes: Record<string, string>, element: string): string {
  const own = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`)
  const spaces =
    element === 'svg' ? ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"' : ''
  return spaces + own.join('')
}

function sizeOf({ viewBox = '', width = '', height = '' }: Record<string, string>): Size | null {
  const box = viewBox
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [w, h] = box.length === 4 ? box.slice(2) : [Number.parseFloat(width), Number.parseFloat(height)]
  if (w === undefined || h === undefined || !(w > 0 && h > 0 && w < 50_000 && h < 50_000)) return null
  return { width: Math.ceil(w), height: Math.ceil(h) }
}

type Size = Pick<CleanSvg, 'width' | 'height'>

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&', nbsp: '\u00A0' }

function unescaped(text: string): string {
  return text.replace(/&(#x?[0-9a-f]+|\w+);?/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}]/gu, (character) => (/[\t\n\r]/.test(character) ? character : ''))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
