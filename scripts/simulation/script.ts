import { gates } from '@foreword/core/meetings/gates'
import { type Random, seededRandom } from '../torture/random.ts'

/**
 * A simulated meeting as data: who there is and everything that they and their machines will do. A run is a function
 * of its script and of nothing else, so that a script can be made shorter and kept.
 */
export interface Script {
  purpose: 'improve' | 'decide'
  people: Person[]
  intents: Intent[]
}

export interface Person {
  /** The first is the facilitator; deputies take over. */
  roles: ('author' | 'decider' | 'deputy' | 'note-taker' | 'reader')[]
  band: number | null
  /** How wrong their clock is when they open the page. */
  clockWrongMs: number
}

/** What somebody means to do, and what the way to the server does to it. */
export interface Intent {
  at: number
  who: number
  act: Act
  /** On the way there, and back. */
  upMs: number
  downMs: number
  /** Lost on the way: the browser sends it again, with the same key. */
  loses: 'nothing' | 'request' | 'answer'
  /** The same message arrives once more, so much later: a double click, or a proxy that tries again. */
  againMs: number | null
}

export type Act =
  /** What a facilitator does next by what they see; nobody else does anything. */
  | { do: 'lead' }
  /** What anybody does by what they see: come in, take the facilitator's place when it is offered, finish, answer. */
  | { do: 'take-part' }
  | { do: 'ask'; inForm: boolean }
  | { do: 'withdraw' }
  /** Any command there is, of whatever sense now; `pick` chooses whom and what it is about. */
  | { do: 'command'; kind: string; pick: number }
  /** The line is cut, for good when null. */
  | { do: 'drop'; forMs: number | null }
  | { do: 'jump'; byMs: number }
  /** The server is killed; it forgets its timers and who is here. */
  | { do: 'crash'; forMs: number }
  /** A timer rings when nothing is due: another node's, or one that was armed before the deadline moved. */
  | { do: 'ring' }

/** What each person may mean to do, so often beside the others. */
const weights: [number, (random: Random) => Act][] = [
  [8, () => ({ do: 'lead' })],
  [10, () => ({ do: 'take-part' })],
  [8, (random) => ({ do: 'ask', inForm: random.integer(5) === 0 })],
  [1, () => ({ do: 'withdraw' })],
  [10, (random) => ({ do: 'command', kind: pick(random, commands), pick: random.integer(1000) })],
  [2, (random) => ({ do: 'drop', forMs: random.integer(3) === 0 ? null : 500 + random.integer(120_000) })],
  [3, () => ({ do: 'ring' })],
  [1, (random) => ({ do: 'jump', byMs: random.integer(1_200_000) - 600_000 })],
]

/** Every command that a person may give. One that is added to the gates is given here too. */
const commands = Object.entries(gates).flatMap(([kind, { whose }]) => (whose === 'server' ? [] : [kind]))

const pick = <Value>(random: Random, values: readonly Value[]): Value => {
  const value = values[random.integer(values.length)]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}

const roles: Person['roles'][] = [
  ['author', 'reader'],
  ['deputy', 'reader'],
  ['note-taker', 'deputy'],
  ['decider', 'reader'],
]

/** The script of this seed: a handful of people most times, hundreds now and then. */
export function scriptOf(seed: number): Script {
  const random = seededRandom(seed)
  const count = seed % 50 === 0 ? 200 + random.integer(150) : 5 + random.integer(10)
  const people = Array.from(
    { length: count },
    (_, place): Person => ({
      roles: place === 0 ? ['reader'] : (roles[place - 1] ?? ['reader']),
      band: random.integer(3) === 0 ? null : random.integer(9),
      clockWrongMs: random.integer(3) === 0 ? 0 : random.integer(1_200_000) - 600_000,
    }),
  )
  const intents: Intent[] = people.map((_, who) => ({
    ...undisturbed,
    who,
    at: random.integer(60_000),
    act: { do: 'take-part' },
  }))
  const total = weights.reduce((sum, [weight]) => sum + weight, 0)
  // an hour and a half in which a few things happen each minute
  const LONG_MS = 5_400_000
  const many = 60 + random.integer(120) + (count > 100 ? 2 * count : 0)
  for (let n = 0; n < many; n++) {
    let left = random.integer(total)
    const chosen = weights.find(([weight]) => {
      left -= weight
      return left < 0
    })
    const [, make] = chosen ?? pick(random, weights)
    const act = make(random)
    intents.push({
      at: random.integer(LONG_MS),
      // a facilitator and deputies have more to do
      who: act.do === 'lead' || random.integer(3) === 0 ? random.integer(4) : random.integer(count),
      act,
      upMs: lag(random),
      downMs: lag(random),
      loses: random.integer(12) > 0 ? 'nothing' : pick(random, ['request', 'answer']),
      againMs: random.integer(6) > 0 ? null : random.integer(2) === 0 ? 5 : random.integer(300_000),
    })
  }
  for (let n = random.integer(3); n > 0; n--)
    intents.push({
      ...undisturbed,
      who: 0,
      at: random.integer(LONG_MS),
      act: { do: 'crash', forMs: 500 + random.integer(random.integer(3) === 0 ? 900_000 : 20_000) },
    })
  // the facilitator goes, at any time of the meeting, and mostly for good
  if (random.integer(2) === 0)
    intents.push({
      ...undisturbed,
      who: 0,
      at: random.integer(LONG_MS),
      act: { do: 'drop', forMs: random.integer(4) === 0 ? 90_000 : null },
    })
  return {
    purpose: pick(random, ['improve', 'decide']),
    people,
    intents: intents.sort((one, two) => one.at - two.at),
  }
}

const undisturbed = { upMs: 20, downMs: 20, loses: 'nothing', againMs: null } as const

/** A tenth of a second at most, and now and then seconds. */
function lag(random: Random): number {
  return random.integer(12) === 0 ? random.integer(6_000) : 3 + random.integer(120)
}
