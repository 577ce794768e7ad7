import { randomUUID } from 'node:crypto'
import type { EditionId, NarrativeId } from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markdownFile, prFaq } from '../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { linesInPdf, pagesInPdf } from '../test/pdf-lines.ts'

const DAY_MS = 24 * 3_600_000
let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
})
afterAll(() => company.close())

async function frozen(text: string) {
  const { narrativeId, initiativeId } = await ines.api.narratives.bring({ file: markdownFile(text) })
  const { id: editionId, extent } = await ines.api.narratives.freeze({ narrativeId })
  return { narrativeId, initiativeId, editionId, pages: extent.pages }
}
const ask = (narrativeId: NarrativeId, editionId: EditionId | null, days: number) =>
  ines.api.feedback.ask({
    ...{ narrativeId, editionId, key: randomUUID(), round: 'peers', wants: ['pricing'], people: [omar.id] },
    due: new Date(company.now() + days * DAY_MS).toISOString().slice(0, 10),
  })
const pack = async (who = omar) => new Uint8Array(await (await who.api.transfer.exportPack()).arrayBuffer())

test('N10, F1: what one is asked to read leaves as one PDF, first what is due first, and each is on the record', async () => {
  expect(await refusal(omar.api.transfer.exportPack())).toBe('nothing-to-print')
  const later = await frozen(prFaq)
  const first = await frozen('# A lighthouse that lends its light\n\nWESTPORT. It lends it by the hour.\n')
  const draft = await frozen('# A pier that waits\n\nWESTPORT. It waits.\n')
  await ask(later.narrativeId, later.editionId, 5)
  await ask(first.narrativeId, first.editionId, 3)
  await ask(draft.narrativeId, null, 4)
  // asked for twice it is read once
  await ask(first.narrativeId, first.editionId, 6)

  const pdf = await pack()
  const [cover = '', ...pages] = await pagesInPdf(pdf)
  expect(pages).toHaveLength(first.pages + later.pages)
  expect(cover).toContain(`${first.pages + later.pages} pages`)
  expect(cover).toMatch(/A lighthouse that lends its light, edition 1/)
  expect(cover).toMatch(/A pier that waits: the draft, which is still written/)
  expect(pages[0]).toContain('It lends it by the hour.')
  // each keeps the pages and the line numbers of its edition
  const own = await ines.api.narratives.pdf({ editionId: later.editionId })
  const alone = await pagesInPdf(new Uint8Array(await own.arrayBuffer()))
  expect(pages.slice(first.pages)).toEqual(alone)
  expect((await linesInPdf(pdf)).length).toBeGreaterThan(0)
  for (const { initiativeId } of [first, later]) {
    const { activity } = await ines.api.initiatives.activity({ initiativeId })
    expect(activity.map(({ says }) => says)).toContain('exported edition 1 as PDF, in what they are to read')
  }

  // what one may read no more is not named either
  await ines.api.initiatives.update({ initiativeId: first.initiativeId, visibility: 'named' })
  expect((await pagesInPdf(await pack())).join()).not.toContain('lends')
  // what one may read and not take out is named, and not in it
  await ines.api.people.updateWorkspace({ settings: { exportNeeds: 'edit' } })
  expect(await refusal(omar.api.transfer.exportPack())).toBe('nothing-to-print')
  // who is asked to read nothing has nothing to print
  expect(await refusal(ines.api.transfer.exportPack())).toBe('nothing-to-print')
  const people = [{ personId: omar.id, relation: 'author' as const }]
  await ines.api.initiatives.share({ initiativeId: first.initiativeId, people })
  const [named = '', ...rest] = await pagesInPdf(await pack())
  expect(named).toMatch(/Tidewatch.*: your company does not let readers take it out/)
  expect(rest).toHaveLength(first.pages)
})
