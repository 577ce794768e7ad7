import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { key, passage, scheduled } from './room.fixture.ts'

let company: Awaited<ReturnType<typeof openCompany>>
let omar: Colleague
beforeAll(async () => {
  company = await openCompany()
  omar = await company.join('Omar')
}, 60_000)
afterAll(() => company?.close())

test('N6, R7: an edition has what cites it; a sealed question is counted for nobody but who asked', async () => {
  const { ines } = company
  const { initiativeId, edition, meetingId } = await scheduled(company, 'improve')
  const cited = (who: Colleague) => who.api.meetings.citations({ initiativeId })
  const editionId = edition.id
  const held = { id: meetingId, startsAt: '2027-03-01T10:00:00.000Z', calledOff: false }
  const nothing = { editionId, meetings: [held], decisions: [], comments: 0, questions: 0 }
  expect(await cited(omar)).toEqual([nothing])

  const { id: commentId } = await omar.api.reviews.commentOnEdition({ editionId, text: 'Which?', on: null })
  await ines.api.reviews.reply({ commentId, text: 'All of them.' })
  for (const who of [ines, omar]) await who.api.meetings.join({ meetingId, key: key() })
  await ines.api.meetings.start({ meetingId, key: key() })
  const on = await passage(company, editionId, 'one text')
  await omar.api.reviews.postQuestion({ meetingId, key: key(), text: 'Who pays?', on })
  expect(await cited(omar)).toEqual([{ ...nothing, comments: 1, questions: 1 }])
  expect(await cited(ines)).toEqual([{ ...nothing, comments: 1 }])

  const decision = await ines.api.decisions.record({
    initiativeId,
    editionId,
    outcome: { name: 'revise' },
    decider: ines.id,
    because: 'Nobody said who pays.',
  })
  expect(await cited(ines)).toEqual([
    {
      ...nothing,
      comments: 1,
      decisions: [{ id: decision.id, number: decision.number, outcome: 'revise' }],
    },
  ])
})

test('F4: what cites an edition is told to those who may read its idea', async () => {
  const { ines } = company
  const { id: initiativeId } = await ines.api.initiatives.create({ name: 'Secret', visibility: 'named' })
  expect(await refusal(omar.api.meetings.citations({ initiativeId }))).toBe('not-found')
  expect(await ines.api.meetings.citations({ initiativeId })).toEqual([])
})
