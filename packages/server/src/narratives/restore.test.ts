import { type TextBlock, textBlocks } from '@foreword/document/blocks'
import { documentFromUnknown } from '@foreword/document/canonical'
import { assetOf } from '@foreword/document/links'
import { plainJson } from '@foreword/document/plain-json'
import { schema } from '@foreword/document/schema'
import { suggestionsOf } from '@foreword/document/suggestions/list'
import { suggested } from '@foreword/document/suggestions/suggest'
import { footnote, image } from '@foreword/document/testing'
import { documentFromYDoc } from '@foreword/document/yjs'
import { replaceContent } from '@foreword/document/yjs-write'
import { Node } from 'prosemirror-model'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openBrowser } from '../reviews/browser.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { png } from '../test/pictures.ts'
import { markdownFile } from './pr-faq.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
})
afterAll(() => company.close())

const WORDS =
  '# Harbour opens\n\nSheep drown at night.\n\n## Problem\n\nNobody knows why they come so near.\n'

/** A document with one edition, open in the browser of Omar, who writes more. */
async function written() {
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file: markdownFile(WORDS) })
  await ines.api.initiatives.share({
    initiativeId,
    people: [{ personId: omar.id as never, relation: 'author' }],
  })
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const { document } = await ines.api.narratives.edition({ editionId: edition.id })
  const read = documentFromUnknown(document)
  if (!read.ok) throw new Error(read.refusal)
  const blockWith = (words: string): TextBlock => {
    const found = textBlocks(read.value).find(({ text }) => text.includes(words))
    if (!found) throw new Error(`no block says “${words}”`)
    return found
  }
  const his = await openBrowser(company.url, omar, narrativeId)
  const words = async () => (await ines.api.narratives.exportMarkdown({ narrativeId })).text()
  return { initiativeId, narrativeId, edition, editionId: edition.id, blockWith, his, words }
}

const says = async (initiativeId: Awaited<ReturnType<typeof written>>['initiativeId']) =>
  (await ines.api.initiatives.activity({ initiativeId })).activity.map((line) => line.says)
const eventually = <T>(look: () => Promise<T>) => vi.waitFor(look, { timeout: 5_000, interval: 20 })

describe('a name', () => {
  test('N6: is given, changed and taken away after freezing; the hash stays, and the timeline tells', async () => {
    const { initiativeId, edition, editionId, his } = await written()
    his.leave()
    const named = await ines.api.narratives.nameEdition({ editionId, name: ' For pricing ' })
    expect(named).toEqual({ ...edition, name: 'For pricing' })
    // said twice, told once
    await omar.api.narratives.nameEdition({ editionId, name: 'For pricing' })
    expect((await omar.api.narratives.nameEdition({ editionId, name: null })).name).toBeNull()
    await eventually(async () =>
      expect(
        (await says(initiativeId))
          .filter((line) => / edition 1/.test(line) && !line.startsWith('froze'))
          .toSorted(),
      ).toEqual(['named edition 1 “For pricing”', 'took the name of edition 1 away']),
    )
    expect(await refusal(ines.api.narratives.nameEdition({ editionId, name: 'x'.repeat(81) }))).toBe(
      'invalid-input',
    )
  })

  test('N6: the list has what each takes on disk, the PDF apart', async () => {
    const { initiativeId, his } = await written()
    his.leave()
    const [listed] = await ines.api.narratives.editions({ initiativeId })
    expect(listed?.size.pdf).toBeGreaterThan(5_000)
    expect(listed?.size.rest).toBeGreaterThan(500)
    expect(listed?.size.rest).toBeLessThan(30_000)
  })
})

describe('restoring', () => {
  test('N6: is a forward change: the draft says the edition again, with its hash, and whoever has it open sees it', async () => {
    const { initiativeId, narrativeId, edition, editionId, his, blockWith, words } = await written()
    expect(await refusal(ines.api.narratives.restore({ editionId }))).toBe('nothing-to-restore')
    await his.type(blockWith('Sheep').id, 0, 'Most of all, ')
    expect((await ines.api.narratives.draftText({ narrativeId })).here).toEqual([
      { id: omar.id, name: 'Omar' },
    ])
    const restored = await ines.api.narratives.restore({ editionId })
    expect(restored).toMatchObject({ number: 1, wordsAdded: 0, wordsRemoved: 3 })
    expect(await words()).not.toContain('Most of all')
    await vi.waitFor(() => expect(his.textOf(blockWith('Sheep').id)).toBe('Sheep drown at night.'))
    await his.type(blockWith('Sheep').id, 0, 'x')
    const second = await ines.api.narratives.freeze({ narrativeId })
    expect(second.number).toBe(2)
    await ines.api.narratives.restore({ editionId })
    expect((await ines.api.narratives.freeze({ narrativeId })).hash).toBe(edition.hash)
    await eventually(async () =>
      expect(await says(initiativeId)).toContain(
        'restored edition 1 in the draft: 0 words came back, 3 went',
      ),
    )
    his.leave()
  })

  test('N6: it is undone by a forward change too, and what stood before can be had as Markdown', async () => {
    const { initiativeId, narrativeId, editionId, his, blockWith, words } = await written()
    await his.type(blockWith('Sheep').id, 0, 'Most of all, ')
    const before = await words()
    const { id: restoreId } = await ines.api.narratives.restore({ editionId })
    const file = await ines.api.narratives.beforeRestore({ narrativeId, restoreId })
    expect(await file.text()).toBe(before)
    await ines.api.narratives.undoRestore({ narrativeId, restoreId })
    expect(await words()).toBe(before)
    await eventually(async () =>
      expect(await says(initiativeId)).toContain(
        'put back what stood in the draft before edition 1 was restored',
      ),
    )
    his.leave()
  })

  test('A1: what is written after it is not undone with it, and that is said', async () => {
    const { narrativeId, editionId, his, blockWith, words } = await written()
    await his.type(blockWith('Sheep').id, 0, 'Most of all, ')
    const { id: restoreId } = await ines.api.narratives.restore({ editionId })
    await vi.waitFor(() => expect(his.textOf(blockWith('Sheep').id)).toBe('Sheep drown at night.'))
    await his.type(blockWith('Nobody').id, 0, 'Until now ')
    expect(await refusal(ines.api.narratives.undoRestore({ narrativeId, restoreId }))).toBe('written-since')
    expect(await words()).toContain('Until now Nobody knows')
    his.leave()
  })

  test('A1: of words typed while it happens, each that was acknowledged stands in the draft or in what was kept', async () => {
    const { narrativeId, editionId, his, blockWith, words } = await written()
    const block = blockWith('Nobody').id
    await his.type(blockWith('Sheep').id, 0, 'Most of all, ')
    const typed = Array.from({ length: 30 }, (_, at) => `w${at}. `)
    const typing = (async () => {
      for (const word of typed) await his.type(block, 0, word)
    })()
    const { id: restoreId } = await ines.api.narratives.restore({ editionId })
    await typing
    const kept = await (await ines.api.narratives.beforeRestore({ narrativeId, restoreId })).text()
    const stands = await words()
    for (const word of typed) expect(stands.includes(word) || kept.includes(word)).toBe(true)
    // it fell in the midst of the typing, or nothing was tried
    expect(typed.some((word) => stands.includes(word))).toBe(true)
    his.leave()
  })

  test('F2: a comment holds its words through a restore', async () => {
    const { narrativeId, editionId, his, blockWith } = await written()
    const { id } = blockWith('Nobody')
    await ines.api.reviews.commentOnDraft({
      narrativeId,
      text: 'Who says so?',
      on: { blockId: id, from: 0, to: 12, quote: 'Nobody knows' },
    })
    await his.type(blockWith('Sheep').id, 0, 'Most of all, ')
    await ines.api.narratives.restore({ editionId })
    const [comment] = await ines.api.reviews.listComments({ narrativeId })
    expect(comment?.anchor).toMatchObject({
      on: 'draft',
      state: 'exact',
      at: { blockId: id, from: 0, to: 12 },
    })
    his.leave()
  })

  test('A5: a restore that never was, or is of another draft, is named', async () => {
    const one = await written()
    const other = await written()
    await one.his.type(one.blockWith('Sheep').id, 0, 'x')
    const { id: restoreId } = await ines.api.narratives.restore({ editionId: one.editionId })
    const { narrativeId } = other
    expect(await refusal(ines.api.narratives.undoRestore({ narrativeId, restoreId }))).toBe('no-such-restore')
    expect(await refusal(ines.api.narratives.beforeRestore({ narrativeId, restoreId }))).toBe(
      'no-such-restore',
    )
    one.his.leave()
    other.his.leave()
  })

  test('N6: pictures, footnotes and open suggestions come back with an edition, and with what stood before it', async () => {
    const { narrativeId, his, blockWith } = await written()
    const file = new File([png(60, 40)], 'harbour.png', { type: 'image/png' })
    const { sha256 } = await ines.api.narratives.uploadAsset({ narrativeId, file })
    await his.edit((doc) => {
      const document = documentFromYDoc(doc, () => 'none')
      const problem = document.content.find(({ attrs }) => attrs?.part === 'problem')
      const said = problem?.content?.find(({ attrs }) => attrs?.id === blockWith('Nobody').id)
      if (!problem?.content || !said) throw new Error('the draft has no problem')
      said.content = [...(said.content ?? []), footnote('note', 'The harbour master’s log, 2027.')]
      problem.content.push(image('picture', { src: assetOf(sha256), alt: 'The harbour' }))
      replaceContent(doc, document)
    })
    const second = await ines.api.narratives.freeze({ narrativeId })
    // all of it goes, and something is proposed
    await his.edit((doc) => {
      const document = documentFromYDoc(doc, () => 'none')
      for (const part of document.content)
        part.content = (part.content ?? [])
          .filter(({ type }) => type !== 'image')
          .map((block) => ({
            ...block,
            ...(block.content ? { content: block.content.filter(({ type }) => type !== 'footnote') } : {}),
          }))
      replaceContent(doc, document)
      const after = structuredClone(document)
      const first = after.content.flatMap(({ content }) => content ?? []).find(({ content }) => content)
      if (!first) throw new Error('an empty draft')
      first.content = [{ type: 'text', text: 'Harbour opens, proposed' }]
      const [old, now] = [document, after].map((one) => Node.fromJSON(schema, one))
      const stamp = { id: 's1', by: omar.id, at: '2030-01-01T09:00:00.000Z' }
      if (old && now) replaceContent(doc, plainJson(suggested(old, now, stamp).document))
    })
    const open = () => suggestionsOf(documentFromYDoc(his.doc, () => 'none')).length
    expect(open()).toBe(1)

    const { id: restoreId } = await ines.api.narratives.restore({ editionId: second.id })
    await vi.waitFor(() => expect(open()).toBe(0))
    expect(await refusal(ines.api.narratives.freeze({ narrativeId }))).toBe('already-frozen')
    const shown = await fetch(`${company.url}/api/narratives/${narrativeId}/assets/${sha256}`, {
      headers: { cookie: omar.cookie() },
    })
    expect(shown.status).toBe(200)

    await ines.api.narratives.undoRestore({ narrativeId, restoreId })
    await vi.waitFor(() => expect(open()).toBe(1))
    const without = JSON.stringify(documentFromYDoc(his.doc, () => 'none'))
    expect(without).not.toMatch(/"type":"(image|footnote)"/)
    his.leave()
  })

  test('N6: each that was done is listed, by whom, with what was kept, and whether it can be taken back', async () => {
    const { narrativeId, editionId, his, blockWith } = await written()
    expect(await omar.api.narratives.restores({ narrativeId })).toEqual([])
    await his.type(blockWith('Sheep').id, 0, 'Most of all, ')
    const { id: first } = await ines.api.narratives.restore({ editionId })
    const line = { editionId, number: 1, undoneAt: null }
    const byInes = { id: ines.id, name: 'Ines' }
    expect(await omar.api.narratives.restores({ narrativeId })).toEqual([
      {
        ...line,
        id: first,
        restoredAt: expect.any(String),
        restoredBy: byInes,
        isAsRestored: true,
        wordsBefore: 17,
      },
    ])
    await ines.api.narratives.undoRestore({ narrativeId, restoreId: first })
    const { id: second } = await omar.api.narratives.restore({ editionId })
    await vi.waitFor(() => expect(his.textOf(blockWith('Sheep').id)).toBe('Sheep drown at night.'))
    await his.type(blockWith('Sheep').id, 0, 'x')
    expect(await omar.api.narratives.restores({ narrativeId })).toMatchObject([
      { id: second, restoredBy: { name: 'Omar' }, undoneAt: null, isAsRestored: false },
      { id: first, undoneAt: expect.any(String), isAsRestored: false },
    ])
    his.leave()
  })
})
