import { expect, test } from 'vitest'
import { addressesIn } from './addresses.ts'

const gil = 'gil@harbour.example'

test.each([
  ['', []],
  [' \n ', []],
  [gil, [{ address: gil, name: '' }]],
  [`Gil of Harbour <${gil}>`, [{ address: gil, name: 'Gil of Harbour' }]],
  [`"Gil, " <${gil}>`.replace(', ', ''), [{ address: gil, name: 'Gil' }]],
  [`<${gil}>`, [{ address: gil, name: '' }]],
  [
    `${gil}, lea@b.example;\nRui <rui@c.example>`,
    [
      { address: gil, name: '' },
      { address: 'lea@b.example', name: '' },
      { address: 'rui@c.example', name: 'Rui' },
    ],
  ],
  // whoever is named twice is asked once, by the name given last
  [`${gil}\nGil <GIL@harbour.example>`, [{ address: 'GIL@harbour.example', name: 'Gil' }]],
  // what is none is left to the server to refuse by name
  ['gil at harbour', [{ address: 'gil at harbour', name: '' }]],
])('F1: %j are these people', (text, people) => {
  expect(addressesIn(text)).toEqual(people)
})
