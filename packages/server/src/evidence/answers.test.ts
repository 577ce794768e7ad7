import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openCompany, refusal } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
beforeAll(async () => {
  company = await openCompany()
}, 60_000)
afterAll(() => company?.close())

test('W6: evidence speaks for or against an answer; a piece that is removed takes its links with it', async () => {
  const { api } = company.ines
  const { id: initiativeId } = await api.initiatives.create({ name: 'Oysters by text' })
  const { id: other } = await api.initiatives.create({ name: 'Mussels by post' })
  const piece = () => `piece-${randomUUID().slice(0, 8)}`
  const [logs, doubt, elsewhere] = [piece(), piece(), piece()]
  await api.evidence.capture({ initiativeId, id: logs, statement: '37 harvests were lost' })
  await api.evidence.capture({ initiativeId, id: doubt, statement: 'Five of them to a storm' })
  await api.evidence.capture({ initiativeId: other, id: elsewhere, statement: 'Nobody writes letters' })
  const answers = async () => {
    const found = await api.evidence.answers({ initiativeId })
    return Object.entries(found).flatMap(([question, pieces]) =>
      pieces.map(({ id, side }) => [question, id, side]),
    )
  }
  type Weighing = Parameters<typeof api.evidence.weighAnswer>[0]
  const weigh = (question: Weighing['question'], evidenceId: string, side: Weighing['side']) =>
    api.evidence.weighAnswer({ initiativeId, question, evidenceId, side })

  expect(await answers()).toEqual([])
  await weigh('problem', logs, 'for')
  await weigh('problem', doubt, 'for')
  await weigh('problem', doubt, 'against')
  await weigh('benefit', doubt, 'for')
  const all = [
    ['problem', logs, 'for'],
    ['problem', doubt, 'against'],
    ['benefit', doubt, 'for'],
  ]
  expect(await answers()).toEqual(all)
  expect(await api.evidence.answers({ initiativeId: other })).toMatchObject({ problem: [], benefit: [] })

  // a piece of another idea is none of this one
  expect(await refusal(weigh('problem', elsewhere, 'for'))).toBe('evidence-is-gone')
  await api.evidence.remove({ initiativeId, id: doubt })
  expect(await answers()).toEqual([['problem', logs, 'for']])
  expect(await refusal(weigh('customer', doubt, 'for'))).toBe('evidence-is-gone')
  await api.evidence.capture({ initiativeId, id: doubt, statement: 'Five of them to a storm' })
  expect(await answers()).toEqual(all)
  // the same in the fourth answer, removed and put back in it
  const inAnswer = (fields: object) =>
    api.initiatives.get({ initiativeId }).then(({ versions }) =>
      api.initiatives.answer({
        initiativeId,
        version: versions.evidence,
        patch: { question: 'evidence', fields },
      }),
    )
  await inAnswer({ removed: [doubt] })
  expect(await answers()).toEqual([['problem', logs, 'for']])
  await inAnswer({ items: [{ id: doubt, statement: 'Five of them to a storm' }] })
  expect(await answers()).toEqual(all)
  await weigh('problem', logs, null)
  await weigh('problem', logs, null)
  expect(await answers()).toEqual(all.slice(1))
})

test('W4, W6: an answer is thin while all that is linked to it speaks against it', async () => {
  const { api } = company.ines
  const { id: initiativeId } = await api.initiatives.create({ name: 'Whelks by sea' })
  const logs = `piece-${randomUUID().slice(0, 8)}`
  await api.evidence.capture({ initiativeId, id: logs, statement: 'Nobody lost a harvest' })
  await api.initiatives.answer({
    initiativeId,
    version: 0,
    patch: { question: 'benefit', fields: { primary: 'They know by five whether they may harvest' } },
  })
  const benefit = async () => {
    const [{ readiness }, { initiatives }] = [
      await api.initiatives.get({ initiativeId }),
      await api.initiatives.list({}),
    ]
    const listed = initiatives.find(({ id }) => id === initiativeId)
    expect(listed?.readiness.benefit).toBe(readiness.benefit.state)
    return readiness.benefit.findings.map(({ rule }) => rule)
  }
  const weigh = (side: 'for' | 'against' | null) =>
    api.evidence.weighAnswer({ initiativeId, question: 'benefit', evidenceId: logs, side })
  expect(await benefit()).toEqual([])
  await weigh('against')
  expect(await benefit()).toEqual(['benefit-only-against'])
  await weigh('for')
  expect(await benefit()).toEqual([])
  await weigh('against')
  await api.evidence.remove({ initiativeId, id: logs })
  expect(await benefit()).toEqual([])
})

test('W6: whoever looks at the idea hears at once that evidence was linked', async () => {
  const { api } = company.ines
  const { id: initiativeId } = await api.initiatives.create({ name: 'Eels by night' })
  await api.evidence.capture({ initiativeId, id: 'eels-bite', statement: 'Eels bite after dark' })
  const assumptionId = randomUUID()
  await api.evidence.addAssumption({ initiativeId, assumptionId, statement: 'Eels sleep by day' })
  const linked = async () =>
    (await api.initiatives.activity({ initiativeId })).activity.flatMap(({ says }) =>
      says.includes('linked') ? [says] : [],
    )
  const news = await api.initiatives.watch({ initiativeId })
  expect((await news.next()).value).toMatchObject({ what: 'initiative' })
  const link = { initiativeId, evidenceId: 'eels-bite' }
  await api.evidence.weighAnswer({ ...link, question: 'problem', side: 'against' })
  await vi.waitFor(async () => expect((await news.next()).value).toMatchObject({ what: 'activity' }))
  await api.evidence.weighAssumption({ ...link, assumptionId, side: 'for' })
  await api.evidence.weighAnswer({ ...link, question: 'problem', side: null })
  await vi.waitFor(async () =>
    expect(await linked()).toEqual([
      'unlinked evidence from an answer',
      'linked evidence for an assumption',
      'linked evidence against an answer',
    ]),
  )
})
