import { dropDoubledEntries } from '@foreword/document/faq-move'
import { FRAGMENT } from '@foreword/document/yjs'
import { Plugin } from 'prosemirror-state'
import type * as Y from 'yjs'

/** Takes out the second of an entry that two people moved at the same moment, as soon as the other move arrives. */
export function faqDoubles(doc: Y.Doc, mayEdit: () => boolean): Plugin {
  return new Plugin({
    view: () => {
      const fragment = doc.getXmlFragment(FRAGMENT)
      const look = (_events: unknown, { local }: Y.Transaction) => {
        // after the editor has drawn what arrived
        if (!local && mayEdit()) queueMicrotask(() => dropDoubledEntries(doc))
      }
      fragment.observeDeep(look)
      return { destroy: () => fragment.unobserveDeep(look) }
    },
  })
}
