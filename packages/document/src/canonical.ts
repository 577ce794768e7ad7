import { ok, type Result, refuse } from '@foreword/core/result'
import { Node } from 'prosemirror-model'
import type { DocumentJson } from './json.ts'
import { plainJson } from './plain-json.ts'
import { SCHEMA_VERSION, schema } from './schema.ts'

/** Deeper JSON is refused before anything recursive looks at it. */
export const MAX_DEPTH = 250

export type DocumentRefusal = 'not-a-document' | 'newer-schema'

/**
 * A stranger's JSON as a document, or a refusal. Unknown nodes, wrong nesting, unsafe links and text that is
 * not well-formed Unicode are refused whole; nothing is repaired on the way in.
 */
export function documentFromUnknown(value: unknown): Result<DocumentJson, DocumentRefusal> {
  if (depthOf(value) > MAX_DEPTH) return refuse('not-a-document', { reason: 'nested too deeply' })
  if (versionOf(value) > SCHEMA_VERSION) return refuse('newer-schema')
  try {
    const node = Node.fromJSON(schema, value)
    node.check()
    if (node.type.name !== 'doc') return refuse('not-a-document', { reason: 'the root is not a document' })
    if (!isWellFormed(node)) return refuse('not-a-document', { reason: 'the text is not valid Unicode' })
    return ok(jsonOf(node))
  } catch (error) {
    // prosemirror-model says what is wrong only by throwing a RangeError (a TypeError for values that are no
    // objects at all)
    if (error instanceof RangeError || error instanceof TypeError)
      return refuse('not-a-document', { reason: error.message })
    throw error
  }
}

/** The document with every attribute spelled out, as the schema writes it. Throws on an invalid one. */
export function canonical(document: DocumentJson): DocumentJson {
  const node = Node.fromJSON(schema, document)
  node.check()
  return jsonOf(node)
}

/** The bytes that an edition is: JSON through the schema, keys in alphabetical order, UTF-8. Hash exactly these. */
export function canonicalBytes(document: DocumentJson): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify(sorted(canonical(document))))
}

/** What `canonicalBytes` wrote. */
export function documentFromBytes(bytes: Uint8Array): Result<DocumentJson, DocumentRefusal> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return documentFromUnknown(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError)
      return refuse('not-a-document', { reason: error.message })
    throw error
  }
}

/** What an older schema wrote is from here on a document of this one. */
function jsonOf(node: Node): DocumentJson {
  const json = plainJson(node)
  return { ...json, attrs: { ...json.attrs, schemaVersion: SCHEMA_VERSION } }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

/** Walks with a list instead of the call stack: the value may be hostile. */
function depthOf(value: unknown): number {
  let deepest = 0
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.depth > deepest) deepest = next.depth
    if (deepest > MAX_DEPTH) return deepest
    const content = contentOf(next.value)
    if (Array.isArray(content))
      for (const child of content) waiting.push({ value: child, depth: next.depth + 1 })
  }
  return deepest
}

function contentOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'content' in value ? value.content : undefined
}

function versionOf(value: unknown): number {
  if (typeof value !== 'object' || value === null || !('attrs' in value)) return SCHEMA_VERSION
  const attrs = value.attrs
  if (typeof attrs !== 'object' || attrs === null || !('schemaVersion' in attrs)) return SCHEMA_VERSION
  return typeof attrs.schemaVersion === 'number' ? attrs.schemaVersion : Number.POSITIVE_INFINITY
}

function isWellFormed(document: Node): boolean {
  let wellFormed = true
  document.descendants((node) => {
    if (node.isText && !(node.text ?? '').isWellFormed()) wellFormed = false
  })
  return wellFormed
}
