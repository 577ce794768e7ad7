import { afterAll, expect, test } from 'vitest'
import { harmlessDocx } from './hostile.fixture.ts'
import { createFileReader } from './reader.ts'

const reader = createFileReader()
afterAll(() => reader.close())

const bytes = (text: string) => new TextEncoder().encode(text)

test('N10: every format is read in the one process, one file after another', async () => {
  const read = await Promise.all([
    reader.read('markdown', bytes('# Harbour\n\nOpens.')),
    reader.read('text', bytes('Harbour\n\nOpens.')),
    reader.read('html', bytes('<h1>Harbour</h1><p>Opens.</p>')),
    reader.read('docx', harmlessDocx),
  ])
  expect(read.map(({ ok }) => ok)).toEqual([true, true, true, true])
})

test('A5: a file that takes too long is refused and its process killed; the next file is read as ever', async () => {
  const hasty = createFileReader({ readMs: { markdown: 1, text: 1, html: 1, docx: 1 } })
  const slow = bytes(Array.from({ length: 9000 }, (_, at) => `line ${at} of _many_`).join('\n\n'))
  expect(await hasty.read('markdown', slow)).toMatchObject({ ok: false, refusal: 'file-too-complex' })
  hasty.close()
  expect(await reader.read('markdown', bytes('# Still here\n\nYes.'))).toMatchObject({ ok: true })
})

test('A5: a file that needs more memory than it may have ends its own process and nothing else', async () => {
  const poor = createFileReader({ memoryMb: 40 })
  const large = bytes(
    Array.from(
      { length: 9900 },
      (_, at) => `**line** ${at} of [many](https://e.org) ${'x '.repeat(70)}`,
    ).join('\n\n'),
  )
  expect(await poor.read('markdown', large)).toMatchObject({ ok: false, refusal: 'file-too-complex' })
  expect(await poor.read('text', bytes('Small enough.'))).toMatchObject({ ok: true })
  poor.close()
}, 60_000)
