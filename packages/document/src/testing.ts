import type { DocumentJson, NewId, NodeJson } from './json.ts'
import { assetOf } from './links.ts'
import { SCHEMA_VERSION } from './schema.ts'

/** Builders for tests of this and other packages: small documents with ids that can be read. */

/** Ids b1, b2, … in the order they are asked for. */
export function countingIds(prefix = 'b'): NewId {
  let count = 0
  return () => `${prefix}${++count}`
}

export function text(value: string): NodeJson[] {
  return value === '' ? [] : [{ type: 'text', text: value }]
}

export function paragraph(id: string, value: string): NodeJson {
  return block('paragraph', { id }, text(value))
}

export function heading(id: string, value: string, level = 2): NodeJson {
  return block('heading', { id, level }, text(value))
}

export function faqEntry(id: string, question: string, ...answer: NodeJson[]): NodeJson {
  return block('faqEntry', { id }, [block('faqQuestion', { id: `${id}-q` }, text(question)), ...answer])
}

/** A paragraph whose words have a footnote after them, and what follows it. */
export function noted(id: string, before: string, note: NodeJson, after = ''): NodeJson {
  return block('paragraph', { id }, [...text(before), note, ...text(after)])
}

export function footnote(id: string, value: string): NodeJson {
  return block('footnote', { id }, text(value))
}

/** The name of an asset that a test made up: its hash is one digit, sixty-four times. */
export function someAsset(digit: string): string {
  return assetOf(digit.repeat(64))
}

export function image(id: string, attrs: Record<string, unknown> = {}): NodeJson {
  return block('image', { id, src: someAsset('a'), ...attrs }, [])
}

export function diagram(id: string, source: string, attrs: Record<string, unknown> = {}): NodeJson {
  return block('diagram', { id, ...attrs }, text(source))
}

export function sketch(id: string, attrs: Record<string, unknown> = {}): NodeJson {
  return block('sketch', { id, scene: someAsset('5'), drawing: someAsset('d'), ...attrs }, [])
}

export function part(id: string, name: string, ...blocks: NodeJson[]): NodeJson {
  return block('part', { id, part: name }, blocks)
}

export function doc(...parts: NodeJson[]): DocumentJson {
  return { type: 'doc', attrs: { schemaVersion: SCHEMA_VERSION }, content: parts }
}

function block(type: string, attrs: Record<string, unknown>, content: NodeJson[]): NodeJson {
  return content.length > 0 ? { type, attrs, content } : { type, attrs }
}
