import type { DecisionDraft } from '@foreword/core/decisions/decision'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
})
afterAll(() => company.close())

const begin = (name: string, visibility: 'company' | 'named' = 'company') =>
  ines.api.initiatives.create({ name, visibility })

/** News is delivered after the commit, and the reasons with it. */
const eventually = <T>(look: () => Promise<T>) => vi.waitFor(look, { timeout: 5_000, interval: 20 })

test('D1: naming an idea shows those like it, the ones set aside first with why, then the parked', async () => {
  const open = await begin('A text at five says whether oysters may be sold')
  const parked = await begin('A call at five says whether oysters may be sold')
  const aside = await begin('A letter at five says whether oysters may be sold')
  const decided = await begin('A flag at five says whether oysters may be sold')
  await begin('Invoices are paid in the night')
  await ines.api.initiatives.changeStage({ initiativeId: parked.id, to: 'parked', reason: 'In winter again' })
  await ines.api.initiatives.changeStage({
    initiativeId: aside.id,
    to: 'set-aside',
    setAside: 'not-wanted',
    reason: 'Letters come at noon',
  })
  const outcome: DecisionDraft['outcome'] = { name: 'set-aside', reason: 'problem-too-small', note: '' }
  await ines.api.decisions.record({
    initiativeId: decided.id,
    decider: ines.id,
    outcome,
    because: 'Nobody can see a flag from the water.',
  })
  await eventually(async () => {
    const found = await omar.api.initiatives.resembling({ title: 'text at five whether oysters may be' })
    expect(found.map(({ id }) => id).slice(2)).toEqual([parked.id, open.id])
    expect(new Map(found.map(({ id, reason }) => [id, reason]))).toEqual(
      new Map([
        [aside.id, 'Customers told us they would not want it. Letters come at noon'],
        [
          decided.id,
          'The problem is too small, or too few people have it. Nobody can see a flag from the water.',
        ],
        [parked.id, 'In winter again'],
        [open.id, ''],
      ]),
    )
  })
})

test('D1: one that was taken up again has no reason any more', async () => {
  const { id } = await begin('Growers rent their boats to one another')
  const move = (to: 'set-aside' | 'idea') =>
    ines.api.initiatives.changeStage({ initiativeId: id, to, setAside: 'better-first', reason: 'Busy' })
  await move('set-aside')
  await move('idea')
  await eventually(async () => {
    const [activity] = (await ines.api.initiatives.activity({ initiativeId: id })).activity
    expect(activity?.says).toMatch(/^took it up again/)
  })
  const found = await omar.api.initiatives.resembling({ title: 'Growers rent boats' })
  expect(found).toMatchObject([{ id, stage: 'idea', reason: '' }])
})

test('A2: what is shared with others only does not show, however like it is', async () => {
  const title = 'A quiet takeover of the harbour company'
  const { id } = await begin(title, 'named')
  expect(await ines.api.initiatives.resembling({ title })).toMatchObject([{ id, name: title }])
  expect(await omar.api.initiatives.resembling({ title })).toEqual([])
  await ines.api.initiatives.share({ initiativeId: id, people: [{ personId: omar.id, relation: 'reader' }] })
  expect(await omar.api.initiatives.resembling({ title })).toMatchObject([{ id }])
})

test('D1: what shares a word or two of many with it is not like it, and another form of a word is the word', async () => {
  const like = async (title: string) =>
    (await omar.api.initiatives.resembling({ title })).map(({ name }) => name)
  await begin('Грузовики приезжают к утреннему приливу')
  expect(await like('Invoices that growers can read in the night, sent with every crate of mussels')).toEqual(
    [],
  )
  expect(await like('The invoice is paid by night')).toEqual(['Invoices are paid in the night'])
  expect(await like('Грузовик приезжает с приливом')).toEqual(['Грузовики приезжают к утреннему приливу'])
})

test('D1: five at most, and none for what has no word', async () => {
  for (let n = 0; n < 7; n++) await begin(`Tide tables, printed large, edition ${n}`)
  expect(await omar.api.initiatives.resembling({ title: 'Tide tables, printed large' })).toHaveLength(5)
  expect(await omar.api.initiatives.resembling({ title: 'of a …' })).toEqual([])
  expect(await refusal(omar.api.initiatives.resembling({ title: 'x'.repeat(201) }))).toBe('invalid-input')
})

test('the list is searched by whole words and parts of them, in any letters', async () => {
  const { id } = await begin('Ärger mit Austern: 50 % fewer closures_late')
  for (const text of ['ärger', 'AUSTERN fewer', '50 %', 's_l', 'uste'])
    expect((await omar.api.initiatives.list({ text })).initiatives.map((each) => each.id)).toEqual([id])
  expect((await omar.api.initiatives.list({ text: 'ärger oysters' })).initiatives).toEqual([])
})
