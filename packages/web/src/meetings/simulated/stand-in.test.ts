import type { PersonId } from '@foreword/core/ids'
import { idOfNothing } from '@foreword/core/ids-of-nothing'
import { createORPCClient, safe } from '@orpc/client'
import { expect, test } from 'vitest'
import type { Client } from '../../api.ts'
import { answersOf } from './answers.ts'
import { Simulation } from './engine.ts'
import { guideEdition } from './guide.fixture.ts'
import { standInFor } from './stand-in.ts'

const me = { id: '01900000-0000-7000-8000-0000000000a1' as PersonId, name: 'Ines' }
const key = (number: number) => `01900000-0000-4000-8000-${String(number).padStart(12, '0')}`

function opened() {
  let ids = 900
  const newId = () => idOfNothing(++ids)
  const wall = Date.UTC(2027, 2, 1, 9)
  const simulation = new Simulation({ edition: guideEdition(), me, wall: () => wall, newId })
  const link = standInFor(simulation, answersOf(simulation, me, newId), newId)
  // typed like the client of the server, since it is asked the same
  const client: Client = createORPCClient(link)
  return { simulation, link, client, meetingId: simulation.meetingId, editionId: simulation.pages.edition.id }
}

const refusal = async (call: Promise<unknown>) => {
  const { error } = await safe(call)
  return error instanceof Error && 'code' in error ? error.code : null
}

test('only calls about what is stored nowhere are taken from the server', () => {
  const { link, meetingId } = opened()
  expect(link.takes(['meetings', 'start'], { meetingId, key: key(1) })).toBe(true)
  expect(link.takes(['meetings', 'start'], { meetingId: key(2), key: key(1) })).toBe(false)
  expect(link.takes(['people', 'list'], undefined)).toBe(false)
})

test('A5: input is refused by the contract’s own schema, with its field and remedy', async () => {
  const { client, meetingId } = opened()
  await client.meetings.start({ meetingId, key: key(1) })
  const asked = await safe(
    client.reviews.postQuestion({ meetingId, key: key(2), text: '  ', on: null }) as Promise<unknown>,
  )
  expect(asked.error).toMatchObject({
    code: 'invalid-input',
    status: 400,
    data: { fields: [{ field: 'text', message: 'The question is empty: write a few words' }] },
  })
  expect(await refusal(client.meetings.start({ meetingId, key: 'no key' }))).toBe('invalid-input')
})

test('R7: one’s own sealed question is in one’s own room, once for each key, and is changed until it opens', async () => {
  const { client, meetingId, editionId } = opened()
  await client.meetings.start({ meetingId, key: key(1) })
  const on = { blockId: idOfNothing(2), from: 0, to: 7, quote: 'Nowhere' }
  expect(await refusal(client.reviews.postQuestion({ meetingId, key: key(2), text: 'Why?', on }))).toBe(
    'no-such-passage',
  )
  const first = await client.reviews.postQuestion({ meetingId, key: key(3), text: ' Why? ', on: null })
  const again = await client.reviews.postQuestion({ meetingId, key: key(3), text: 'Why?', on: null })
  expect(again).toEqual(first)
  await client.reviews.editQuestion({ questionId: first.id, text: 'Why now?' })
  const { room } = await client.meetings.room({ meetingId })
  expect(room.phase).toMatchObject({ name: 'reading', mine: { questions: [{ text: 'Why now?' }] } })

  const note = await client.reviews.postNote({ editionId, text: 'for me', on: null })
  expect(await client.reviews.listOwnNotes({ editionId })).toEqual([note])
})

test('D2: a decision is recorded by whoever watches, reads as a sentence, and is not taken twice', async () => {
  const { simulation, client, meetingId } = opened()
  const decision = { outcome: { name: 'fund' as const }, decider: me.id, because: 'the wait is the harm' }
  await client.meetings.start({ meetingId, key: key(1) })
  expect(await refusal(client.meetings.decide({ meetingId, key: key(2), decision }))).toBe(
    'the-room-is-reading',
  )
  await client.meetings.announceReveal({ meetingId, key: key(3), because: 'They have said so.' })
  simulation.held.tick('tick', simulation.now() + 10_000)
  await client.meetings.moveToDecision({ meetingId, key: key(4) })
  const { room } = await client.meetings.decide({ meetingId, key: key(5), decision })
  const taken = room.phase.name === 'decision' ? room.phase.decision : null
  if (taken?.name !== 'recorded') throw new Error('nothing was recorded')
  const record = await client.decisions.get({ decisionId: taken.decisionId })
  expect(record.sentence.map(({ text }) => text).join('')).toBe(
    'Ines decided to fund it, because the wait is the harm.',
  )
  expect(await refusal(client.meetings.decide({ meetingId, key: key(6), decision }))).toBe(
    'decision-is-recorded',
  )
})

test('F5: what the document answers is kept with its line here too, and refused by its name', async () => {
  const { client, simulation, meetingId } = opened()
  await client.meetings.start({ meetingId, key: key(1) })
  const { id: questionId } = await client.reviews.postQuestion({
    meetingId,
    key: key(2),
    text: 'Why?',
    on: null,
  })
  await client.meetings.announceReveal({ meetingId, key: key(3), because: 'We go on.' })
  simulation.held.tick('tick', simulation.now() + 10_000)
  const ends = (line: number) =>
    client.meetings.endQuestion({
      meetingId,
      key: key(10 + line),
      questionId,
      state: { name: 'answered-in-the-document', line },
    })
  expect(await refusal(ends(9_999))).toBe('invalid-input')
  const { room } = await ends(1)
  const question =
    'questions' in room.phase ? room.phase.questions.find(({ id }) => id === questionId) : undefined
  expect(question?.state).toMatchObject({ name: 'answered-in-the-document', on: { line: 1, page: 1 } })
})
