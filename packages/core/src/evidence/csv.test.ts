import { expect, test } from 'vitest'
import { evidenceOfCsv, mostImported } from './csv.ts'

const blank = { kind: 'interview', source: '', date: '', provenance: 'observed', link: '' }

test('W6: a table as programs write it becomes evidence, with what is not said by default', () => {
  const csv =
    '\uFEFFDate;What was found;How we know\r\n"May; early";"Said ""no"",\ntwice";reported\r\n\r\n;Drove in vain;\r\n'
  expect(evidenceOfCsv(csv)).toEqual({
    items: [
      { ...blank, date: 'May; early', statement: 'Said "no",\ntwice', provenance: 'reported' },
      { ...blank, statement: 'Drove in vain' },
    ],
  })
})

test.each([
  ['no heading for it', 'kind,date\ndata,May', [[1, 'statement']]],
  ['a heading alone', 'statement\n', [[2, 'statement']]],
  ['nothing', '', [[1, 'statement']]],
  ['a quotation without end', 'statement\n"Told', [[1, 'file']]],
  ['an unknown kind after an empty row', 'statement,kind\nA,data\n\nB,rumour', [[4, 'kind']]],
  [
    'a comma without quotation marks',
    'statement,kind\nTold, twice,data',
    [
      [2, 'row'],
      [2, 'kind'],
    ],
  ],
  ['a source that is too long', `statement,source\nA,${'x'.repeat(301)}`, [[2, 'source']]],
  ['too many rows', `statement\n${'A\n'.repeat(mostImported + 1)}`, [[1, 'file']]],
])('A5: %s is refused by row and field, and nothing is read', (_, csv, where) => {
  const { items, problems } = evidenceOfCsv(csv)
  expect(items).toBeUndefined()
  expect(problems?.map(({ row, field }) => [row, field])).toEqual(where)
})
