/*
 * A decision as it is being filled in: every field is text, so that half a word is kept, and becomes a decision only
 * when it says what its outcome needs (D1, D2).
 */
import type { DecisionDraft, Dissent } from '@foreword/core/decisions/decision'
import type { Money, Outcome } from '@foreword/core/decisions/outcome'
import type { InitiativeId, PersonId } from '@foreword/core/ids'
import type { SetAsideReason } from '@foreword/core/initiatives/stages'

export interface Filled {
  decider: PersonId | ''
  outcome: Outcome['name'] | ''
  because: string
  amount: string
  currency: string
  people: string
  changes: string
  task: string
  owner: PersonId | ''
  due: string
  parkOn: 'day' | 'trigger'
  parkUntil: string
  trigger: string
  reason: SetAsideReason | ''
  note: string
  into: InitiativeId | ''
  door: NonNullable<DecisionDraft['door']> | ''
  reviewOn: string
  rationale: string
  /** One on each line. */
  conditions: string
  dissent: Dissent[]
}

export const nothingFilled: Filled = {
  decider: '',
  outcome: '',
  because: '',
  amount: '',
  currency: 'USD',
  people: '',
  changes: '',
  task: '',
  owner: '',
  due: '',
  parkOn: 'day',
  parkUntil: '',
  trigger: '',
  reason: '',
  note: '',
  into: '',
  door: '',
  reviewOn: '',
  rationale: '',
  conditions: '',
  dissent: [],
}

type Draft = { draft: DecisionDraft } | { missing: string }

/** The decision, or the one thing that is still missing, as a sentence with its remedy. */
export function draftOf(filled: Filled): Draft {
  const { decider, because, door, reviewOn, rationale, conditions, dissent } = filled
  if (decider === '') return { missing: 'Say who decided.' }
  const outcome = outcomeOf(filled)
  if ('missing' in outcome) return outcome
  if (because.trim() === '')
    return { missing: 'Say why: a decision without a because cannot be learned from.' }
  const nameless = dissent.find((one) => one.because.trim() === '')
  if (nameless) return { missing: 'Say what the dissent is, or take it out.' }
  return {
    draft: {
      outcome: outcome.outcome,
      decider,
      because: because.trim(),
      door: door === '' ? null : door,
      rationale: rationale.trim(),
      conditions: conditions
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      dissent,
      reviewOn: reviewOn === '' ? null : reviewOn,
    },
  }
}

function outcomeOf(filled: Filled): { outcome: Outcome } | { missing: string } {
  switch (filled.outcome) {
    case '':
      return { missing: 'Choose what was decided.' }
    case 'fund': {
      const amount = moneyOf(filled.amount, filled.currency)
      if (amount === undefined) return { missing: 'Write the amount as a number, such as 18,000.' }
      const people = filled.people.trim() === '' ? null : Number(filled.people)
      if (people !== null && !(Number.isInteger(people) && people >= 0))
        return { missing: 'Write the number of people as a whole number.' }
      return { outcome: { name: 'fund', amount, people } }
    }
    case 'revise':
      return { outcome: { name: 'revise', changes: filled.changes.trim() } }
    case 'investigate': {
      const cost = moneyOf(filled.amount, filled.currency)
      if (filled.task.trim() === '') return { missing: 'Say what is to be found out.' }
      if (filled.owner === '') return { missing: 'Say who finds it out.' }
      if (filled.due === '') return { missing: 'Say until when.' }
      if (cost === undefined) return { missing: 'Write the amount as a number, such as 18,000.' }
      const { owner, due } = filled
      return { outcome: { name: 'investigate', task: filled.task.trim(), owner, due, cost } }
    }
    case 'park': {
      if (filled.parkOn === 'day')
        return filled.parkUntil === ''
          ? { missing: 'Say until which day it is parked.' }
          : { outcome: { name: 'park', until: { on: 'day', day: filled.parkUntil } } }
      const trigger = filled.trigger.trim()
      return trigger === ''
        ? { missing: 'Say what would bring it back.' }
        : { outcome: { name: 'park', until: { on: 'trigger', trigger } } }
    }
    case 'set-aside':
      return filled.reason === ''
        ? { missing: 'Choose the reason it is set aside.' }
        : { outcome: { name: 'set-aside', reason: filled.reason, note: filled.note.trim() } }
    case 'merge':
      return filled.into === ''
        ? { missing: 'Choose the idea it goes into.' }
        : { outcome: { name: 'merge', into: filled.into } }
  }
}

/**
 * Null when nothing was written, undefined when it is no amount.
 *
 * | text, currency | |
 * |---|---|
 * | `18,000`, USD | 1 800 000 cents |
 * | `18 000.50`, EUR | 1 800 050 |
 * | `5000`, JPY | 5 000: a yen has no smaller part |
 */
export function moneyOf(text: string, currency: string): Money | null | undefined {
  const plain = text.replace(/[\s,’']/g, '')
  if (plain === '') return null
  if (!/^\d+(\.\d{1,4})?$/.test(plain)) return undefined
  const decimals =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  return { minor: Math.round(Number(plain) * 10 ** decimals), currency }
}
