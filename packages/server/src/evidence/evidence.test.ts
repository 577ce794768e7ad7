import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
})
afterAll(() => company.close())

const idea = async () => (await ines.api.initiatives.create({ name: 'A text at five' })).id
const note = (statement: string) => ({ id: randomUUID(), statement })

test('W2, W6: what is captured is the answer to question 4, and what is written there is evidence', async () => {
  const initiativeId = await idea()
  const call = { ...note('Nine of twelve growers drive out in vain'), source: 'Calls in May' }
  await ines.api.evidence.capture({ initiativeId, ...call })
  await ines.api.evidence.capture({ initiativeId, ...call })
  const page = await ines.api.initiatives.get({ initiativeId })
  expect(page).toMatchObject({ stage: 'questions', versions: { evidence: 1 } })
  const kept = { ...call, kind: 'interview', provenance: 'observed', date: '', link: '' }
  expect(page.answers.evidence.items).toEqual([kept])

  const second = { id: randomUUID(), kind: 'data' as const, statement: '41 closures' }
  await ines.api.initiatives.answer({
    initiativeId,
    version: 1,
    patch: { question: 'evidence', fields: { items: [second, { id: call.id, date: 'May' }] } },
  })
  const { pieces, more } = await ines.api.evidence.list({ initiativeId })
  expect(more).toBe(false)
  expect(pieces.map(({ id, kind, date, by }) => ({ id, kind, date, by: by.name }))).toEqual([
    { id: second.id, kind: 'data', date: '', by: 'Ines' },
    { id: call.id, kind: 'interview', date: 'May', by: 'Ines' },
  ])
})

test('W4: a piece changed in the list is not overwritten by whoever still types in the answer', async () => {
  const initiativeId = await idea()
  const omar = await company.join('Omar')
  await ines.api.initiatives.share({
    initiativeId,
    people: [{ personId: omar.id, relation: 'author' }],
  })
  const piece = note('Nine of twelve')
  await ines.api.evidence.capture({ initiativeId, ...piece })
  await omar.api.evidence.change({ initiativeId, id: piece.id, statement: 'Eight of twelve' })
  const late = ines.api.initiatives.answer({
    initiativeId,
    version: 1,
    patch: { question: 'evidence', fields: { items: [{ id: piece.id, statement: 'Ten of twelve' }] } },
  })
  expect(await refusal(late)).toBe('answered-meanwhile')
  await ines.api.evidence.remove({ initiativeId, id: piece.id })
  const gone = omar.api.evidence.change({ initiativeId, id: piece.id, date: 'June' })
  expect(await refusal(gone)).toBe('evidence-is-gone')
  expect((await ines.api.initiatives.get({ initiativeId })).answers.evidence.items).toEqual([])
})

test('A5: a table is brought in whole, or not at all with the row and the field that are wrong', async () => {
  const initiativeId = await idea()
  const wrong = await ines.api.evidence
    .importCsv({ initiativeId, csv: 'statement,kind\nGood,data\n,rumour' })
    .catch((error) => error)
  expect(wrong).toMatchObject({
    code: 'not-a-table-of-evidence',
    data: {
      problems: [
        { row: 3, field: 'statement' },
        { row: 3, field: 'kind' },
      ],
    },
  })
  expect((await ines.api.evidence.list({ initiativeId })).pieces).toEqual([])

  const rows = Array.from({ length: 1200 }, (_, at) => `"Call ${at}, told",${at % 2 ? 'data' : 'market'}`)
  const csv = ['statement,kind', ...rows].join('\r\n')
  expect(await ines.api.evidence.importCsv({ initiativeId, csv })).toEqual({ count: 1200 })
  const counted = await company.pool.query("select reltuples from pg_class where relname = 'evidence'")
  expect(counted.rows[0].reltuples).toBeGreaterThanOrEqual(1200)
  const first = await ines.api.evidence.list({ initiativeId, kind: 'data', most: 200 })
  expect(first.more).toBe(true)
  expect(first.pieces[0]?.statement).toBe('Call 1199, told')
  const before = first.pieces.at(-1)?.seq
  const next = await ines.api.evidence.list({ initiativeId, kind: 'data', most: 200, before })
  expect(next.pieces[0]?.statement).toBe('Call 799, told')
  const { items } = (await ines.api.initiatives.get({ initiativeId })).answers.evidence
  expect(items.map(({ statement }) => statement)).toEqual(
    Array.from({ length: 60 }, (_, at) => `Call ${at}, told`),
  )
  const full = ines.api.initiatives.answer({
    initiativeId,
    version: 1,
    patch: { question: 'evidence', fields: { items: [note('One more')] } },
  })
  expect(await refusal(full)).toBe('too-many-entries')
})
