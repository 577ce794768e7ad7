import { expect, test } from 'vitest'
import { unstorableField } from './storable.ts'

test.each([
  [{ text: 'a\0b' }, 'text'],
  [{ on: { quote: 'half \ud83d' } }, 'on.quote'],
  [{ people: [{ name: 'Ines' }, { name: '\udc00' }] }, 'people.1.name'],
  [{ text: '👩‍🚀 and é', count: 3, nothing: null }, null],
  [{ file: new File(['\0'], 'a.md') }, null],
  [undefined, null],
])('A5: text that no database keeps is named by its field: %j', (input, field) => {
  expect(unstorableField(input)?.field ?? null).toBe(field)
})

test('A5: a hundred thousand nested objects are refused without a crash', () => {
  let nested: unknown = 'x'
  for (let depth = 0; depth < 100_000; depth++) nested = { a: nested }
  expect(unstorableField({ deep: nested })).toMatchObject({ field: 'deep' })
})
