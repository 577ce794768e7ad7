import { randomUUID } from 'node:crypto'
import type { EditionId, NarrativeId } from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailbox, wordsOf } from '../../mail/mailbox.fixture.ts'
import { markdownFile, prFaq } from '../../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany, refusal } from '../../test/company.ts'
import { linkTo } from './outside.fixture.ts'

const DAY_MS = 24 * 3_600_000
const log: string[] = []
let mailbox: Awaited<ReturnType<typeof openMailbox>>
let company: Awaited<ReturnType<typeof openCompany>>
/** An administrator. */
let ines: Colleague
/** Everybody who asks below. */
let omar: Colleague
let noor: Colleague
beforeAll(async () => {
  mailbox = await openMailbox()
  company = await openCompany({ smtpUrl: mailbox.url, logTo: { write: (line) => void log.push(line) } })
  ines = company.ines
  omar = await company.join('Omar')
  noor = await company.join('Noor')
}, 60_000)
afterAll(async () => {
  await company?.close()
  await mailbox?.close()
})

const bring = () => omar.api.narratives.bring({ file: markdownFile(prFaq) })
type Brought = Awaited<ReturnType<typeof bring>>
const dueIn = (days: number) => new Date(company.now() + days * DAY_MS).toISOString().slice(0, 10)
const given = (narrativeId: NarrativeId, editionId: EditionId | null = null) => ({
  ...{ narrativeId, editionId, key: randomUUID(), round: 'peers' as const, wants: ['pricing' as const] },
  ...{ people: [], due: dueIn(3) },
})
let addresses = 0
/** Asks one person outside, who comes in by their letter. */
async function asked({ narrativeId }: Brought, editionId: EditionId | null = null, name = 'Gil') {
  const address = `gil-${++addresses}@harbour.example`
  const request = await omar.api.feedback.ask({
    ...given(narrativeId, editionId),
    outside: [{ address, name }],
  })
  const link = await linkTo(mailbox, address)
  const personId = request.readers[0]?.person.id
  if (!personId) throw new Error('nobody was asked')
  return { address, request, requestId: request.id, link, personId, gil: await company.outsider(link) }
}
const tokenOf = (link: string) => link.split('/').at(-1) ?? ''
const passage = async ({ narrativeId }: Brought) => {
  const { document, lines } = await omar.api.narratives.pages({ narrativeId })
  const line = lines.find(({ from, to }) => to - from > 20)
  if (!line) throw new Error('no line to speak of')
  const found = JSON.stringify(document).includes(line.block)
  if (!found) throw new Error('a line of no block')
  return { blockId: line.block, from: line.from, to: line.from + 9 }
}

test('F1: somebody without an account comes from the letter to page one, says what they think, and that they have read it', async () => {
  const idea = await bring()
  const edition = await omar.api.narratives.freeze({ narrativeId: idea.narrativeId })
  const { gil, address, requestId } = await asked(idea, edition.id, 'Gil of Harbour Foods')
  const letter = mailbox.to(address)[0]
  const words = letter ? wordsOf(letter) : ''
  expect(letter?.headers.subject).toContain('Omar asks for your feedback')
  expect(words).toContain('Omar of Tidewatch asks you to read an edition of')
  expect(words).toMatch(/What is wanted: pricing/)
  expect(words.replace(/\s+/g, ' ')).toContain('needs no account, and ends on Friday 12 March')

  expect(await gil.api.feedback.asked({ requestId })).toMatchObject({
    by: { name: 'Omar' },
    wants: ['pricing'],
  })
  const read = await gil.api.narratives.edition({ editionId: edition.id })
  expect(read.hash).toBe(edition.hash)
  const line = read.lines[0]
  const remark = await gil.api.reviews.commentOnEdition({
    editionId: edition.id,
    text: 'At what price?',
    on: null,
  })
  expect(line?.page).toBe(1)
  await gil.api.feedback.noteMinute({ requestId, page: 1 })
  await gil.api.feedback.sayRead({ requestId, read: true })

  const [back] = await omar.api.feedback.list({ initiativeId: idea.initiativeId })
  expect(back?.readers).toMatchObject([
    {
      person: { name: 'Gil of Harbour Foods' },
      outside: { address, state: 'open', expiresAt: '2027-03-12T12:00:00.000Z' },
      ...{ minutes: 1, page: 1, comments: 1, readAt: expect.any(String) },
    },
  ])
  await omar.api.reviews.reply({ commentId: remark.id, text: 'Forty a month.' })
  const [thread] = await gil.api.reviews.listEditionComments({ editionId: edition.id })
  expect(thread?.replies).toMatchObject([{ by: { name: 'Omar' }, text: 'Forty a month.' }])
})

test('F1: the draft is read as pages, and a comment on it stands beside its words for the authors', async () => {
  const idea = await bring()
  const { gil } = await asked(idea)
  const { narrativeId } = idea
  const { title, pages } = await gil.api.narratives.pages({ narrativeId })
  expect(title).toContain('Tidewatch tells oyster farmers')
  expect(pages).toBeGreaterThan(0)
  const at = await passage(idea)
  const draft = await omar.api.narratives.draftText({ narrativeId })
  const quote = wordsAt(draft.document, at)
  await gil.api.reviews.commentOnDraft({ narrativeId, text: 'Is that so?', on: { ...at, quote } })
  const [seen] = await omar.api.reviews.listComments({ narrativeId })
  expect(seen).toMatchObject({ by: { name: 'Gil' }, anchor: { state: 'exact', quote } })
})

function wordsAt(document: object, { blockId, from, to }: { blockId: string; from: number; to: number }) {
  let found = ''
  JSON.stringify(document, (_, value) => {
    if (value?.attrs?.id === blockId)
      found = (value.content ?? []).map(({ text = '' }: { text?: string }) => text).join('')
    return value
  })
  return found.slice(from, to)
}

test('A2: they see their own threads and nothing that others say, no other document, and nothing of the company', async () => {
  const [idea, other] = [await bring(), await bring()]
  const { narrativeId, initiativeId } = idea
  const edition = await omar.api.narratives.freeze({ narrativeId })
  const others = await omar.api.narratives.freeze({ narrativeId: other.narrativeId })
  const ours = await omar.api.reviews.commentOnEdition({
    editionId: edition.id,
    text: 'Between us.',
    on: null,
  })
  const { gil, requestId } = await asked(idea, edition.id)
  const { gil: second } = await asked(idea, edition.id)
  const theirs = await second.api.reviews.commentOnEdition({ editionId: edition.id, text: 'Mine.', on: null })
  expect(await gil.api.reviews.listEditionComments({ editionId: edition.id })).toEqual([])
  for (const { id: commentId } of [ours, theirs]) {
    expect(await refusal(gil.api.reviews.reply({ commentId, text: 'And?' }))).toBe('not-found')
    expect(await refusal(gil.api.reviews.editComment({ commentId, text: 'And?' }))).toBe('not-found')
    expect(await refusal(gil.api.reviews.removeComment({ commentId }))).toBe('not-found')
  }
  expect(await refusal(gil.api.narratives.edition({ editionId: others.id }))).toBe('not-found')
  expect(await refusal(gil.api.reviews.commentOnEdition({ editionId: others.id, text: 'x', on: null }))).toBe(
    'not-found',
  )
  // an edition was shown to them, and not what the draft says by now
  expect(await refusal(gil.api.narratives.pages({ narrativeId }))).toBe('not-allowed')
  expect(await refusal(gil.api.reviews.listComments({ narrativeId }))).toBe('not-allowed')
  expect(await refusal(gil.api.reviews.commentOnDraft({ narrativeId, text: 'x', on: null }))).toBe(
    'not-allowed',
  )
  for (const act of [
    () => gil.api.initiatives.list({}),
    () => gil.api.initiatives.get({ initiativeId }),
    () => gil.api.people.list(),
    () => gil.api.people.workspace(),
    () => gil.api.feedback.list({ initiativeId }),
    () => gil.api.feedback.askedOfYou(),
    () => gil.api.narratives.editions({ initiativeId }),
    () => gil.api.reviews.watchComments({ narrativeId }),
    () => gil.api.feedback.outsideLinks(),
  ])
    expect(await refusal(act())).toBe('not-allowed')
  expect(await refusal(gil.api.feedback.asked({ requestId: (await asked(idea)).requestId }))).toBe(
    'not-found',
  )
  expect(JSON.stringify(await gil.api.feedback.asked({ requestId }))).not.toContain('harbour.example')
})

test('F1: nothing is exported by a link, in whatever form', async () => {
  const idea = await bring()
  const { narrativeId } = idea
  const { id: editionId } = await omar.api.narratives.freeze({ narrativeId })
  const { gil } = await asked(idea, editionId)
  const get = (path: string) =>
    fetch(`${company.url}/api${path}`, { headers: { cookie: gil.cookie() } }).then(({ status }) => status)
  expect(await get(`/editions/${editionId}`)).toBe(200)
  for (const path of [
    `/editions/${editionId}/pdf`,
    `/editions/${editionId}/canonical`,
    `/narratives/${narrativeId}/markdown`,
    `/narratives/${narrativeId}/text`,
  ])
    expect([path, await get(path)]).toEqual([path, 403])
  expect(await refusal(gil.api.transfer.exportEdition({ editionId, format: 'docx' }))).toBe('not-allowed')
  expect(await refusal(gil.api.transfer.exportDraft({ narrativeId, format: 'docx' }))).toBe('not-allowed')
})

/** Resolves when what is open to them ends. */
async function ends(who: Colleague) {
  const watching = await who.api.feedback.watchVisit()
  await watching.next()
  return async () => {
    for await (const _ of watching);
  }
}

test('A3: the asker ends a link, and it is over within a second wherever it is open; nobody else but an administrator may', async () => {
  const idea = await bring()
  const { initiativeId } = idea
  const { gil, link, personId, requestId } = await asked(idea)
  expect(await refusal(noor.api.feedback.endLink({ personId }))).toBe('not-yours-to-end')
  const over = (await ends(gil))()
  const began = performance.now()
  await omar.api.feedback.endLink({ personId })
  await over.catch(() => {})
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(await refusal(gil.api.feedback.asked({ requestId }))).toBe('not-signed-in')
  expect(await refusal(noor.api.feedback.openLink({ token: tokenOf(link) }))).toBe('link-is-over')
  const [back] = await omar.api.feedback.list({ initiativeId })
  expect(back?.readers).toMatchObject([{ outside: { state: 'ended' } }])

  // an administrator who may not read the idea sees whose link it is, not what it opens
  await omar.api.initiatives.share({ initiativeId, visibility: 'named', people: [] })
  const { gil: next, personId: nextId, address } = await asked(idea)
  expect(await refusal(noor.api.feedback.endLink({ personId: nextId }))).toBe('not-found')
  const found = (await ines.api.feedback.outsideLinks()).find(({ personId }) => personId === nextId)
  expect(found).toMatchObject({ address, name: 'Gil', askedBy: { name: 'Omar' } })
  expect(JSON.stringify(found)).not.toContain('Tidewatch')
  await ines.api.feedback.endLink({ personId: nextId })
  expect(await refusal(next.api.narratives.pages(idea))).toBe('not-signed-in')
  expect(await refusal(noor.api.feedback.outsideLinks())).toBe('not-allowed')
})

test('F1: a letter that was lost is sent again with another link, by whoever asked, not twice within the hour', async () => {
  const idea = await bring()
  const { address, gil, link, personId, requestId } = await asked(idea)
  const again = (who: Colleague) => refusal(who.api.feedback.sendAgain({ personId }))
  expect(await again(noor)).toBe('not-yours-to-end')
  expect(await again(omar)).toBe('sent-lately')
  company.wait(2 * 3_600_000)
  await omar.api.feedback.sendAgain({ personId })
  const other = await linkTo(mailbox, address, 2)
  expect(other).not.toBe(link)
  for (const each of [link, other]) await company.outsider(each)
  expect(await again(omar)).toBe('sent-lately')
  company.wait(3_600_000)
  const back = await company.outsider(other)
  await back.api.feedback.sayRead({ requestId, read: true })
  expect(await again(omar)).toBe('nothing-to-send-again')
  await ines.api.feedback.endLink({ personId })
  expect(await again(omar)).toBe('link-is-over')
  expect(await refusal(gil.api.feedback.asked({ requestId }))).toBe('not-signed-in')
})

test('F1: a company forbids readers from outside: no link opens, none is made, and what is open ends; allowed again, links open again', async () => {
  const idea = await bring()
  const { narrativeId } = idea
  const { gil, link } = await asked(idea)
  const over = (await ends(gil))()
  const began = performance.now()
  await ines.api.people.updateWorkspace({ settings: { outsideReaders: false } })
  await over.catch(() => {})
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(await refusal(gil.api.narratives.pages({ narrativeId }))).toBe('not-allowed')
  expect(await refusal(noor.api.feedback.openLink({ token: tokenOf(link) }))).toBe('link-is-over')
  const outside = [{ address: 'lea@harbour.example' }]
  expect(await refusal(omar.api.feedback.ask({ ...given(narrativeId), outside }))).toBe(
    'outside-is-forbidden',
  )
  await ines.api.people.updateWorkspace({ settings: { outsideReaders: true } })
  expect(await gil.api.narratives.pages({ narrativeId })).toMatchObject({ pages: expect.any(Number) })
})

test('F1: a request that is ended is shut to readers from outside, and open again when that is taken back', async () => {
  const idea = await bring()
  const { gil, requestId } = await asked(idea)
  const over = (await ends(gil))()
  const { initiativeId } = idea
  await omar.api.feedback.end({ initiativeId, requestId, ended: true })
  await over.catch(() => {})
  expect(await refusal(gil.api.feedback.asked({ requestId }))).toBe('not-allowed')
  await omar.api.feedback.end({ initiativeId, requestId, ended: false })
  expect(await gil.api.feedback.asked({ requestId })).toMatchObject({ id: requestId })
})

test('F1: they are asked once more the day before it is due, by a link of its own, and the first one still opens', async () => {
  const idea = await bring()
  const { address, requestId, link } = await asked(idea)
  company.wait(2 * DAY_MS)
  await company.restart()
  const reminder = await linkTo(mailbox, address, 2)
  expect(mailbox.to(address)[1]?.headers.subject).toContain('Reminder, your feedback')
  expect(reminder).not.toBe(link)
  for (const each of [link, reminder])
    expect(await (await company.outsider(each)).api.feedback.asked({ requestId })).toMatchObject({
      id: requestId,
    })
  await company.restart()
  expect(mailbox.to(address)).toHaveLength(2)
})

test('F1: a link ends some days after its day, for whoever is in and for whoever comes', async () => {
  const idea = await bring()
  const { gil, link } = await asked(idea)
  company.wait(13 * DAY_MS)
  expect(await refusal(gil.api.narratives.pages(idea))).toBe('not-allowed')
  expect(await refusal(noor.api.feedback.openLink({ token: tokenOf(link) }))).toBe('link-is-over')
  const [back] = await omar.api.feedback.list(idea)
  expect(back?.readers).toMatchObject([{ outside: { state: 'over' } }])
  expect(await refusal(noor.api.feedback.openLink({ token: 'nothing' }))).toBe('link-is-over')
})

test('R4, A5: a repeat writes to nobody twice; colleagues, those who want no letters, and days too far are refused, and nobody is asked', async () => {
  const { narrativeId, initiativeId } = await bring()
  const twice = { address: 'Lea@Harbour.Example', name: '' }
  const request = { ...given(narrativeId), outside: [twice, { address: 'lea@harbour.example' }] }
  const [one, other] = await Promise.all([omar.api.feedback.ask(request), omar.api.feedback.ask(request)])
  expect(other).toEqual(one)
  expect(one.readers).toMatchObject([{ person: { name: 'lea@harbour.example' } }])
  const link = await linkTo(mailbox, 'lea@harbour.example')
  expect(link).toMatch(/\/read\/[\w-]{32}$/)

  const ask = (address: string, more = {}) =>
    refusal(omar.api.feedback.ask({ ...given(narrativeId), outside: [{ address }], ...more }))
  expect(await ask('noor@example.com')).toBe('has-an-account')
  expect(await ask('a@b.example', { due: dueIn(40) })).toBe('due-too-far')
  expect(await ask('no address')).toBe('invalid-input')
  expect(await refusal(omar.api.feedback.ask(given(narrativeId)))).toBe('invalid-input')
  // a guest is nobody's colleague: they are asked by their address alone
  const people = one.readers.map(({ person }) => person.id)
  expect(await refusal(omar.api.feedback.ask({ ...given(narrativeId), people }))).toBe('cannot-read-it')
  const letter = mailbox.to('lea@harbour.example')[0]
  const stop = /<(.+)>/.exec(letter?.headers['list-unsubscribe'] ?? '')?.[1] ?? ''
  expect((await fetch(stop, { method: 'POST' })).status).toBe(200)
  expect(await ask('LEA@harbour.example')).toBe('wants-no-letters')
  expect(await omar.api.feedback.list({ initiativeId })).toHaveLength(1)
  expect(mailbox.to('lea@harbour.example')).toHaveLength(1)
})

test('F1: somebody outside who was asked twice is one reader', async () => {
  const idea = await bring()
  const outside = [{ address: 'rui@harbour.example' }]
  await omar.api.feedback.ask({ ...given(idea.narrativeId), outside })
  await linkTo(mailbox, 'rui@harbour.example')
  const { id: requestId } = await omar.api.feedback.ask({ ...given(idea.narrativeId), outside })
  const rui = await company.outsider(await linkTo(mailbox, 'rui@harbour.example', 2))
  await rui.api.feedback.sayRead({ requestId, read: true })
  expect(await omar.api.feedback.readership(idea)).toMatchObject({ asked: 1, readers: 1 })
})

test('F1: the secret of a link is stored as its hash alone, and stands in no log', async () => {
  const { link } = await asked(await bring())
  const token = tokenOf(link)
  await fetch(`${company.url}/read/${token}`)
  await fetch(`${company.url}/api/feedback/links/${token}x/opened`, { method: 'POST' })
  const { rows } = await company.pool.query(
    "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type in ('text', 'jsonb', 'ARRAY')",
  )
  expect(rows.length).toBeGreaterThan(50)
  for (const { table_name, column_name } of rows) {
    const found = await company.pool.query(
      `select 1 from "${table_name}" where "${column_name}"::text like '%' || $1 || '%'`,
      [token],
    )
    expect([table_name, column_name, found.rowCount]).toEqual([table_name, column_name, 0])
  }
  expect(log.join('')).not.toContain(token)
})
