import { type EvidenceItem, evidenceKinds, newEvidence, provenances } from '../initiatives/answers.ts'

/** How many pieces one file brings. */
export const mostImported = 5000
const mostProblems = 20

export type Imported = Omit<EvidenceItem, 'id'>

/** What is wrong in a file: `row` counts as a table program does, the heading being row 1. */
export interface CsvProblem {
  row: number
  field: string
  message: string
}

type Field = keyof Imported
const lengths = { statement: 4000, source: 300, date: 300, link: 2000 } satisfies Partial<
  Record<Field, number>
>

const headings = {
  kind: ['kind', 'type'],
  statement: ['statement', 'what was found', 'finding', 'note'],
  source: ['source'],
  date: ['date'],
  provenance: ['provenance', 'how we know'],
  link: ['link', 'url'],
} satisfies Record<Field, string[]>
const fields = Object.keys(headings) as Field[] // the keys of a literal object are its keys

/**
 * Pieces of evidence out of a table whose first row names its columns, in any order; only `statement` must be there.
 * Either all of it or, when anything is wrong, the first twenty problems and nothing (A5).
 */
export function evidenceOfCsv(
  text: string,
): { items: Imported[]; problems?: never } | { items?: never; problems: CsvProblem[] } {
  const problem = (row: number, field: string, message: string) => ({ problems: [{ row, field, message }] })
  const table = rowsOf(text)
  if (!table) return problem(1, 'file', 'A quotation mark is opened and never closed: close it')
  const [heading = { at: 1, cells: [] }, ...rows] = table
  const named = heading.cells.map((cell) => cell.trim().toLowerCase())
  const columns = new Map(
    fields.map((field) => [field, named.findIndex((name) => headings[field].some((one) => one === name))]),
  )
  if (columns.get('statement') === -1)
    return problem(heading.at, 'statement', 'No column is headed “statement”: name one so, in the first row')
  if (rows.length === 0)
    return problem(heading.at + 1, 'statement', 'There is no row under the heading: add one')
  if (rows.length > mostImported)
    return problem(heading.at, 'file', `More than ${mostImported} rows: bring them in several files`)

  const problems: CsvProblem[] = []
  const items = rows.map(({ at, cells }) => {
    const cell = (field: Field) => cells[columns.get(field) ?? -1]?.trim() ?? ''
    const choice = <One extends string>(field: Field, among: readonly One[], otherwise: One): One => {
      const given = cell(field).toLowerCase()
      const chosen = given === '' ? otherwise : among.find((one) => one === given)
      if (!chosen)
        problems.push({ row: at, field, message: `“${given.slice(0, 40)}” is none of ${among.join(', ')}` })
      return chosen ?? otherwise
    }
    if (cells.length > named.length)
      problems.push({
        row: at,
        field: 'row',
        message: 'More cells than columns: put a text with commas in quotation marks',
      })
    if (cell('statement') === '')
      problems.push({ row: at, field: 'statement', message: 'Empty: write what was found' })
    for (const [field, most] of Object.entries(lengths)) {
      if (cell(field as Field).length > most)
        // the keys of a literal object are its keys
        problems.push({ row: at, field, message: `Longer than ${most} characters: shorten it` })
    }
    return {
      kind: choice('kind', evidenceKinds, newEvidence.kind),
      statement: cell('statement'),
      source: cell('source'),
      date: cell('date'),
      provenance: choice('provenance', provenances, newEvidence.provenance),
      link: cell('link'),
    }
  })
  return problems.length > 0 ? { problems: problems.slice(0, mostProblems) } : { items }
}

/** RFC 4180, and semicolons where a program writes those. Empty rows are left out. Null: a quotation never ends. */
function rowsOf(text: string): { at: number; cells: string[] }[] | null {
  const source = text.replace(/^\uFEFF/, '')
  const [first = ''] = source.split('\n', 1)
  const separator = !first.includes(',') && first.includes(';') ? ';' : ','
  const rows: { at: number; cells: string[] }[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let at = 1
  const endRow = () => {
    cells.push(cell.replace(/\r$/, ''))
    if (cells.some((one) => one.trim() !== '')) rows.push({ at, cells })
    cells = []
    cell = ''
    at += 1
  }
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i)
    if (quoted) {
      if (char !== '"') cell += char
      else if (source[i + 1] === '"') cell += source.charAt(i++)
      else quoted = false
    } else if (char === '"' && cell === '') quoted = true
    else if (char === separator) {
      cells.push(cell)
      cell = ''
    } else if (char === '\n') endRow()
    else cell += char
  }
  if (quoted) return null
  endRow()
  return rows
}
