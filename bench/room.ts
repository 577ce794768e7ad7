import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { type House, openHouse, theApp } from '../scripts/torture/house.ts'
import { proportionalBytes } from './app-alone.ts'
import { cpuMeter, percentile, type Run } from './figures.ts'
import type { Pinning } from './pinning.ts'

const PEOPLE = 200
const QUESTIONS_EACH = 2
const ACTS = 30
const SPREAD_MS = 8_000
const COUNTDOWN_SECONDS = 3
/** A clock tick of Linux, in which /proc counts what a process has used. */
const TICK_MS = 10

/** A meeting of 200 people, each with a socket of their own, from the storm at the door to the discussion. */
export async function room({ through }: Pinning, repeats: number): Promise<Run[]> {
  const house = await openHouse({ command: theApp, through })
  const runs: Run[] = []
  try {
    await house.start()
    const company = await settle(house)
    for (let n = 0; n < repeats; n++) {
      // cold: nothing of the meeting, its edition or its people is known to the process
      await house.endApp()
      await house.start()
      runs.push(await meeting(house, company))
    }
  } finally {
    await house.stop()
  }
  return runs
}

interface Member {
  id: string
  cookie: string
}
interface Company {
  people: Member[]
  initiativeId: string
  editionId: string
}

async function meeting(house: House, { people, initiativeId, editionId }: Company): Promise<Run> {
  const [chair] = people
  if (!chair) throw new Error('nobody is here')
  const cpu = cpuMeter()
  const { room } = await post(house, chair, `/initiatives/${initiativeId}/meetings`, {
    editionId,
    key: randomUUID(),
    startsAt: new Date().toISOString(),
    readingMinutes: 60,
    discussionMinutes: 60,
    attendees: people.map(({ id }, place) => ({
      personId: id,
      roles: place === 0 ? ['facilitator', 'author', 'reader'] : ['reader'],
    })),
  })
  const { meetingId } = room
  const act = (member: Member, path: string, body: object = {}) =>
    post(house, member, `/meetings/${meetingId}/${path}`, { key: randomUUID(), ...body })
  const usedBefore = usedMs(house.appPid())

  const from = performance.now()
  const sockets = await Promise.all(
    people.map(async (member) => {
      const socket = watch(house, member, meetingId)
      await socket.first
      await Promise.all([get(house, member, `/editions/${editionId}`), act(member, 'join')])
      return socket
    }),
  )
  const joinMs = performance.now() - from
  const joinCpuMs = usedMs(house.appPid()) - usedBefore
  const joinBytes = sumOf(sockets)
  await act(chair, 'start')
  await inPhase(sockets, 'reading')

  const beacons = await timed(people, (member) =>
    post(house, member, `/meetings/${meetingId}/pace`, { held: [{ page: 1, seconds: 10 }] }),
  )
  const asked = await timed(
    people.flatMap((member) => Array.from({ length: QUESTIONS_EACH }, () => member)),
    (member) => act(member, 'questions', { text: question, on: null }),
  )

  const usedAsking = usedMs(house.appPid())
  const before = sumOf(sockets)
  const { room: announced } = await act(chair, 'reveal', { because: 'They have said so.' })
  // one machine, one clock
  const opensAt = Date.parse(announced.phase.opensAt) - Date.now() + performance.now()
  const revealMs = (await inPhase(sockets, 'discussion')) - opensAt
  const revealBytes = sumOf(sockets) - before

  const revealCpuMs = usedMs(house.appPid()) - usedAsking
  const took: number[] = []
  const beforeActs = sumOf(sockets)
  for (let n = 0; n < ACTS; n++) {
    const begun = performance.now()
    const heard = Promise.all(sockets.map((socket) => socket.next()))
    await act(people[1 + (n >> 1)] ?? chair, n % 2 === 0 ? 'hand' : 'hand/lower')
    took.push(Math.max(...(await heard)) - begun)
  }
  const actBytes = (sumOf(sockets) - beforeActs) / ACTS
  const figures = {
    joinMs,
    joinCpuMs,
    joinKB: joinBytes / PEOPLE / 1000,
    beaconP95: percentile(beacons, 0.95),
    askP95: percentile(asked, 0.95),
    revealMs,
    revealCpuMs,
    revealKB: revealBytes / PEOPLE / 1000,
    actP50: percentile(took, 0.5),
    actP95: percentile(took, 0.95),
    actKB: actBytes / PEOPLE / 1000,
    cpuMs: usedMs(house.appPid()) - usedBefore,
    memoryMB: proportionalBytes(house.appPid()) / 1e6,
  }
  const run = { figures, harnessCpu: cpu() }
  for (const { close } of sockets) close()
  await act(chair, 'adjourn', { resumesAt: null })
  console.log(
    `  ${Object.entries(figures)
      .map(([name, value]) => `${name} ${value.toFixed(1)}`)
      .join('  ')}  harness CPU ${Math.round(run.harnessCpu * 100)} %`,
  )
  return run
}

/** A sentence of usual length, as 400 people would not write but a wire would carry. */
const question =
  'How would a grower who harvests before the text comes know that the station had closed the night before?'

type Socket = ReturnType<typeof watch>

/** A socket that counts what comes and decodes none of it: 200 browsers do that on 200 machines. */
function watch(house: House, { cookie }: Member, meetingId: string) {
  const socket = new WebSocket(`${house.origin.replace('http', 'ws')}/live`, {
    headers: { cookie, origin: house.origin },
    perMessageDeflate: false,
  })
  const first = Promise.withResolvers<void>()
  let bytes = 0
  let waiting: { holds: (frame: Buffer) => boolean; heard: (at: number) => void }[] = []
  let phase = ''
  socket.once('error', first.reject)
  socket.once('open', () => {
    const input = { json: { meetingId } }
    socket.send(JSON.stringify({ i: '1', p: { u: '/meetings/watch', b: input } }))
  })
  socket.on('message', (data) => {
    const frame = data as Buffer // one Buffer for each message, by default
    bytes += frame.length
    if (!frame.includes('"e":"message"')) return
    const named = frame.indexOf(PHASE)
    if (named >= 0) phase = frame.toString('latin1', named + PHASE.length, named + PHASE.length + 20)
    first.resolve()
    const at = performance.now()
    waiting = waiting.filter(({ holds, heard }) => {
      if (!holds(frame)) return true
      heard(at)
      return false
    })
  })
  const waitFor = (holds: (frame: Buffer) => boolean) =>
    new Promise<number>((heard) => waiting.push({ holds, heard }))
  return {
    first: first.promise,
    bytes: () => bytes,
    /** When the next message comes. */
    next: () => waitFor(() => true),
    /** When a message has said that it is in this phase; now, when one did before. */
    isIn: (name: string) =>
      phase.startsWith(name) ? Promise.resolve(performance.now()) : waitFor(() => phase.startsWith(name)),
    close: () => socket.terminate(),
  }
}

/** A part of a message is JSON text, in JSON. */
const PHASE = '"phase.name":"\\"'

const sumOf = (sockets: readonly Socket[]) => sockets.reduce((sum, { bytes }) => sum + bytes(), 0)

/** When the last of them has heard that it is in this phase. */
async function inPhase(sockets: readonly Socket[], name: string): Promise<number> {
  return Math.max(...(await Promise.all(sockets.map((socket) => socket.isIn(name)))))
}

async function timed(
  people: readonly Member[],
  act: (member: Member) => Promise<unknown>,
): Promise<number[]> {
  return Promise.all(
    people.map(async (member, place) => {
      // not all at once: they come from people
      await delay((SPREAD_MS * place) / people.length)
      const from = performance.now()
      await act(member)
      return performance.now() - from
    }),
  )
}

/** The first visit, 200 people, and six pages of a document as an edition. */
async function settle(house: House): Promise<Company> {
  const chair = await enter(house, '/setup', { ...account('Ada'), company: 'A company of two hundred' })
  await post(house, chair, '/workspace', { settings: { countdownSeconds: COUNTDOWN_SECONDS } }, 'PATCH')
  const people = [chair]
  for (let n = 1; n < PEOPLE; n++) {
    const { link } = await post(house, chair, '/invitations', {})
    people.push(await enter(house, `/join/${link.split('/').at(-1)}`, account(`Reader ${n}`)))
  }
  const { initiativeId, narrativeId } = await post(house, chair, '/guide/duplicate', {})
  const { id: editionId } = await post(house, chair, `/narratives/${narrativeId}/editions`, {})
  return { people, initiativeId, editionId }
}

const account = (name: string) => ({
  name,
  email: `${name.toLowerCase().replace(' ', '-')}@company.example`,
  password: 'a few words make a good one',
})

async function enter(house: House, path: string, body: object): Promise<Member> {
  const answer = await send(house, '', path, 'POST', body)
  const cookie = answer.headers
    .getSetCookie()
    .map((set) => set.split(';', 1)[0])
    .join('; ')
  return { id: (await answer.json()).person.id, cookie }
}

// the answers' shapes are the contract's; a field that is not there fails the next request by name
async function post(
  house: House,
  { cookie }: Member,
  path: string,
  body: object,
  method = 'POST',
  // biome-ignore lint/suspicious/noExplicitAny: read once each, right where it came in
): Promise<any> {
  const text = await (await send(house, cookie, path, method, body)).text()
  return text === '' ? undefined : JSON.parse(text)
}

async function get(house: House, { cookie }: Member, path: string): Promise<void> {
  await (await send(house, cookie, path, 'GET')).arrayBuffer()
}

async function send(house: House, cookie: string, path: string, method: string, body?: object) {
  const answer = await fetch(`${house.origin}/api${path}`, {
    method,
    headers: { cookie, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return answer
}

/** What a process has used of any core since it began. */
function usedMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS
}
