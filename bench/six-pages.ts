import * as Y from 'yjs'

export const PARAGRAPHS = 60
const SENTENCE = 'Customers told us that they wait, and what they wait for is a person who can say yes. '

/** A draft of about six pages: 18 000 characters in 60 paragraphs. */
export function sixPages(): Uint8Array {
  const doc = new Y.Doc()
  doc.getXmlFragment('default').insert(
    0,
    Array.from({ length: PARAGRAPHS }, (_, index) => {
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.setAttribute('id', `block-${index}`)
      paragraph.insert(0, [new Y.XmlText(SENTENCE.repeat(4).slice(0, 300))])
      return paragraph
    }),
  )
  return Y.encodeStateAsUpdate(doc)
}
