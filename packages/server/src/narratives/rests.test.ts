import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRests } from './rests.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => vi.useRealTimers())

const takes = (ms: number) => {
  const acted: string[] = []
  const rests = createRests(async (id) => {
    acted.push(id)
    await new Promise((resolve) => setTimeout(resolve, ms))
  })
  return { acted, rests }
}

test('an edit is acted on at once, and so is one of another draft meanwhile', () => {
  const { acted, rests } = takes(20)
  rests.edited('one')
  rests.edited('two')
  expect(acted).toEqual(['one', 'two'])
})

test('what is edited during an act and its rest is acted on once, after the rest', async () => {
  const { acted, rests } = takes(20)
  rests.edited('one')
  rests.edited('one')
  await vi.advanceTimersByTimeAsync(100)
  rests.edited('one')
  expect(acted).toEqual(['one'])
  await vi.advanceTimersByTimeAsync(100)
  expect(acted).toEqual(['one', 'one'])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(acted).toEqual(['one', 'one'])
})

test('an act that took long is followed by a rest twice as long', async () => {
  const { acted, rests } = takes(1_000)
  rests.edited('one')
  rests.edited('one')
  await vi.advanceTimersByTimeAsync(2_900)
  expect(acted).toEqual(['one'])
  await vi.advanceTimersByTimeAsync(200)
  expect(acted).toEqual(['one', 'one'])
})

test('nothing is acted on after the close', async () => {
  const { acted, rests } = takes(20)
  rests.edited('one')
  rests.edited('one')
  await vi.advanceTimersByTimeAsync(50)
  rests.close()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(acted).toEqual(['one'])
})
