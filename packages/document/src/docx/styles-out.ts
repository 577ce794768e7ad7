import { styleNames } from './names.ts'
import { namespaces, tag, val, xmlFile } from './xml-out.ts'

const SERIF = 'Source Serif 4'
const MONO = 'Courier New'

const font = (name: string) =>
  tag('w:rFonts', { 'w:ascii': name, 'w:hAnsi': name, 'w:cs': name, 'w:eastAsia': name })
const spacing = (before: number, after: number) => tag('w:spacing', { 'w:before': before, 'w:after': after })
const size = (halfPoints: number) => val('sz', halfPoints) + val('szCs', halfPoints)

interface Look {
  id: string
  name: string
  basedOn?: string
  next?: string
  paragraph?: string
  run?: string
}

const bold = tag('w:b')
const headings = [32, 28, 24, 22].map(
  (points, at): Look => ({
    id: `Heading${at + 1}`,
    name: `heading ${at + 1}`,
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: `${tag('w:keepNext')}${spacing(240, 80)}${val('outlineLvl', at)}`,
    run: bold + size(points),
  }),
)

/** Styles by which people see what a paragraph is, and by which it is told again when the file comes back. */
const looks: Look[] = [
  ...headings,
  {
    id: 'Title',
    name: 'Title',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: spacing(0, 120),
    run: bold + size(40),
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: spacing(0, 240),
    run: tag('w:i') + size(26),
  },
  {
    id: 'FaqQuestion',
    name: styleNames.question,
    basedOn: 'Normal',
    next: 'Normal',
    paragraph: tag('w:keepNext') + spacing(200, 60),
    run: bold,
  },
  {
    id: 'Quote',
    name: styleNames.quote,
    basedOn: 'Normal',
    paragraph: tag('w:ind', { 'w:left': 567, 'w:right': 567 }),
    run: tag('w:i'),
  },
  { id: 'SourceCode', name: styleNames.code, basedOn: 'Normal', run: font(MONO) + size(19) },
  {
    id: 'HorizontalRule',
    name: styleNames.rule,
    basedOn: 'Normal',
    paragraph: tag(
      'w:pBdr',
      {},
      tag('w:bottom', { 'w:val': 'single', 'w:sz': 6, 'w:space': 1, 'w:color': '999999' }),
    ),
  },
  { id: 'TableHeading', name: styleNames.tableHeading, basedOn: 'Normal', run: bold },
  { id: 'ListParagraph', name: 'List Paragraph', basedOn: 'Normal' },
]

export function stylesFile(): string {
  const defaults = tag(
    'w:docDefaults',
    {},
    tag('w:rPrDefault', {}, tag('w:rPr', {}, font(SERIF), size(22), tag('w:lang', { 'w:val': 'en-US' }))),
    tag(
      'w:pPrDefault',
      {},
      tag('w:pPr', {}, tag('w:spacing', { 'w:after': 140, 'w:line': 276, 'w:lineRule': 'auto' })),
    ),
  )
  const normal = tag(
    'w:style',
    { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
    val('name', 'Normal'),
    tag('w:qFormat'),
  )
  const characters = [
    tag(
      'w:style',
      { 'w:type': 'character', 'w:customStyle': 1, 'w:styleId': 'InlineCode' },
      val('name', styleNames.inlineCode),
      tag('w:rPr', {}, font(MONO), size(20)),
    ),
    tag(
      'w:style',
      { 'w:type': 'character', 'w:styleId': 'Hyperlink' },
      val('name', 'Hyperlink'),
      tag('w:rPr', {}, val('color', '1F4E79'), val('u', 'single')),
    ),
  ]
  const grid = tag(
    'w:style',
    { 'w:type': 'table', 'w:styleId': 'TableGrid' },
    val('name', 'Table Grid'),
    tag('w:tblPr', {}, tag('w:tblBorders', {}, ...borders)),
  )
  return xmlFile(
    tag('w:styles', namespaces, defaults, normal, ...looks.map(paragraphStyle), ...characters, grid),
  )
}

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
  tag(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '999999' }),
)

function paragraphStyle({ id, name, basedOn, next, paragraph = '', run = '' }: Look): string {
  return tag(
    'w:style',
    { 'w:type': 'paragraph', 'w:styleId': id },
    val('name', name),
    basedOn === undefined ? '' : val('basedOn', basedOn),
    next === undefined ? '' : val('next', next),
    tag('w:qFormat'),
    paragraph === '' ? '' : tag('w:pPr', {}, paragraph),
    run === '' ? '' : tag('w:rPr', {}, run),
  )
}

const LEVELS = 9
const bullets = ['•', '◦', '▪']
const formats = ['decimal', 'lowerLetter', 'lowerRoman']

function levels(isOrdered: boolean): string {
  return Array.from({ length: LEVELS }, (_, level) =>
    tag(
      'w:lvl',
      { 'w:ilvl': level },
      val('start', 1),
      val('numFmt', isOrdered ? (formats[level % formats.length] ?? 'decimal') : 'bullet'),
      val('lvlText', isOrdered ? `%${level + 1}.` : (bullets[level % bullets.length] ?? '•')),
      val('lvlJc', 'left'),
      tag('w:pPr', {}, tag('w:ind', { 'w:left': 567 * (level + 1), 'w:hanging': 360 })),
    ),
  ).join('')
}

/** One list of the document: a number of its own, so that it counts by itself. */
export interface ListNumber {
  ordered: boolean
  level: number
  start: number
}

export const BULLETS = 1
export const NUMBERS = 2

export function numberingFile(lists: readonly ListNumber[]): string {
  const abstracts = [BULLETS, NUMBERS].map((id) =>
    tag(
      'w:abstractNum',
      { 'w:abstractNumId': id },
      val('multiLevelType', 'hybridMultilevel'),
      levels(id === NUMBERS),
    ),
  )
  const numbers = lists.map(({ ordered, level, start }, at) =>
    tag(
      'w:num',
      { 'w:numId': at + 1 },
      val('abstractNumId', ordered ? NUMBERS : BULLETS),
      ordered ? tag('w:lvlOverride', { 'w:ilvl': level }, val('startOverride', start)) : '',
    ),
  )
  return xmlFile(tag('w:numbering', namespaces, ...abstracts, ...numbers))
}
