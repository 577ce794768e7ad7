import { strToU8, zipSync } from 'fflate'

/* Files with tracked changes as Word writes them: every change with a number, a name and a minute, runs with the
   numbers of the sitting in which they were typed, the mark of a paragraph among the properties of its run. */

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
let changes = 100

export type By = 'Ann' | 'Bo'
const minutes: Record<By, string> = { Ann: '2027-03-04T10:00:00Z', Bo: '2027-03-05T16:30:00Z' }
export const when = (by: By) => minutes[by]

const by = (who: By) => `w:id="${changes++}" w:author="${who}" w:date="${minutes[who]}"`

export const run = (text: string, properties = '') =>
  `<w:r w:rsidR="00A1B2C3">${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const struck = (text: string) =>
  `<w:r w:rsidDel="00D4E5F6"><w:delText xml:space="preserve">${text}</w:delText></w:r>`

export const ins = (who: By, content: string) =>
  `<w:ins ${by(who)}>${content.startsWith('<') ? content : run(content)}</w:ins>`
export const del = (who: By, text: string) => `<w:del ${by(who)}>${struck(text)}</w:del>`
export const movedFrom = (who: By, text: string) => `<w:moveFrom ${by(who)}>${run(text)}</w:moveFrom>`
export const movedTo = (who: By, text: string) => `<w:moveTo ${by(who)}>${run(text)}</w:moveTo>`
export const bolded = (who: By, text: string) =>
  run(text, `<w:b/><w:rPrChange ${by(who)}><w:rPr/></w:rPrChange>`)
/** Set as a heading, that was a paragraph. */
export const nowHeading = (who: By) =>
  `<w:pStyle w:val="Heading2"/><w:pPrChange ${by(who)}><w:pPr/></w:pPrChange>`

type Mark = { put?: By; out?: By }
const mark = ({ put, out }: Mark) =>
  put || out ? `<w:rPr>${put ? `<w:ins ${by(put)}/>` : ''}${out ? `<w:del ${by(out)}/>` : ''}</w:rPr>` : ''

/** `put`, `out`: who put in, or took out, the mark at its end. */
export const p = (content: string, { style = '', ...marks }: Mark & { style?: string } = {}) =>
  `<w:p w:rsidR="00A1B2C3" w:rsidRDefault="00A1B2C3"><w:pPr>${style && (style.startsWith('<') ? style : `<w:pStyle w:val="${style}"/>`)}${mark(marks)}</w:pPr>${content}</w:p>`
const bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
export const item = (content: string, marks: Mark = {}) => p(content, { style: bullet, ...marks })

export const row = (cells: string[], { put, out }: Mark = {}) =>
  `<w:tr>${put || out ? `<w:trPr>${put ? `<w:ins ${by(put)}/>` : ''}${out ? `<w:del ${by(out)}/>` : ''}</w:trPr>` : ''}${cells.map((cell) => `<w:tc><w:tcPr/>${cell}</w:tc>`).join('')}</w:tr>`
export const table = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`

const style = (id: string, name: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`

/** The whole file; `parts` beside its own. */
export function wordFile(body: string, parts: Record<string, string> = {}): Uint8Array<ArrayBuffer> {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    'word/document.xml': `<w:document xmlns:w="${W}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': `<w:styles xmlns:w="${W}">${style('Heading1', 'heading 1')}${style('Heading2', 'heading 2')}</w:styles>`,
    'word/numbering.xml': `<w:numbering xmlns:w="${W}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
}
