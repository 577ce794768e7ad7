import { expect, test } from 'vitest'
import { gathered } from './gathered.ts'

/** Answers when told to. */
function slow() {
  const asked: string[][] = []
  const answers: (() => void)[] = []
  const ask = gathered<string, string>((keys) => {
    asked.push([...keys])
    return new Promise((resolve) =>
      answers.push(() =>
        resolve(new Map(keys.flatMap((key) => (key === 'nobody' ? [] : [[key, `${key}!`]])))),
      ),
    )
  })
  return { ask, asked, answer: () => answers.shift()?.() }
}

test('those who ask in one turn are asked for once, and each is given their own', async () => {
  const { ask, asked, answer } = slow()
  const all = Promise.all(['a', 'b', 'a', 'nobody'].map(ask))
  await expect.poll(() => asked).toEqual([['a', 'b', 'nobody']])
  answer()
  expect(await all).toEqual(['a!', 'b!', 'a!', undefined])
})

test('A3: whoever asks while an answer is on its way is asked for anew, and is held up by none that does not come', async () => {
  const { ask, asked, answer } = slow()
  const first = ask('a')
  await expect.poll(() => asked).toEqual([['a']])
  const again = ask('a')
  // the first never came yet
  await expect.poll(() => asked).toEqual([['a'], ['a']])
  answer()
  answer()
  expect(await Promise.all([first, again])).toEqual(['a!', 'a!'])
})

test('a failure is told to those who asked, and to nobody after', async () => {
  let fails = true
  const ask = gathered<string, string>(async (keys) => {
    if (fails) throw new Error('the database is away')
    return new Map(keys.map((key) => [key, key]))
  })
  await expect(Promise.all([ask('a'), ask('b')])).rejects.toThrow('the database is away')
  fails = false
  expect(await ask('a')).toBe('a')
})
