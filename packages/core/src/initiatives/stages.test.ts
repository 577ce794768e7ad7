import { expect, test } from 'vitest'
import { type Life, move, openMoves, stages } from './stages.ts'

const life = (stage: Life['stage'], rest: Partial<Life> = {}): Life => ({
  stage,
  met: false,
  before: null,
  ...rest,
})

test('W1: before its first meeting the owner alone may park or set aside, from every stage', () => {
  for (const stage of stages) {
    for (const to of ['parked', 'set-aside'] as const) {
      if (to === stage) continue
      expect(move(life(stage), to, 'owner').ok, `${stage} → ${to}`).toBe(true)
      expect(move(life(stage), to, 'author')).toEqual({ ok: false, refusal: 'only-the-owner' })
    }
  }
})

test('W1: after its first meeting putting an idea away is a decision, also after funding', () => {
  for (const stage of stages) {
    for (const to of ['parked', 'set-aside'] as const) {
      if (to === stage) continue
      expect(move(life(stage, { met: true }), to, 'owner')).toEqual({
        ok: false,
        refusal: 'needs-a-decision',
      })
      expect(move(life(stage, { met: true }), to, 'decision').ok, `${stage} → ${to}`).toBe(true)
    }
  }
})

test('W1: the owner takes back a setting aside, to the stage the idea had', () => {
  const away = move(life('drafting'), 'set-aside', 'owner')
  expect(away).toEqual({ ok: true, value: { stage: 'set-aside', met: false, before: 'drafting' } })
  if (!away.ok) return
  expect(openMoves(away.value, 'owner')).toEqual(['drafting', 'revise', 'parked'])
  expect(move(away.value, 'drafting', 'owner')).toEqual({ ok: true, value: life('drafting') })
  const parked = move(away.value, 'parked', 'owner')
  expect(parked.ok && parked.value.before).toBe('drafting')
})

test('W1: what a decision put away comes back only as a new iteration', () => {
  const away = move(life('review', { met: true }), 'parked', 'decision')
  if (!away.ok) throw new Error(away.refusal)
  expect(openMoves(away.value, 'owner')).toEqual(['revise'])
  expect(move(away.value, 'funded', 'owner')).toEqual({ ok: false, refusal: 'needs-a-decision' })
})

test.each([
  ['idea', 'work', ['questions', 'drafting']],
  ['questions', 'author', ['drafting']],
  ['drafting', 'author', ['questions', 'feedback', 'review']],
  ['review', 'decision', ['decided', 'funded', 'revise', 'investigate', 'parked', 'set-aside', 'merged']],
  ['funded', 'owner', ['parked', 'set-aside', 'in-execution']],
  ['in-execution', 'owner', ['parked', 'set-aside', 'launched']],
  ['launched', 'owner', ['parked', 'set-aside', 'verified']],
  ['verified', 'owner', ['parked', 'set-aside', 'closed']],
  ['closed', 'author', []],
  ['review', 'work', ['drafting', 'feedback']],
] as const)('W1: from %s, %s may move an idea to %j', (stage, by, to) => {
  expect(openMoves(life(stage), by)).toEqual(to)
})

test('W1: nothing but a decision funds an idea', () => {
  for (const stage of stages) {
    for (const by of ['owner', 'author', 'work'] as const)
      expect(move(life(stage), 'funded', by).ok).toBe(false)
  }
})

test.each(['time', 'assumption'] as const)(
  'D4: %s moves a parked idea to revise, and nothing else anywhere',
  (by) => {
    const moved = stages.flatMap((from) => openMoves(life(from), by).map((to) => [from, to]))
    expect(moved).toEqual([['parked', 'revise']])
  },
)
