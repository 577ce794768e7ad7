import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { MeetingEvent } from '@foreword/core/meetings/events'
import { evolve, fold } from '@foreword/core/meetings/fold'
import type { InviteRole } from '@foreword/core/meetings/plan'
import { events } from '../../../packages/server/src/meetings/store.ts'
import type { Colleague, openCompany } from '../../../packages/server/src/test/company.ts'
import { seededRandom } from '../../torture/random.ts'
import { leading } from '../commands.ts'
import { checkKeys, checkStep, holds } from '../rules.ts'
import { canary, Person, type Sent, type Way } from './person.ts'

type Company = Awaited<ReturnType<typeof openCompany>>
type Room = Awaited<ReturnType<Colleague['api']['meetings']['schedule']>>['room']

/** After so long the place of a facilitator who is away is offered to a deputy. */
const DEPUTY_AFTER_MS = 30_000
const STORM_MS = 1_500
/** More than the server waits before a closed line is a departure. */
const GONE_MS = 4_500
/** Whoever holds one of these places is one of the first people. */
const places: InviteRole[][] = [
  ['facilitator', 'deputy', 'reader'],
  ['author', 'deputy', 'reader'],
  ['note-taker', 'deputy', 'reader'],
  ['decider', 'deputy', 'reader'],
  ['deputy', 'reader'],
  ['deputy', 'reader'],
  ['deputy', 'reader'],
  ['deputy', 'reader'],
]

/** Commands that, once acknowledged, are in the log whatever stood there before. */
const always = new Set([
  'start',
  'pause',
  'resume',
  'announceReveal',
  'extendReading',
  'extendDiscussion',
  'moveToDecision',
])

export interface Held {
  log: readonly MeetingEvent[]
  /** In which phases the facilitator went away and a deputy took over. */
  takenOver: Set<string>
  sent: readonly Sent[]
  questions: number
  /** How many deadlines were looked at. */
  shown: number
}

/**
 * Holds a meeting of these people over real connections, from a seed: in each phase everybody acts at once, some lines
 * are cut, and the facilitator goes away. Throws when a rule does not hold, with the seed.
 */
export async function hold(
  company: Company,
  colleagues: readonly Colleague[],
  on: Pick<Room, 'initiativeId'> & { editionId: Room['edition']['id'] },
  seed: number,
): Promise<Held> {
  const random = seededRandom(seed)
  const [convener] = colleagues
  if (!convener) throw new Error('a meeting of nobody')
  const { room } = await convener.api.meetings.schedule({
    ...on,
    key: randomUUID(),
    purpose: seed % 2 === 0 ? 'decide' : 'improve',
    startsAt: new Date(company.now()).toISOString(),
    readingMinutes: 30,
    discussionMinutes: 60,
    attendees: colleagues.map(({ id }, place) => ({ personId: id, roles: places[place] ?? ['reader'] })),
    whyNow: 'The season starts in three weeks.',
  })
  const { meetingId } = room
  const broken: string[] = []
  const house = {
    url: company.url,
    meetingId,
    now: company.now,
    rule: (isTrue: boolean, what: string) => void (isTrue || broken.push(what)),
  }
  const people = colleagues.map((colleague) => {
    const wrongMs = random.integer(3) === 0 ? 0 : random.integer(1_200_000) - 600_000
    return new Person(house, colleague, { wrongMs, lagMs: 3 + random.integer(120) })
  })
  const workspaceId = await workspaceOf(company)
  const readLog = () => events(company.db, { workspaceId }, meetingId)
  const takenOver = new Set<string>()
  /** Questions by whether they were taken. */
  const posted: string[] = []
  const refused: string[] = []
  let beforeClose: MeetingEvent[] = []
  let shown = 0

  const stands = async () => fold(await readLog())
  const leader = async () => {
    const { facilitator } = await stands()
    const person = people.find(({ id }) => id === facilitator)
    if (!person) throw new Error('a facilitator who is nobody')
    return person
  }
  const everybody = () => people.filter(({ isHere }) => isHere)

  try {
    // the storm at the door; the last come when the room reads, or when it has opened its questions
    const late = people.slice(places.length).filter(() => random.integer(8) === 0)
    await Promise.all(
      people.map(async (person) => {
        if (late.includes(person)) return
        await pause(random.integer(800))
        person.connect()
      }),
    )
    await agree()
    await scene('lobby')
    await lead('reading')
    for (const person of late.splice(0, late.length / 2)) person.connect()
    await scene('reading')
    await interruption()
    await lead('reveal')
    // whoever opened them goes at once; the server opens them all the same
    const opener = await leader()
    opener.vanish()
    await until('the questions are open', async () => (await stands()).phase.name === 'discussion')
    for (const person of late) person.connect()
    await replace(opener, 'reveal')
    await scene('discussion')
    if (seed % 2 === 0) {
      await lead('decision')
      await scene('decision')
    }
    await storm('late')
    await agree()
    return await close()
  } catch (error) {
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error })
  } finally {
    for (const person of people) person.vanish()
  }

  /** Everybody acts at once and the facilitator vanishes meanwhile; a deputy takes over, and the one who went returns. */
  async function scene(name: string) {
    const facilitator = await leader()
    const acts = storm(name)
    await pause(random.integer(STORM_MS))
    facilitator.vanish()
    await acts
    await replace(facilitator, name)
  }

  /** R12: nobody takes the place of one who has only just gone; then of all the deputies exactly one does. */
  async function replace(gone: Person, name: string) {
    const before = (await readLog()).length
    const deputies = people.slice(0, places.length).filter((person) => person !== gone)
    for (const deputy of deputies) deputy.connect()
    const [eager] = deputies
    const early = await eager?.does('takeFacilitation', {}, 'twice')
    holds(!early?.isAcknowledged, 'R12: a deputy took the place of one who has only just gone')
    await until(
      'it is noted that the facilitator went',
      async () => (await stands()).attendees.get(gone.id)?.here === false,
    )
    await until('the deputies are in the room', async () => {
      const { attendees } = await stands()
      return deputies.every(({ id }) => attendees.get(id)?.here)
    })
    const member = everybody().find((person) => !people.slice(0, places.length).includes(person))
    company.wait(DEPUTY_AFTER_MS + 1_000)
    const seized = await member?.does('takeFacilitation')
    holds(!seized?.isAcknowledged, 'R12: a member seized the place of the facilitator')
    await Promise.all(deputies.map((deputy) => deputy.does('takeFacilitation', {}, way())))
    const changes = (await readLog()).slice(before).filter(({ kind }) => kind === 'facilitator-changed')
    holds(changes.length === 1, `R12: the place was taken ${changes.length} times in ${name}`)
    takenOver.add(name)
    gone.comeBack()
    await agree()
  }

  /** Each person means to do a few things, at moments of their own; some lose their line and come back. */
  async function storm(name: string) {
    await Promise.all(
      people.flatMap((person) =>
        Array.from({ length: 1 + random.integer(3) }, async () => {
          const [at, what, how, back] = [
            random.integer(STORM_MS),
            random.integer(100),
            way(),
            random.integer(900),
          ]
          await pause(at)
          if (!person.isHere) return
          if (what < 8) {
            person.drop()
            // some for so long that they have left the room, while the others go on
            const returns = pause(what < 3 ? GONE_MS + back : back).then(() => person.connect())
            if (what >= 3) await returns
          } else if (what < 14) await person.jump((back - 450) * 1_000)
          else await act(person, name, what, how)
        }),
      ),
    )
  }

  async function act(person: Person, name: string, what: number, how: Way): Promise<unknown> {
    const phase = person.room?.phase
    if (what < 24 && person.room && person.room.facilitator !== person.id) {
      const kind = what < 18 ? 'announceReveal' : what < 21 ? 'start' : 'close'
      const { isAcknowledged } = await person.does(
        kind,
        kind === 'announceReveal' ? { because: 'Now.' } : {},
        how,
      )
      holds(!isAcknowledged, `R12: ${kind} was done by somebody who is not in charge`)
      return
    }
    if (what < 55 || name === 'lobby') {
      const text = canary(person.id, person.asked++)
      const sent = await person.does('postQuestion', { text, on: null }, how)
      if (sent.isAcknowledged) posted.push(text)
      else if (!sent.isLost) refused.push(text)
      return
    }
    if (phase?.name === 'reading') {
      const { mine } = phase
      if (!mine.finished) return person.does('finishReading', {}, how)
      return person.does('answerOneQuestion', { want: 'yes', because: canary(person.id, 1e6) }, how)
    }
    if (phase?.name !== 'discussion' && phase?.name !== 'decision') return person.does('raiseHand', {}, how)
    const questionId = phase.questions[what % Math.max(1, phase.questions.length)]?.id
    if (!questionId || what < 65) return person.does('raiseHand', {}, how)
    if (what < 72) return person.does('lowerHand', {}, how)
    if (what < 84) return person.does('askToo', { questionId }, how)
    if (what < 88) return person.does('acknowledge', {}, how)
    if (what < 92) return person.does('openQuestion', { questionId }, how)
    return person.does('endQuestion', { questionId, state: { name: 'withdrawn' } }, how)
  }

  /** The facilitator stops the clock and goes: an interruption of which somebody else takes the end. */
  async function interruption() {
    const facilitator = await leader()
    await facilitator.does('extendReading', { minutes: 1 }, 'twice')
    await facilitator.does('pause', {}, 'twice')
    facilitator.vanish()
    await replace(facilitator, 'adjourned')
    await (await leader()).does('resume', {}, 'lost')
    await agree()
  }

  /** Whoever is in charge leads on by what they see, until the room is in this phase. */
  async function lead(to: string) {
    await until(`the room is in ${to}`, async () => {
      const { phase } = await stands()
      if (phase.name === to) return true
      const person = await leader()
      if (to === 'decision') await person.does('moveToDecision', {}, way())
      else await leadOn(person)
      return (await stands()).phase.name === to
    })
    if (to !== 'reveal') await agree()
  }

  async function leadOn(person: Person) {
    const command = person.room && person.room.facilitator === person.id ? leading(person.room) : null
    if (!command) return
    const { kind, ...input } = command
    // R4: what was seen just before the close, which forgets whose pace it was
    if (kind === 'close') beforeClose = await readLog()
    await person.does(kind, input, way())
  }

  /** When it is quiet everybody sees one facilitator, the same; nobody's deadline is wrong; and no rule was broken. */
  async function agree() {
    await until('everybody sees the same facilitator and phase', async () => {
      const { facilitator, phase, attendees } = await stands()
      return everybody().every(({ room, id }) => {
        if (!room?.me?.here || !attendees.get(id)?.here || room.facilitator !== facilitator) return false
        const led = room.attendees.filter(({ roles }) => roles.includes('facilitator'))
        const isOne = led.length === 1 && led[0]?.personId === facilitator
        const { name } = room.phase
        return (isOne || room.attendees.length === 0) && (name === phase.name || readsLate(room))
      })
    })
    for (const some of inTwenties(everybody()))
      for (const isShown of await Promise.all(some.map((person) => person.showsDeadline())))
        if (isShown) shown += 1
    holds(broken.length === 0, broken.join('\n'))
  }

  async function close(): Promise<Held> {
    await until('the meeting is closed', async () => {
      if ((await stands()).phase.name === 'closed') return true
      await leadOn(await leader())
      return false
    })
    const log = beforeClose
    checkLog(log, await readLog())
    checkActs(log)
    const revealed = log.find(({ kind }) => kind === 'revealed')
    for (const { sawOthersAt } of people)
      holds(
        sawOthersAt === null || sawOthersAt >= (revealed?.at ?? Number.POSITIVE_INFINITY),
        'R7: an early reveal',
      )
    const { rows } = await company.pool.query<{ text: string; state: { name: string } | null }>(
      'select text, state from question where meeting_id = $1',
      [meetingId],
    )
    const count = (text: string) => rows.filter((row) => row.text === text).length
    for (const text of posted)
      holds(count(text) === 1, `R4: ${text} was acknowledged and stands ${count(text)} times`)
    for (const text of refused) holds(count(text) === 0, `R4: ${text} was refused and stands there`)
    holds(new Set(rows.map(({ text }) => text)).size === rows.length, 'R4: a question stands twice')
    for (const { text, state } of rows)
      holds(state !== null && state.name !== 'open', `R11: ${text} left the room without an end`)
    holds(broken.length === 0, broken.join('\n'))
    return { log, takenOver, sent: people.flatMap(({ sent }) => sent), questions: rows.length, shown }
  }

  /** R4: what was acknowledged is in the log once, what was refused is not, and nothing is there twice. */
  function checkActs(log: readonly MeetingEvent[]) {
    const inLog = new Map<string, number>()
    for (const { by, key } of log) inLog.set(`${by} ${key}`, (inLog.get(`${by} ${key}`) ?? 0) + 1)
    for (const { by, key, kind, isAcknowledged, refusals, isLost } of people.flatMap(({ sent }) => sent)) {
      const times = inLog.get(`${by} ${key}:0`) ?? 0
      holds(times <= 1, `R4: ${kind} was done ${times} times`)
      if (isAcknowledged && always.has(kind))
        holds(refusals.length === 0, `R4: a repeat of ${kind} was answered otherwise: ${refusals}`)
      if (isAcknowledged && always.has(kind)) holds(times === 1, `R4: ${kind} was acknowledged and is lost`)
      if (!isAcknowledged && !isLost && refusals.length > 0)
        holds(times === 0, `R4: ${kind} was refused (${refusals}) and is in the log`)
    }
  }

  function way(): Way {
    return (['once', 'twice', 'lost'] as const)[random.integer(3)] ?? 'once'
  }
}

/** R14: somebody who came when the questions were open has the time that they need. */
const readsLate = ({ phase }: Room) => phase.name === 'reading' && phase.late

/** Every rule of one step, of each step of the log that the database has. */
function checkLog(log: readonly MeetingEvent[], closed: readonly MeetingEvent[]) {
  const [first] = log
  let meeting = fold(first ? [first] : [])
  for (const [place, event] of [...log, ...closed.slice(log.length)].entries()) {
    if (place === 0) continue
    const after = evolve(meeting, event)
    checkStep(meeting, after, event, log.slice(0, place + 1))
    meeting = after
  }
  checkKeys(closed)
  holds(meeting.phase.name === 'closed', 'R12: a meeting whose deputies stay comes to its end')
}

async function workspaceOf({ pool }: Company): Promise<string> {
  const { rows } = await pool.query<{ id: string }>('select id from workspace')
  return rows[0]?.id ?? ''
}

/** So many at a time, so that what is measured of hundreds is the line and not the queue. */
function inTwenties<Value>(values: readonly Value[]): Value[][] {
  const twenties: Value[][] = []
  for (let from = 0; from < values.length; from += 20) twenties.push(values.slice(from, from + 20))
  return twenties
}

async function until(what: string, isSo: () => Promise<boolean>) {
  for (const end = performance.now() + 30_000; performance.now() < end; ) {
    if (await isSo()) return
    await pause(50)
  }
  throw new Error(`waited in vain until ${what}`)
}
