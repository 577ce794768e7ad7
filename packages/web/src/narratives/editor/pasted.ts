import { cleaned } from '@foreword/document/paste/clean'
import { element, htmlOf, type Pasted } from '@foreword/document/paste/tree'
import { Plugin } from 'prosemirror-state'

/** What is pasted from other programs comes without their debris. What was copied from a draft is ours already. */
export function pasted(): Plugin {
  return new Plugin({
    props: {
      transformPastedHTML(html) {
        if (html.includes('data-pm-slice')) return html
        // a document of its own, that is never shown: nothing in it runs or is fetched
        const { body } = new DOMParser().parseFromString(html, 'text/html')
        return htmlOf(cleaned([...body.childNodes].flatMap(treeOf)))
      },
    },
  })
}

function treeOf(node: ChildNode): Pasted[] {
  if (node instanceof Text) return [node.data]
  if (!(node instanceof Element)) return []
  const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]))
  return [element(node.tagName.toLowerCase(), [...node.childNodes].flatMap(treeOf), attributes)]
}
