import type { Change, Look } from '@foreword/document/suggestions/list'

/** One line of a proposal, as people say it: `del` and `ins` are the words themselves. */
export type Saying = { kind: 'del' | 'ins'; words: string } | { kind: 'says'; words: string }

export function sayChange(change: Change): Saying {
  switch (change.kind) {
    case 'inserted':
      return change.text.trim() === '' && change.text.includes('\n')
        ? { kind: 'says', words: 'A new paragraph' }
        : { kind: 'ins', words: inLine(change.text) }
    case 'deleted':
      return change.text.trim() === '' && change.text.includes('\n')
        ? { kind: 'says', words: 'Joined with what stands before it' }
        : { kind: 'del', words: inLine(change.text) }
    case 'restyled':
      return { kind: 'says', words: `“${short(change.text)}” ${restyled(change.was, change.now)}` }
    case 'block-inserted':
      return { kind: 'says', words: `${nameOf(change.type)} added${quoted(change.text)}` }
    case 'block-deleted':
      return { kind: 'says', words: `${nameOf(change.type)} taken out${quoted(change.text)}` }
    case 'block-moved':
      return { kind: 'says', words: `${nameOf(change.type)} moved${quoted(change.text)}` }
    case 'block-changed':
      return { kind: 'says', words: `${lookOf(change.now)} instead of ${lower(lookOf(change.was))}` }
  }
}

const names: Record<string, string> = {
  part: 'A part',
  paragraph: 'A paragraph',
  heading: 'A heading',
  faqEntry: 'A question with its answer',
  faqQuestion: 'A question',
  bulletList: 'A list',
  orderedList: 'A numbered list',
  listItem: 'A point of a list',
  blockquote: 'A quote',
  codeBlock: 'A block of code',
  table: 'A table',
  tableRow: 'A row',
  tableCell: 'A cell',
  tableHeader: 'A cell of the head',
  horizontalRule: 'A rule',
  image: 'A picture',
  diagram: 'A diagram',
  sketch: 'A sketch',
}

const nameOf = (type: string) => names[type] ?? 'A block'

function lookOf({ type, attrs }: Look): string {
  return type === 'heading' ? `A heading of level ${String(attrs.level)}` : nameOf(type)
}

const styles: Record<string, string> = {
  strong: 'bold',
  em: 'italic',
  code: 'code',
  strike: 'struck',
  link: 'a link',
}

function restyled(was: readonly string[], now: readonly string[]): string {
  const said = (marks: readonly string[]) => marks.map((mark) => styles[mark] ?? mark).join(', ')
  const added = now.filter((mark) => !was.includes(mark))
  const gone = was.filter((mark) => !now.includes(mark))
  const words = [
    ...(added.length > 0 ? [`in ${said(added)}`] : []),
    ...(gone.length > 0 ? [`no longer in ${said(gone)}`] : []),
  ]
  return words.length > 0 ? words.join(', ') : 'set otherwise'
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
const inLine = (text: string) => short(text.trimEnd().replace(/\n+/g, ' ¶ ').trim())
const quoted = (text: string) => (text.trim() === '' ? '' : `: “${inLine(text)}”`)

/** A margin holds the beginning; the whole stands in the text beside it. */
function short(text: string): string {
  return text.length <= 180 ? text : `${text.slice(0, 179).replace(/[\ud800-\udbff]$/, '')}…`
}
