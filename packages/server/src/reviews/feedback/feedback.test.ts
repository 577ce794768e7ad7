import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailbox, wordsOf } from '../../mail/mailbox.fixture.ts'
import { markdownFile, prFaq } from '../../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany, refusal } from '../../test/company.ts'

const HOUR_MS = 3_600_000
let mailbox: Awaited<ReturnType<typeof openMailbox>>
let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
let noor: Colleague
beforeAll(async () => {
  mailbox = await openMailbox()
  company = await openCompany({ smtpUrl: mailbox.url })
  ines = company.ines
  omar = await company.join('Omar')
  noor = await company.join('Noor')
  const [first, second] = (await ines.api.people.workspace()).settings.functionalAreas
  await ines.api.people.update({ personId: omar.id, functionalArea: first?.id ?? null })
  await ines.api.people.update({ personId: noor.id, functionalArea: second?.id ?? null })
}, 60_000)
afterAll(async () => {
  await company?.close()
  await mailbox?.close()
})

const lettersTo = (who: Colleague) => mailbox.to(`${who.name.toLowerCase()}@example.com`)
const bring = () => ines.api.narratives.bring({ file: markdownFile(prFaq) })
const wanted = { round: 'team' as const, wants: ['concept' as const, 'pricing' as const], due: '2027-03-04' }
const ask = (narrativeId: Awaited<ReturnType<typeof bring>>['narrativeId'], ...people: Colleague[]) =>
  ines.api.feedback.ask({
    narrativeId,
    key: randomUUID(),
    editionId: null,
    ...wanted,
    people: people.map(({ id }) => id),
  })

test('F1: whoever is asked finds it on their desk until they have read it; the authors see what came back and from whom', async () => {
  const { initiativeId, narrativeId } = await bring()
  const asked = await ask(narrativeId, omar, noor, omar)
  expect(asked.readers.map(({ person }) => person.name)).toEqual(['Noor', 'Omar'])
  const mine = (who: Colleague) => who.api.feedback.askedOfYou()
  expect(await mine(omar)).toMatchObject([
    { id: asked.id, by: { name: 'Ines' }, edition: null, round: 'team', wants: ['concept', 'pricing'] },
  ])
  expect(JSON.stringify(await mine(omar))).not.toContain('Noor')
  expect(await mine(ines)).toEqual([])

  await omar.api.reviews.commentOnDraft({ narrativeId, text: 'At what price?', on: null })
  await omar.api.feedback.sayRead({ requestId: asked.id, read: true })
  expect(await mine(omar)).toEqual([])
  const [back] = await ines.api.feedback.list({ initiativeId })
  expect(back?.readers).toMatchObject([
    { person: { name: 'Noor' }, readAt: null, comments: 0 },
    { person: { name: 'Omar' }, readAt: '2027-03-01T09:00:00.000Z', comments: 1 },
  ])
  await omar.api.feedback.sayRead({ requestId: asked.id, read: false })
  expect(await mine(omar)).toHaveLength(1)
  await ines.api.feedback.end({ initiativeId, requestId: asked.id, ended: true })
  expect(await mine(omar)).toEqual([])
  await ines.api.feedback.end({ initiativeId, requestId: asked.id, ended: false })
  expect(await mine(omar)).toHaveLength(1)
})

test('F1: readers and their spread over functional areas are counted once each, the owner never', async () => {
  const { initiativeId, narrativeId } = await bring()
  const readership = () => ines.api.feedback.readership({ initiativeId })
  expect(await readership()).toEqual({ readers: 0, asked: 0, areas: [] })
  const first = await ask(narrativeId, omar, noor, ines)
  const second = await ask(narrativeId, omar)
  expect(await readership()).toEqual({ readers: 0, asked: 2, areas: [] })
  for (const { id: requestId } of [first, second]) await omar.api.feedback.sayRead({ requestId, read: true })
  await ines.api.feedback.sayRead({ requestId: first.id, read: true })
  expect(await readership()).toMatchObject({ readers: 1, asked: 2, areas: { length: 1 } })
  await noor.api.feedback.sayRead({ requestId: first.id, read: true })
  expect(await readership()).toMatchObject({ readers: 2, areas: { length: 2 } })
})

test('F1: a minute is counted once however many pages say it, and no page beyond the last', async () => {
  const { initiativeId, narrativeId } = await bring()
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const { id: requestId } = await ines.api.feedback.ask({
    ...{ narrativeId, key: randomUUID(), editionId: edition.id, ...wanted, people: [omar.id] },
  })
  await omar.api.feedback.noteMinute({ requestId, page: 1 })
  await omar.api.feedback.noteMinute({ requestId, page: 99 })
  company.wait(60_000)
  await omar.api.feedback.noteMinute({ requestId, page: 1 })
  const [back] = await ines.api.feedback.list({ initiativeId })
  expect(back?.readers).toMatchObject([{ minutes: 2, page: edition.extent.pages, readAt: null }])
})

test('F5: whoever read an edition before is told which, wherever they are asked to read the document again', async () => {
  const { narrativeId } = await bring()
  const edition = await ines.api.narratives.freeze({ narrativeId })
  const given = { narrativeId, ...wanted, people: [omar.id, noor.id] }
  const onIt = { ...given, editionId: edition.id }
  const first = await ines.api.feedback.ask({ ...onIt, key: randomUUID() })
  const again = await ines.api.feedback.ask({ ...onIt, key: randomUUID() })
  const draft = await ines.api.feedback.ask({ ...given, key: randomUUID(), editionId: null })
  const before = async (who: Colleague, requestId = draft.id) =>
    (await who.api.feedback.asked({ requestId })).readBefore
  expect(await before(omar)).toBe(null)
  await omar.api.feedback.sayRead({ requestId: first.id, read: true })
  expect(await before(omar)).toEqual({ id: edition.id, number: 1 })
  expect((await omar.api.feedback.askedOfYou()).find(({ id }) => id === draft.id)?.readBefore?.number).toBe(1)
  // the same edition again has nothing new, and what Omar read is nothing that Noor did
  expect(await before(omar, again.id)).toBe(null)
  expect(await before(noor)).toBe(null)
})

test('A2: nobody is asked who may not read the idea, nobody reads another’s request, and whoever loses the right loses it', async () => {
  const { initiativeId, narrativeId } = await bring()
  const share = (...people: Colleague[]) =>
    ines.api.initiatives.share({
      initiativeId,
      visibility: 'named',
      people: people.map(({ id }) => ({ personId: id, relation: 'reader' as const })),
    })
  await share(omar)
  expect(await refusal(ask(narrativeId, omar, noor))).toBe('cannot-read-it')
  expect(await ines.api.feedback.list({ initiativeId })).toEqual([])
  const { id: requestId } = await ask(narrativeId, omar)
  expect(await refusal(noor.api.feedback.asked({ requestId }))).toBe('not-found')
  expect(await refusal(noor.api.feedback.sayRead({ requestId, read: true }))).toBe('not-found')
  expect(await refusal(ines.api.feedback.noteMinute({ requestId, page: null }))).toBe('not-found')
  // a reader sees how many read, and not who
  expect(await omar.api.feedback.readership({ initiativeId })).toMatchObject({ asked: 1 })
  expect(await refusal(omar.api.feedback.list({ initiativeId }))).toBe('not-allowed')
  await share(noor)
  expect(await refusal(omar.api.feedback.asked({ requestId }))).toBe('not-found')
  expect((await omar.api.feedback.askedOfYou()).map(({ id }) => id)).not.toContain(requestId)
})

test('F1: an edition of another document, a day that is past and nobody at all are refused, and nothing is asked', async () => {
  const { initiativeId, narrativeId } = await bring()
  const other = await ines.api.narratives.freeze({ narrativeId: (await bring()).narrativeId })
  const given = { narrativeId, key: randomUUID(), editionId: null, ...wanted, people: [omar.id] }
  expect(await refusal(ines.api.feedback.ask({ ...given, editionId: other.id }))).toBe('not-found')
  expect(await refusal(ines.api.feedback.ask({ ...given, due: '2027-02-20' }))).toBe('due-is-past')
  expect(await refusal(ines.api.feedback.ask({ ...given, people: [] }))).toBe('invalid-input')
  expect(await ines.api.feedback.list({ initiativeId })).toEqual([])
})

test('R4: a request that is sent again, or twice at the same time, asks nobody twice', async () => {
  const { initiativeId, narrativeId } = await bring()
  const before = lettersTo(omar).length
  const given = { narrativeId, key: randomUUID(), editionId: null, ...wanted, people: [omar.id] }
  const [one, other] = await Promise.all([ines.api.feedback.ask(given), ines.api.feedback.ask(given)])
  expect(other).toEqual(one)
  // whoever has read it before the letter is written gets none
  await expect.poll(() => lettersTo(omar).length).toBe(before + 1)
  // the answer was lost; what became of it meanwhile is told
  await omar.api.feedback.sayRead({ requestId: one.id, read: true })
  const again = await ines.api.feedback.ask(given)
  expect(again).toMatchObject({ id: one.id, readers: [{ readAt: expect.any(String) }] })
  expect(await ines.api.feedback.list({ initiativeId })).toHaveLength(1)
  expect(lettersTo(omar).length).toBe(before + 1)
  // what is meant to be asked again has a key of its own
  await ines.api.feedback.ask({ ...given, key: randomUUID() })
  expect(await ines.api.feedback.list({ initiativeId })).toHaveLength(2)
})

test('F1: who is asked gets a letter, and one reminder the day before it is due unless they have read it', async () => {
  const { narrativeId } = await bring()
  const { id: requestId } = await ask(narrativeId, omar, noor)
  // those of other requests may still be on their way
  const about = (who: Colleague) => lettersTo(who).filter((one) => wordsOf(one).includes(requestId))
  for (const who of [omar, noor]) await expect.poll(() => about(who).length).toBe(1)
  const [letter] = about(omar)
  if (!letter) throw new Error('no letter')
  expect(letter.headers.subject).toContain('Your feedback: Tidewatch tells oyster farmers')
  expect(wordsOf(letter)).toContain('Ines asks you to read the draft of')
  expect(wordsOf(letter)).toMatch(/What is wanted: concept and pricing\r?\nUntil: Thursday,? 4 March/)
  expect(wordsOf(letter)).toContain(`${company.url}/drafts/${narrativeId}?asked=${requestId}`)

  await noor.api.feedback.sayRead({ requestId, read: true })
  company.wait(50 * HOUR_MS)
  await company.restart()
  const reminders = (who: Colleague) =>
    about(who).filter((one) => one.headers.subject?.startsWith('Reminder, your feedback')).length
  await expect.poll(() => reminders(omar)).toBe(1)
  await company.restart()
  await expect
    .poll(async () => (await company.pool.query("select 1 from letter where state = 'waiting'")).rowCount)
    .toBe(0)
  expect([reminders(omar), reminders(noor)]).toEqual([1, 0])
})

test('F1: a mail program stops letters of a kind by one request without a session; they come again when one chooses so', async () => {
  const priya = await company.join('Priya')
  const { narrativeId } = await bring()
  await ask(narrativeId, priya)
  await expect.poll(() => lettersTo(priya).length).toBe(1)
  const letter = lettersTo(priya)[0]
  if (!letter) throw new Error('no letter')
  expect(letter.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
  const address = /<(.+)>/.exec(letter.headers['list-unsubscribe'] ?? '')?.[1] ?? ''
  expect(wordsOf(letter)).toContain(address)
  const press = (at: string) =>
    fetch(at, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
  expect((await press(`${company.url}/letters/stop/nothing`)).status).toBe(404)
  expect(await priya.api.people.letterChoices()).toEqual({
    feedback: true,
    reminders: true,
    records: true,
    ideas: true,
    assumptions: true,
    digest: false,
  })
  expect((await press(address)).status).toBe(200)
  expect((await press(address)).status).toBe(200)
  const stopped = {
    feedback: false,
    reminders: true,
    records: true,
    ideas: true,
    assumptions: true,
    digest: false,
  }
  expect(await priya.api.people.letterChoices()).toEqual(stopped)
  expect(await omar.api.people.letterChoices()).toMatchObject({ feedback: true })

  await ask(narrativeId, priya)
  const states = async () =>
    (
      await company.pool.query('select state from letter where person_id = $1 order by created_at, id', [
        priya.id,
      ])
    ).rows.map(({ state }) => state)
  await expect.poll(states).toEqual(['sent', 'dropped'])
  await priya.api.people.chooseLetters({ choices: { ...stopped, feedback: true } })
  await ask(narrativeId, priya)
  await expect.poll(states).toEqual(['sent', 'dropped', 'sent'])
  expect(lettersTo(priya)).toHaveLength(2)
})

test('F1: whoever wants one letter a day gets what was written since the last at seven, with what they may still see', async () => {
  const sofia = await company.join('Sofia')
  const each = await sofia.api.people.letterChoices()
  await sofia.api.people.chooseLetters({ choices: { ...each, digest: true } })
  const hidden = await bring()
  for (const { narrativeId } of [await bring(), await bring(), hidden]) await ask(narrativeId, sofia)
  const states = async () =>
    (
      await company.pool.query('select state from letter where person_id = $1 order by created_at, id', [
        sofia.id,
      ])
    ).rows.map(({ state }) => state)
  await expect.poll(states).toEqual(['held', 'held', 'held'])
  await company.restart() // it looks at once, and the hour has not come
  await ines.api.initiatives.share({ initiativeId: hidden.initiativeId, visibility: 'named', people: [] })
  company.wait(24 * HOUR_MS)
  await company.restart()
  await expect.poll(() => lettersTo(sofia).length).toBe(1)
  // the news of different documents is heard in any order
  await expect
    .poll(async () => (await states()).toSorted())
    .toEqual(['dropped', 'gathered', 'gathered', 'sent'])
  const [letter] = lettersTo(sofia)
  if (!letter) throw new Error('no letter')
  expect(letter.headers.subject).toMatch(/^Your feedback: .+, and 1 more$/)
  expect(wordsOf(letter).match(/Ines asks you to read/g)).toHaveLength(2)
  expect(wordsOf(letter)).toContain(`${company.url}/settings`)

  // its link stops all that is gathered; what waits when somebody goes back to one by one leaves at once
  const { narrativeId } = await bring()
  await ask(narrativeId, sofia)
  await expect.poll(async () => (await states()).at(-1)).toBe('held')
  await sofia.api.people.chooseLetters({ choices: each })
  await company.restart()
  await expect.poll(() => lettersTo(sofia).length).toBe(2)
  const address = /<(.+)>/.exec(letter.headers['list-unsubscribe'] ?? '')?.[1] ?? ''
  expect((await fetch(address, { method: 'POST', body: new URLSearchParams({}) })).status).toBe(200)
  expect(await sofia.api.people.letterChoices()).toMatchObject({
    feedback: false,
    records: false,
    reminders: true,
  })
})
