import { writerClass } from '@foreword/document/suggestions/stamp'
import { yCursorPlugin } from '@tiptap/y-tiptap'
import type { Plugin } from 'prosemirror-state'
import type { Awareness } from 'y-protocols/awareness'

interface Writer {
  personId?: string
  name?: string
}

/** The others' carets with their names, and what they have selected. */
export function carets(awareness: Awareness): Plugin {
  return yCursorPlugin(awareness, {
    cursorBuilder(user: Writer) {
      const caret = document.createElement('span')
      caret.className = `caret ${writerClass(user.personId ?? '')}`
      // drawn by the style sheet: as text it would count as the document's
      caret.dataset.name = user.name ?? ''
      caret.ariaHidden = 'true'
      return caret
    },
    selectionBuilder: (user: Writer) => ({ class: `caret-selection ${writerClass(user.personId ?? '')}` }),
  })
}
