import { textBlocks } from '@foreword/document/blocks'
import { documentFromUnknown } from '@foreword/document/canonical'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { markdownFile, prFaq } from '../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { openBrowser } from './browser.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
let noor: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  noor = await company.join('Noor')
})
afterAll(() => company.close())

const QUOTE = 'A false yes once would end the trust in it'

/** A comment whose words are gone from the draft, and words of the draft to put it beside. */
async function lostComment(made: 'on the draft' | 'on an edition' = 'on the draft') {
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file: markdownFile(prFaq) })
  const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
  const read = documentFromUnknown((await ines.api.narratives.edition({ editionId })).document)
  if (!read.ok) throw new Error('the edition cannot be read')
  const passage = (quote: string) => {
    const block = textBlocks(read.value).find(({ text }) => text.includes(quote))
    const from = block?.text.indexOf(quote) ?? -1
    return { blockId: block?.id ?? '', from, to: from + quote.length, quote }
  }
  const on = passage(QUOTE)
  company.wait(60_000)
  const { id: commentId } =
    made === 'on the draft'
      ? await omar.api.reviews.commentOnDraft({ narrativeId, text: 'Why?', on })
      : await omar.api.reviews.commentOnEdition({ editionId, text: 'Why?', on })
  const browser = await openBrowser(company.url, ines, narrativeId)
  await browser.erase(on.blockId)
  browser.leave()
  const shown = async () => (await omar.api.reviews.listComments({ narrativeId }))[0]
  return { initiativeId, narrativeId, editionId, commentId, passage, shown }
}

test('F2: what lost its place is put back beside words somebody chose, is told so, moves with them, and can be undone', async () => {
  const { narrativeId, commentId, passage, shown } = await lostComment()
  expect(await shown()).toMatchObject({ anchor: { state: 'detached' }, putBack: null })
  const on = passage('a farmer learns')
  const put = await omar.api.reviews.reattachComment({ commentId, on })
  expect(put).toMatchObject({
    anchor: { quote: QUOTE, state: 'exact', at: { blockId: on.blockId, from: on.from, to: on.to } },
    putBack: { by: { name: 'Omar' } },
  })
  const browser = await openBrowser(company.url, ines, narrativeId)
  await browser.type(on.blockId, 0, 'Plainly: ')
  browser.leave()
  expect(await shown()).toMatchObject({ anchor: { at: { from: on.from + 9, to: on.to + 9 } } })
  expect(await ines.api.reviews.reattachComment({ commentId, on: null })).toMatchObject({
    anchor: { state: 'detached', at: null },
    putBack: null,
  })
})

test('F2: what was said of an edition is put back in the draft, and stands in the next edition and still in its own', async () => {
  const { narrativeId, editionId, commentId, passage, shown } = await lostComment('on an edition')
  expect(await shown()).toMatchObject({ carried: { state: 'detached', edition: { number: 1 } } })
  const on = passage('a farmer learns')
  await ines.api.reviews.reattachComment({ commentId, on })
  expect(await shown()).toMatchObject({ carried: { state: 'exact', at: { from: on.from } } })
  company.wait(60_000)
  const next = await ines.api.narratives.freeze({ narrativeId })
  expect(await omar.api.reviews.listEditionComments({ editionId: next.id })).toMatchObject([
    { id: commentId, carried: { at: { blockId: on.blockId, from: on.from } } },
  ])
  expect(await omar.api.reviews.listEditionComments({ editionId })).toMatchObject([
    { id: commentId, anchor: { quote: QUOTE }, carried: null },
  ])
})

test('F2, A5: it is put beside words that stand there only, by its author or an author of the draft', async () => {
  const { narrativeId, commentId, passage } = await lostComment()
  const on = passage('a farmer learns')
  const put = (who: Colleague, where: typeof on | null, id = commentId) =>
    refusal(who.api.reviews.reattachComment({ commentId: id, on: where }))
  expect(await put(noor, on)).toBe('not-yours-to-place')
  expect(await put(omar, { ...on, quote: 'other words' })).toBe('no-such-passage')
  expect(await put(omar, { ...on, blockId: 'nowhere', quote: 'nor here' })).toBe('no-such-passage')
  expect(await put(omar, null)).toBe('nothing-to-take-back')
  const whole = await omar.api.reviews.commentOnDraft({ narrativeId, text: 'All of it', on: null })
  expect(await put(omar, on, whole.id)).toBe('about-the-whole')
  // the browser was nine letters ahead of the server
  expect(
    await put(ines, {
      ...on,
      from: on.from + 9,
      to: on.to + 9,
      before: 'At five each morning ',
    } as typeof on),
  ).toMatchObject({
    anchor: { at: { from: on.from } },
  })
})
