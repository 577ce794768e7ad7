import { randomUUID } from 'node:crypto'
import type { AssumptionState } from '@foreword/core/evidence/assumptions'
import {
  type AssumptionChangeId,
  type AssumptionId,
  assumptionChangeId,
  assumptionId,
} from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { markdownFile } from '../narratives/pr-faq.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
}, 60_000)
afterAll(() => company?.close())

const newAssumption = (): AssumptionId => assumptionId.parse(randomUUID())
const newChange = (): AssumptionChangeId => assumptionChangeId.parse(randomUUID())

/** An idea with one assumption. */
async function assumed(statement = 'Growers pay before they are sure') {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Oysters by text' })
  const of = { initiativeId, assumptionId: newAssumption() }
  await ines.api.evidence.addAssumption({ ...of, statement })
  const list = async (state?: AssumptionState) =>
    (await ines.api.evidence.assumptions({ initiativeId, state })).assumptions
  const set = (state: AssumptionState, because: string, more: { statement?: string } = {}) =>
    ines.api.evidence.setAssumption({ ...of, changeId: newChange(), state, because, ...more })
  return { of, list, set }
}

test('W8: an assumption keeps every state it was in, with who, when and why', async () => {
  const { of, list, set } = await assumed()
  company.wait(60_000)
  await set('supported', 'Nine of twelve paid')
  company.wait(60_000)
  await set('changed', 'Only the large ones did', { statement: 'Large growers pay before they are sure' })
  const [only] = await list()
  expect(only).toMatchObject({
    id: of.assumptionId,
    state: 'changed',
    statement: 'Large growers pay before they are sure',
    history: [
      { state: 'untested', statement: 'Growers pay before they are sure', because: '', by: { name: 'Ines' } },
      { state: 'supported', because: 'Nine of twelve paid', takesBack: false },
      { state: 'changed', because: 'Only the large ones did' },
    ],
  })
  const moments = only?.history.map(({ at }) => at) ?? []
  expect(moments).toEqual([...new Set(moments)].toSorted())
  await vi.waitFor(async () => {
    const { activity } = await ines.api.initiatives.activity({ initiativeId: of.initiativeId })
    expect(activity.map(({ says, reason }) => [says, reason])).toEqual(
      expect.arrayContaining([
        ['noted an assumption: Growers pay before they are sure', ''],
        ['found an assumption supported: Growers pay before they are sure', 'Nine of twelve paid'],
      ]),
    )
  })
})

test('W8: the list is filtered by the state each is in now, and read page by page', async () => {
  const { of, list, set } = await assumed('One')
  const { initiativeId } = of
  for (const statement of ['Two', 'Three'])
    await ines.api.evidence.addAssumption({ initiativeId, assumptionId: newAssumption(), statement })
  await set('refuted', 'Nobody did')
  expect((await list()).map(({ statement }) => statement)).toEqual(['Three', 'Two', 'One'])
  expect((await list('refuted')).map(({ statement }) => statement)).toEqual(['One'])
  expect((await list('untested')).map(({ statement }) => statement)).toEqual(['Three', 'Two'])
  const first = await ines.api.evidence.assumptions({ initiativeId, most: 2 })
  expect(first.more).toBe(true)
  const rest = await ines.api.evidence.assumptions({ initiativeId, before: first.assumptions.at(-1)?.seq })
  expect(rest).toMatchObject({ assumptions: [{ statement: 'One' }], more: false })
})

test('A5: the same is written and said once; what is no change is refused, and nothing is kept of it', async () => {
  const { of, list, set } = await assumed()
  const again = { ...of, statement: 'Something else' }
  await ines.api.evidence.addAssumption(again)
  const refuted = { ...of, changeId: newChange(), state: 'refuted' as const, because: 'Nobody paid' }
  await ines.api.evidence.setAssumption(refuted)
  await ines.api.evidence.setAssumption(refuted)
  expect(await refusal(set('refuted', 'Nobody paid'))).toBe('assumption-stands-so')
  expect(await refusal(set('changed', 'No new words'))).toBe('assumption-stands-so')
  expect(await refusal(set('supported', 'Other words', { statement: 'They do' }))).toBe(
    'assumption-not-reworded',
  )
  expect(await refusal(set('supported', ' '))).toBe('invalid-input')
  expect(await refusal(ines.api.evidence.dropAssumption({ ...of, dropped: true }))).toBe(
    'assumption-was-judged',
  )
  expect((await list()).map(({ statement, history }) => [statement, history.length])).toEqual([
    ['Growers pay before they are sure', 2],
  ])
  const elsewhere = { ...of, initiativeId: (await ines.api.initiatives.create({ name: 'Another' })).id }
  expect(await refusal(ines.api.evidence.dropAssumption({ ...elsewhere, dropped: true }))).toBe('not-found')
})

test('W8: the last change is taken back once, and both stay in the history', async () => {
  const { of, list, set } = await assumed()
  await set('refuted', 'Nobody paid')
  const changeId = (await list())[0]?.history.at(-1)?.id ?? newChange()
  await ines.api.evidence.takeBackAssumption({ ...of, changeId })
  expect(await list()).toMatchObject([
    { state: 'untested', history: [{ state: 'untested' }, { state: 'refuted' }, { takesBack: true }] },
  ])
  expect(await refusal(ines.api.evidence.takeBackAssumption({ ...of, changeId }))).toBe('assumption-moved-on')
  const first = (await list())[0]?.history[0]?.id ?? newChange()
  expect(await refusal(ines.api.evidence.takeBackAssumption({ ...of, changeId: first }))).toBe(
    'assumption-moved-on',
  )
})

test('W8: one of which nothing is known is removed and put back', async () => {
  const { of, list } = await assumed()
  await ines.api.evidence.dropAssumption({ ...of, dropped: true })
  expect(await list()).toEqual([])
  await ines.api.evidence.dropAssumption({ ...of, dropped: false })
  expect(await list()).toHaveLength(1)
})

test('W6, W8: evidence speaks for or against it; a piece that is removed speaks again when that is undone', async () => {
  const { of, list } = await assumed()
  const { initiativeId } = of
  const [paid, left] = [`piece-${randomUUID().slice(0, 8)}`, `piece-${randomUUID().slice(0, 8)}`]
  await ines.api.evidence.capture({ initiativeId, id: paid, statement: 'Nine of twelve paid' })
  await ines.api.evidence.capture({ initiativeId, id: left, statement: 'Three left' })
  const weigh = (evidenceId: string, side: 'for' | 'against' | null) =>
    ines.api.evidence.weighAssumption({ ...of, evidenceId, side })
  const weighed = async () => (await list())[0]?.evidence.map(({ id, side }) => [id, side])
  await weigh(paid, 'for')
  await weigh(left, 'for')
  await weigh(left, 'against')
  expect(await weighed()).toEqual([
    [paid, 'for'],
    [left, 'against'],
  ])
  await ines.api.evidence.remove({ initiativeId, id: left })
  expect(await weighed()).toEqual([[paid, 'for']])
  expect(await refusal(weigh(left, 'for'))).toBe('evidence-is-gone')
  await ines.api.evidence.capture({ initiativeId, id: left, statement: 'Three left' })
  await weigh(paid, null)
  expect(await weighed()).toEqual([[left, 'against']])
  expect((await ines.api.evidence.list({ initiativeId, text: 'twelve' })).pieces).toMatchObject([
    { id: paid },
  ])
})

const draft = `# Tidewatch texts growers at five

WESTPORT, Washington, 3 March 2028. [Four growers in ten pay before they are sure.] Tidewatch sends one text.

## FAQ

**Q: What does it cost?**
A: We hope that [the county pays].
`

test('W8: what stands in brackets is tracked with one act, once', async () => {
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file: markdownFile(draft) })
  const open = async () => (await ines.api.narratives.openAssumptions({ initiativeId }))[0]?.assumptions ?? []
  const [pay, county] = await open()
  if (!pay || !county) throw new Error('no brackets were found')
  expect([pay.text, pay.tracked, county.text]).toEqual([
    ...['Four growers in ten pay before they are sure.', null, 'the county pays'],
  ])
  const track = ({ at, text: quote }: typeof pay) => {
    const passageId = randomUUID() as Parameters<typeof ines.api.narratives.trackAssumption>[0]['passageId']
    const input = { narrativeId, passageId, assumptionId: newAssumption(), at, quote }
    return ines.api.narratives.trackAssumption(input)
  }
  await Promise.all([track(pay), track(pay)])
  await track(county)
  const { assumptions } = await ines.api.evidence.assumptions({ initiativeId })
  expect(assumptions.map(({ statement }) => statement)).toEqual([county.text, pay.text])
  expect((await open()).map(({ tracked }) => tracked?.state)).toEqual(['untested', 'untested'])
  expect(await refusal(track({ ...pay, text: 'Other words' }))).toBe('words-moved')

  const passageId = (await open())[1]?.tracked?.passageId
  if (!passageId) throw new Error('it is not tracked')
  await ines.api.narratives.untrackAssumption({ narrativeId, passageId })
  expect((await open()).map(({ tracked }) => tracked?.state)).toEqual(['untested', undefined])
  expect((await ines.api.evidence.assumptions({ initiativeId })).assumptions).toHaveLength(1)
})
