import { expect, test } from 'vitest'
import { recordInWords } from './record.ts'

test('R15: a record in words is its headings and lines, and says nothing where there is nothing', () => {
  const record = {
    title: 'Tidewatch',
    lead: 'To decide, on edition 2.',
    sections: [
      {
        title: 'What is owed',
        lines: ['Ines, by 10 March 2027: “How often?”', 'Omar, by 11 March 2027: “Who pays?”'],
      },
    ],
  }
  expect(recordInWords(record)).toBe(`The meeting on “Tidewatch” is closed. To decide, on edition 2.

What is owed
------------
Ines, by 10 March 2027: “How often?”

Omar, by 11 March 2027: “Who pays?”
`)
  expect(recordInWords({ ...record, sections: [] })).toBe(
    'The meeting on “Tidewatch” is closed. To decide, on edition 2.\n',
  )
})
