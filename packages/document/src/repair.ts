import { Fragment, type Mark, type Node, type NodeType } from 'prosemirror-model'
import type { DocumentJson, MarkJson, NodeJson } from './json.ts'
import { safeLink } from './links.ts'
import { plainJson } from './plain-json.ts'
import { schema } from './schema.ts'
import { changedOf, SUGGESTION_MARKS, stampOf } from './suggestions/stamp.ts'

/**
 * A valid document out of whatever a merge of concurrent edits left behind. No word is dropped: a node that
 * does not fit is filled up, or else its words become paragraphs. The editor's own reader would delete it.
 */
export function repaired(content: readonly NodeJson[]): DocumentJson {
  const parts: Node[] = []
  for (const child of content) for (const node of nodesOf(child)) append(parts, node)
  if (parts.length === 0) parts.push(schema.node('part', null, schema.node('paragraph')))
  return plainJson(schema.node('doc', null, parts))
}

function append(parts: Node[], node: Node): void {
  if (node.type.name === 'part') {
    parts.push(node)
    return
  }
  for (const block of asPartContent(node)) {
    const last = parts.at(-1)
    if (last) parts[parts.length - 1] = last.copy(last.content.addToEnd(block))
    else parts.push(schema.node('part', { part: 'other' }, block))
  }
}

function asPartContent(node: Node): Node[] {
  return schema.nodes.part.validContent(Fragment.from(node)) ? [node] : paragraphsOf(node)
}

function nodesOf(json: NodeJson): Node[] {
  if (json.type === 'text') return json.text ? [schema.text(json.text, marksOf(json.marks ?? []))] : []
  const children = (json.content ?? []).flatMap(nodesOf)
  const type = schema.nodes[json.type as keyof typeof schema.nodes] // a stranger's name gives undefined
  if (type === undefined) return children
  const attrs = soundAttrs(type, json.attrs ?? {})
  if (json.type === 'heading' && ![1, 2, 3, 4].includes(Number(json.attrs?.level))) attrs.level = 4
  for (const name of ['inserted', 'deleted'] as const)
    if (attrs[name]) attrs[name] = stampOf(attrs[name]) ?? null
  if (attrs.changed) attrs.changed = changedOf(attrs.changed) ?? null
  const node = type.isLeaf ? type.create(attrs) : type.createAndFill(attrs, Fragment.from(children))
  if (node) return [node]
  return type.name === 'part' ? refilled(attrs, children) : children.flatMap(paragraphsOf)
}

/** The attributes without those that the schema would not take, which an update nobody validated may have brought. */
function soundAttrs(type: NodeType, given: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => {
      const validate = type.spec.attrs?.[name]?.validate
      if (typeof validate === 'string')
        return validate.split('|').includes(value === null ? 'null' : typeof value)
      try {
        validate?.(value)
        return true
      } catch (error) {
        // a validator has no other way to say no
        if (error instanceof RangeError) return false
        throw error
      }
    }),
  )
}

function refilled(attrs: Record<string, unknown>, children: Node[]): Node[] {
  const blocks = children.flatMap((child) =>
    child.type.name === 'part' ? [...child.children] : asPartContent(child),
  )
  const part = schema.nodes.part.createAndFill(attrs, blocks)
  return part ? [part] : blocks
}

function paragraphsOf(node: Node): Node[] {
  if (node.isInline) return [schema.node('paragraph', null, [node])]
  if (node.isTextblock) return [schema.node('paragraph', { id: node.attrs.id ?? null }, node.content)]
  if (schema.nodes.blockquote.validContent(Fragment.from(node))) return [node]
  return node.children.flatMap(paragraphsOf)
}

const suggestionMarks = new Set<string>(SUGGESTION_MARKS)

function marksOf(marks: readonly MarkJson[]): Mark[] {
  let set: readonly Mark[] = []
  for (const mark of marks) {
    const type = schema.marks[mark.type as keyof typeof schema.marks] // a stranger's name gives undefined
    if (type === undefined) continue
    // what no one can decide about is no proposal
    if (suggestionMarks.has(mark.type) && stampOf(mark.attrs) === undefined) continue
    if (mark.type === 'link' && safeLink(mark.attrs?.href) === null) continue
    set = type.create(mark.attrs ?? null).addToSet(set)
  }
  return [...set]
}
