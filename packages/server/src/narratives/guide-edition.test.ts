import { textBlocks } from '@foreword/document/blocks'
import { documentFromUnknown } from '@foreword/document/canonical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCompany } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company.close())

const stored = async () => {
  const { rows } = await company.pool.query(
    'select (select count(*) from edition)::int editions, (select count(*) from document)::int documents',
  )
  return rows[0]
}

test('W11: the guide is read as an edition with its lines, the same each time, and nothing of it is stored', async () => {
  const guide = await company.ines.api.narratives.guideEdition()
  expect(guide).toMatchObject({ number: 1, paper: 'letter', authors: [{ name: 'Foreword' }] })
  expect(guide.lines.at(-1)?.line).toBe(guide.extent.lines)
  expect(guide.extent.readingMinutes).toBe(guide.extent.corePages * 3)
  const read = documentFromUnknown(guide.document)
  const texts = new Map(read.ok ? textBlocks(read.value).map(({ id, text }) => [id, text]) : [])
  const first = guide.lines[0]
  expect(texts.get(first?.block ?? '')?.slice(first?.from, first?.to)).toContain('Larkspur Mutual')
  expect(await company.ines.api.narratives.guideEdition()).toEqual(guide)
  expect(await stored()).toEqual({ editions: 0, documents: 0 })
})
