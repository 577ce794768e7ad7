import { expect, test } from 'vitest'
import { type Answers, noAnswers } from './answers.ts'
import { isStale, promptsToAsk } from './coherence.ts'
import { nextStepOf } from './next.ts'
import { defaultQuestionSet, questionIds, questionsAsWorded } from './questions.ts'
import { mayOverride, readinessOf, unready } from './readiness.ts'
import { benefitLine, customerLine } from './summary.ts'
import { weakRules } from './weak.ts'

const good: Answers = {
  customer: {
    who: 'Growers who sell oysters from one or two boats',
    buyer: '',
    time: 'At five in the morning',
    place: 'on the quay',
    situation: 'They must decide before the tide whether today’s harvest may be sold.',
    words: '“I throw back a day’s work because nobody picks up the phone.”',
  },
  problem: {
    statement: 'They call a hotline that opens at eight, and by then the tide has gone.',
    number: '37',
    unit: 'harvests lost last winter',
    source: 'Landing logs of eleven farms',
    urgency: 'head on fire',
    proof: 'Four farms pay a retired inspector to call them.',
  },
  benefit: { primary: 'They know by five whether today’s oysters may be sold', others: ['No calls'] },
  evidence: {
    items: [
      {
        id: 'aaaaaaaa',
        kind: 'interview',
        statement: 'Nine of twelve had lost a harvest',
        source: 'Calls with growers',
        date: 'May 2027',
        provenance: 'reported',
        link: '',
      },
    ],
  },
  experience: {
    description:
      'At half past four a text comes: today’s oysters may be sold, or not, and why. They read it in the dark, with gloves on, and cast off or go back to bed. When a station is down the text says so at once.',
    links: [
      {
        id: 'bbbbbbbb',
        kind: 'storyboard',
        title: 'The quay at five',
        address: 'https://example.com/quay.png',
      },
    ],
  },
}

const withCustomer = (change: Partial<Answers['customer']>): Answers => ({
  ...good,
  customer: { ...good.customer, ...change },
})
const withProblem = (change: Partial<Answers['problem']>): Answers => ({
  ...good,
  problem: { ...good.problem, ...change },
})
const withBenefit = (primary: string): Answers => ({ ...good, benefit: { primary, others: ['No calls'] } })
const withEvidence = (change: Partial<Answers['evidence']['items'][number]>): Answers => ({
  ...good,
  evidence: { items: good.evidence.items.map((item) => ({ ...item, ...change })) },
})

test('W4: nothing written is missing, and the remedy says how to begin', () => {
  for (const question of questionIds) {
    const { state, findings } = readinessOf(noAnswers)[question]
    expect(state).toBe('missing')
    expect(findings[0]?.remedy).not.toBe('')
  }
})

test('W4: answers that say who, how much, what, how known and how it looks are ready', () => {
  const all = readinessOf(good)
  expect(Object.values(all).map(({ state, findings }) => [state, findings])).toEqual(
    questionIds.map(() => ['ready', []]),
  )
})

test.each<[string, Answers]>([
  ['who-is-missing', withCustomer({ who: ' ' })],
  ['everybody', withCustomer({ who: 'Our customers' })],
  ['several-audiences', withCustomer({ who: 'Growers, wholesalers and restaurants' })],
  ['no-situation', withCustomer({ situation: '' })],
  ['no-time', withCustomer({ time: '' })],
  ['no-place', withCustomer({ place: '' })],
  ['no-customer-words', withCustomer({ words: '' })],
  ['problem-is-missing', withProblem({ statement: '' })],
  [
    'problem-is-a-solution',
    withProblem({ statement: 'Growers on the coast need a mobile app for closures' }),
  ],
  ['problem-too-short', withProblem({ statement: 'Lost harvests' })],
  ['no-number', withProblem({ number: 'many' })],
  ['no-unit', withProblem({ unit: '' })],
  ['no-source', withProblem({ source: '' })],
  ['urgency-unproven', withProblem({ proof: '' })],
  ['no-primary-benefit', withBenefit('')],
  ['two-benefits', withBenefit('They know by five. They also save fuel')],
  ['praise', withBenefit('A seamless way to harvest')],
  ['only-anecdotes', withEvidence({ kind: 'anecdote' })],
  ['only-assumed', withEvidence({ provenance: 'assumed' })],
  ['evidence-unsaid', withEvidence({ statement: '' })],
  ['evidence-unsourced', withEvidence({ source: '' })],
  ['evidence-undated', withEvidence({ date: '' })],
  ['experience-is-missing', { ...good, experience: { ...good.experience, description: '' } }],
  ['experience-too-short', { ...good, experience: { ...good.experience, description: 'They get a text.' } }],
  ['no-picture', { ...good, experience: { ...good.experience, links: [] } }],
])('W4: %s makes an answer weak, with its reason and its remedy', (id, answers) => {
  const rule = weakRules.find((one) => one.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  const { state, findings } = readinessOf(answers)[rule.question]
  expect(state).toBe('weak')
  expect(findings).toEqual([{ rule: id, reason: rule.reason, remedy: rule.remedy }])
})

test.each<[string, boolean]>([
  ['Growers, wholesalers and restaurants', true],
  ['Growers and restaurants', true],
  ['Small growers or large wholesalers', true],
  ['Growers; wholesalers', true],
  ['An oyster grower in Westport', false],
  ['Growers who plant and harvest oysters', false],
  ['Owners of cafes and bars', false],
])('W9: “%s” is several audiences: %s; who pays is a field of the one customer', (who, several) => {
  const { findings } = readinessOf(withCustomer({ who, buyer: 'The county' })).customer
  expect(findings.some(({ rule }) => rule === 'several-audiences')).toBe(several)
})

test('W9: several audiences are a finding that is dismissed with a reason, and the answer is ready then', () => {
  const answers = withCustomer({ who: 'Growers and restaurants' })
  const dismissed = { ...word(['several-audiences']), reason: 'They are the same families' }
  expect(readinessOf(answers, { customer: dismissed }).customer.state).toBe('ready')
})

test('W4: every rule for weak is shown to hold for some answer', () => {
  expect(weakRules).toHaveLength(29)
  expect(new Set(weakRules.map(({ id }) => id)).size).toBe(29)
})

const word = (rules: string[]) => ({
  rules,
  reason: 'The picture is on the wall of the room',
  by: { id: '0190a0a0-0000-7000-8000-000000000001' as never, name: 'Ines' }, // only carried through
  at: '2027-03-01T09:00:00.000Z',
})

test('W4: the owner’s word makes a thin answer ready, until another rule finds it thin', () => {
  const noPicture = { ...good, experience: { ...good.experience, links: [] } }
  const now = readinessOf(noPicture).experience
  const allowed = mayOverride(now)
  if (!allowed.ok) throw new Error(allowed.refusal)
  const overrides = { experience: word(allowed.value.rules) }
  const marked = readinessOf(noPicture, overrides).experience
  expect(marked).toMatchObject({
    state: 'ready',
    override: { reason: 'The picture is on the wall of the room' },
  })
  expect(marked.findings.map(({ rule }) => rule)).toEqual(['no-picture'])

  const thinner = { ...good, experience: { description: 'A text.', links: [] } }
  expect(readinessOf(thinner, overrides).experience.state).toBe('weak')
  expect(unready(readinessOf(thinner, overrides))).toEqual([
    { question: 'experience', state: 'weak', why: 'The experience is named, not yet told.' },
  ])
})

test('W4: an answer that is missing or ready cannot be marked', () => {
  expect(mayOverride(readinessOf(noAnswers).problem)).toEqual({ ok: false, refusal: 'nothing-to-mark' })
  expect(mayOverride(readinessOf(good).problem)).toEqual({ ok: false, refusal: 'nothing-to-mark' })
})

test('W5: a prompt is asked once what it compares is answered, and again when that has changed', () => {
  expect(promptsToAsk(readinessOf(noAnswers))).toEqual([])
  expect(promptsToAsk(readinessOf({ ...noAnswers, problem: good.problem })).map(({ id }) => id)).toEqual([
    'skills-forward',
  ])
  expect(promptsToAsk(readinessOf(good))).toHaveLength(4)
  const then = new Date(1000)
  expect(isStale('benefit-solves', then, { problem: new Date(2000) })).toBe(true)
  expect(isStale('benefit-solves', then, { problem: new Date(500), customer: new Date(2000) })).toBe(false)
  expect(isStale('skills-forward', then, { problem: new Date(2000) })).toBe(false)
})

test.each([
  ['nothing is linked', {}, []],
  ['as much speaks for it', { problem: { for: 1, against: 3 } }, []],
  ['all of it speaks against it', { problem: { for: 0, against: 1 } }, ['problem-only-against']],
  ['it speaks against another answer', { benefit: { for: 0, against: 1 } }, []],
])('W4, W6: a good problem is weighed by its evidence: %s', (_, linked, rules) => {
  const { state, findings } = readinessOf(good, {}, defaultQuestionSet, linked).problem
  expect(findings.map(({ rule }) => rule)).toEqual(rules)
  expect(state).toBe(rules.length === 0 ? 'ready' : 'weak')
})

test('W3: a company words a question for itself and keeps the others', () => {
  const set = {
    questionWording: { customer: { ask: 'Whom do we serve?', start: 'Call one of them.' } },
    weakRulesOff: [],
  }
  const [customer, problem] = questionsAsWorded(set)
  expect([customer?.ask, problem?.ask]).toEqual([
    'Whom do we serve?',
    'What is the customer’s problem or opportunity, and how large is it?',
  ])
  expect(customer?.why).toContain('A person at a moment can be served')
  expect(readinessOf(noAnswers, {}, set).customer.findings[0]?.remedy).toBe('Call one of them.')
})

test('W4: what makes no answer thin in a company is no finding there, and the rest is', () => {
  const thin = withProblem({ source: '', unit: '' })
  const set = { questionWording: {}, weakRulesOff: ['no-source'] }
  const rules = (all: ReturnType<typeof readinessOf>) => all.problem.findings.map(({ rule }) => rule)
  expect(rules(readinessOf(thin))).toEqual(['no-unit', 'no-source'])
  expect(rules(readinessOf(thin, {}, set))).toEqual(['no-unit'])
})

test('W2: the idea in a line: its customer at their moment, and the one benefit', () => {
  expect(customerLine(good)).toBe(
    'Growers who sell oysters from one or two boats, on the quay, at five in the morning',
  )
  expect(benefitLine(good)).toBe('They know by five whether today’s oysters may be sold')
  expect(benefitLine({ ...good, benefit: { primary: 'word '.repeat(60), others: [] } })).toHaveLength(140)
  expect(customerLine(noAnswers)).toBe('')
})

test('W4: the next step names the first work that is missing', () => {
  expect(nextStepOf('idea', readinessOf(noAnswers))).toEqual({
    act: 'answer',
    question: 'customer',
    say: 'Answer the question about the customer.',
  })
  expect(nextStepOf('questions', readinessOf(withProblem({ source: '' })))).toEqual({
    act: 'answer',
    question: 'problem',
    say: 'Problem: The number has no source.',
  })
  expect(nextStepOf('questions', readinessOf(good)).act).toBe('draft')
})

test('W4: an answer is weighed, and told in a line, by its words, however they are set', () => {
  const set: Answers = {
    ...good,
    customer: { ...good.customer, who: '**Everybody**' },
    problem: { ...good.problem, statement: 'They [need](https://a.example) **an** _app_ today, at once' },
  }
  const rules = (question: 'customer' | 'problem') =>
    readinessOf(set)[question].findings.map(({ rule }) => rule)
  expect([rules('customer'), rules('problem')]).toEqual([['everybody'], ['problem-is-a-solution']])
  expect(customerLine(set)).toBe('Everybody, on the quay, at five in the morning')
})
