import { expect, test } from 'vitest'
import { personId } from '../ids.ts'
import { mention, mentionedIn, piecesOf, withNames } from './mention.ts'

const omar = personId.parse('0198c0de-0000-7000-8000-000000000001')
const noor = personId.parse('0198c0de-0000-7000-8000-000000000002')

test.each([
  ['', []],
  ['No one here: a@b.c <@nobody>', ['No one here: a@b.c <@nobody>']],
  [mention(omar), [{ mentioned: omar }]],
  [`Ask ${mention(omar)}${mention(noor)}.`, ['Ask ', { mentioned: omar }, { mentioned: noor }, '.']],
])('F2: a mention stands in the text by id: %j', (text, pieces) => {
  expect(piecesOf(text)).toEqual(pieces)
})

test('everybody is mentioned once, and shown by the name they have now', () => {
  const text = `${mention(noor)}, ${mention(omar)}, ${mention(noor)}?`
  expect(mentionedIn(text)).toEqual([noor, omar])
  expect(withNames(text, new Map([[noor, 'Noor']]))).toBe('@Noor, @somebody, @Noor?')
})
