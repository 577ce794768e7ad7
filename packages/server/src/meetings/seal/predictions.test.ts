import { permissions } from '@foreword/core/people/permissions'
import { exportFormats } from '@foreword/core/transfer/export'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exampleOf, type Known } from '../../http/examples.fixture.ts'
import { refusal } from '../../test/company.ts'
import { key, until } from '../room.fixture.ts'
import { type Answer, addressOf, call, fetched, operations } from './answers.fixture.ts'
import { type Listener, listen } from './listening.fixture.ts'
import { CANARY, canaries, type Kind, openTwin, type Twin } from './twins.fixture.ts'

/**
 * D3, of every operation there is: two companies are the same but for two predictions that were sealed in one of
 * them. Whatever anybody but those two is sent must be the same in both, before the decision and after it, when the
 * meeting has closed, when their day has come, and when their authors have said what became of them.
 */

// some hundred calls in each of two companies, five times
vi.setConfig({ testTimeout: 300_000 })

const DAY_MS = 24 * 60 * 60_000
/** Everybody but the two who predict. `guest` came by a link; `nobody` is signed out. */
const others: Kind[] = [
  'administrator',
  'author',
  'facilitator',
  'noteTaker',
  'decider',
  'reader',
  'member',
  'stranger',
  'guest',
  'nobody',
]

const hearing = (all: Listener[]) => all.filter(({ kind }) => present.includes(kind))
let present = others
let full: Deciding
let empty: Deciding
let listeners: [Listener[], Listener[]]
const both = <Made>(make: (twin: Deciding) => Promise<Made>) => Promise.all([make(full), make(empty)])

beforeAll(async () => {
  ;[full, empty] = await Promise.all([openDeciding(), openDeciding()])
  const watching = others.filter((kind) => kind !== 'nobody')
  listeners = await both((twin) => Promise.all(watching.map((kind) => listen(twin, kind, twin.ids))))
}, 180_000)
afterAll(async () => {
  for (const listener of listeners.flat()) listener.close()
  await Promise.all([full?.close(), empty?.close()])
})

type Deciding = Awaited<ReturnType<typeof openDeciding>>

/** A twin whose company allows predictions, with a meeting beside the one that reads, in its decision. */
async function openDeciding() {
  const twin = await openTwin()
  const { company, the } = twin
  const { initiativeId, editionId } = twin.ids
  await company.ines.api.people.updateWorkspace({ settings: { predictions: true, countdownSeconds: 0 } })
  const chair = the('facilitator').api.meetings
  const roles = {
    facilitator: ['facilitator'],
    author: ['author', 'reader'],
    noteTaker: ['note-taker'],
    decider: ['decider', 'reader'],
    reader: ['reader'],
    asker: ['reader'],
    other: ['reader'],
  } as const
  // among those of one order it is drawn by lot who speaks first
  for (const [speakingOrder, kind] of Object.keys(roles).entries())
    await company.ines.api.people.update({ personId: the(kind).id, speakingOrder })
  const { room } = await the('author').api.meetings.schedule({
    ...{ initiativeId, editionId, key: key(), purpose: 'decide', startsAt: '2027-03-01T11:00:00.000Z' },
    ...{ readingMinutes: 15, discussionMinutes: 20, whyNow: 'The season starts.' },
    attendees: Object.entries(roles).map(([kind, held]) => ({ personId: the(kind).id, roles: [...held] })),
  })
  const of = { meetingId: room.meetingId }
  const act = () => ({ ...of, key: key() })
  const { link } = await chair.inviteGuest({ ...act(), name: 'Gil' })
  twin.people.set('guest', await company.guest(link))
  for (const kind of [...Object.keys(roles), 'guest']) await the(kind).api.meetings.join(act())
  await chair.start(act())
  await chair.announceReveal({ ...act(), because: 'All have read it before.' })
  await until('the room discusses', async () => (await chair.room(of)).room.phase.name === 'discussion')
  await chair.moveToDecision(act())
  await chair.setExperience({ ...act(), experience: 'A text.', why: 'The tide.' })
  const { code } = await chair.openDisplay(of)
  return { ...twin, ids: { ...twin.ids, ...of, code } }
}

const predict = (twin: Deciding, who: string, percent: number) =>
  twin.the(who).api.predictions.seal({
    meetingId: twin.ids.meetingId,
    percent,
    metric: `Growers sell by noon, ${canaries.prediction}`,
    day: '2027-03-11',
  })

/** What only reads, and what takes a document or the record out. */
const leaving = Object.entries(permissions).flatMap(([path, { needs }]) => (needs === 'export' ? [path] : []))
const reading = operations
  .map((operation) => ({ ...operation, leaves: leaving.includes(operation.path) }))
  .filter(({ route, streams, leaves }) => !streams && (route.method === 'GET' || leaves))
const inAllFormats: Known[] = exportFormats.map((format) => ({ format, comments: 'with', decision: 'with' }))
const variants: Record<string, Known[]> = {
  'transfer.exportEdition': inAllFormats,
  'transfer.exportDraft': inAllFormats,
  'transfer.exportRecord': [{ format: 'markdown' }],
  'search.documents': [{ text: 'growers noon' }, { text: canaries.prediction }],
}

async function sameInBoth(what: string, asked: (twin: Deciding) => Promise<Answer>): Promise<void> {
  const [one, other] = await both(asked)
  expect(Buffer.from(one.bytes).includes(CANARY), `${what} holds sealed words`).toBe(false)
  const { bytes: _, ...seen } = one
  const { bytes: __, ...expected } = other
  expect(seen, what).toEqual(expected)
}

/** Every piece of news is told. */
const quiet = ({ company }: Twin) =>
  until('all news is told', async () => {
    const { rows } = await company.pool.query('select 1 from outbox_event where delivered_at is null limit 1')
    return rows.length === 0
  })

/**
 * No frame holds a word of them. How many frames the room's own news takes is decided by the moment at which each
 * leaves, so it is not the same in both: what stands in them is asked for by `meetings.room`, for each viewer.
 */
async function noWordIsHeard() {
  await both(quiet)
  await Promise.all(listeners.flat().map((one) => one.settled()))
  for (const { kind, frames } of listeners[0])
    expect(Buffer.concat(frames).includes(CANARY), `a frame of ${kind}`).toBe(false)
}

/** Not so much as that something happened. */
async function nobodyHears(act: () => Promise<unknown>) {
  const counts = () => listeners[0].map(({ frames }) => frames.length)
  await noWordIsHeard()
  const before = counts()
  await act()
  await noWordIsHeard()
  expect(counts()).toEqual(before)
}

async function nothingIsTold() {
  await noWordIsHeard()
  for (const operation of reading)
    for (const variant of variants[operation.path] ?? [{}]) {
      const input = ({ ids }: Deciding) => exampleOf(operation.schema, { ...ids, ...variant })
      const tries = whoTries(operation.path).map(
        (kind) => () =>
          sameInBoth(`${operation.path} for ${kind}`, (twin) =>
            call(twin, kind, operation.path, input(twin)),
          ),
      )
      // N10: that something left stands on the idea’s page, so the order of these can be seen
      if (operation.leaves) for (const one of tries) await one()
      else await Promise.all(tries.map((one) => one()))
      if (addressOf(operation, input(full)) === null) continue
      await sameInBoth(`the address of ${operation.path}`, (twin) =>
        fetched(twin, 'reader', addressOf(operation, input(twin)) ?? ''),
      )
    }
}

/** In what is not of the room a reader is a reader, whatever they do in it; `FOREWORD_EVERYBODY=1` tries them all. */
const whoTries = (path: string): Kind[] =>
  /^(meetings|predictions|decisions|reviews)\.|Record$/.test(path) || process.env.FOREWORD_EVERYBODY
    ? present
    : present.filter((kind) => ['administrator', 'reader', 'guest', 'nobody'].includes(kind))

/** The same act in both, and what whoever acted is told. */
const alike = (kind: Kind, path: string, given: (twin: Deciding) => object) =>
  sameInBoth(path, (twin) =>
    call(twin, kind, path, { meetingId: twin.ids.meetingId, key: key(), ...given(twin) }),
  )

const steps: [string, () => Promise<unknown>][] = [
  [
    'sealed, changed and taken back',
    () =>
      nobodyHears(async () => {
        await predict(full, 'asker', 70)
        await predict(full, 'asker', 80)
        await predict(full, 'other', 30)
        await predict(full, 'noteTaker', 50)
        await full.the('noteTaker').api.predictions.takeBack({ meetingId: full.ids.meetingId })
      }),
  ],
  [
    'under a recorded decision',
    async () => {
      await alike('decider', 'meetings.decide', ({ the }) => ({
        decision: { outcome: { name: 'fund' }, decider: the('decider').id, because: 'the tide tells' },
      }))
      await alike('reader', 'meetings.acknowledge', () => ({ version: 1 }))
    },
  ],
  ['of a closed meeting', () => alike('facilitator', 'meetings.close', () => ({}))],
  [
    'whose day has come',
    async () => {
      // the guest’s link ends meanwhile, and with it their session, when the server next looks
      present = others.filter((kind) => kind !== 'guest')
      for (const listener of listeners.flat()) if (listener.kind === 'guest') listener.close()
      listeners = [hearing(listeners[0]), hearing(listeners[1])]
      for (const { company } of [full, empty]) company.wait(11 * DAY_MS)
      expect(await full.the('asker').api.predictions.due()).toHaveLength(1)
    },
  ],
  [
    'with what became of them',
    () =>
      nobodyHears(async () => {
        const { meetingId } = full.ids
        await full.the('asker').api.predictions.answer({ meetingId, came: 'yes' })
        await full.the('other').api.predictions.answer({ meetingId, came: 'no' })
      }),
  ],
]

test.each(steps)('D3: predictions %s are told to nobody but their authors', async (_, step) => {
  await step()
  await nothingIsTold()
})

test('D3: the log of the app holds none of their words, also when one could not be stored', async () => {
  const { pool } = full.company
  const { meetingId } = full.ids
  await pool.query(
    `alter table meeting_prediction add constraint full_disk check (came is not null) not valid`,
  )
  const asker = full.the('asker').api.predictions
  expect(await refusal(asker.answer({ meetingId, came: null }))).toBe('INTERNAL_SERVER_ERROR')
  expect(full.logged.join()).toContain('predictions.answer')
  expect(full.logged.join()).not.toContain(CANARY)
})
