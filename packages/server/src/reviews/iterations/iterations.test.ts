import { createHash, randomUUID } from 'node:crypto'
import {
  assumptionChangeId,
  assumptionId,
  iterationId,
  type NarrativeId,
  questionId,
} from '@foreword/core/ids'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { leaveOwed, opened, reading } from '../../meetings/room.fixture.ts'
import { markdownFile, prFaq } from '../../narratives/pr-faq.fixture.ts'
import { type Client, type Colleague, openCompany, refusal } from '../../test/company.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let ines: Colleague
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  ines = company.ines
  omar = await company.join('Omar')
  await ines.api.people.updateWorkspace({ settings: { countdownSeconds: 0 } })
}, 60_000)
afterAll(() => company?.close())

type Start = Parameters<Client['iterations']['start']>[0]
const fresh = () => iterationId.parse(randomUUID())
const newChange = () => assumptionChangeId.parse(randomUUID())
const key = () => randomUUID()

/** An idea with a document, an edition of it and an assumption. */
async function written() {
  const { initiativeId, narrativeId } = await ines.api.narratives.bring({ file: markdownFile(prFaq) })
  const { id: editionId } = await ines.api.narratives.freeze({ narrativeId })
  const id = assumptionId.parse(randomUUID())
  const statement = 'Growers pay before they are sure'
  await ines.api.evidence.addAssumption({ initiativeId, assumptionId: id, statement })
  const start = (more: Partial<Start> = {}, who: Colleague = ines) =>
    who.api.iterations.start({
      initiativeId,
      iterationId: fresh(),
      objective: 'Know whether they pay',
      expects: 'Whether nine of ten pay before the season',
      tests: { what: 'assumption', assumptionId: id },
      from: { as: 'template', kind: 'one-pager' },
      ...more,
    })
  const list = async (who: Colleague = ines) => who.api.iterations.list({ initiativeId })
  const assumption = async () => (await ines.api.evidence.assumptions({ initiativeId })).assumptions[0]
  return { initiativeId, narrativeId, editionId, assumptionId: id, start, list, assumption }
}

const words = async (narrativeId: NarrativeId) =>
  (await ines.api.narratives.exportMarkdown({ narrativeId })).text()

/** Every row of a document and of what hangs on it, to the byte. */
async function everyByteOf(narrativeId: string): Promise<string> {
  const { rows: tables } = await company.pool.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns where table_schema = 'public'
      and (column_name in ('narrative_id', 'document_id') or (table_name in ('narrative', 'document') and column_name = 'id'))
      and table_name <> 'iteration' order by 1, 2`,
  )
  const hash = createHash('sha256')
  for (const { table_name: table, column_name: column } of tables) {
    const { rows } = await company.pool.query<{ row: string }>(
      `select t::text as row from "${table}" t where "${column}" = $1 order by 1`,
      [narrativeId],
    )
    hash.update(table).update(JSON.stringify(rows))
  }
  const { rows: decided } = await company.pool.query(
    `select d::text from decision d join edition e on e.id = d.edition_id where e.narrative_id = $1 order by 1`,
    [narrativeId],
  )
  return hash.update(JSON.stringify(decided)).digest('hex')
}

test('N7: an iteration says what it is for before it starts, and its document is one of its own of any kind', async () => {
  const { initiativeId, narrativeId, assumptionId: id, start, list } = await written()
  const started = await start({ from: { as: 'template', kind: 'technical-faq', parent: narrativeId } })
  expect(started).toMatchObject({
    objective: 'Know whether they pay',
    tests: { what: 'assumption', assumptionId: id, said: 'Growers pay before they are sure' },
    expects: 'Whether nine of ten pay before the season',
    document: { kind: 'technical-faq' },
    parent: { narrativeId },
    edition: null,
    startedBy: { name: 'Ines' },
    standing: { name: 'running' },
  })
  expect((await ines.api.narratives.list({ initiativeId })).map(({ id }) => id)).toEqual([
    narrativeId,
    started.document.narrativeId,
  ])
  expect((await list()).iterations).toEqual([started])
  await vi.waitFor(async () => {
    const { activity } = await ines.api.initiatives.activity({ initiativeId })
    expect(activity.map(({ says }) => says)).toContain('started an iteration: Know whether they pay')
  })
})

test('N7: begun as a copy of the draft or of an edition, it has those words, and the parent is untouched byte for byte', async () => {
  const { initiativeId, narrativeId, editionId, start } = await written()
  await ines.api.reviews.commentOnDraft({ narrativeId, text: 'Which growers?', on: null })
  await ines.api.decisions.record({
    ...{ initiativeId, editionId, outcome: { name: 'fund' }, decider: ines.id, because: 'They pay' },
  })
  const before = await everyByteOf(narrativeId)
  const ofParent = await words(narrativeId)
  const ofDraft = await start({ from: { as: 'draft', narrativeId } })
  const ofEdition = await start({ from: { as: 'edition', editionId } })
  const empty = await start({ from: { as: 'template', kind: 'six-pager', parent: narrativeId } })
  expect(ofEdition).toMatchObject({ parent: { narrativeId }, edition: { id: editionId, number: 1 } })
  for (const { document } of [ofDraft, ofEdition]) {
    expect(document.kind).toBe('pr-faq')
    expect(await words(document.narrativeId)).toBe(ofParent)
  }
  const child = ofDraft.document.narrativeId
  await ines.api.narratives.freeze({ narrativeId: child })
  await ines.api.reviews.commentOnDraft({ narrativeId: child, text: 'Better', on: null })
  await ines.api.iterations.drop({ initiativeId, iterationId: empty.id, because: 'No time' })
  expect(await everyByteOf(narrativeId)).toBe(before)
  expect((await ines.api.initiatives.get({ initiativeId })).stage).toBe('funded')
})

test('N7: the first draft asks for none of this, and no number of iterations is forced', async () => {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Oysters by text' })
  await ines.api.narratives.start({ initiativeId })
  expect(await ines.api.iterations.list({ initiativeId })).toEqual({ iterations: [], proposed: [] })
})

test('N7: what it tests is named where the idea assumes something, and may be left out where it assumes nothing', async () => {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Oysters by text' })
  const nothing = { objective: 'Know more', expects: 'Something', tests: null }
  const from = { as: 'template', kind: 'one-pager' } as const
  const started = await ines.api.iterations.start({ initiativeId, iterationId: fresh(), ...nothing, from })
  expect(started).toMatchObject({ tests: null, parent: null })
  const { start } = await written()
  expect(await refusal(start({ tests: null }))).toBe('name-what-it-tests')
})

test('A5: what is missing or of another idea is refused by its field, and nothing is started', async () => {
  const { initiativeId, start, list } = await written()
  const other = await written()
  const cases: [Partial<Start>, string][] = [
    [{ tests: { what: 'assumption', assumptionId: other.assumptionId } }, 'no-such-assumption'],
    [{ tests: { what: 'question', questionId: questionId.parse(randomUUID()) } }, 'no-such-question'],
    [{ from: { as: 'draft', narrativeId: other.narrativeId } }, 'no-such-parent'],
    [{ from: { as: 'edition', editionId: other.editionId } }, 'no-such-parent'],
    [{ from: { as: 'template', kind: 'one-pager', parent: other.narrativeId } }, 'no-such-parent'],
    [{ from: { as: 'template', kind: 'a-poem' } }, 'no-such-kind'],
  ]
  for (const [wrong, name] of cases) expect(await refusal(start(wrong)), name).toBe(name)
  for (const field of ['objective', 'expects'] as const)
    await expect(start({ [field]: ' ' })).rejects.toMatchObject({
      code: 'invalid-input',
      data: { fields: [{ field, message: expect.stringContaining('is empty') }] },
    })
  expect((await list()).iterations).toEqual([])
  expect(await ines.api.narratives.list({ initiativeId })).toHaveLength(1)
})

test('N7: the same id again starts it once, also when both are on their way', async () => {
  const { initiativeId, start, list } = await written()
  const again = { iterationId: fresh() }
  const [one, other] = await Promise.all([start(again), start(again)])
  expect(one).toEqual(other)
  expect(await start(again)).toEqual(one)
  expect((await list()).iterations).toHaveLength(1)
  expect(await ines.api.narratives.list({ initiativeId })).toHaveLength(2)
})

test('N7, R7: after a meeting its open questions propose the objective; sealed and settled ones do not', async () => {
  const { initiativeId, narrativeId, editionId, start, list } = await written()
  const meetingId = await reading({ ines, omar }, { initiativeId, editionId })
  const sealed = await omar.api.reviews.postQuestion({ meetingId, key: key(), text: 'Who pays?', on: null })
  const asks = { what: 'question', questionId: sealed.id } as const
  for (const who of [ines, omar]) {
    expect((await list(who)).proposed).toEqual([])
    expect(await refusal(start({ tests: asks }))).toBe('no-such-question')
  }
  await omar.api.reviews.withdrawQuestion({ questionId: sealed.id })
  const question = await opened({ ines, omar }, meetingId)
  await leaveOwed({ ines, omar }, meetingId, question)
  await ines.api.meetings.close({ meetingId, key: key() })
  const [proposed] = (await list(omar)).proposed
  if (!proposed) throw new Error('nothing is proposed')
  expect(proposed).toEqual({
    ...{ questionId: question.id, asks: 'How often?', objective: 'Find an answer to “How often?”' },
  })
  const started = await start({
    objective: proposed.objective,
    tests: { what: 'question', questionId: question.id },
    from: { as: 'draft', narrativeId },
  })
  expect(started.tests).toEqual({ what: 'question', questionId: question.id, said: 'How often?' })
  expect((await list()).proposed).toEqual([])
  const change = { changeId: newChange(), state: 'refuted' } as const
  const end = { initiativeId, iterationId: started.id, learnt: 'Twice a year' }
  expect(await refusal(ines.api.iterations.end({ ...end, assumption: change }))).toBe('tests-no-assumption')
  await ines.api.iterations.end(end)
  expect((await list()).proposed).toHaveLength(1)
})

test('N7, W8: it ends by saying what was learnt, and the assumption is set in the same act or left as it is', async () => {
  const { initiativeId, start, list, assumption } = await written()
  const left = await start()
  await ines.api.iterations.end({ initiativeId, iterationId: left.id, learnt: 'Too early to say' })
  expect((await assumption())?.history).toHaveLength(1)
  company.wait(60_000)
  const set = await start()
  const change = { changeId: newChange(), state: 'refuted' } as const
  const end = { initiativeId, iterationId: set.id, learnt: 'Two of twelve paid', assumption: change }
  await ines.api.iterations.end(end)
  await ines.api.iterations.end(end)
  expect(await assumption()).toMatchObject({
    state: 'refuted',
    history: [{}, { id: change.changeId, because: 'Two of twelve paid' }],
  })
  expect((await list()).iterations[0]?.standing).toMatchObject({
    ...{ name: 'ended', learnt: 'Two of twelve paid', by: { name: 'Ines' } },
    change: { id: change.changeId, state: 'refuted' },
  })
  expect(await refusal(ines.api.iterations.end({ ...end, learnt: 'All paid' }))).toBe('iteration-is-over')
  const drop = { initiativeId, iterationId: set.id, because: 'No time' }
  expect(await refusal(ines.api.iterations.drop(drop))).toBe('iteration-is-over')
})

test('A5: where the state of the assumption is refused, the iteration has not ended', async () => {
  const { initiativeId, start, list, assumption } = await written()
  const { id } = await start()
  const end = (more: { state: 'untested' | 'changed' | 'refuted'; statement?: string }) =>
    ines.api.iterations.end({
      ...{ initiativeId, iterationId: id, learnt: 'Only the large ones' },
      assumption: { changeId: newChange(), ...more },
    })
  expect(await refusal(end({ state: 'untested' }))).toBe('assumption-stands-so')
  expect(await refusal(end({ state: 'changed' }))).toBe('assumption-stands-so')
  expect(await refusal(end({ state: 'refuted', statement: 'Other' }))).toBe('assumption-not-reworded')
  expect((await list()).iterations[0]?.standing.name).toBe('running')
  await end({ state: 'changed', statement: 'Large growers pay' })
  expect(await assumption()).toMatchObject({ state: 'changed', statement: 'Large growers pay' })
})

test('N7: that it ended or was dropped is taken back, with what it made of the assumption unless that moved on', async () => {
  const { initiativeId, assumptionId: id, start, list, assumption } = await written()
  const { id: iteration } = await start()
  const of = { initiativeId, iterationId: iteration }
  expect(await refusal(ines.api.iterations.reopen(of))).toBe('iteration-is-running')
  await ines.api.iterations.drop({ ...of, because: 'No time' })
  expect((await list()).iterations[0]?.standing).toMatchObject({ name: 'dropped', because: 'No time' })
  await ines.api.iterations.reopen(of)
  const end = () =>
    ines.api.iterations.end({
      ...{ ...of, learnt: 'Nobody paid' },
      assumption: { changeId: newChange(), state: 'refuted' },
    })
  await end()
  await ines.api.iterations.reopen(of)
  expect((await assumption())?.state).toBe('untested')
  expect((await list()).iterations[0]?.standing).toEqual({ name: 'running' })
  await end()
  await ines.api.evidence.setAssumption({
    ...{ initiativeId, assumptionId: id, changeId: newChange(), state: 'supported', because: 'They do' },
  })
  expect(await refusal(ines.api.iterations.reopen(of))).toBe('assumption-moved-on')
  expect((await list()).iterations[0]?.standing.name).toBe('ended')
})

test('F4: iterations are seen by whoever may read the idea, and started by whoever may write in it', async () => {
  const { initiativeId, start, list } = await written()
  const { id: iteration } = await start()
  expect((await list(omar)).iterations).toHaveLength(1)
  expect(await refusal(start({}, omar))).toBe('not-allowed')
  const drop = { initiativeId, iterationId: iteration, because: 'No time' }
  expect(await refusal(omar.api.iterations.drop(drop))).toBe('not-allowed')
  await ines.api.initiatives.share({ initiativeId, visibility: 'named', people: [] })
  expect(await refusal(list(omar))).toBe('not-found')
  const elsewhere = await written()
  expect(await refusal(ines.api.iterations.drop({ ...drop, initiativeId: elsewhere.initiativeId }))).toBe(
    'not-found',
  )
})
