/** A decision while it is being written, and the draft it makes once nothing is missing. */
import type { DecisionDraft, Door } from '@foreword/core/decisions/decision'
import type { Outcome } from '@foreword/core/decisions/outcome'
import type { AssumptionId, InitiativeId } from '@foreword/core/ids'
import type { Comeback } from '@foreword/core/initiatives/initiative'
import type { SetAsideReason } from '@foreword/core/initiatives/stages'
import type { Byline } from '@foreword/core/people/person'
import { moneyOf } from '../../money.ts'

export interface WrittenDissent {
  key: number
  person: string
  because: string
  mind: string
  commits: boolean
}

/** What stands in the form. What another outcome asked for stays, in case one changes back. */
export interface Written {
  decider: string
  outcome: Outcome['name'] | ''
  currency: string
  amount: string
  people: string
  changes: string
  task: string
  owner: string
  due: string
  cost: string
  parkOn: Comeback['on']
  parkDay: string
  trigger: string
  assumption: string
  reason: SetAsideReason | ''
  note: string
  into: string
  because: string
  door: Door | ''
  rationale: string
  /** One on each line. */
  conditions: string
  dissent: readonly WrittenDissent[]
  reviewOn: string
}

export const nothingWritten: Written = {
  decider: '',
  outcome: '',
  currency: 'USD',
  amount: '',
  people: '',
  changes: '',
  task: '',
  owner: '',
  due: '',
  cost: '',
  parkOn: 'day',
  parkDay: '',
  trigger: '',
  assumption: '',
  reason: '',
  note: '',
  into: '',
  because: '',
  door: '',
  rationale: '',
  conditions: '',
  dissent: [],
  reviewOn: '',
}

/** The names of fields are the paths of the contract, so that the server's word finds the same field. */
export type Wrong = Readonly<Record<string, string>>

export interface Among {
  people: readonly Byline[]
  ideas: readonly { id: InitiativeId; name: string }[]
  /** What the idea assumes, for one that is parked until more is known of it. */
  assumptions: readonly { id: AssumptionId; statement: string }[]
  /** `2027-03-01` */
  today: string
}

/** D2: the draft, or for each field that lacks something what it lacks. */
export function draftOf(written: Written, among: Among): { draft: DecisionDraft } | { wrong: Wrong } {
  const wrong: Record<string, string> = {}
  const say = (field: string, why: string) => {
    wrong[field] ??= why
    return undefined
  }
  const person = (field: string, id: string, why: string) =>
    among.people.find((each) => each.id === id)?.id ?? say(field, why)
  const text = (field: string, typed: string, why: string) =>
    typed.trim().replace(/\s+/g, ' ') || say(field, why)
  const day = (field: string, chosen: string, why: string) => {
    if (chosen === '') return say(field, why)
    return chosen < among.today ? say(field, 'This day has passed. Choose today or a later one.') : chosen
  }
  const money = (field: string, typed: string) => {
    const found = moneyOf(typed, written.currency)
    return found === undefined ? (say(field, 'This is no amount. Write it as 18,000.') ?? null) : found
  }

  const decider = person('decider', written.decider, 'Choose who decided.')
  const outcome = outcomeOf(written, { among, say, person, text, day, money })
  const because = text('because', written.because, 'Say why, in a sentence.')
  const reviewOn = written.reviewOn === '' ? null : day('reviewOn', written.reviewOn, '')
  const dissenters = written.dissent.map(({ person: id }) => id)
  const dissent = written.dissent.flatMap(({ person: id, because: held, mind, commits }, at) => {
    const personId = person(`dissent.${at}.personId`, id, 'Choose who disagrees, or remove this dissent.')
    if (dissenters.indexOf(id) < at)
      say(`dissent.${at}.personId`, 'They dissent above already. Put both reasons into one.')
    return personId ? [{ personId, because: held, whatWouldChangeMyMind: mind, commits }] : []
  })
  const complete = decider !== undefined && outcome !== undefined && because !== undefined
  if (!complete || reviewOn === undefined || Object.keys(wrong).length > 0) return { wrong }
  const { door, rationale, conditions } = written
  return {
    draft: {
      outcome,
      decider,
      because,
      door: door || null,
      rationale,
      conditions: conditions
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
      dissent,
      reviewOn,
    },
  }
}

interface Ask {
  among: Among
  say: (field: string, why: string) => undefined
  person: (field: string, id: string, why: string) => Byline['id'] | undefined
  text: (field: string, typed: string, why: string) => string | undefined
  day: (field: string, chosen: string, why: string) => string | undefined
  money: (field: string, typed: string) => { minor: number; currency: string } | null
}

/** D1: each outcome with what it asks for; undefined once something it requires is missing. */
function outcomeOf(written: Written, { among, say, person, text, day, money }: Ask): Outcome | undefined {
  switch (written.outcome) {
    case '':
      return say('outcome.name', 'Choose what was decided.')
    case 'fund': {
      const amount = money('outcome.amount', written.amount)
      const people = written.people.trim()
      if (!/^\d{0,6}$/.test(people)) return say('outcome.people', 'Write a number, such as 2.')
      return { name: 'fund', amount, people: people === '' ? null : Number(people) }
    }
    case 'revise':
      return { name: 'revise', changes: written.changes.trim() }
    case 'investigate': {
      const task = text('outcome.task', written.task, 'Say what is to be found out.')
      const owner = person('outcome.owner', written.owner, 'Choose who does it.')
      const due = day('outcome.due', written.due, 'Say until which day.')
      const cost = money('outcome.cost', written.cost)
      return task && owner && due ? { name: 'investigate', task, owner, due, cost } : undefined
    }
    case 'park': {
      if (written.parkOn === 'day') {
        const until = day('outcome.until.day', written.parkDay, 'Choose the day that brings it back.')
        return until ? { name: 'park', until: { on: 'day', day: until } } : undefined
      }
      if (written.parkOn === 'assumption') {
        const found = among.assumptions.find(({ id }) => id === written.assumption)
        if (!found) return say('outcome.until.assumptionId', 'Choose the assumption it waits for.')
        const { id: assumptionId, statement } = found
        return { name: 'park', until: { on: 'assumption', assumptionId, statement } }
      }
      const trigger = text('outcome.until.trigger', written.trigger, 'Say what would bring it back.')
      return trigger ? { name: 'park', until: { on: 'trigger', trigger } } : undefined
    }
    case 'set-aside':
      return written.reason === ''
        ? say('outcome.reason', 'Choose the reason that fits best.')
        : { name: 'set-aside', reason: written.reason, note: written.note.trim() }
    case 'merge': {
      const into = among.ideas.find(({ id }) => id === written.into)?.id
      return into ? { name: 'merge', into } : say('outcome.into', 'Choose the idea it goes into.')
    }
  }
}
