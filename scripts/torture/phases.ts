import { setTimeout as delay } from 'node:timers/promises'
import type { Home } from './homes.ts'
import { post } from './homes.ts'
import type { House } from './house.ts'
import type { Count } from './kills.ts'
import type { Random } from './random.ts'
import { type Edition, editionIn, scheduledIn, uuidOf } from './rooms.ts'

export const phases = ['lobby', 'reading', 'reveal', 'discussion', 'decision', 'adjourned'] as const
export type Phase = (typeof phases)[number]

const COUNTDOWN_SECONDS = 2
const PAUSE_MS = 20
const SHORTEST_MS = 30
const LONGEST_MS = 700
/** What was due while the app was down is done so soon after it answers again. */
const KEPT_WITHIN_MS = 5_000
const DAY = '2099-03-01'

type Act = { path: string; body: object }

/** How a room that is in its lobby comes into each phase. */
const ways = {
  lobby: [],
  reading: ['start'],
  reveal: ['start', 'reveal'],
  discussion: ['start', 'reveal', 'opened'],
  decision: ['start', 'reveal', 'opened', 'decision/begin'],
  adjourned: ['start', 'adjourn'],
} as const satisfies Record<Phase, readonly string[]>

/** What is done over and over in each phase. Every one of these leaves an event, or a question, that can be found. */
const acts = {
  lobby: [(name) => ({ path: 'plan', body: { place: name } })],
  reading: [() => ({ path: 'reading/extend', body: { minutes: 1 } }), ask],
  reveal: [ask],
  discussion: [() => ({ path: 'discussion/extend', body: { minutes: 1 } }), ask],
  decision: [(name) => ({ path: 'experience', body: { experience: name, why: 'The tide.' } }), ask],
  adjourned: [(_, n) => ({ path: 'adjourn', body: { resumesAt: new Date(4e12 + n * 1000).toISOString() } })],
} as const satisfies Record<Phase, readonly ((name: string, n: number) => Act)[]>

function ask(name: string): Act {
  return { path: 'questions', body: { text: name, on: null } }
}

/**
 * Kills the app `kills` times, each time in the next phase of a meeting and at a random moment of it, while people act.
 * Afterwards all that was acknowledged is in the log, what was sent and not answered can be sent again and is there
 * once, deadlines have held, and the meeting goes on to its close.
 */
export async function killInPhases(
  house: House,
  { home, kills, random }: { home: Home; kills: number; random: Random },
): Promise<Count[]> {
  const counts = phases.map(
    (phase): Count => ({
      victim: 'app',
      witness: `a room in ${phase}`,
      kills: 0,
      attempted: 0,
      acknowledgedAtKill: 0,
      lost: [],
    }),
  )
  const { cookie } = home
  await post(house, '/api/workspace', { settings: { countdownSeconds: COUNTDOWN_SECONDS } }, cookie, 'PATCH')
  const edition = await editionIn(house, cookie)
  for (let n = 0; n < kills; n++) {
    const place = n % phases.length
    const [phase, count] = [phases[place], counts[place]]
    if (!phase || !count) break
    count.kills += 1
    try {
      await killIn(phase, house, { edition, random, count, name: `${random.integer(1e9).toString(36)}-${n}` })
    } catch (error) {
      count.lost.push(`the room in ${phase} did not go on: ${error}`)
      await house.start().catch(() => {})
    }
  }
  return counts.filter(({ kills }) => kills > 0)
}

async function killIn(
  phase: Phase,
  house: House,
  { edition, random, count, name }: { edition: Edition; random: Random; count: Count; name: string },
): Promise<void> {
  const meetingId = await scheduledIn(house, edition, name)
  const does = (key: string, path: string, body: object = {}) =>
    post(house, `/api/meetings/${meetingId}/${path}`, { key: uuidOf(key), ...body }, edition.cookie)
  await does(`${name} join`, 'join')
  for (const step of ways[phase]) await goes(step, name)

  const sent: { key: string; act: Act; isAcknowledged: boolean }[] = []
  let isActing = true
  const acting = (async () => {
    for (let n = 0; isActing; n++) {
      const make = acts[phase][n % acts[phase].length] ?? ask
      const key = `${name} ${n}`
      const one = { key, act: make(key, n), isAcknowledged: false }
      sent.push(one)
      one.isAcknowledged = await does(key, one.act.path, one.act.body).then(
        () => true,
        () => false,
      )
      await delay(random.integer(PAUSE_MS))
    }
  })()
  await delay(SHORTEST_MS + random.integer(LONGEST_MS))
  await house.killApp()
  const acknowledged = sent.filter(({ isAcknowledged }) => isAcknowledged)
  count.acknowledgedAtKill += acknowledged.length
  isActing = false
  await acting
  await holdsAll(acknowledged)
  // sometimes the countdown ends while nobody runs
  await delay(random.integer(phase === 'reveal' ? 2_500 : 300))
  await house.start()
  const startedAt = Date.now()

  if (phase === 'reveal') await opened()
  // what was not answered is sent again with its key, as a browser does, unless its time has gone by
  for (const one of sent.filter(({ isAcknowledged }) => !isAcknowledged)) {
    const isDone = await does(one.key, one.act.path, one.act.body).then(
      () => true,
      () => false,
    )
    if (isDone) await holdsAll([one])
  }
  count.attempted += sent.length
  for (const step of toTheClose[phase]) await goes(step, `${name} then`)
  await holdsAll(acknowledged)
  for (const line of await houseRules()) count.lost.push(line)

  async function goes(step: string, key: string): Promise<unknown> {
    if (step === 'opened') return opened()
    if (step === 'reveal') return does(`${key} reveal`, 'reveal', { because: 'They have said so.' })
    if (step === 'hand-over') return does(`${key} over`, step, { to: edition.personId, due: DAY })
    if (step === 'decision/owe') return does(`${key} owe`, step, { decider: edition.personId, due: DAY })
    if (step === 'experience') return does(`${key} why`, step, { experience: 'A text.', why: 'The tide.' })
    return does(`${key} ${step}`, step)
  }

  /** R3, R7: the questions open by themselves, and not before their time. */
  async function opened(): Promise<void> {
    const isOpen = async () => (await log()).some(({ kind }) => kind === 'revealed')
    const patience = COUNTDOWN_SECONDS * 1000 + KEPT_WITHIN_MS
    for (const end = Date.now() + patience; Date.now() < end; await delay(20)) if (await isOpen()) return
    throw new Error(`the questions were not opened within ${patience} ms`)
  }

  async function log() {
    const { rows } = await house.pool.query<{
      kind: string
      key: string
      at: Date
      payload: { opensAt?: number }
    }>('select kind, key, at, payload from meeting_event where meeting_id = $1 order by seq', [meetingId])
    return rows
  }

  async function holdsAll(ones: readonly { key: string; act: Act }[]) {
    const events = (await log()).map(({ key }) => key)
    const { rows } = await house.pool.query<{ text: string }>(
      'select text from question where meeting_id = $1',
      [meetingId],
    )
    const found = [...rows.map(({ text }) => text), ...events]
    for (const { key, act } of ones) {
      const is = act.path === 'questions' ? key : `${uuidOf(key)}:0`
      const times = found.filter((one) => one === is).length
      if (times !== 1) count.lost.push(`${key} (${act.path}) is there ${times} times`)
    }
  }

  async function houseRules(): Promise<string[]> {
    const broken: string[] = []
    const events = await log()
    if (events.at(-1)?.kind !== 'closed') broken.push(`the room in ${phase} was not closed`)
    const announced = events.find(({ kind }) => kind === 'reveal-announced')?.payload.opensAt ?? 0
    const revealed = events.filter(({ kind }) => kind === 'revealed')
    if (revealed.length !== 1) broken.push(`questions were opened ${revealed.length} times`)
    const at = revealed[0]?.at.getTime() ?? 0
    if (at < announced) broken.push(`questions were opened ${announced - at} ms early`)
    if (phase === 'reveal' && at > Math.max(announced, startedAt) + KEPT_WITHIN_MS)
      broken.push('a countdown that ended while nobody ran was not kept at the start')
    return broken
  }
}

const talk = ['hand-over', 'experience', 'decision/begin', 'decision/owe', 'close'] as const
/** How the meeting goes on from where it was killed. */
const toTheClose: Record<Phase, readonly string[]> = {
  lobby: ['start', 'reveal', 'opened', ...talk],
  reading: ['reveal', 'opened', ...talk],
  reveal: talk,
  discussion: talk,
  decision: ['hand-over', 'experience', 'decision/owe', 'close'],
  adjourned: ['resume', 'reveal', 'opened', ...talk],
}
