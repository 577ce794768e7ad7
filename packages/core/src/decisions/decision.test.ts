import { describe, expect, it } from 'vitest'
import { personId } from '../ids.ts'
import { spokenMoney } from '../spoken-money.ts'
import { mayRecord } from './decide.ts'
import { type DecisionDraft, decisionDraft } from './decision.ts'
import { outcomeLabels } from './labels.ts'
import { type Outcome, outcome, stageAfter } from './outcome.ts'
import { sentence, spoken } from './sentence.ts'

const ines = personId.parse('01900000-0000-7000-8000-000000000001')
const luis = personId.parse('01900000-0000-7000-8000-000000000002')
const tidewatch = '01900000-0000-7000-8000-0000000000a1'
const almanac = '01900000-0000-7000-8000-0000000000a2'
const speaker = {
  person: (id: string) => (id === ines ? 'Ines Duarte' : 'Luis Prado'),
  initiative: () => 'Almanac',
}
const draft = (given: unknown, more: Partial<DecisionDraft> = {}): DecisionDraft => ({
  ...decisionDraft.parse({ outcome: given, decider: ines, because: 'the loss is real.' }),
  ...more,
})

describe('an outcome asks for what it needs and nothing else', () => {
  it.each<[unknown, boolean]>([
    [{ name: 'fund' }, true],
    [{ name: 'fund', amount: { minor: 1_800_000, currency: 'USD' }, people: 2 }, true],
    [{ name: 'fund', amount: { minor: -1, currency: 'USD' } }, false],
    [{ name: 'revise' }, true],
    [{ name: 'investigate', task: 'Count the mornings', owner: luis, due: '2028-01-07' }, true],
    [{ name: 'investigate', task: 'Count the mornings', owner: luis }, false],
    [{ name: 'investigate', task: 'Count the mornings', due: '2028-01-07' }, false],
    [{ name: 'investigate', task: ' ', owner: luis, due: '2028-01-07' }, false],
    [{ name: 'park', until: { on: 'day', day: '2028-03-01' } }, true],
    [{ name: 'park', until: { on: 'trigger', trigger: 'The state opens its gauges' } }, true],
    [{ name: 'park', until: { on: 'assumption', assumptionId: almanac } }, true],
    [{ name: 'park', until: { on: 'assumption', assumptionId: 'that one' } }, false],
    [{ name: 'park', until: { on: 'day', day: 'spring' } }, false],
    [{ name: 'park' }, false],
    [{ name: 'set-aside', reason: 'better-first' }, true],
    [{ name: 'set-aside', reason: 'we did not like it' }, false],
    [{ name: 'merge', into: almanac }, true],
    [{ name: 'merge' }, false],
    [{ name: 'maybe' }, false],
  ])('D1: %j is accepted: %s', (given, accepted) => {
    expect(outcome.safeParse(given).success).toBe(accepted)
  })

  it('D1: has the six outcomes, each with a word people choose and a stage that follows', () => {
    const names = outcome.options.map((option) => option.shape.name.value).sort()
    expect(names).toEqual(Object.keys(outcomeLabels).sort())
    expect(names).toEqual(Object.keys(stageAfter).sort())
  })
})

describe('recording a decision', () => {
  it.each(['outcome', 'decider', 'because'])('D2: %s is required', (field) => {
    const whole = { outcome: { name: 'fund' }, decider: ines, because: 'the loss is real' }
    const { success, error } = decisionDraft.safeParse({ ...whole, [field]: undefined })
    expect(success).toBe(false)
    expect(error?.issues[0]?.path[0]).toBe(field)
  })

  it('D2: nothing else is', () => {
    expect(draft({ name: 'fund' })).toEqual({
      outcome: { name: 'fund', amount: null, people: null },
      decider: ines,
      because: 'the loss is real.',
      door: null,
      rationale: '',
      conditions: [],
      dissent: [],
      reviewOn: null,
    })
  })

  const occasion = { initiativeId: tidewatch as never, today: '2027-03-01', superseding: null }
  const dissent = { personId: luis, because: '', whatWouldChangeMyMind: 'A backtest', commits: true }
  it.each([
    [
      'D1',
      'a parking day in the past',
      draft({ name: 'park', until: { on: 'day', day: '2027-02-28' } }),
      {},
      'day-has-passed',
    ],
    ['D1', 'a parking day today', draft({ name: 'park', until: { on: 'day', day: '2027-03-01' } }), {}, null],
    ['D2', 'a review in the past', draft({ name: 'fund' }, { reviewOn: '2026-12-31' }), {}, 'day-has-passed'],
    ['D1', 'merging into itself', draft({ name: 'merge', into: tidewatch }), {}, 'merged-into-itself'],
    ['D1', 'merging into another', draft({ name: 'merge', into: almanac }), {}, null],
    [
      'D2',
      'dissenting twice',
      draft({ name: 'fund' }, { dissent: [dissent, dissent] }),
      {},
      'dissents-twice',
    ],
    ['D2', 'dissenting once', draft({ name: 'fund' }, { dissent: [dissent] }), {}, null],
    [
      'D2',
      'superseding',
      draft({ name: 'fund' }),
      { superseding: { initiativeId: tidewatch, supersededBy: null } },
      null,
    ],
    [
      'D2',
      'superseding the superseded',
      draft({ name: 'fund' }),
      { superseding: { initiativeId: tidewatch, supersededBy: 'x' } },
      'already-superseded',
    ],
    [
      'D2',
      'superseding another’s',
      draft({ name: 'fund' }),
      { superseding: { initiativeId: almanac, supersededBy: null } },
      'another-initiative',
    ],
  ])('%s: %s', (_rule, _what, given, more, refusal) => {
    const result = mayRecord(given, { ...occasion, ...more } as typeof occasion)
    expect(result).toEqual(refusal ? { ok: false, refusal, data: undefined } : { ok: true, value: given })
  })
})

describe('the decision as a sentence', () => {
  it.each<[Outcome['name'], unknown, string]>([
    ['fund', { name: 'fund' }, 'fund it'],
    [
      'fund',
      { name: 'fund', amount: { minor: 1_800_050, currency: 'USD' }, people: 1 },
      'fund it with 18,000.50 USD and one person',
    ],
    ['revise', { name: 'revise' }, 'have it revised'],
    ['revise', { name: 'revise', changes: 'Size the problem.' }, 'have it revised (Size the problem)'],
    [
      'investigate',
      {
        name: 'investigate',
        task: 'count the mornings',
        owner: luis,
        due: '2028-01-07',
        cost: { minor: 1_800_000, currency: 'USD' },
      },
      'investigate: count the mornings, by Luis Prado, until 7 January 2028, for at most 18,000 USD',
    ],
    ['park', { name: 'park', until: { on: 'day', day: '2028-03-01' } }, 'park it until 1 March 2028'],
    [
      'park',
      { name: 'park', until: { on: 'trigger', trigger: 'the gauges open' } },
      'park it until this happens: the gauges open',
    ],
    [
      'park',
      { name: 'park', until: { on: 'assumption', assumptionId: almanac, statement: 'Growers pay.' } },
      'park it until more is known of what it assumes: Growers pay',
    ],
    ['set-aside', { name: 'set-aside', reason: 'better-first' }, 'set it aside (other ideas come first)'],
    ['merge', { name: 'merge', into: almanac }, 'merge it into Almanac'],
  ])('D2: %s %j', (_name, given, words) => {
    expect(spoken(sentence(draft(given), speaker))).toBe(
      `Ines Duarte decided to ${words}, because the loss is real.`,
    )
  })

  it('D2: ends with the door and the review, when there are any', () => {
    const decided = draft({ name: 'fund' }, { door: 'two-way', reviewOn: '2028-06-01' })
    expect(spoken(sentence(decided, speaker))).toBe(
      'Ines Duarte decided to fund it, because the loss is real. It is a two-way door. We look again on 1 June 2028.',
    )
  })

  it.each([
    [{ minor: 5, currency: 'USD' }, '0.05 USD'],
    [{ minor: 18_000, currency: 'JPY' }, '18,000 JPY'],
    [{ minor: 1_234_567, currency: 'EUR' }, '12,345.67 EUR'],
  ])('D1: money %j is %s', (given, words) => {
    expect(spokenMoney(given)).toBe(words)
  })
})
