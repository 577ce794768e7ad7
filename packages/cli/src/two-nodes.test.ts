import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { MeetingId } from '@foreword/core/ids'
import { followRoom } from '@foreword/core/meetings/follow'
import { clientOf, PASSWORD } from '@foreword/server/test/company'
import { freshDatabase } from '@foreword/server/test/database'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** Two real processes on one PostgreSQL, as behind a load balancer. */
const command = fileURLToPath(new URL('../bin/foreword.mjs', import.meta.url))
const database = await freshDatabase()
const key = () => randomUUID()

interface Node {
  url: string
  process: ChildProcess
}
const nodes: Node[] = []
/** One person, with a session that holds on every node. */
interface Member {
  id: string
  on: (node: Node) => ReturnType<typeof clientOf>
  cookie: () => string
}
let ines: Member
let omar: Member
let priya: Member
let edition: { initiativeId: string; editionId: string }

beforeAll(async () => {
  nodes.push(await startNode())
  nodes.push(await startNode())
  ines = await member((api) =>
    api.people.setUp({ name: 'Ines', email: 'ines@example.com', password: PASSWORD, company: 'Tidewatch' }),
  )
  const [one] = nodes
  const api = ines.on(one ?? expect.fail('no node'))
  const invited = async (name: string) => {
    const { link } = await api.people.invite({})
    const who = { name, email: `${name.toLowerCase()}@example.com`, password: PASSWORD }
    return member((its) => its.people.accept({ ...who, token: link.split('/').at(-1) ?? '' }))
  }
  omar = await invited('Omar')
  priya = await invited('Priya')
  await api.people.updateWorkspace({ settings: { countdownSeconds: 2 } })
  const file = new File(['# Tidewatch texts growers at five\n\nIt sends one text.\n'], 'a.md')
  const { initiativeId, narrativeId } = await api.narratives.bring({ file })
  const { id: editionId } = await api.narratives.freeze({ narrativeId })
  edition = { initiativeId, editionId }
})
afterAll(async () => {
  for (const { process } of nodes) process.kill('SIGKILL')
  await database.close()
})

async function startNode(): Promise<Node> {
  const port = await freePort()
  const process_ = spawn(process.execPath, [command, 'start'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: database.url,
    },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  await until('a node answers', async () => (await fetch(`${url}/healthz`).catch(() => null))?.ok === true)
  return { url, process: process_ }
}

async function member(
  enter: (api: ReturnType<typeof clientOf>) => Promise<{ person: { id: string } } | null>,
) {
  const jar = new Map<string, string>()
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const on = ({ url }: Node) => clientOf(url, jar, cookie)
  const me = await enter(on(nodes[0] ?? expect.fail('no node')))
  return { id: me?.person.id ?? '', on, cookie } satisfies Member
}

/** A meeting in its silent reading, in which everybody is, each by the node they are on. */
async function reading(places: [Member, Node][]) {
  const [[chair, node]] = places as [[Member, Node]]
  type Scheduled = Parameters<ReturnType<typeof clientOf>['meetings']['schedule']>[0]
  const plan = {
    ...edition,
    key: key(),
    startsAt: new Date().toISOString(),
    readingMinutes: 5,
    discussionMinutes: 10,
    attendees: places.map(([{ id }, _], place) => ({
      personId: id,
      roles: place === 0 ? ['facilitator', 'author', 'reader'] : ['reader', 'deputy'],
    })),
  } as Scheduled // ids that came from the server
  const { room } = await chair.on(node).meetings.schedule(plan)
  const { meetingId } = room
  const heard = await Promise.all(places.map(([person, at]) => hear(person, at, meetingId)))
  for (const [person, at] of places) await person.on(at).meetings.join({ meetingId, key: key() })
  await chair.on(node).meetings.start({ meetingId, key: key() })
  return { meetingId, heard }
}

/** What one person's room sends them by one node. */
async function hear(person: Member, node: Node, meetingId: MeetingId) {
  const stop = new AbortController()
  const stream = await person.on(node).meetings.watch({ meetingId }, { signal: stop.signal })
  const phases: string[] = []
  void (async () => {
    try {
      const next = followRoom()
      for await (const news of stream) phases.push(next(news).room.phase.name)
    } catch {
      // stopped, or its node was killed
    }
  })()
  return { phases, stop: () => stop.abort() }
}

async function kinds(meetingId: MeetingId): Promise<string[]> {
  const { rows } = await database.pool.query<{ kind: string }>(
    'select kind from meeting_event where meeting_id = $1 order by seq',
    [meetingId],
  )
  return rows.map(({ kind }) => kind)
}

const POLL_MS = 25
const PATIENCE_MS = 45_000

async function until(what: string, holds: () => Promise<boolean> | boolean) {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await delay(POLL_MS))
    if (await holds()) return
  throw new Error(`waited in vain until ${what}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : expect.fail('no port')
}

const two = () => {
  const [one, other] = nodes
  if (!one || !other) throw new Error('two nodes')
  return [one, other] as const
}

test('R3, R4: acts by two nodes give one log, everybody hears them, and the deadline rings once', async () => {
  const [one, other] = two()
  const { meetingId, heard } = await reading([
    [ines, one],
    [omar, other],
  ])
  await until('the other node hears that the reading began', () =>
    heard.every(({ phases }) => phases.at(-1) === 'reading'),
  )
  // the same act by both nodes at once is one act; different ones are all kept
  const once_ = key()
  await Promise.all(
    Array.from({ length: 10 }, (_, n) => {
      const node = n % 2 === 0 ? one : other
      return ines.on(node).meetings.extendReading({ meetingId, key: once_, minutes: 1 })
    }),
  )
  await Promise.all(
    Array.from({ length: 10 }, (_, n) => {
      const node = n % 2 === 0 ? one : other
      return ines.on(node).meetings.extendReading({ meetingId, key: key(), minutes: 1 })
    }),
  )
  expect((await kinds(meetingId)).filter((kind) => kind === 'reading-extended')).toHaveLength(11)
  const { rows } = await database.pool.query(
    'select count(*)::int as count, max(seq) as last from meeting_event where meeting_id = $1',
    [meetingId],
  )
  expect(rows[0].last).toBe(rows[0].count - 1)

  const asked = { meetingId, key: key(), text: 'Who pays?', on: null }
  await Promise.all(two().map((node) => omar.on(node).reviews.postQuestion(asked)))
  await ines.on(one).meetings.announceReveal({ meetingId, key: key(), because: 'They have said so.' })
  await until('both hear the questions open', () =>
    heard.every(({ phases }) => phases.at(-1) === 'discussion'),
  )
  expect((await kinds(meetingId)).filter((kind) => kind === 'revealed')).toHaveLength(1)
  const { room } = await ines.on(other).meetings.room({ meetingId })
  expect(room.phase.name === 'discussion' && room.phase.questions.length).toBe(1)
  for (const { stop } of heard) stop()
})

test('R12: whoever comes back by another node has not left the room', async () => {
  const [one, other] = two()
  const { meetingId, heard } = await reading([
    [ines, one],
    [omar, one],
  ])
  const back = await hear(omar, other, meetingId)
  await until('the other node has the room', () => back.phases.length > 0)
  heard[1]?.stop()
  // Ines goes too, with nobody to say that she is elsewhere: by then the first node has asked about Omar
  heard[0]?.stop()
  await until('Ines has left', async () => (await kinds(meetingId)).includes('left'))
  const { rows } = await database.pool.query(
    `select payload->>'personId' as id from meeting_event where meeting_id = $1 and kind = 'left'`,
    [meetingId],
  )
  expect(rows).toEqual([{ id: ines.id }])
  back.stop()
})

test('A3: who leaves the company is cut off on every node', async () => {
  const [one, other] = two()
  const socket = new WebSocket(`${other.url.replace('http', 'ws')}/live`, {
    headers: { cookie: priya.cookie(), origin: other.url },
  } as unknown as string[]) // Node takes headers here; the type is the browser's
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  const closed = new Promise<CloseEvent>((resolve) => socket.addEventListener('close', resolve))
  await ines.on(one).people.remove({ personId: priya.id as never })
  expect((await closed).code).toBe(4403)
})

test('R3: a deadline that was set by a node is kept by the other when that one is killed', async () => {
  const [one, other] = two()
  const { meetingId, heard } = await reading([
    [ines, one],
    [omar, other],
  ])
  await ines.on(one).meetings.announceReveal({ meetingId, key: key(), because: 'They have said so.' })
  await until('the other node counts down', () => heard[1]?.phases.at(-1) === 'reveal')
  const announced = performance.now()
  one.process.kill('SIGKILL')
  await until('the other node opens the questions', () => heard[1]?.phases.at(-1) === 'discussion')
  // sooner than the look for deadlines that nobody armed, which comes every half minute
  expect(performance.now() - announced).toBeLessThan(20_000)
  expect((await kinds(meetingId)).filter((kind) => kind === 'revealed')).toHaveLength(1)
  heard[1]?.stop()
})
