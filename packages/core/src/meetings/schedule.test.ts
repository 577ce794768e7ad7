import { describe, expect, it } from 'vitest'
import { meetingAct } from './events.ts'
import { Held, ines, jon, luis, nine, omar, planned, priya, stranger } from './meeting.fixture.ts'
import type { Plan } from './plan.ts'
import { areaGaps, proposedReadingMinutes, proposedRoles } from './proposal.ts'
import { type Requirements, schedule } from './schedule.ts'

const calm: Requirements = { unready: 0, unreadyQuestions: 'ask-why', missingAreas: [] }
const asking = { by: luis, now: nine, key: 'k' }
const [first, second, ...others] = planned().attendees
const twice = { attendees: planned().attendees.map((one) => ({ ...one, roles: ['facilitator' as const] })) }

describe('scheduling', () => {
  it.each<[string, Partial<Plan>, Partial<Requirements>, string]>([
    ['R2', {}, {}, 'scheduled'],
    ['R12', { attendees: first ? [first, ...others] : [] }, {}, 'no-facilitator'],
    ['R12', twice, {}, 'no-facilitator'],
    ['R12', { attendees: second ? [second, ...others] : [] }, {}, 'no-decider'],
    ['R12', { purpose: 'improve', attendees: second ? [second, ...others] : [] }, {}, 'scheduled'],
    ['R12', { attendees: first && second ? [first, second, second] : [] }, {}, 'invited-twice'],
    ['W4', {}, { unready: 2 }, 'why-now-missing'],
    ['W4', { whyNow: 'The season opens in April.' }, { unready: 2 }, 'scheduled'],
    ['W4', {}, { unready: 2, unreadyQuestions: 'tell' }, 'scheduled'],
    ['W4', { whyNow: 'The season opens in April.' }, { unready: 2, unreadyQuestions: 'block' }, 'not-ready'],
    ['W4', { purpose: 'improve' }, { unready: 2, unreadyQuestions: 'block' }, 'scheduled'],
    ['R13', {}, { missingAreas: ['legal'] }, 'areas-missing'],
  ])('%s: with %j where the company has %j: %s', (_rule, plan, requirements, gives) => {
    const result = schedule(planned(plan), { ...calm, ...requirements }, asking)
    expect(result.ok ? result.value.kind : result.refusal).toBe(gives)
  })
})

describe('a proposal', () => {
  it.each([
    [4, 3, 12],
    [5, 2.5, 13],
    [0, 3, 1],
    [1000, 3, 240],
  ])('N5: %d pages at %d minutes a page are read in %d minutes', (pages, minutesPerPage, gives) => {
    expect(proposedReadingMinutes(pages, minutesPerPage)).toBe(gives)
  })

  it('R13: names the required areas nobody invited belongs to', () => {
    expect(areaGaps(['finance', 'legal'], ['engineering', null, 'legal'])).toEqual(['finance'])
    expect(areaGaps([], [null])).toEqual([])
  })

  it.each([
    [
      'one person',
      [ines],
      [ines],
      ines,
      ines,
      { facilitator: [ines], decider: [ines], 'note-taker': [ines], author: [ines] },
    ],
    [
      'two',
      [ines, omar],
      [ines],
      ines,
      ines,
      { facilitator: [ines], decider: [omar], 'note-taker': [omar], author: [ines] },
    ],
    [
      'three',
      [ines, omar, priya],
      [ines],
      ines,
      ines,
      { facilitator: [ines], decider: [priya], 'note-taker': [omar], author: [ines] },
    ],
    [
      'three, another’s document',
      [ines, omar, priya],
      [omar],
      priya,
      ines,
      { facilitator: [ines], decider: [priya], 'note-taker': [omar], author: [omar] },
    ],
    [
      'five, the author elsewhere',
      [luis, omar, priya, jon],
      [ines],
      jon,
      luis,
      { facilitator: [luis], decider: [priya], 'note-taker': [omar], author: [jon] },
    ],
  ] as const)('R12: every role arrives filled: %s', (_who, people, authors, owner, scheduler, holders) => {
    const roles = proposedRoles({ people, authors, owner, scheduler })
    for (const [role, expected] of Object.entries(holders))
      expect(
        roles.filter((one) => one.roles.some((held) => held === role)).map(({ personId }) => personId),
      ).toEqual(expected)
    expect(roles.every((one) => one.roles.includes('reader'))).toBe(true)
    const attendees = roles.map((one) => ({ ...one, band: null }))
    expect(schedule(planned({ attendees }), calm, asking).ok).toBe(true)
  })
})

it.each([
  ['those who come and did not write it', [stranger, jon, omar], [omar]],
  ['several', [omar, priya], [omar, priya]],
  ['nobody else, where they wrote it all', [jon], [priya]],
])('R12, P5: of the deciders of the group decide %s', (_who, deciders, decide) => {
  const roles = proposedRoles({
    ...{ people: [luis, omar, priya, jon], authors: [jon], owner: jon, scheduler: luis, deciders },
  })
  const holding = (role: string) =>
    roles.filter((one) => one.roles.some((held) => held === role)).map(({ personId }) => personId)
  expect(holding('decider')).toEqual(decide)
  expect(holding('note-taker')).toHaveLength(1)
})

it('R4: what the log keeps parses back to what happened', () => {
  const held = new Held().reading(ines, omar, jon).revealed()
  held.does(luis, { kind: 'setExperience', experience: 'e', why: 'w' })
  held.does(jon, { kind: 'dissent', because: 'no', whatWouldChangeMyMind: '', commits: true })
  for (const { by: _by, at: _at, key: _key, ...act } of held.log)
    expect(meetingAct.parse(JSON.parse(JSON.stringify(act)))).toEqual(act)
})
