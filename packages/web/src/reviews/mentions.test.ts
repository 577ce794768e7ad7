import { mention } from '@foreword/core/reviews/mention'
import { expect, test } from 'vitest'
import { mentionables, proposed, reworded, stored, typedAt } from './mentions.ts'

const omar = '0198c0de-0000-7000-8000-000000000001'
const noor = '0198c0de-0000-7000-8000-000000000002'
const other = '0198c0de-0000-7000-8000-000000000003'
const person = (id: string, name: string, active = true) => ({
  id,
  name,
  email: `${id.at(-1)}@x.org`,
  active,
})

test('A2: those who may read come first; of two with one name each is told apart; who left is not proposed', () => {
  const people = [
    person(noor, 'Noor'),
    person(omar, 'Omar Haddad'),
    person(other, 'Omar Haddad'),
    person('4', 'Zoe', false),
  ]
  const idea = {
    visibility: 'named',
    owner: { id: other },
    relations: [{ personId: omar, relation: 'reader' }],
  } as const
  expect(mentionables(people, idea)).toEqual([
    { id: omar, label: 'Omar Haddad (1@x.org)', mayRead: true },
    { id: other, label: 'Omar Haddad (3@x.org)', mayRead: true },
    { id: noor, label: 'Noor', mayRead: false },
  ])
  const all = mentionables(people, { ...idea, visibility: 'company' })
  expect(proposed(all, 'had').map(({ id }) => id)).toEqual([omar, other])
  expect(proposed(all, '')).toHaveLength(3)
})

test.each([
  ['Ask @om|', { from: 4, typed: 'om' }],
  ['@|', { from: 0, typed: '' }],
  ['Ask @Omar H|', { from: 4, typed: 'Omar H' }],
  ['mail@exa|', null],
  ['@Omar, is|', null],
  ['@Omar Haddad said |', null],
])('the name being typed in %s', (marked, found) => {
  const caret = marked.indexOf('|')
  expect(typedAt(marked.replace('|', ''), caret)).toEqual(found)
})

test('a text is stored by ids and reworded by names, the longer name first', () => {
  const chosen = [
    { id: omar, label: 'Omar' },
    { id: other, label: 'Omar Haddad' },
  ]
  const text = `${mention(other)}, ask ${mention(omar)}`
  expect(stored('@Omar Haddad, ask @Omar', chosen)).toBe(text)
  expect(
    reworded(text, [
      { id: omar, name: 'Omar' },
      { id: other, name: 'Omar Haddad' },
    ]),
  ).toEqual({
    text: '@Omar Haddad, ask @Omar',
    chosen,
  })
})
