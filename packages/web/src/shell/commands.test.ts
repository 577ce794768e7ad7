import { expect, test } from 'vitest'
import { fits, grouped } from './commands.ts'

test('a command is found by any of its words, in any order', () => {
  expect(fits('Invite somebody people colleagues', 'coll inv')).toBe(true)
  expect(fits('Invite somebody people colleagues', 'inv settings')).toBe(false)
  expect(fits('Invite somebody', '')).toBe(true)
})

test('the groups of commands stand in the order in which they first come', () => {
  const command = (id: string, group: string) => ({ id, title: id, group, run: '/' })
  const [a, b, c] = [command('a', 'This page'), command('b', 'Go to'), command('c', 'This page')]
  expect(grouped([a, b, c])).toEqual([
    ['This page', [a, c]],
    ['Go to', [b]],
  ])
})
