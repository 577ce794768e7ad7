import { randomUUID } from 'node:crypto'
import { assumptionChangeId, assumptionId, iterationId } from '@foreword/core/ids'
import type { LineageStep } from '@foreword/core/meetings/lineage'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, leaveOwed, opened, reading, scheduled } from './room.fixture.ts'

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

const told = ({ step, beliefs }: LineageStep) => [step.what, ...beliefs.map(({ because }) => because)]

test('N7: the lineage has every iteration, edition, meeting and decision in time, and what each changed in belief', async () => {
  // a meeting that is called and has not begun is no part of it
  const { initiativeId, narrativeId, edition } = await scheduled(company, 'improve')
  const id = assumptionId.parse(randomUUID())
  await ines.api.evidence.addAssumption({ initiativeId, assumptionId: id, statement: 'They pay' })
  const say = (state: 'supported' | 'refuted', because: string) =>
    ines.api.evidence.setAssumption({
      ...{ initiativeId, assumptionId: id, state, because },
      changeId: assumptionChangeId.parse(randomUUID()),
    })
  const wait = () => company.wait(60_000)
  wait()
  const meetingId = await reading({ ines, omar }, { initiativeId, editionId: edition.id })
  wait()
  await say('supported', 'The room thinks so')
  await leaveOwed({ ines, omar }, meetingId, await opened({ ines, omar }, meetingId))
  await ines.api.meetings.close({ meetingId, key: key() })
  wait()
  const { id: iteration } = await ines.api.iterations.start({
    ...{ initiativeId, iterationId: iterationId.parse(randomUUID()), objective: 'Know', expects: 'Whether' },
    tests: { what: 'assumption', assumptionId: id },
    from: { as: 'edition', editionId: edition.id },
  })
  wait()
  await ines.api.iterations.end({
    ...{ initiativeId, iterationId: iteration, learnt: 'Nobody paid' },
    assumption: { changeId: assumptionChangeId.parse(randomUUID()), state: 'refuted' },
  })
  wait()
  await ines.api.decisions.record({
    ...{ initiativeId, outcome: { name: 'revise' }, decider: omar.id, because: 'Nobody pays' },
  })
  wait()
  await say('supported', 'Two big ones do')

  const whole = await omar.api.meetings.lineage({ initiativeId })
  expect(whole.steps.map(told)).toEqual([
    ['decision', 'Two big ones do'],
    ['left', 'Nobody paid'],
    ['started'],
    ['meeting', 'The room thinks so'],
    ['edition'],
    ['document'],
  ])
  expect(whole).toMatchObject({ before: [], more: false })
  expect(whole.steps.map(({ step }) => step)).toMatchObject([
    { outcome: 'revise', because: 'Nobody pays', decider: { name: 'Omar' }, isSuperseded: false },
    { iteration: { standing: { name: 'ended', learnt: 'Nobody paid' } } },
    { iteration: { id: iteration, edition: { number: 1 } } },
    { id: meetingId, purpose: 'decide', edition: 1, isOver: true },
    { id: edition.id, number: 1, by: { name: 'Ines' } },
    { narrativeId },
  ])

  // page by page it is the same
  const first = await omar.api.meetings.lineage({ initiativeId, most: 4 })
  const rest = await omar.api.meetings.lineage({ initiativeId, before: first.steps.at(-1)?.place })
  expect([first.more, rest.more]).toEqual([true, false])
  expect([...first.steps, ...rest.steps]).toEqual(whole.steps)
})

test('F4: the lineage is of those who may read the idea', async () => {
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Secret', visibility: 'named' })
  expect(await refusal(omar.api.meetings.lineage({ initiativeId }))).toBe('not-found')
  expect(await ines.api.meetings.lineage({ initiativeId })).toEqual({ steps: [], before: [], more: false })
})
