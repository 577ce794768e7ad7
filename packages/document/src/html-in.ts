import { ok, type Result, refuse } from '@foreword/core/result'
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { assembled } from './assemble.ts'
import { canonical } from './canonical.ts'
import { blocksOf, isElement } from './html/blocks-in.ts'
import type { DocumentJson, NewId } from './json.ts'
import { type ImportRefusal, MAX_CHARACTERS, MAX_NESTING } from './markdown/limits.ts'

const MOST_ELEMENTS = 100_000
/** Elements inside each other: those of other programs nest a dozen around every paragraph. */
const MOST_DEPTH = 3 * MAX_NESTING

/**
 * A page of HTML as a document: its words and their structure, and nothing that runs, styles or is fetched. Takes
 * seconds for a hostile one, so it belongs into a process that can be ended.
 */
export function documentFromHtml(
  source: string | Uint8Array,
  newId: NewId,
): Result<DocumentJson, ImportRefusal> {
  if (source.length > MAX_CHARACTERS * (typeof source === 'string' ? 1 : 3)) return refuse('file-too-large')
  const text = typeof source === 'string' ? source : decoded(source)
  if (text === null || text.includes('\0')) return refuse('file-not-text')
  // counted before it is parsed: what opens is seen without building a tree of it
  if ((text.match(/<[a-z]/gi)?.length ?? 0) > MOST_ELEMENTS) return refuse('file-too-complex')
  if (isDeep(text)) return refuse('file-nested-too-deep')
  const page = parse(text)
  if (depthOf(page) > MOST_DEPTH) return refuse('file-nested-too-deep')
  const html = page.childNodes.filter(isElement)
  const body = html.flatMap((root) => root.childNodes)
  const document = assembled(blocksOf(body), newId)
  return document ? ok(canonical(document)) : refuse('file-empty')
}

/** UTF-8, or the UTF-16 of old programs; a page in another encoding is refused rather than read wrongly. */
function decoded(bytes: Uint8Array): string | null {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  try {
    const label = isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    // the decoder's only way to say that these bytes are not that encoding
    return null
  }
}

/** So many unclosed elements in a row that the parser's own list of them would grow slow. */
function isDeep(text: string): boolean {
  let depth = 0
  for (const [, closes, name] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)\b/gi)) {
    if (name === undefined || voids.test(name)) continue
    depth = closes === '/' ? Math.max(0, depth - 1) : depth + 1
    // paragraphs, items and cells close each other, and many pages leave their ends away
    if (depth > 5000) return true
  }
  return false
}

const voids =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|td|th|tr|dt|dd|option)$/i

/** Walks with a list: the tree may be hostile. */
function depthOf(page: Tree.Document): number {
  let deepest = 0
  const waiting: { node: Tree.ParentNode; depth: number }[] = [{ node: page, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    deepest = Math.max(deepest, next.depth)
    for (const child of next.node.childNodes)
      if ('childNodes' in child) waiting.push({ node: child, depth: next.depth + 1 })
  }
  return deepest
}
