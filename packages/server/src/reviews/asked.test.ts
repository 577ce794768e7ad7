import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
