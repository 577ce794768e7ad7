import { permissions } from '@foreword/core/people/permissions'
import { exportFormats } from '@foreword/core/transfer/export'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exampleOf, type Known } from '../../http/examples.fixture.ts'
import { refusal } from '../../test/company.ts'
import { key, until } from '../room.fixture.ts'
import { type Answer, addressOf, call, fetched, normal, operations } from './answers.fixture.ts'
import { type Listener, listen, watchable } from './listening.fixture.ts'
import {
  ask,
  CANARY,
  canaries,
  type Kind,
  kinds,
  openTwin,
  PASSAGE,
  seal,
  type Twin,
} from './twins.fixture.ts'

/**
 * R7, of every operation there is. Two companies are the same but for what is sealed in one of them; whatever anybody
 * is sent before the reveal, by an answer or by a live frame, must be the same in both but for ids and moments. So
 * neither words nor authors nor counts nor sizes tell anything. Operations come from the contract and their inputs
 * from its schemas: what is added there is tried here without anybody's hand.
 */

// a thousand calls in each of two companies: a busy machine takes a while, and is no wrong answer
vi.setConfig({ testTimeout: 300_000 })

/** Operations of which no input can be made from the schema, and why. There are none. */
const untried: Record<string, string> = {}
/** Operations that end what the others need. */
const last = ['people.remove', 'people.signOut']
/** What is tried besides the first choice of every field, by those named. */
const inAllFormats = exportFormats.map((format) => ({ format, comments: 'with', decision: 'with' }))
const variants: Record<string, Known[]> = {
  'transfer.exportDraft': inAllFormats,
  'transfer.exportEdition': inAllFormats,
  // words of the document, and words that only sealed questions and notes have
  'search.documents': [{ text: 'recording updated' }, { text: `${CANARY}sealed` }, { text: 'zq7f' }],
  'transfer.exportRecord': [{ format: 'markdown' }],
}
const triesVariants: readonly Kind[] = ['author', 'reader']

/** In what is not of the room a reader is a reader, whatever they do in it; `FOREWORD_EVERYBODY=1` tries them all. */
const whoTries = (path: string): readonly Kind[] =>
  /^(meetings|reviews)\./.test(path) || process.env.FOREWORD_EVERYBODY
    ? kinds
    : ['administrator', 'author', 'reader', 'stranger', 'nobody']

let full: Twin
let empty: Twin
const listeners: Listener[] = []
const both = <Made>(make: (twin: Twin) => Promise<Made>) => Promise.all([make(full), make(empty)])

beforeAll(async () => {
  ;[full, empty] = await Promise.all([openTwin(), openTwin()])
}, 180_000)
afterAll(async () => {
  for (const listener of listeners) listener.close()
  await Promise.all([full?.close(), empty?.close()])
})

/** N10: that a document left stands on the idea's page, so the order of these can be seen. */
const leavesTrace = (path: string) =>
  Object.entries(permissions).some(([name, { needs }]) => name === path && needs === 'export')

/** Real ids for the fields that want one. */
function known(twin: Twin): Known {
  const person = (kind: string) => twin.the(kind).id
  return {
    ...twin.ids,
    ...twin.sealed,
    // whatever is done to them harms no other call
    personId: person('bystander'),
    to: person('facilitator'),
    owner: person('decider'),
    decider: person('decider'),
    roles: ['reader'],
    attendees: [{ personId: person('facilitator'), roles: ['facilitator', 'author'] }],
    people: twin.relations,
    kindId: 'one-pager',
    kind: 'one-pager',
  }
}

/** Every piece of news is told. */
async function quiet({ company }: Twin) {
  await until('all news is told', async () => {
    const { rows } = await company.pool.query('select 1 from outbox_event where delivered_at is null limit 1')
    return rows.length === 0
  })
}

function holdsNothing(sent: Uint8Array | string, what: string) {
  const bytes = Buffer.from(sent)
  expect(bytes.includes(CANARY), `${what} holds sealed words`).toBe(false)
  expect(bytes.includes(PASSAGE), `${what} holds a sealed passage`).toBe(false)
}

async function sameInBoth(what: string, asked: (twin: Twin) => Promise<Answer>): Promise<void> {
  const [one, other] = await both(asked)
  holdsNothing(one.bytes, what)
  const { bytes: _, ...seen } = one
  const { bytes: __, ...expected } = other
  expect(seen, what).toEqual(expected)
}

test('Every operation has an input made of its schema, or its name and the reason stand here', () => {
  const impossible = operations.filter(({ schema }) => exampleOf(schema, known(full)) === undefined)
  expect(impossible.map(({ path }) => path)).toEqual(Object.keys(untried))
})

test('R7: what is sealed is in no live frame, and sends nobody a frame', async () => {
  const watching = kinds.filter((kind) => kind !== 'nobody')
  const [ours, theirs] = await both((twin) =>
    Promise.all(watching.map((kind) => listen(twin, kind, known(twin)))),
  )
  listeners.push(...ours, ...theirs)
  const settled = (all: Listener[]) => Promise.all(all.map((one) => one.settled()))
  await both(quiet)
  await Promise.all([settled(ours), settled(theirs)])
  const before = ours.map(({ frames }) => frames.length)

  await seal(full)
  await both(quiet)
  await settled(ours)
  expect(ours.map(({ frames }) => frames.length)).toEqual(before)
  const shown = (twin: Twin, { frames }: Listener) =>
    frames.map((frame) => normal(twin, frame.toString())).toSorted()
  for (const [place, one] of ours.entries())
    expect(shown(full, one), one.kind).toEqual(shown(empty, theirs[place] ?? expect.fail('no twin')))
})

test('R7: every operation answers everybody as it would if nothing were sealed', async () => {
  const answering = operations.filter(({ streams }) => !streams)
  const ending = answering.filter(({ path }) => last.includes(path))
  for (const { path, schema, route } of [...answering.filter((one) => !ending.includes(one)), ...ending]) {
    const tries = whoTries(path).map((kind) => async () => {
      const tried = [{}, ...(triesVariants.includes(kind) ? (variants[path] ?? []) : [])]
      for (const variant of tried)
        await sameInBoth(`${path} for ${kind}`, (twin) =>
          call(twin, kind, path, exampleOf(schema, { ...known(twin), ...variant })),
        )
    })
    // what only reads is asked by all at once; acts come one after another, so that both companies see one order
    if (route.method === 'GET' && !leavesTrace(path)) await Promise.all(tries.map((one) => one()))
    else
      for (const one of tries) {
        await one()
        await backToReading(path)
      }
  }
  // who was signed out comes back
  await both((twin) => Promise.all(['author', 'facilitator', 'reader'].map((kind) => twin.signIn(kind))))
})

/** What an act did to the room is undone, so that the next one meets it reading; what is sent meanwhile is looked at. */
async function backToReading(after: string) {
  const ways: Record<string, 'resume' | 'cancelReveal'> = { adjourned: 'resume', reveal: 'cancelReveal' }
  const [phase] = await both((twin) => twin.phase())
  if (phase === 'reading') return
  const back = ways[phase]
  if (!back) throw new Error(`${after} left the room in ${phase}: it needs a way back`)
  await sameInBoth(`the room in ${phase}`, (twin) =>
    call(twin, 'reader', 'meetings.room', { meetingId: twin.ids.meetingId }),
  )
  await both((twin) =>
    twin.the('facilitator').api.meetings[back]({ meetingId: twin.ids.meetingId, key: key() }),
  )
}

const opening = ({ ids }: Twin) => ({
  meetingId: ids.meetingId,
  key: key(),
  because: 'Nobody here reads any more.',
})

const phases: Record<string, (twin: Twin) => Promise<unknown>> = {
  reading: async () => {},
  reveal: async (twin) => twin.facilitator.announceReveal(opening(twin)),
  adjourned: async (twin) => {
    await twin.facilitator.cancelReveal({ meetingId: twin.ids.meetingId, key: key() })
    await twin.facilitator.adjourn({ meetingId: twin.ids.meetingId, key: key() })
  },
}

test.each(Object.entries(phases))(
  'R7: what can be read is the same in %s, at its address too',
  async (phase, begin) => {
    await both(begin)
    expect(await full.phase()).toBe(phase)
    const addresses = operations.flatMap((operation) => {
      const at = (twin: Twin) => addressOf(operation, exampleOf(operation.schema, known(twin)))
      return operation.streams || at(full) === null ? [] : [at]
    })
    const doors = ['/api/openapi.json', '/healthz', '/metrics', '/robots.txt'].map((door) => () => door)
    const asking: Kind[] = phase === 'reading' ? ['facilitator', 'reader', 'nobody'] : ['reader']
    for (const kind of asking)
      for (const at of [...addresses, ...doors])
        await sameInBoth(`${at(full)} for ${kind}`, (twin) => fetched(twin, kind, at(twin) ?? ''))
  },
)

test('R7: the log of the app holds nothing that is sealed, also when a question could not be stored', async () => {
  await full.facilitator.resume({ meetingId: full.ids.meetingId, key: key() })
  const { pool } = full.company
  await pool.query(`alter table question add constraint full_disk check (text not like '%disk%') not valid`)
  expect(await refusal(ask(full, 'other', `A disk, ${canaries.question}?`))).toBe('INTERNAL_SERVER_ERROR')
  await pool.query('alter table question drop constraint full_disk')
  expect(full.logged.join()).toContain('reviews.postQuestion')
  holdsNothing(full.logged.join(), 'the log')
})

test('R7: of 200 sockets none is sent a sealed byte before the reveal, and all are sent the questions by it', async () => {
  const inRoom = (place: number): Kind =>
    (['author', 'facilitator', 'reader'] as const)[place % 3] ?? 'reader'
  const room = watchable.filter(({ path }) => path === 'meetings.watch')
  const crowd = await Promise.all(
    Array.from({ length: 200 }, (_, place) => listen(full, inRoom(place), known(full), room)),
  )
  listeners.push(...crowd)
  for (let count = 0; count < 20; count++) await ask(full, 'asker', `Why, ${canaries.question} ${count}?`)
  await full.facilitator.announceReveal(opening(full))
  await until('everybody counts down', () =>
    crowd.every(({ frames }) => frames.some((frame) => frame.includes('"phase.opensAt"'))),
  )
  for (const { frames, kind } of listeners) holdsNothing(Buffer.concat(frames), `a socket of ${kind}`)
  const sizes = new Map(crowd.map(({ kind, frames }) => [kind, Buffer.concat(frames).length]))
  for (const { kind, frames } of crowd) expect(Buffer.concat(frames).length).toBe(sizes.get(kind))

  full.company.wait(11_000)
  // the timer was armed with the clock of before; an act arms it anew
  await full.the('reader').api.meetings.leave({ meetingId: full.ids.meetingId, key: key() })
  await until('everybody has the questions', () =>
    crowd.every(({ frames }) => frames.some((frame) => frame.includes(canaries.question))),
  )
})
