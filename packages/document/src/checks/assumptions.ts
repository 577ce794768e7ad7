import { textBlocks } from '../blocks.ts'
import type { DocumentJson } from '../json.ts'
import type { Passage } from './finding.ts'

/** W8: what stands in square brackets is an open assumption. */
export interface Assumption {
  part: string
  at: Passage
  /** What stands between the brackets. */
  text: string
}

// a link of Markdown's, the number of a note and the box of a task are no assumptions
const bracketed = /\[([^[\]\n]+)\](?!\()/gu
const isNote = (text: string) => !/\p{L}/u.test(text) || /^(?:x|\^.*|sic|\p{L}\d*)$/iu.test(text)

/** Every open assumption, in the order of the document. */
export function assumptionsIn(document: DocumentJson): Assumption[] {
  return textBlocks(document).flatMap(({ id, type, part, text }) => {
    if (type === 'codeBlock') return []
    return [...text.matchAll(bracketed)].flatMap((match) => {
      const words = (match[1] ?? '').trim()
      if (isNote(words)) return []
      const at = { block: id, from: match.index, to: match.index + match[0].length }
      return [{ part, at, text: words }]
    })
  })
}
