import { textBlocks } from '@foreword/document/blocks'
import { documentFromUnknown } from '@foreword/document/canonical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../reviews/browser.fixture.ts'
import { openCompany } from '../test/company.ts'
import { markdownFile, prFaq } from './pr-faq.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
beforeAll(async () => {
  company = await openCompany()
})
afterAll(() => company.close())

const SIX_PAGES_ON_DISK = 30_000
const PARAGRAPHS = 60
const EDITS = 1_500

test('N6: six pages that two people wrote in 1500 small edits, each in the midst of what was there, keep under 30 kB beside their PDF', async () => {
  const { ines } = company
  const omar = await company.join('Omar')
  const text = `# Harbour\n\n## Problem\n\n${Array.from({ length: PARAGRAPHS }, () => 'A.').join('\n\n')}\n`
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file: markdownFile(text) })
  await ines.api.initiatives.share({
    initiativeId,
    people: [{ personId: omar.id as never, relation: 'author' }],
  })
  const { document } = await ines.api.narratives.draftText({ narrativeId })
  const read = documentFromUnknown(document)
  if (!read.ok) throw new Error(read.refusal)
  const blocks = textBlocks(read.value).filter((block) => block.text === 'A.')
  expect(blocks.length).toBe(PARAGRAPHS)
  const writers = [
    await openBrowser(company.url, ines, narrativeId),
    await openBrowser(company.url, omar, narrativeId),
  ]
  const words = prFaq.match(/\p{L}+/gu) ?? []
  // a generator that always gives the same numbers, so that the figure is the same each time
  let seed = 7
  const below = (most: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * most)
  }
  for (let edit = 0; edit < EDITS; edit++) {
    const writer = writers[edit % 2]
    const block = blocks[below(PARAGRAPHS)]
    if (!writer || !block) throw new Error('nobody writes nothing')
    const said = `${words[below(words.length)]} ${words[below(words.length)]} `
    writer.typeUnheard(block.id, below(writer.textOf(block.id).length), said)
  }
  for (const writer of writers) await writer.type(blocks[0]?.id ?? '', 0, 'Done. ')
  for (const writer of writers) writer.leave()

  const { extent } = await ines.api.narratives.freeze({ narrativeId })
  const { rows } = await company.pool.query(
    `select pg_column_size(pdf) pdf, pg_column_size(canonical) canonical, octet_length(canonical) "canonicalRaw",
      pg_column_size(lines) lines, pg_column_size(figures) figures, pg_column_size(origins) origins from edition`,
  )
  const [size] = rows
  const [listed] = await ines.api.narratives.editions({ initiativeId })
  console.log(
    `${extent.pages} pages, ${extent.words} words, ${extent.lines} lines, ${EDITS} edits; bytes on disk:`,
    size,
  )
  expect(extent.corePages).toBeGreaterThanOrEqual(6)
  expect(listed?.size).toEqual({
    pdf: size.pdf,
    rest: size.canonical + size.lines + size.figures + size.origins,
  })
  expect(listed?.size.rest).toBeLessThanOrEqual(SIX_PAGES_ON_DISK)
}, 120_000)
