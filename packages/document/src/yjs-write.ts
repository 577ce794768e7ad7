import { updateYFragment } from '@tiptap/y-tiptap'
import { Node } from 'prosemirror-model'
import * as Y from 'yjs'
import type { DocumentJson } from './json.ts'
import { schema } from './schema.ts'
import { FRAGMENT } from './yjs.ts'

/** A new Y.Doc holding the document. Only for a draft's first content: later ones must be `replaceContent`. */
export function yDocFrom(document: DocumentJson): Y.Doc {
  const doc = new Y.Doc()
  replaceContent(doc, document)
  return doc
}

/**
 * Makes the draft say what `document` says, as a forward change: only what differs is touched, so carets,
 * comments and other people's edits elsewhere stay. One transaction with `origin`.
 */
export function replaceContent(doc: Y.Doc, document: DocumentJson, origin?: unknown): void {
  const node = Node.fromJSON(schema, document)
  node.check()
  const fragment = doc.getXmlFragment(FRAGMENT)
  doc.transact(() => {
    updateYFragment(doc, fragment, node, { mapping: new Map(), isOMark: new Map() })
  }, origin)
}
