import { describe, expect, it } from 'vitest'
import { selection } from './anchor.ts'
import { questionStateLabels } from './labels.ts'
import { endState, inLedger, mayChange, opened, questionState, seals } from './question.ts'

const asker = '01900000-0000-7000-8000-000000000001'
const other = '01900000-0000-7000-8000-000000000002'

describe('a question and its seal', () => {
  it.each([
    { seal: 'sealed', person: asker, may: true },
    { seal: 'sealed', person: other, may: false },
    { seal: 'in-the-room', person: asker, may: false },
    { seal: 'on-record', person: asker, may: false },
  ] as const)('R7: $seal, changed by the asker only while sealed ($may)', ({ seal, person, may }) => {
    expect(mayChange({ by: asker as never, seal }, person)).toBe(may) // a bare id stands in for the branded one
  })

  it.each([
    { seal: 'sealed', to: 'in-the-room', gives: 'in-the-room' },
    { seal: 'on-record', to: 'in-the-room', gives: 'on-record' },
    { seal: 'in-the-room', to: 'sealed', gives: 'in-the-room' },
    { seal: 'on-record', to: 'sealed', gives: 'on-record' },
  ] as const)('R7: from $seal to $to gives $gives, so a seal never goes back', ({ seal, to, gives }) => {
    expect(opened(seal, to)).toBe(gives)
  })

  it('F5, R14: the ledger shows others only what is on record', () => {
    expect(seals.filter((seal) => inLedger({ by: asker as never, seal }, other))).toEqual(['on-record'])
    expect(seals.filter((seal) => inLedger({ by: asker as never, seal }, asker))).toEqual([...seals])
  })
})

describe('the state of a question', () => {
  it('F5: has exactly the six states, each with a word people read', () => {
    expect(questionState.options.map((option) => option.shape.name.value).sort()).toEqual(
      Object.keys(questionStateLabels).sort(),
    )
  })

  it.each([
    [{ name: 'answered-in-the-room' }, { name: 'answered-in-the-room', answer: '' }],
    [{ name: 'answered-in-the-document' }, { name: 'answered-in-the-document', blockId: null, on: null }],
    [{ name: 'out-of-scope' }, { name: 'out-of-scope', because: '' }],
    [{ name: 'withdrawn' }, { name: 'withdrawn' }],
    [
      { name: 'research-owed', owner: asker, due: '2027-03-01' },
      { name: 'research-owed', owner: asker, due: '2027-03-01' },
    ],
    [{ name: 'research-owed', owner: asker }, null],
    [{ name: 'research-owed', due: '2027-03-01' }, null],
    [{ name: 'open' }, null],
  ])('R11: leaving the room with %j', (given, expected) => {
    const parsed = endState.safeParse(given)
    expect(parsed.success ? parsed.data : null).toEqual(expected)
  })
})

it('F2: a passage holds at least one character', () => {
  const at = (from: number, to: number) =>
    selection.safeParse({ blockId: 'b1', from, to, quote: 'x' }).success
  expect([at(0, 12), at(5, 5), at(6, 5), at(-1, 3)]).toEqual([true, false, false, false])
})
