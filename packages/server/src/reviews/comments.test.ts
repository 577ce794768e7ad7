import { textBlocks } from '@foreword/document/blocks'
import { documentFromUnknown } from '@foreword/document/canonical'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { markdownFile, prFaq } from '../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { openBrowser } from './browser.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
})
afterAll(() => company.close())

const eventually = <T>(look: () => Promise<T> | T) => vi.waitFor(look, { timeout: 5_000, interval: 20 })
const bring = () => ines.api.narratives.bring({ file: markdownFile(prFaq) })

/** A passage of an edition by its words. */
async function frozen() {
  const { initiativeId, narrativeId } = await bring()
  const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
  const edition = await ines.api.narratives.edition({ editionId })
  const document = documentFromUnknown(edition.document)
  if (!document.ok) throw new Error('the edition cannot be read')
  const blocks = textBlocks(document.value)
  const passage = (quote: string) => {
    const block = blocks.find(({ text }) => text.includes(quote))
    const from = block?.text.indexOf(quote) ?? -1
    return { blockId: block?.id ?? '', from, to: from + quote.length, quote }
  }
  return { initiativeId, narrativeId, editionId, edition, passage }
}

describe('on a draft', () => {
  test('W6: a piece of the idea’s evidence speaks for a passage or against it, in editions too, and no other idea’s does', async () => {
    const { initiativeId, narrativeId, editionId, passage } = await frozen()
    const id = 'found-in-march'
    await ines.api.evidence.capture({ initiativeId, id, statement: 'Nine of ten listened at five.' })
    const kind = { name: 'evidence', evidenceId: id, side: 'against' } as const
    const said = { text: 'Nine of ten listened at five.', kind }
    const on = passage('a farmer learns')
    const made = await omar.api.reviews.commentOnDraft({ narrativeId, ...said, on })
    expect(made).toMatchObject({ kind, anchor: { quote: 'a farmer learns', state: 'exact' } })
    await omar.api.reviews.commentOnEdition({ editionId, ...said, on })
    const kinds = async () =>
      (await ines.api.reviews.listEditionComments({ editionId })).map((one) => one.kind)
    expect(await kinds()).toEqual([kind])
    expect(await refusal(omar.api.reviews.commentOnDraft({ narrativeId, ...said, on: null }))).toBe(
      'invalid-input',
    )
    const other = await frozen()
    const there = { narrativeId: other.narrativeId, ...said, on: other.passage('a farmer learns') }
    expect(await refusal(omar.api.reviews.commentOnDraft(there))).toBe('no-such-evidence')
    // what it said stands there still when the piece is removed
    await ines.api.evidence.remove({ initiativeId, id })
    expect((await ines.api.reviews.listComments({ narrativeId }))[0]?.text).toBe(
      'Nine of ten listened at five.',
    )
  })

  test('F4, F2: who may not edit may comment on a passage; it is listed where it stands', async () => {
    const { narrativeId, passage } = await frozen()
    const on = passage('a farmer learns')
    const made = await omar.api.reviews.commentOnDraft({ narrativeId, text: 'Every farmer?', on })
    expect(made).toMatchObject({
      by: { name: 'Omar' },
      text: 'Every farmer?',
      kind: { name: 'remark' },
      matter: 'substance',
      replies: [],
      resolved: null,
      anchor: {
        on: 'draft',
        quote: 'a farmer learns',
        before: 'At five each morning ',
        state: 'exact',
        method: 'position',
        at: { blockId: on.blockId, from: on.from, to: on.to },
      },
    })
    expect(await ines.api.reviews.listComments({ narrativeId })).toEqual([made])
  })

  test('F2: it moves with its words, says when they were rewritten, and stays in sight when they are gone', async () => {
    const { narrativeId, passage } = await frozen()
    const on = passage('A false yes once would end the trust in it')
    await omar.api.reviews.commentOnDraft({ narrativeId, text: 'Why?', on })
    const anchor = async () => (await omar.api.reviews.listComments({ narrativeId }))[0]?.anchor
    const browser = await openBrowser(company.url, ines, narrativeId)
    try {
      await browser.type(on.blockId, 0, 'Plainly: ')
      expect(await anchor()).toMatchObject({ state: 'moved', at: { from: on.from + 9, to: on.to + 9 } })
      await browser.type(on.blockId, 9 + 8, 'and late ')
      expect(await anchor()).toMatchObject({ state: 'edited', method: 'position' })
      await browser.erase(on.blockId)
      expect(await anchor()).toMatchObject({ state: 'detached', at: null, quote: on.quote })
    } finally {
      browser.leave()
    }
  })

  test('F3: an accepted suggestion is in the draft for everybody, once; a rejected one is not', async () => {
    const { narrativeId, passage } = await frozen()
    const kind = { name: 'suggestion', replacement: 'every farmer of the bay learns' } as const
    const suggest = () =>
      omar.api.reviews.commentOnDraft({
        narrativeId,
        text: 'Say which',
        kind,
        on: passage('a farmer learns'),
      })
    const markdown = async () => (await ines.api.narratives.exportMarkdown({ narrativeId })).text()
    const { id: commentId } = await suggest()
    const { id: other } = await suggest()
    const settle = (id: typeof commentId, settled: 'accepted' | 'rejected', who = ines) =>
      refusal(who.api.reviews.settleSuggestion({ commentId: id, settled }))
    expect(await settle(commentId, 'accepted', omar)).toBe('not-allowed')
    expect(await settle(commentId, 'accepted')).toMatchObject({
      kind: { settled: 'accepted' },
      resolved: { by: { name: 'Ines' } },
    })
    expect(await markdown()).toContain('At five each morning every farmer of the bay learns whether')
    expect(await settle(commentId, 'accepted')).toBe('already-settled')
    expect(await settle(other, 'accepted')).toBe('passage-has-changed')
    expect(await settle(other, 'rejected')).toMatchObject({ kind: { settled: 'rejected' } })
    const remark = await omar.api.reviews.commentOnDraft({ narrativeId, text: 'Good', on: null })
    expect(await settle(remark.id, 'accepted')).toBe('not-a-suggestion')
  })

  test('A5: a comment without words, and a suggestion for nowhere, are refused with the field', async () => {
    const { narrativeId } = await bring()
    const post = (given: object) =>
      ines.api.reviews.commentOnDraft({ narrativeId, text: 'Hm', on: null, ...given }).catch((error) => error)
    expect(await post({ text: '  ' })).toMatchObject({
      code: 'invalid-input',
      data: { fields: [{ field: 'text' }] },
    })
    expect(await post({ kind: { name: 'suggestion', replacement: 'x' } })).toMatchObject({
      data: { fields: [{ field: 'on' }] },
    })
    expect(await post({ text: 'NUL \0' })).toMatchObject({ data: { fields: [{ field: 'text' }] } })
    expect(await post({ kind: { name: 'suggestion', replacement: '\ud800' } })).toMatchObject({
      data: { fields: [{ field: 'kind.replacement' }] },
    })
    const on = { blockId: 'b', from: 0, to: 1, quote: 'x', start: '!!', end: null }
    expect(await post({ on })).toMatchObject({ data: { fields: [{ field: 'on.start' }] } })
    const invented = { ...on, start: Buffer.from('invented').toString('base64') }
    expect(await post({ on: invented })).toMatchObject({ anchor: { state: 'detached' } })
  })
})

describe('on an edition', () => {
  test('F2: an anchor has its page and lines, and never other words than were selected', async () => {
    const { editionId, edition, passage } = await frozen()
    const on = passage('17 of them farmers')
    const made = await omar.api.reviews.commentOnEdition({ editionId, text: 'Source?', on })
    const line = edition.lines.find(
      ({ block, from, to }) => block === on.blockId && from <= on.from && on.from < to,
    )
    expect(made.anchor).toMatchObject({ on: 'edition', editionId, ...on, page: 1, line: line?.line })
    expect(await ines.api.reviews.listEditionComments({ editionId })).toEqual([made])
    const tried = [
      { ...on, quote: 'other words' },
      { ...on, from: on.from + 1 },
      { ...on, to: 100_000 },
      { ...on, blockId: 'nowhere' },
    ]
    for (const wrong of tried)
      expect(await refusal(omar.api.reviews.commentOnEdition({ editionId, text: 'x', on: wrong }))).toBe(
        'no-such-passage',
      )
  })
})

describe('across drafts and editions', () => {
  test('F2: what was said of an edition follows its words into the draft and the next edition until it is resolved', async () => {
    const { narrativeId, editionId, passage } = await frozen()
    company.wait(60_000)
    const on = passage('17 of them farmers')
    const made = await omar.api.reviews.commentOnEdition({ editionId, text: 'Source?', on })
    const whole = await omar.api.reviews.commentOnEdition({ editionId, text: 'Short', on: null })
    const onDraft = async () => ines.api.reviews.listComments({ narrativeId })
    expect(await onDraft()).toMatchObject([
      {
        id: made.id,
        anchor: { on: 'edition' },
        carried: { state: 'exact', edition: { id: editionId, number: 1 }, at: { from: on.from } },
      },
      { id: whole.id, anchor: null, carried: { state: 'exact', edition: { number: 1 }, at: null } },
    ])
    const browser = await openBrowser(company.url, ines, narrativeId)
    try {
      await browser.type(on.blockId, 0, 'Plainly: ')
    } finally {
      browser.leave()
    }
    const moved = { blockId: on.blockId, from: on.from + 9, to: on.to + 9 }
    expect(await onDraft()).toMatchObject([
      { carried: { state: 'moved', method: 'position', at: moved } },
      {},
    ])
    company.wait(60_000)
    const next = await ines.api.narratives.freeze({ narrativeId })
    const onNext = () => ines.api.reviews.listEditionComments({ editionId: next.id })
    expect(await onNext()).toMatchObject([
      {
        id: made.id,
        carried: { state: 'moved', at: moved, line: expect.any(Number), edition: { number: 1 } },
      },
      { id: whole.id },
    ])
    await ines.api.reviews.resolveComment({ commentId: made.id, resolved: true })
    expect(await onNext()).toMatchObject([{ id: whole.id }])
    expect(await onDraft()).toMatchObject([{ id: whole.id }])
    expect(await ines.api.reviews.listEditionComments({ editionId })).toMatchObject([
      { id: made.id, carried: null },
      { id: whole.id },
    ])
  })

  test('F2: what was said of the draft stands in an edition frozen since, and not in one of before', async () => {
    const { narrativeId, editionId, passage } = await frozen()
    company.wait(60_000)
    const on = passage('a farmer learns')
    const { id } = await omar.api.reviews.commentOnDraft({ narrativeId, text: 'Every farmer?', on })
    const browser = await openBrowser(company.url, ines, narrativeId)
    try {
      await browser.type(on.blockId, 0, 'Plainly: ')
    } finally {
      browser.leave()
    }
    company.wait(60_000)
    const next = await ines.api.narratives.freeze({ narrativeId })
    expect(await ines.api.reviews.listEditionComments({ editionId: next.id })).toMatchObject([
      { id, anchor: { on: 'draft' }, carried: { state: 'moved', edition: null, at: { from: on.from + 9 } } },
    ])
    expect(await ines.api.reviews.listEditionComments({ editionId })).toEqual([])
  })
})

describe('a thread', () => {
  test('reply, reword, resolve and reopen; only your own words are yours to change or take back', async () => {
    const { narrativeId } = await bring()
    const { id: commentId } = await omar.api.reviews.commentOnDraft({ narrativeId, text: 'Why?', on: null })
    const answer = await ines.api.reviews.reply({ commentId, text: 'Becuase' })
    await ines.api.reviews.editComment({ commentId: answer.id, text: 'Because' })
    expect(await refusal(ines.api.reviews.editComment({ commentId, text: 'No' }))).toBe('not-yours')
    expect(await refusal(ines.api.reviews.removeComment({ commentId }))).toBe('not-yours')
    expect(await ines.api.reviews.resolveComment({ commentId, resolved: true })).toMatchObject({
      replies: [{ text: 'Because', by: { name: 'Ines' }, changedAt: expect.any(String) }],
      resolved: { by: { name: 'Ines' } },
    })
    expect(await ines.api.reviews.resolveComment({ commentId, resolved: false })).toMatchObject({
      resolved: null,
    })

    await omar.api.reviews.removeComment({ commentId })
    expect(await ines.api.reviews.listComments({ narrativeId })).toMatchObject([
      { text: 'Taken back by its author.', replies: [{ text: 'Because' }] },
    ])
    await ines.api.reviews.removeComment({ commentId: answer.id })
    expect(await ines.api.reviews.listComments({ narrativeId })).toEqual([])
  })

  test('whoever watches hears of it at once, and no longer when the idea is closed to them', async () => {
    const { initiativeId, narrativeId } = await bring()
    const news = await omar.api.reviews.watchComments({ narrativeId })
    expect((await news.next()).value).toMatchObject({ what: 'all' })
    const { id: commentId } = await ines.api.reviews.commentOnDraft({ narrativeId, text: 'Look', on: null })
    expect((await news.next()).value).toEqual({ what: 'posted', commentId, editionId: null })
    await ines.api.reviews.reply({ commentId, text: 'Here' })
    expect((await news.next()).value).toMatchObject({ what: 'changed', commentId })
    await ines.api.initiatives.update({ initiativeId, visibility: 'named' })
    await ines.api.reviews.reply({ commentId, text: 'Not for Omar' })
    expect(await news.next()).toMatchObject({ done: true })
  })

  test('A2: of an idea limited to named people no comment exists for others', async () => {
    const { initiativeId, narrativeId, editionId } = await frozen()
    const { id: commentId } = await ines.api.reviews.commentOnDraft({ narrativeId, text: 'Mine', on: null })
    await ines.api.initiatives.update({ initiativeId, visibility: 'named' })
    const api = omar.api.reviews
    const tried = [
      api.listComments({ narrativeId }),
      api.watchComments({ narrativeId }),
      api.listEditionComments({ editionId }),
      api.commentOnDraft({ narrativeId, text: 'x', on: null }),
      api.commentOnEdition({ editionId, text: 'x', on: null }),
      api.reply({ commentId, text: 'x' }),
      api.editComment({ commentId, text: 'x' }),
      api.removeComment({ commentId }),
      api.resolveComment({ commentId, resolved: true }),
      api.settleSuggestion({ commentId, settled: 'accepted' }),
    ]
    expect(await Promise.all(tried.map(refusal))).toEqual(tried.map(() => 'not-found'))
  })
})

test('A3: whoever loses an idea loses its draft within a second, whoever may read it sees it grow', async () => {
  const { initiativeId, narrativeId, passage } = await frozen()
  const on = passage('a farmer learns')
  const writer = await openBrowser(company.url, ines, narrativeId)
  const reader = await openBrowser(company.url, omar, narrativeId)
  try {
    await writer.type(on.blockId, 0, 'NEW ')
    await eventually(() => expect(reader.textOf(on.blockId)).toContain('NEW '))
    reader.typeUnheard(on.blockId, 0, 'FROM A READER ')
    await ines.api.initiatives.update({ initiativeId, visibility: 'named' })
    await vi.waitFor(() => expect(reader.isOut()).toBe(true), { timeout: 1_000, interval: 10 })
    const markdown = await (await ines.api.narratives.exportMarkdown({ narrativeId })).text()
    expect(markdown).toContain('NEW At five')
    expect(markdown).not.toContain('FROM A READER')
  } finally {
    writer.leave()
    reader.leave()
  }
})
