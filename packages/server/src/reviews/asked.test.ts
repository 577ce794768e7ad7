import { randomUUID } from 'node:crypto'
import type { PersonId } from '@foreword/core/ids'
import type { LaterEnd } from '@foreword/core/reviews/question'
import { faqEntries } from '@foreword/document/blocks'
import { documentFromUnknown } from '@foreword/document/canonical'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { key, leaveOwed, opened, reading } from '../meetings/room.fixture.ts'
import { markdownFile } from '../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { questions } from './tables.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  await ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
})
afterAll(() => company?.close())

const source = '# Harbour opens to small boats\n\n## Problem\n\nSkippers phone the port to ask.\n'

async function idea() {
  const { narrativeId, initiativeId } = await ines.api.narratives.bring({ file: markdownFile(source) })
  const edition = await ines.api.narratives.freeze({ narrativeId })
  return { initiativeId, editionId: edition.id }
}

test('F5, R7: what a meeting left is listed with its owner, and nothing sealed is in any list or count', async () => {
  const on = await idea()
  const meetingId = await reading({ ines, omar }, on)
  const question = await opened({ ines, omar }, meetingId)
  expect(await omar.api.reviews.asked(on)).toEqual({ questions: [], more: false })
  await leaveOwed({ ines, omar }, meetingId, question)
  await ines.api.meetings.close({ meetingId, key: key() })
  const running = await reading({ ines, omar }, on)
  const sealed = await omar.api.reviews.postQuestion({
    meetingId: running,
    key: key(),
    text: 'SEALED?',
    on: null,
  })
  for (const { api } of [ines, omar]) {
    expect(await api.reviews.asked(on)).toMatchObject({
      questions: [
        {
          id: question.id,
          edition: 1,
          meetingId,
          asker: { name: 'Omar' },
          owner: { id: ines.id },
          accepted: null,
        },
      ],
      more: false,
    })
    const { states, meetings, askers } = await api.reviews.askedCounts(on)
    expect(Object.entries(states).filter(([, count]) => count > 0)).toEqual([['research-owed', 1]])
    expect(meetings.map((each) => each.meetingId)).toEqual([meetingId])
    expect(askers).toEqual([{ id: omar.id, name: 'Omar' }])
    // a sealed question is no place in the list either
    expect((await api.reviews.asked({ ...on, before: sealed.id })).questions).toEqual([])
  }
  const found = async (filter: object) =>
    (await omar.api.reviews.asked({ ...on, ...filter })).questions.map(({ id }) => id)
  for (const fits of [{ owner: ines.id }, { asker: omar.id }, { meetingId }, { text: 'HOW OFTEN' }])
    expect(await found(fits), JSON.stringify(fits)).toEqual([question.id])
  for (const none of [
    { owner: omar.id },
    { asker: ines.id },
    { meetingId: running },
    { text: '%' },
    { state: 'open' },
  ])
    expect(await found(none), JSON.stringify(none)).toEqual([])
})

test('F5: the asker takes back what they said, and nobody else says it', async () => {
  const on = await idea()
  const meetingId = await reading({ ines, omar }, on)
  const question = await opened({ ines, omar }, meetingId)
  await leaveOwed({ ines, omar }, meetingId, question)
  await ines.api.meetings.close({ meetingId, key: key() })
  const say = (who: Colleague, accepted: boolean | null) =>
    who.api.reviews.acceptAnswer({ questionId: question.id, accepted })
  expect(await refusal(say(ines, true))).toBe('not-the-asker')
  expect((await say(omar, true)).accepted).toBe(true)
  expect((await say(omar, null)).accepted).toBe(null)
})

test('F5, R7: pages join without a gap or a repeat, also among those asked at once; a kept name is found by its own alone', async () => {
  const { initiativeId, editionId } = await idea()
  const me = await ines.api.people.me()
  if (!me) throw new Error('nobody is signed in')
  const rows = Array.from({ length: 23 }, (_, n) => ({
    workspaceId: me.workspace.id,
    id: randomUUID(),
    initiativeId,
    editionId,
    by: n % 2 === 0 ? omar.id : ines.id,
    key: randomUUID(),
    text: `Question ${n}`,
    matter: 'substance' as const,
    seal: 'on-record' as const,
    state: n < 5 ? { name: 'out-of-scope', because: 'Later' } : { name: 'open' },
    named: n % 2 === 1,
    askedAt: new Date(Date.UTC(2027, 0, 1 + Math.floor(n / 10))),
  }))
  await company.db.insert(questions).values(rows)
  const seen: string[] = []
  let page = await ines.api.reviews.asked({ initiativeId, most: 4 })
  for (;;) {
    seen.push(...page.questions.map(({ id }) => id))
    if (!page.more) break
    page = await ines.api.reviews.asked({ initiativeId, before: page.questions.at(-1)?.id, most: 4 })
  }
  expect(seen.length).toBe(23)
  expect(new Set(seen)).toEqual(new Set(rows.map(({ id }) => id)))
  expect((await ines.api.reviews.askedCounts({ initiativeId })).states).toMatchObject({
    open: 18,
    'out-of-scope': 5,
  })
  const byOmar = async (who: Colleague) =>
    (await who.api.reviews.asked({ initiativeId, asker: omar.id })).questions.length
  expect([await byOmar(ines), await byOmar(omar)]).toEqual([0, 12])
  expect((await ines.api.reviews.askedCounts({ initiativeId })).askers.map(({ name }) => name)).toEqual([
    'Ines',
  ])
})

/** A question that a meeting, once it is closed, leaves to Ines. */
async function owed() {
  const on = await idea()
  const meetingId = await reading({ ines, omar }, on)
  const question = await opened({ ines, omar }, meetingId)
  await leaveOwed({ ines, omar }, meetingId, question)
  const questionId = question.id
  const close = () => ines.api.meetings.close({ meetingId, key: key() })
  const one = async (who: Colleague = omar) => {
    const { questions: all } = await who.api.reviews.asked(on)
    return all.find(({ id }) => id === questionId)
  }
  return { ...on, meetingId, questionId, close, one }
}

test('F5, R11: whoever owes an answer writes it, and it stands in the FAQ of the draft once', async () => {
  const { initiativeId, questionId, close, one } = await owed()
  const answer = (text: string, who = ines) =>
    who.api.reviews.settleQuestion({ questionId, state: { name: 'answered-in-the-document', answer: text } })
  expect(await refusal(answer('Nine times.'))).toBe('not-on-record')
  await close()
  await omar.api.reviews.acceptAnswer({ questionId, accepted: false })
  expect(await refusal(answer('Nine times.', omar))).toBe('not-yours-to-settle')
  await answer('Nine times last winter.')
  await vi.waitFor(async () => expect((await one())?.faqBlockId).not.toBe(null), { timeout: 20_000 })
  expect(await one()).toMatchObject({ state: { name: 'answered-in-the-document' }, accepted: null })
  expect((await ines.api.reviews.owed()).filter(({ id }) => id === questionId)).toEqual([])
  const [narrative] = await ines.api.narratives.list({ initiativeId })
  if (!narrative) throw new Error('the idea has no narrative')
  const entries = async () => {
    const { id: editionId } = await ines.api.narratives.freeze({ narrativeId: narrative.id })
    const { document: frozen } = await ines.api.narratives.edition({ editionId })
    const document = documentFromUnknown(frozen)
    if (!document.ok) throw new Error('an edition that cannot be read')
    return faqEntries(document.value).map((entry) => [entry.question, entry.answer])
  }
  expect(await entries()).toContainEqual(['How often?', 'Nine times last winter.'])
  // it stands on the desk of whoever asked until they say whether that answers it
  const given = async (who = omar) => (await who.api.reviews.answersGiven()).map(({ id }) => id)
  expect(await given()).toContain(questionId)
  expect(await given(ines)).not.toContain(questionId)
  await omar.api.reviews.acceptAnswer({ questionId, accepted: true })
  expect(await given()).not.toContain(questionId)
  expect(await refusal(answer('Ten times.'))).toBe('in-the-faq-already')
  await answer('')
  expect(await one()).toMatchObject({ state: { name: 'answered-in-the-document', blockId: null } })
})

test('F5, P4: it is handed over to whoever may read the idea, by a day to come, or is out of scope', async () => {
  const { questionId, close, one } = await owed()
  await close()
  const settle = (state: LaterEnd, who = ines) => who.api.reviews.settleQuestion({ questionId, state })
  const due = '2027-03-20'
  const stranger = randomUUID() as PersonId // of nobody
  expect(await refusal(settle({ name: 'research-owed', owner: stranger, due }))).toBe('cannot-read-it')
  const past = { name: 'research-owed', owner: omar.id, due: '2027-02-01' } as const
  expect(await refusal(settle(past))).toBe('due-is-past')
  await settle({ name: 'research-owed', owner: omar.id, due })
  expect(await one()).toMatchObject({ owner: { id: omar.id }, state: { due } })
  expect((await omar.api.reviews.owed()).map(({ id }) => id)).toContain(questionId)
  // now it is Omar's to end, who may not edit the idea
  await settle({ name: 'out-of-scope', because: 'Another idea.' }, omar)
  expect(await one()).toMatchObject({ state: { name: 'out-of-scope', because: 'Another idea.' } })
  expect(await refusal(settle({ name: 'out-of-scope', because: '' }, omar))).toBe('not-yours-to-settle')
})
