import type { NodeJson } from '@foreword/document/json'
import { newId } from '../db/ids.ts'

/** Blocks of a document that is written here to leave as a file; each has an id, as every block has. */
export const words = (text: string): NodeJson[] => (text === '' ? [] : [{ type: 'text', text }])
export const paragraph = (text: string): NodeJson => block('paragraph', words(text))

export const heading = (text: string, level = 2): NodeJson => ({
  type: 'heading',
  attrs: { id: newId(), level },
  content: words(text),
})

export const part = (name: string, content: NodeJson[]): NodeJson => ({
  type: 'part',
  attrs: { id: newId(), part: name },
  content,
})

export function block(type: string, content: NodeJson[]): NodeJson {
  return { type, attrs: { id: newId() }, content }
}
