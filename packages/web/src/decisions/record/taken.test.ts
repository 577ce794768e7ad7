import type { DecisionId, EditionId, InitiativeId, MeetingId, PersonId, QuestionId } from '@foreword/core/ids'
import { expect, test } from 'vitest'
import type { DecisionRecord } from '../words.ts'
import { dissentsOf, type RoomMessage, takenIn, tasksOf } from './taken.ts'

// ids made by hand; everywhere else they come parsed from the wire
const person = (name: string) => name as PersonId
const at = '2027-03-01T10:00:00.000Z'
const everybody = ['ines', 'omar', 'priya', 'luis', 'jon']
const people = everybody.map((name) => ({ id: person(name), name }))

type Phase = RoomMessage['room']['phase']
type Closed = Extract<Phase, { name: 'closed' }>

const question = (id: string, state: Closed['questions'][number]['state']) => ({
  id: id as QuestionId,
  text: `${id}?`,
  anchor: null,
  by: person('omar'),
  mine: false,
  asked: true,
  faqBlockId: null,
  toFaq: false,
  carried: null,
  accepted: null,
  people: 1,
  alsoMine: false,
  must: false,
  note: null,
  state,
})

const closed: Closed = {
  name: 'closed',
  at,
  how: 'held',
  windows: [],
  summary: { questions: 3, carried: 0, people: 1, busiest: null },
  questions: [
    question('owed', { name: 'research-owed', owner: person('luis'), due: '2027-03-20' }),
    question('known', { name: 'answered-in-the-room', answer: 'Nine in ten' }),
    question('owed-sooner', { name: 'research-owed', owner: person('omar'), due: '2027-03-10' }),
  ],
  early: null,
  formRemarks: [],
  deliberations: [],
  actions: [],
  clusters: [],
  apart: [],
  order: 'page',
  questionTime: null,
  current: null,
  turns: [],
  hands: [],
  tally: { yes: 2, notYet: 1, no: 0, answers: [], before: [] },
  ending: { experience: 'One sentence at five', why: 'A tide is a margin' },
  responses: [
    { name: 'acknowledged', personId: person('ines'), enteredBy: null, current: true },
    { name: 'acknowledged', personId: person('omar'), enteredBy: null, current: false },
    {
      name: 'dissented',
      enteredBy: null,
      personId: person('priya'),
      because: 'Three stations',
      whatWouldChangeMyMind: 'A backtest',
      commits: true,
      current: true,
    },
    {
      name: 'dissented',
      enteredBy: null,
      personId: person('luis'),
      because: 'In the room',
      whatWouldChangeMyMind: '',
      commits: false,
      current: true,
    },
  ],
  handedOver: null,
  decision: null,
}

const message = (phase: Phase): RoomMessage => ({
  serverTime: at,
  people,
  room: {
    meetingId: 'm' as MeetingId,
    initiativeId: 'i' as InitiativeId,
    edition: { id: 'e' as EditionId, number: 1, hash: 'f00d', pages: 2 },
    purpose: 'decide',
    startsAt: at,
    place: '',
    callLink: '',
    readingMinutes: 10,
    discussionMinutes: 30,
    countdownSeconds: 10,
    whyNow: '',
    facilitator: person('ines'),
    me: null,
    attendees: people.map(({ id }) => ({
      personId: id,
      roles: ['reader'],
      here: false,
      came: true,
      partial: false,
    })),
    facilitationOffered: false,
    notNow: {},
    phase,
  },
})

const decision: DecisionRecord = {
  id: 'd' as DecisionId,
  number: 1,
  initiativeId: 'i' as InitiativeId,
  meetingId: 'm' as MeetingId,
  edition: null,
  supersedes: null,
  supersededBy: null,
  recordedBy: person('ines'),
  recordedAt: at,
  decider: person('ines'),
  because: 'it is so',
  door: null,
  rationale: '',
  conditions: [],
  reviewOn: null,
  outcome: { name: 'investigate', task: 'Backtest', owner: person('priya'), due: '2027-03-15', cost: null },
  dissent: [{ personId: person('luis'), because: 'As recorded', whatWouldChangeMyMind: '', commits: true }],
  title: 'Tidewatch',
  sentence: [],
  people,
}

test.each<Phase>([
  { name: 'outside', phase: 'decision' },
  { ...closed, how: 'called-off' },
])('D2: nothing of a meeting stands in the record before it was held and closed', (phase) => {
  expect(takenIn(message(phase))).toBeNull()
})

test('R15: who understands why, who said so of an earlier wording, and who was silent', () => {
  const taken = takenIn(message(closed))
  expect([taken?.understood, taken?.understoodBefore, taken?.silent]).toEqual([['ines'], ['omar'], ['jon']])
})

test('R11: the questions by how they ended, in the order of the ledger', () => {
  const ended = takenIn(message(closed))?.questions.map(({ label, questions }) => [label, questions.length])
  expect(ended).toEqual([
    ['Answered', 1],
    ['We owe an answer', 2],
  ])
})

test('D2: one dissent for each who dissents, as recorded when it was recorded', () => {
  expect(dissentsOf(decision, takenIn(message(closed))).map(({ name, because }) => [name, because])).toEqual([
    ['luis', 'As recorded'],
    ['priya', 'Three stations'],
  ])
})

test('D5: what somebody owes by a day, soonest first', () => {
  expect(tasksOf(decision, takenIn(message(closed))).map(({ what, who, due }) => [what, who, due])).toEqual([
    ['owed-sooner?', 'omar', '2027-03-10'],
    ['Backtest', 'priya', '2027-03-15'],
    ['owed?', 'luis', '2027-03-20'],
  ])
})
