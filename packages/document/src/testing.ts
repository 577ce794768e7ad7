import type { DocumentJson, NewId, NodeJson } from './json.ts'

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

export function part(id: string, name: string, ...blocks: NodeJson[]): NodeJson {
  return block('part', { id, part: name }, blocks)
}

export function doc(...parts: NodeJson[]): DocumentJson {
  return { type: 'doc', attrs: { schemaVersion: 1 }, content: parts }
}

function block(type: string, attrs: Record<string, unknown>, content: NodeJson[]): NodeJson {
  return content.length > 0 ? { type, attrs, content } : { type, attrs }
}
