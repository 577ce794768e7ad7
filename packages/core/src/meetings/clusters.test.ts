import { expect, test } from 'vitest'
import type { QuestionId } from '../ids.ts'
import type { EditionAnchor } from '../reviews/anchor.ts'
import { type Clusters, keptApart, merged, split } from './clusters.ts'
import type { MeetingCommand } from './commands.ts'
import { Held, ines, jon, luis, omar, planned, priya, questionNamed } from './meeting.fixture.ts'
import { openQuestions } from './meeting.ts'
import { roomFor } from './visible.ts'

const ids = (text: string) => [...text] as unknown as QuestionId[] // a letter stands for a question here
const clusters = (...texts: string[]): Clusters => texts.map(ids)
const read = (given: Clusters) => given.map((each) => [...each].sort().join('')).sort()

test.each([
  [[], 'ab', ['ab']],
  [['ab', 'cd'], 'bc', ['abcd']],
  [['ab', 'cd'], 'ae', ['abe', 'cd']],
  [['ab'], 'a', ['ab']],
  [['abc'], 'ca', ['abc']],
])('R8: of %j, %s merged gives %j', (before, which, after) => {
  expect(read(merged(clusters(...before), ids(which)))).toEqual(after)
})

test.each([
  [['abc'], 'b', ['ac']],
  [['ab'], 'b', []],
  [['abc', 'de'], 'bd', ['ac']],
  [['abc'], 'abc', []],
  [[], 'a', []],
])('R8: of %j, %s split off gives %j', (before, which, after) => {
  expect(read(split(clusters(...before), ids(which)))).toEqual(after)
})

test('R8: two that were kept apart are so once', () => {
  const apart = keptApart([], ids('ab'))
  expect(apart).toHaveLength(1)
  expect(keptApart(apart, ids('ba'))).toHaveLength(1)
  expect(keptApart(apart, ids('abc'))).toHaveLength(3)
})

const [q1, q2, q3, q4] = ['1', '2', '3', '4'].map(questionNamed) as [
  QuestionId,
  QuestionId,
  QuestionId,
  QuestionId,
]
const on = (page: number, line: number) =>
  ({
    anchor: { on: 'edition', blockId: 'b', from: 0, to: 4, quote: 'that', page, line, lastLine: line },
  }) as {
    anchor: EditionAnchor // of which edition plays no part here
  }

/** Priya asks on page 1, Jon and Ines on page 2, Priya about the whole. */
function open() {
  const held = new Held(planned()).reading(ines, luis, omar, priya, jon)
  held.asks(priya, q1, 'What does it cost?', on(1, 4))
  held.asks(jon, q2, 'And what does it cost us?', on(2, 30))
  held.asks(ines, q3, 'Why now?', on(2, 31))
  held.asks(priya, q4, 'Who stops it?')
  return held.revealed()
}
const room = (held: Held, viewer = luis) => {
  const { phase } = roomFor(held.meeting, held.questions, viewer, held.now)
  if (phase.name !== 'discussion' && phase.name !== 'decision') throw new Error('the room does not talk')
  return phase
}
const order = (held: Held) => room(held).questions.map(({ id }) => id)
const answered = { name: 'answered-in-the-room', answer: 'Two cents.' } as const
const states = (held: Held) => room(held).questions.map(({ state }) => state.name)

test('R8: a cluster stands where its first question stands, every original with its asker stays, each once', () => {
  const held = open()
  expect(order(held)).toEqual([q1, q2, q3, q4])
  expect(held.gives(omar, { kind: 'mergeQuestions', questionIds: [q3, q1] })).toEqual(['questions-merged'])
  expect(order(held)).toEqual([q1, q3, q2, q4])
  const { questions, clusters: shown, summary } = room(held)
  expect(shown).toEqual([[q1, q3]])
  expect(questions.map(({ id, by, text }) => [id, by, text])).toEqual([
    [q1, priya, 'What does it cost?'],
    [q3, ines, 'Why now?'],
    [q2, jon, 'And what does it cost us?'],
    [q4, priya, 'Who stops it?'],
  ])
  expect(summary.questions).toBe(4)
  // again, or by a part of it, it is so already
  expect(held.gives(omar, { kind: 'mergeQuestions', questionIds: [q1, q3] })).toEqual([])
  expect(held.gives(omar, { kind: 'mergeQuestions', questionIds: [q1, questionNamed('99')] })).toBe(
    'no-such-question',
  )
  expect(held.gives(jon, { kind: 'mergeQuestions', questionIds: [q1, q2] })).toBe('not-the-note-taker')
})

test('R8, R11: a cluster is ended in one act, and splitting takes that back', () => {
  const held = open()
  held.does(omar, { kind: 'mergeQuestions', questionIds: [q1, q2, q3] })
  expect(held.gives(omar, { kind: 'endQuestion', questionId: q1, state: answered })).toEqual([
    'questions-ended-together',
  ])
  expect(openQuestions(held.meeting)).toEqual([q4])
  // another word for how it ended is said of all of them again
  const scope = { name: 'out-of-scope', because: '' } as const
  held.does(omar, { kind: 'endQuestion', questionId: q2, state: scope })
  expect(states(held)).toEqual(['out-of-scope', 'out-of-scope', 'out-of-scope', 'open'])
  expect(held.gives(luis, { kind: 'splitQuestions', questionIds: [q2] })).toEqual(['questions-split'])
  expect(openQuestions(held.meeting)).toEqual([q2, q4])
  expect(room(held).clusters).toEqual([[q1, q3]])
  expect(room(held).apart).toEqual([
    [q2, q1],
    [q2, q3],
  ])
  expect(room(held, priya).apart).toEqual([])
})

test('R8, R11: what had ended before it was merged keeps its own end, and so does what is ended by itself', () => {
  const held = open()
  held.does(omar, { kind: 'endQuestion', questionId: q1, state: { name: 'withdrawn' } })
  held.does(omar, { kind: 'mergeQuestions', questionIds: [q1, q2, q3] })
  expect(openQuestions(held.meeting)).toEqual([q2, q3, q4])
  // Jon takes back his own; nobody else’s goes with it
  expect(held.gives(jon, { kind: 'endQuestion', questionId: q2, state: { name: 'withdrawn' } })).toEqual([
    'question-ended',
  ])
  expect(openQuestions(held.meeting)).toEqual([q3, q4])
  held.does(omar, { kind: 'endQuestion', questionId: q3, state: answered, of: 'question' })
  held.does(omar, { kind: 'splitQuestions', questionIds: [q1, q2, q3] })
  expect(states(held)).toEqual(['withdrawn', 'withdrawn', 'answered-in-the-room', 'open'])
})

test('R11: one entry of the FAQ answers a cluster', () => {
  const held = open()
  held.does(omar, { kind: 'mergeQuestions', questionIds: [q1, q2] })
  held.does(luis, { kind: 'addToFaq', questionId: q1, blockId: 'x' })
  expect(room(held).questions.map(({ state, toFaq }) => [state.name, toFaq])).toEqual([
    ['answered-in-the-document', true],
    ['answered-in-the-document', false],
    ['open', false],
    ['open', false],
  ])
})

test('R8: by how many ask, each person once in a cluster; by what must be answered; and by the pages again', () => {
  const held = open()
  const asksToo = (by: typeof jon, questionId: QuestionId) => held.gives(by, { kind: 'askToo', questionId })
  expect(asksToo(jon, q3)).toEqual(['asked-too'])
  expect(asksToo(jon, q3)).toEqual([])
  // whoever asked it asks it already
  expect(asksToo(ines, q3)).toEqual([])
  expect(asksToo(omar, q3)).toEqual(['asked-too'])
  expect(room(held, jon).questions.map(({ id, people, alsoMine }) => [id, people, alsoMine])).toEqual([
    [q1, 1, false],
    [q3, 3, true],
    [q2, 1, false],
    [q4, 1, false],
  ])
  held.does(luis, { kind: 'mergeQuestions', questionIds: [q2, q3] })
  expect(room(held).questions.map(({ id, people }) => [id, people])).toEqual([
    [q1, 1],
    [q2, 3],
    [q3, 3],
    [q4, 1],
  ])
  expect(held.gives(luis, { kind: 'chooseOrder', order: 'asked' })).toEqual(['order-chosen'])
  expect(order(held)).toEqual([q2, q3, q1, q4])
  held.does(priya, { kind: 'setMust', questionId: q4, must: true })
  held.does(luis, { kind: 'chooseOrder', order: 'must' })
  expect(order(held)).toEqual([q4, q1, q2, q3])
  held.does(luis, { kind: 'chooseOrder', order: 'page' })
  expect(order(held)).toEqual([q1, q2, q3, q4])
  expect(held.gives(jon, { kind: 'askTooNoMore', questionId: q3 })).toEqual(['asked-too-no-more'])
  expect(room(held).questions.find(({ id }) => id === q3)?.people).toBe(3) // Jon asked q2 himself
  expect(held.gives(omar, { kind: 'chooseOrder', order: 'asked' })).toBe('not-the-facilitator')
})

test('R8: what must be answered before a yes is said by its asker or by whoever writes, and by nobody else', () => {
  const held = open()
  const must = (by: typeof jon, is: boolean) => held.gives(by, { kind: 'setMust', questionId: q1, must: is })
  expect(must(jon, true)).toBe('not-the-note-taker')
  expect(must(priya, true)).toEqual(['must-be-answered'])
  expect(must(omar, true)).toEqual([])
  expect(must(omar, false)).toEqual(['must-be-answered'])
})

test('F5: only its asker says that a question is answered; said while it is open, it ends it', () => {
  const held = open()
  const accepts = (by: typeof jon, questionId: QuestionId, accepted: boolean) =>
    held.gives(by, { kind: 'acceptAnswer', questionId, accepted })
  expect(accepts(luis, q1, true)).toBe('not-the-asker')
  expect(accepts(priya, q1, false)).toEqual([])
  expect(accepts(priya, q1, true)).toEqual(['question-ended', 'answer-accepted'])
  held.does(omar, { kind: 'endQuestion', questionId: q2, state: answered })
  expect(accepts(jon, q2, false)).toEqual(['answer-accepted'])
  expect(openQuestions(held.meeting)).toEqual([q3, q4])
  held.does(ines, { kind: 'endQuestion', questionId: q3, state: { name: 'withdrawn' } })
  expect(accepts(ines, q3, true)).toBe('question-has-ended')
})

test('R9: all who ask it speak first, juniors first, then the author, then hands', () => {
  const held = open()
  held.does(omar, { kind: 'mergeQuestions', questionIds: [q1, q2, q3] })
  held.does(omar, { kind: 'openQuestion', questionId: q1 })
  held.does(omar, { kind: 'raiseHand' })
  // Jon’s band is 1, Priya’s 3; Ines decides and is last of them
  expect(room(held).turns).toEqual([jon, priya, ines, luis, omar])
  held.does(jon, { kind: 'endQuestion', questionId: q2, state: { name: 'withdrawn' } })
  expect(room(held).turns).toEqual([priya, ines, luis, omar])
})

test('R7: without names, everybody in a cluster that is taken up is named, and nobody else', () => {
  const held = new Held(planned({ settings: { ...planned().settings, namesAtReveal: false } }))
  held.reading(ines, luis, omar, priya, jon)
  held.asks(priya, q1, 'What does it cost?', on(1, 4))
  held.asks(jon, q2, 'And what does it cost us?', on(2, 30))
  held.asks(ines, q3, 'Why now?', on(2, 31))
  held.revealed()
  held.does(omar, { kind: 'mergeQuestions', questionIds: [q1, q2] })
  expect(room(held).questions.map(({ by }) => by)).toEqual([null, null, null])
  expect(room(held).turns).toEqual([])
  held.does(omar, { kind: 'openQuestion', questionId: q2 })
  expect(room(held).questions.map(({ by }) => by)).toEqual([priya, jon, null])
})

test('R9: who was heard in the round of views is noted once, and a new round begins with nobody', () => {
  const held = open()
  const go = (command: MeetingCommand) => held.gives(luis, command)
  go({ kind: 'handOver', to: luis, due: '2027-03-08' })
  go({ kind: 'moveToDecision' })
  const phase = () => {
    const now = room(held)
    return now.name === 'decision' ? [now.views, now.heard] : []
  }
  expect(phase()).toEqual([[jon, priya, omar, luis, ines], []])
  expect(go({ kind: 'hearView', personId: jon })).toEqual(['view-heard'])
  expect(go({ kind: 'hearView', personId: jon })).toEqual([])
  expect(held.gives(omar, { kind: 'hearView', personId: priya })).toBe('not-the-facilitator')
  expect(phase()[1]).toEqual([jon])
  go({ kind: 'returnToDiscussion' })
  go({ kind: 'moveToDecision' })
  expect(phase()[1]).toEqual([])
})
