import type { Look } from '@foreword/document/diff-looks'

/** What a reader is told of a look that changed, in one sentence; `labelOf` names a part of the document. */
export function sayLook({ what, was, is }: Look, labelOf: (part: string) => string): string {
  switch (what) {
    case 'kind':
      return `Now a ${blockName(is)}, was a ${blockName(was)}.`
    case 'part':
      return `Now in “${labelOf(is)}”, was in “${labelOf(was)}”.`
    case 'inside':
      return `Now ${placeName(is)}, was ${placeName(was)}.`
    case 'emphasis':
      return `Words are now ${emphasisName(is)}, were ${emphasisName(was)}.`
    case 'link':
      if (was === '') return `Now a link to ${is}`
      return is === '' ? `No longer a link; it led to ${was}` : `The link leads to ${is}, led to ${was}`
    case 'picture':
      return is === '' || was === '' ? 'What it shows was put in or taken out.' : 'Another picture is shown.'
    case 'width':
      return `Now ${widthName(is)}, was ${widthName(was)}.`
  }
}

const blockNames: Record<string, string> = {
  faqQuestion: 'question of the FAQ',
  codeBlock: 'block of code',
  image: 'picture',
}

const blockName = (kind: string) => blockNames[kind] ?? kind.replace(/^codeBlock /, 'block of code in ')

const placeNames: Record<string, string> = {
  bulletList: 'in a bulleted list',
  orderedList: 'in a numbered list',
  blockquote: 'in a quote',
  tableCell: 'in a cell',
  tableHeader: 'in a cell at the head',
  faqEntry: 'in an entry of the FAQ',
}

/** The schema's `bulletList > listItem`, as one would say it. */
function placeName(inside: string): string {
  const said = inside.split(' > ').flatMap((place) => {
    const [type = '', ...more] = place.split(', ')
    const name = placeNames[type]
    return name === undefined ? [] : [[name, ...more].join(' ')]
  })
  return said.length === 0 ? 'in no list or table' : said.join(' ')
}

const emphasisNames: Record<string, string> = {
  strong: 'bold',
  em: 'italic',
  strike: 'struck through',
  code: 'set as code',
}

const emphasisName = (marks: string) =>
  marks === ''
    ? 'plain'
    : marks
        .split(' ')
        .map((mark) => emphasisNames[mark] ?? mark)
        .join(' and ')

const widthName = (width: string) => (width === 'own' ? 'in its own size' : `${width} % of the column`)
