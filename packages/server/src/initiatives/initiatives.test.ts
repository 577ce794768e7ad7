import { noAnswers } from '@foreword/core/initiatives/answers'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
let mara: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  mara = await company.join('Mara')
})
afterAll(() => company.close())

const idea = (
  name = 'Text at five whether oysters may be sold',
  visibility: 'company' | 'named' = 'company',
) => ines.api.initiatives.create({ name, visibility })
const who = (text: string) => ({ question: 'customer', fields: { who: text } }) as const

/** News is delivered after the commit, so what it makes is there a moment later. */
const eventually = <T>(look: () => Promise<T>) => vi.waitFor(look, { timeout: 5_000, interval: 20 })

test('W1: an idea begins with a headline, an owner and the one group, and nothing answered', async () => {
  const made = await idea('Oysters at five')
  expect(made).toMatchObject({
    name: 'Oysters at five',
    stage: 'idea',
    owner: { id: ines.id, name: 'Ines' },
    group: { name: 'Tidewatch' },
    visibility: 'company',
    customer: '',
    right: 'own',
    answers: noAnswers,
    versions: { customer: 0, problem: 0, benefit: 0, evidence: 0, experience: 0 },
    met: false,
    next: { act: 'answer', question: 'customer' },
  })
  expect(await ines.api.initiatives.get({ initiativeId: made.id })).toEqual(made)
})

test('A5: a headline of nothing or of 200 characters is refused, with the field and the remedy', async () => {
  for (const name of ['  ', 'x'.repeat(200)]) {
    const error = await ines.api.initiatives.create({ name }).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'invalid-input', data: { fields: [{ field: 'name' }] } })
  }
})

test('W2, W4: an answer is kept as it is typed and says what is still missing; the first moves the idea on', async () => {
  const { id } = await idea()
  const first = await ines.api.initiatives.answer({
    initiativeId: id,
    version: 0,
    patch: who('Oyster growers'),
  })
  expect(first).toMatchObject({ version: 1, stage: 'questions', readiness: { customer: { state: 'weak' } } })
  expect(first.readiness.customer.findings.map(({ rule }) => rule)).toContain('no-customer-words')
  const page = await ines.api.initiatives.get({ initiativeId: id })
  expect(page).toMatchObject({
    customer: 'Oyster growers',
    stage: 'questions',
    versions: { customer: 1 },
    answers: { customer: { ...noAnswers.customer, who: 'Oyster growers' } },
  })
})

test('W2: two people at once: different fields both stay, the same field is refused with the words that stand', async () => {
  const { id } = await idea()
  await ines.api.initiatives.share({ initiativeId: id, people: [{ personId: omar.id, relation: 'author' }] })
  const answer = (by: Colleague, fields: object) =>
    by.api.initiatives.answer({ initiativeId: id, version: 0, patch: { question: 'customer', fields } })
  await Promise.all([answer(ines, { who: 'Growers' }), answer(omar, { time: 'At five' })])
  const { answers } = await ines.api.initiatives.get({ initiativeId: id })
  expect(answers.customer).toEqual({ ...noAnswers.customer, who: 'Growers', time: 'At five' })

  const late = await answer(omar, { who: 'Fishers' }).catch((thrown) => thrown)
  expect(late).toMatchObject({
    code: 'answered-meanwhile',
    status: 409,
    data: { version: 2, answer: { who: 'Growers', time: 'At five' } },
  })
})

test('W2: sixty saves at once by three people lose no word of the last of each', async () => {
  const { id } = await idea()
  const people = [omar, mara].map(({ id: personId }) => ({ personId, relation: 'author' as const }))
  await ines.api.initiatives.share({ initiativeId: id, people })
  const fields = [
    [ines, 'who'],
    [omar, 'situation'],
    [mara, 'words'],
  ] as const
  await Promise.all(
    fields.map(async ([by, field]) => {
      for (let n = 1; n <= 20; n += 1)
        await by.api.initiatives.answer({
          initiativeId: id,
          version: 0,
          patch: { question: 'customer', fields: { [field]: `${by.name} ${n}` } },
        })
    }),
  )
  const { answers, versions } = await mara.api.initiatives.get({ initiativeId: id })
  expect(answers.customer).toMatchObject({ who: 'Ines 20', situation: 'Omar 20', words: 'Mara 20' })
  expect(versions.customer).toBe(60)
})

test('A5: an answer that is none is refused before anything is written', async () => {
  const { id } = await idea()
  const bad = [
    { question: 'customer', fields: { who: 'x'.repeat(5000) } },
    { question: 'problem', fields: { urgency: 'very' } },
    { question: 'evidence', fields: { items: [{ id: '../..', statement: 'x' }] } },
    { question: 'weather', fields: {} },
  ]
  for (const patch of bad) {
    const act = ines.api.initiatives.answer({ initiativeId: id, version: 0, patch: patch as never }) // wrong on purpose
    expect(await refusal(act)).toBe('invalid-input')
  }
  expect((await ines.api.initiatives.get({ initiativeId: id })).answers).toEqual(noAnswers)
})

test('A4, P4: who may read, write and own an idea that is open to the company', async () => {
  const { id } = await idea()
  const page = await omar.api.initiatives.get({ initiativeId: id })
  expect([page.right, page.moves]).toEqual(['comment', []])
  const attempts = [
    omar.api.initiatives.answer({ initiativeId: id, version: 0, patch: who('Mine') }),
    omar.api.initiatives.update({ initiativeId: id, name: 'Mine' }),
    omar.api.initiatives.share({ initiativeId: id, people: [] }),
    omar.api.initiatives.changeStage({ initiativeId: id, to: 'parked' }),
  ]
  expect(await Promise.all(attempts.map(refusal))).toEqual(attempts.map(() => 'not-allowed'))
})

test('ARCHITECTURE §3: an idea for named people is in no answer to anybody else', async () => {
  const { id } = await idea('Quiet canary', 'named')
  await ines.api.initiatives.answer({ initiativeId: id, version: 0, patch: who('Canary growers') })
  const seen = async (by: Colleague) => (await by.api.initiatives.list({ text: 'canary' })).initiatives.length
  expect([await seen(ines), await seen(omar), await seen(mara)]).toEqual([1, 0, 0])
  const asked = [
    omar.api.initiatives.get({ initiativeId: id }),
    omar.api.initiatives.activity({ initiativeId: id }),
    omar.api.initiatives.proposeReopening({ initiativeId: id, reason: 'Because' }),
    omar.api.initiatives.watch({ initiativeId: id }),
  ]
  expect(await Promise.all(asked.map(refusal))).toEqual(asked.map(() => 'not-found'))

  await ines.api.initiatives.share({ initiativeId: id, people: [{ personId: omar.id, relation: 'reader' }] })
  expect((await omar.api.initiatives.get({ initiativeId: id })).right).toBe('comment')
  await ines.api.initiatives.share({ initiativeId: id, people: [{ personId: mara.id, relation: 'author' }] })
  expect(await refusal(omar.api.initiatives.get({ initiativeId: id }))).toBe('not-found')
  expect((await mara.api.initiatives.get({ initiativeId: id })).right).toBe('edit')
  expect([await seen(ines), await seen(omar), await seen(mara)]).toEqual([1, 0, 1])
})

test('P4: an idea handed over has one owner; the former one goes on writing in it', async () => {
  const { id } = await idea('Handed over', 'named')
  await ines.api.initiatives.share({ initiativeId: id, people: [{ personId: omar.id, relation: 'author' }] })
  const page = await ines.api.initiatives.update({ initiativeId: id, ownerId: omar.id })
  expect(page).toMatchObject({
    owner: { name: 'Omar' },
    right: 'edit',
    relations: [{ personId: ines.id, relation: 'author' }],
  })
  const stranger = ines.id.replace(/^......../, '00000000')
  expect(await refusal(omar.api.initiatives.update({ initiativeId: id, ownerId: stranger as never }))).toBe(
    'unknown-person',
  ) // an id of nobody
})

test('W1: the owner sets an idea aside with a reason and takes it back; every change has actor, time and reason', async () => {
  const { id } = await idea()
  await ines.api.initiatives.answer({ initiativeId: id, version: 0, patch: who('Growers') })
  expect(await refusal(ines.api.initiatives.changeStage({ initiativeId: id, to: 'set-aside' }))).toBe(
    'reason-missing',
  )
  company.wait(1000)
  const away = await ines.api.initiatives.changeStage({
    initiativeId: id,
    to: 'set-aside',
    setAside: 'better-first',
    reason: 'After the winter',
  })
  expect(away).toMatchObject({
    stage: 'set-aside',
    moves: ['questions', 'revise', 'parked'],
    next: { act: 'none' },
  })
  company.wait(1000)
  await ines.api.initiatives.changeStage({ initiativeId: id, to: 'questions' })
  expect(await refusal(ines.api.initiatives.changeStage({ initiativeId: id, to: 'funded' }))).toBe(
    'needs-a-decision',
  )

  await eventually(async () => {
    const { activity } = await omar.api.initiatives.activity({ initiativeId: id })
    expect(activity.map(({ actor, says, reason }) => [actor?.name, says, reason])).toEqual([
      ['Ines', 'took it up again: Five questions', ''],
      ['Ines', 'set it aside', 'Other ideas come first. After the winter'],
      ['Ines', 'moved it from Idea to Five questions', ''],
      ['Ines', 'wrote about the customer', ''],
      ['Ines', 'began this idea', ''],
    ])
  })
})

test('W1: anyone who may read proposes to take up again what was put away', async () => {
  const { id } = await idea()
  const propose = () =>
    omar.api.initiatives.proposeReopening({ initiativeId: id, reason: 'The stations work now' })
  expect(await refusal(propose())).toBe('stage-not-open')
  await ines.api.initiatives.changeStage({ initiativeId: id, to: 'parked', reason: 'Not now' })
  await propose()
  await eventually(async () => {
    const { activity } = await ines.api.initiatives.activity({ initiativeId: id })
    expect(activity[0]).toMatchObject({
      actor: { name: 'Omar' },
      says: 'proposed to take it up again',
      reason: 'The stations work now',
    })
  })
})

test('W4: the owner calls a thin answer ready, with the reason, and takes it back', async () => {
  const { id } = await idea()
  const mark = (reason: string | null) =>
    ines.api.initiatives.markReady({ initiativeId: id, question: 'customer', reason })
  expect(await refusal(mark('Surely'))).toBe('nothing-to-mark')
  await ines.api.initiatives.answer({ initiativeId: id, version: 0, patch: who('Growers') })
  const marked = await mark('We know them all by name')
  expect(marked.readiness.customer).toMatchObject({
    state: 'ready',
    override: { reason: 'We know them all by name', by: { name: 'Ines' }, at: expect.any(String) },
  })
  expect(
    (await ines.api.initiatives.list({})).initiatives.find((one) => one.id === id)?.readiness.customer,
  ).toBe('ready')
  expect((await mark(null)).readiness.customer).toMatchObject({ state: 'weak', override: null })
})

test('W5: a prompt’s verdict is kept, and is stale once what it rests on has changed', async () => {
  const { id } = await idea()
  const write = (question: 'problem' | 'benefit', fields: object) =>
    ines.api.initiatives.answer({ initiativeId: id, version: 0, patch: { question, fields } as never }) // either of two members of the union
  await write('problem', { statement: 'They throw back a day’s work' })
  await write('benefit', { primary: 'They know by five' })
  company.wait(1000)
  const said = await ines.api.initiatives.answerPrompt({
    initiativeId: id,
    prompt: 'benefit-solves',
    verdict: 'yes',
    note: ' ',
  })
  expect(said).toMatchObject([
    { prompt: 'benefit-solves', verdict: 'yes', note: '', by: { name: 'Ines' }, stale: false },
  ])
  company.wait(1000)
  await write('benefit', { primary: 'They sleep longer' })
  expect((await ines.api.initiatives.get({ initiativeId: id })).prompts).toMatchObject([{ stale: true }])
})

test('A list is filtered by stage, by mine, by what is open and by words, and is read page by page', async () => {
  const marks = [1, 2, 3].map((n) => `Listed ${n}`)
  for (const name of marks) {
    company.wait(1000)
    await idea(name)
  }
  const names = async (by: Colleague, filter: Parameters<Colleague['api']['initiatives']['list']>[0]) =>
    (await by.api.initiatives.list({ text: 'listed', ...filter })).initiatives.map(({ name }) => name)
  await eventually(async () => expect(await names(omar, {})).toEqual(['Listed 3', 'Listed 2', 'Listed 1']))
  expect(await names(omar, { mine: true })).toEqual([])
  expect(await names(ines, { mine: true, text: '2 listed' })).toEqual(['Listed 2'])
  expect(await names(ines, { text: '100%' })).toEqual([])
  const first = await ines.api.initiatives.list({ text: 'listed', most: 2 })
  expect(first.more).toBe(true)
  const last = first.initiatives.at(-1)
  if (!last) throw new Error('an empty page')
  expect(await names(ines, { before: { at: last.updatedAt, id: last.id } })).toEqual(['Listed 1'])
  await ines.api.initiatives.changeStage({ initiativeId: last.id, to: 'parked' })
  expect(await names(ines, { stage: 'parked' })).toEqual(['Listed 2'])
  expect((await names(ines, { open: true })).sort()).toEqual(['Listed 1', 'Listed 3'])
})

test('A list is asked for by address as well, and says which part of the address is wrong', async () => {
  const { id } = await idea('Asked by address')
  const ask = (query: string) =>
    fetch(`${company.url}/api/initiatives?${query}`, { headers: { cookie: ines.cookie() } })
  const before = `before[at]=2099-01-01T00:00:00.000Z&before[id]=${id}`
  const first = await ask(`text=by+address&mine=true&open=false&most=1&${before}`)
  expect(await first.json()).toMatchObject({ initiatives: [{ id }], more: false })
  expect(await (await ask('mine=false&text=asked')).json()).toMatchObject({ initiatives: [{ id }] })
  const wrong = await ask('most=many&stage=nowhere')
  expect([wrong.status, await wrong.json()]).toMatchObject([
    400,
    { code: 'invalid-input', data: { fields: [{ field: 'stage' }, { field: 'most' }] } },
  ])
})

test('A3: who watches an idea hears of each change, and nothing more once it is no longer shared', async () => {
  const { id } = await idea('Watched', 'named')
  await ines.api.initiatives.share({ initiativeId: id, people: [{ personId: omar.id, relation: 'reader' }] })
  // a change of rights ends what he has open already (A3), and is heard a moment after it
  await eventually(async () => {
    const { rows } = await company.pool.query('select 1 from outbox_event where delivered_at is null')
    expect(rows).toEqual([])
  })
  const news = await omar.api.initiatives.watch({ initiativeId: id })
  expect((await news.next()).value).toEqual({ what: 'initiative', question: null, version: null })
  await ines.api.initiatives.answer({ initiativeId: id, version: 0, patch: who('Growers') })
  await vi.waitFor(async () => {
    expect((await news.next()).value).toEqual({ what: 'answer', question: 'customer', version: 1 })
  })
  await ines.api.initiatives.share({ initiativeId: id, people: [] })
  let ended = false
  while (!ended) ended = (await news.next()).done ?? false
  expect(await refusal(omar.api.initiatives.watch({ initiativeId: id }))).toBe('not-found')
})

test('W2: who writes in an answer is heard by who has it open, is kept nowhere, and ends when they leave', async () => {
  const { id } = await idea('Written together', 'named')
  await ines.api.initiatives.share({ initiativeId: id, people: [{ personId: omar.id, relation: 'author' }] })
  await eventually(async () => {
    const { rows } = await company.pool.query('select 1 from outbox_event where delivered_at is null')
    expect(rows).toEqual([])
  })
  const hers = await ines.api.initiatives.watchWriting({ initiativeId: id })
  const his = await omar.api.initiatives.watchWriting({ initiativeId: id })
  const nobody = (by: Colleague) => ({ person: { id: by.id }, field: null })
  expect([(await hers.next()).value, (await his.next()).value]).toMatchObject([nobody(ines), nobody(omar)])
  const on = { initiativeId: id, question: 'customer', field: 'who' } as const
  await ines.api.initiatives.sayWriting(on)
  await omar.api.initiatives.sayWriting(on)
  const omarWrites = { person: { id: omar.id, name: 'Omar' }, question: 'customer', field: 'who' }
  expect((await hers.next()).value).toEqual(omarWrites)
  const { activity } = await ines.api.initiatives.activity({ initiativeId: id })
  expect(activity.filter(({ actor }) => actor?.id === omar.id)).toEqual([])
  expect(await refusal(mara.api.initiatives.sayWriting(on))).toBe('not-found')
  expect(await refusal(mara.api.initiatives.watchWriting({ initiativeId: id }))).toBe('not-found')

  await his.return?.()
  expect((await hers.next()).value).toMatchObject(nobody(omar))
  await hers.return?.()
})
