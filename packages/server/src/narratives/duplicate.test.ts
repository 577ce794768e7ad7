import { randomUUID } from 'node:crypto'
import { textBlocks } from '@foreword/document/blocks'
import { documentFromUnknown } from '@foreword/document/canonical'
import { assetOf } from '@foreword/document/links'
import { documentToMarkdown } from '@foreword/document/markdown-out'
import { plainJson } from '@foreword/document/plain-json'
import { schema } from '@foreword/document/schema'
import { suggestionsOf } from '@foreword/document/suggestions/list'
import { suggested } from '@foreword/document/suggestions/suggest'
import { image } from '@foreword/document/testing'
import { documentFromYDoc } from '@foreword/document/yjs'
import { replaceContent } from '@foreword/document/yjs-write'
import { Node } from 'prosemirror-model'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../reviews/browser.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { png } from '../test/pictures.ts'
import { unpackOrigins } from './packed.ts'
import { markdownFile, prFaq } from './pr-faq.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
})
afterAll(() => company.close())

async function frozen(
  who: Colleague,
  narrativeId: Parameters<Colleague['api']['narratives']['freeze']>[0]['narrativeId'],
) {
  const { id: editionId } = await who.api.narratives.freeze({ narrativeId })
  const edition = await who.api.narratives.edition({ editionId })
  const read = documentFromUnknown(edition.document)
  if (!read.ok) throw new Error('the edition cannot be read')
  return { editionId, document: read.value }
}

/** A document that everything there is has been said of. */
async function discussed() {
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file: markdownFile(prFaq) })
  const { editionId, document } = await frozen(ines, narrativeId)
  const block = textBlocks(document).find(({ text }) => text.includes('closed on 41 days'))
  if (!block) throw new Error('the passage is not there')
  const passage = { blockId: block.id, from: 0, to: 7, quote: block.text.slice(0, 7) }
  const on = { ...passage, before: '', after: '', start: null, end: null }
  await ines.api.reviews.commentOnDraft({ narrativeId, text: 'CANARY comment', on })
  await ines.api.reviews.postNote({ editionId, text: 'CANARY note', on: passage })
  const { room } = await ines.api.meetings.schedule({
    initiativeId,
    editionId,
    key: randomUUID(),
    startsAt: '2027-03-01T10:00:00.000Z',
    readingMinutes: 5,
    discussionMinutes: 5,
    attendees: [{ personId: ines.id, roles: ['facilitator', 'author', 'reader'] }],
  })
  const { meetingId } = room
  await ines.api.meetings.join({ meetingId, key: randomUUID() })
  await ines.api.meetings.start({ meetingId, key: randomUUID() })
  await ines.api.reviews.postQuestion({ meetingId, key: randomUUID(), text: 'CANARY question', on: passage })
  const outcome = { name: 'revise' } as const
  await ines.api.decisions.record({ initiativeId, outcome, decider: ines.id, because: 'CANARY decision' })
  return { initiativeId, narrativeId, document }
}

test('N8: a copy has every word and nothing that was said of them: no comment, note, question, person, edition or decision', async () => {
  const original = await discussed()
  const copy = await ines.api.narratives.duplicate({ narrativeId: original.narrativeId })
  const words = async (narrativeId: typeof copy.narrativeId) =>
    (await ines.api.narratives.exportMarkdown({ narrativeId })).text()
  expect(await words(copy.narrativeId)).toBe(await words(original.narrativeId))
  expect(await words(copy.narrativeId)).toBe(documentToMarkdown(original.document))

  // every table that hangs on a narrative or an idea, asked of the database itself
  const tables = await company.pool.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
      where table_schema = 'public' and column_name in ('narrative_id', 'initiative_id')`,
  )
  const hanging: Record<string, number> = {}
  for (const { table_name: table, column_name: column } of tables.rows) {
    const id = column === 'narrative_id' ? copy.narrativeId : copy.initiativeId
    const { rows } = await company.pool.query(
      `select count(*)::int n from "${table}" where "${column}" = $1`,
      [id],
    )
    if (rows[0].n > 0) hanging[`${table}.${column}`] = rows[0].n
  }
  // the copy itself, its own words for the search, and the timeline of the idea that it began
  const others = Object.keys(hanging).filter((where) => !/^(initiative|findable)/.test(where))
  expect(others).toEqual(['narrative.initiative_id'])
  const findable = await company.pool.query(
    'select row_to_json(f)::text words from findable f where initiative_id = $1',
    [copy.initiativeId],
  )
  expect(findable.rows.map(({ words: found }) => found).join()).not.toContain('CANARY')
  const { rows } = await company.pool.query(
    `select position('CANARY'::bytea in bytes) > 0 leaks from document_update where document_id = $1`,
    [copy.narrativeId],
  )
  expect(rows.every(({ leaks }: { leaks: boolean }) => !leaks)).toBe(true)
})

test('N8: no block of a copy has an id or a Yjs history of the original, so that no anchor finds it', async () => {
  const original = await discussed()
  const copy = await ines.api.narratives.duplicate(original)
  const { document } = await frozen(ines, copy.narrativeId)
  const ids = new Set(JSON.stringify(original.document).match(/"id":"[^"]+"/g))
  const shared = (JSON.stringify(document).match(/"id":"[^"]+"/g) ?? []).filter((id) => ids.has(id))
  expect(shared).toEqual([])
  const { rows } = await company.pool.query<{ narrative_id: string; origins: Buffer }>(
    'select narrative_id, origins from edition where narrative_id = any($1)',
    [[original.narrativeId, copy.narrativeId]],
  )
  const clients = (id: string) =>
    new Set(
      rows
        .filter((row) => row.narrative_id === id)
        .flatMap(({ origins }) => Object.values(unpackOrigins(origins)).flat())
        .map(([client]) => client),
    )
  expect(clients(copy.narrativeId).size).toBeGreaterThan(0)
  expect(
    [...clients(copy.narrativeId)].filter((client) => clients(original.narrativeId).has(client)),
  ).toEqual([])
})

test('N8: a copy remembers what it is a copy of, and tells only those who may read that', async () => {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Secret', visibility: 'named' })
  const source = await ines.api.narratives.start({ initiativeId, headline: 'Secret oysters' })
  const open = await ines.api.initiatives.create({ name: 'Open' })
  const { narrativeId } = await ines.api.narratives.duplicate({ narrativeId: source.id, into: open.id })
  expect((await ines.api.narratives.get({ narrativeId })).copyOf).toEqual({
    from: 'document',
    narrativeId: source.id,
    title: 'Secret oysters',
  })
  expect((await omar.api.narratives.get({ narrativeId })).copyOf).toEqual({ from: 'hidden' })
})

test('N8: a copy into a new idea is shared no wider than what it was copied from', async () => {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Secret', visibility: 'named' })
  const source = await ines.api.narratives.start({ initiativeId, headline: 'Secret oysters' })
  const copy = await ines.api.narratives.duplicate({ narrativeId: source.id })
  expect(await ines.api.initiatives.get({ initiativeId: copy.initiativeId })).toMatchObject({
    name: 'Copy of Secret oysters',
  })
  expect(await refusal(omar.api.narratives.get({ narrativeId: copy.narrativeId }))).toBe('not-found')
})

test('F4: whoever may read a document may copy it, but only into an idea they may write in', async () => {
  const theirs = await ines.api.initiatives.create({ name: 'Hers' })
  const source = await ines.api.narratives.start({
    initiativeId: theirs.id,
    kind: 'one-pager',
    headline: 'Nets',
  })
  const into = theirs.id
  expect(await refusal(omar.api.narratives.duplicate({ narrativeId: source.id, into }))).toBe('not-allowed')
  const copy = await omar.api.narratives.duplicate({ narrativeId: source.id })
  expect(await omar.api.narratives.get({ narrativeId: copy.narrativeId })).toMatchObject({
    kind: 'one-pager',
    title: 'Nets',
    mayEdit: true,
    createdBy: { name: 'Omar' },
  })
})

test('N8: with suggestions open a document is copied only as somebody says, and keeps them open', async () => {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Nets' })
  const { id: narrativeId } = await ines.api.narratives.start({ initiativeId, headline: 'Nets' })
  const browser = await openBrowser(company.url, ines, narrativeId)
  await browser.edit((doc) => {
    const before = documentFromYDoc(doc, () => 'none')
    const after = structuredClone(before)
    const first = after.content[0]?.content?.[0]
    if (!first) throw new Error('a draft without its headline')
    first.content = [{ type: 'text', text: 'Nets, proposed' }]
    const stamp = { id: 's1', by: ines.id, at: '2030-01-01T09:00:00.000Z' }
    const [old, now] = [before, after].map((one) => Node.fromJSON(schema, one))
    if (old && now) replaceContent(doc, plainJson(suggested(old, now, stamp).document))
  })
  const refused = await ines.api.narratives.duplicate({ narrativeId }).catch((error) => error)
  expect(refused).toMatchObject({ code: 'suggestions-in-copy', status: 409, data: { count: 1 } })
  const titleOf = async (suggestions: 'accept' | 'reject') => {
    const copy = await ines.api.narratives.duplicate({ narrativeId, into: initiativeId, suggestions })
    return (await ines.api.narratives.get({ narrativeId: copy.narrativeId })).title
  }
  expect(await titleOf('accept')).toBe('Nets, proposed')
  expect(await titleOf('reject')).toBe('Nets')
  expect(suggestionsOf(documentFromYDoc(browser.doc, () => 'none'))).toHaveLength(1)
  browser.leave()
})

test('N8: pictures travel with a copy, and whoever may read only the copy sees them', async () => {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Her own', visibility: 'named' })
  const { id: narrativeId } = await ines.api.narratives.start({ initiativeId, headline: 'Nets' })
  const file = new File([png(60, 40)], 'nets.png', { type: 'image/png' })
  const { sha256 } = await ines.api.narratives.uploadAsset({ narrativeId, file })
  const browser = await openBrowser(company.url, ines, narrativeId)
  await browser.edit((doc) => {
    const document = documentFromYDoc(doc, () => 'none')
    document.content[0]?.content?.push(image('picture', { src: assetOf(sha256), alt: 'Nets' }))
    replaceContent(doc, document)
  })
  browser.leave()
  const open = await ines.api.initiatives.create({ name: 'Open to all' })
  const copy = await ines.api.narratives.duplicate({ narrativeId, into: open.id })
  const seen = (of: string) =>
    fetch(`${company.url}/api/narratives/${of}/assets/${sha256}`, { headers: { cookie: omar.cookie() } })
  expect((await seen(narrativeId)).status).toBe(404)
  const shown = await seen(copy.narrativeId)
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(Buffer.from(png(60, 40)))
  // and the copy is typeset with it
  const { editionId } = await frozen(ines, copy.narrativeId)
  const edition = await omar.api.narratives.edition({ editionId })
  expect(edition.figures).toMatchObject([{ shows: { mediaType: 'image/png', width: 60, height: 40 } }])
})

test('W11, N8: the example of each kind is one more document of an idea, with its notes, in one act', async () => {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Learning' })
  const { narrativeId } = await ines.api.narratives.duplicateGuide({
    kind: 'correction-of-errors',
    initiativeId,
  })
  expect(await ines.api.narratives.get({ narrativeId })).toMatchObject({
    initiativeId,
    kind: 'correction-of-errors',
    copyOf: { from: 'guide' },
  })
  await expect
    .poll(async () => (await ines.api.reviews.listComments({ narrativeId })).length, { timeout: 5_000 })
    .toBe(8)
  const { id: kind } = await ines.api.narratives.duplicateKind({ kindId: 'one-pager' })
  expect(await refusal(ines.api.narratives.duplicateGuide({ kind, initiativeId }))).toBe('no-example')
  expect(await refusal(omar.api.narratives.duplicateGuide({ kind: 'faq', initiativeId }))).toBe('not-allowed')
})
