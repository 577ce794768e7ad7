import { Plugin } from 'prosemirror-state'

/**
 * A key acts where the caret is seen. A browser tells of a new selection some time after it is there, and a busy one
 * handles the next key before: Delete would take out what was selected before the click.
 */
export function selectionFirst(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown(view, event) {
          // words that are being composed must be left alone
          if (!event.isComposing && event.keyCode !== COMPOSED)
            view.dom.ownerDocument.dispatchEvent(new Event('selectionchange'))
          return false
        },
      },
    },
  })
}

/** What some browsers say instead of `isComposing`, for the key that ends it. */
const COMPOSED = 229
