import { randomUUID } from 'node:crypto'
import { contract } from '@foreword/core/contract'
import { openToGuests, type VisitTo } from '@foreword/core/people/guests'
import { type Permission, permissions, type Subject } from '@foreword/core/people/permissions'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openMailbox } from '../mail/mailbox.fixture.ts'
import { linkTo } from '../reviews/feedback/outside.fixture.ts'
import { type Colleague, openCompany, refusal } from '../test/company.ts'
import { operationPaths } from './guard.ts'

/**
 * The authorization matrix, generated from the permission table: every operation against everybody there is. Each is
 * called with the id of a restricted idea (or of what hangs on it) and nothing else, so that whoever passes the door
 * meets the operation's own conditions right behind it.
 */
const guests = {
  guest: 'meeting',
  'reader of the edition': 'edition',
  'reader of the draft': 'draft',
} as const
const actors = [
  'nobody',
  'guest',
  'reader of the edition',
  'reader of the draft',
  'stranger',
  'reader',
  'author',
  'owner',
  'administrator',
] as const
type Actor = (typeof actors)[number]
const isGuest = (actor: Actor): actor is keyof typeof guests => Object.hasOwn(guests, actor)
type Verdict = 'not-signed-in' | 'not-allowed' | 'not-found' | 'passes'

const held: Record<Exclude<Actor, 'nobody' | keyof typeof guests>, 'own' | 'edit' | 'comment' | null> = {
  stranger: null,
  reader: 'comment',
  author: 'edit',
  owner: 'own',
  administrator: null, // running the company's accounts gives no right to read what is not shared with them
}
const order = ['read', 'comment', 'edit', 'own']

/** What of a visit's own the operations open to it may name; of all else a guest finds only what is theirs. */
const ofVisit: Record<VisitTo, readonly Subject[]> = {
  meeting: ['meeting', 'edition', 'narrative'],
  edition: ['edition', 'narrative'],
  draft: ['narrative'],
}

/** Of these, only their author knows that they exist (R5, R7). */
const secret: readonly Subject[] = ['note', 'question']

function expected(operation: string, permission: Permission, actor: Actor): Verdict {
  if (permission.needs === 'anyone') return 'passes'
  // no account opens a screen, only its code
  if (permission.needs === 'display') return 'not-found'
  if (actor === 'nobody') return 'not-signed-in'
  if (isGuest(actor)) {
    const visit = guests[actor]
    if (!openToGuests[visit].has(operation)) return 'not-allowed'
    return !('on' in permission) || ofVisit[visit].includes(permission.on) ? 'passes' : 'not-found'
  }
  if (!('on' in permission)) {
    return permission.needs === 'administrator' && actor !== 'administrator' ? 'not-allowed' : 'passes'
  }
  if (secret.includes(permission.on)) return actor === 'owner' ? 'passes' : 'not-found'
  const right = held[actor]
  if (!right) return 'not-found'
  return order.indexOf(right) >= order.indexOf(permission.needs === 'export' ? 'read' : permission.needs)
    ? 'passes'
    : 'not-allowed'
}

let mailbox: Awaited<ReturnType<typeof openMailbox>>
let company: Awaited<ReturnType<typeof openCompany>>
const people = new Map<Actor, Colleague>()
const ids = new Map<Subject, () => Promise<string>>()

beforeAll(async () => {
  mailbox = await openMailbox()
  company = await openCompany({ smtpUrl: mailbox.url })
  people.set('administrator', company.ines)
  for (const actor of ['stranger', 'reader', 'author', 'owner'] as const)
    people.set(actor, await company.join(actor[0]?.toUpperCase() + actor.slice(1)))
  const owner = the('owner')
  const file = new File(['# Tidewatch tells growers at five\n\nIt sends one text.\n'], 'a.md')
  const { initiativeId, narrativeId } = await owner.api.narratives.bring({ file })
  await owner.api.initiatives.share({
    initiativeId,
    visibility: 'named',
    people: [
      { personId: the('reader').id, relation: 'reader' },
      { personId: the('author').id, relation: 'author' },
    ],
  })
  const edition = await owner.api.narratives.freeze({ narrativeId })
  const { room } = await owner.api.meetings.schedule({
    initiativeId,
    editionId: edition.id,
    key: randomUUID(),
    startsAt: '2027-03-01T10:00:00.000Z',
    readingMinutes: 5,
    discussionMinutes: 5,
    attendees: [{ personId: owner.id, roles: ['facilitator', 'author', 'reader'] }],
  })
  const { meetingId } = room
  const guest = await owner.api.meetings.inviteGuest({ meetingId, key: randomUUID(), name: 'Gil' })
  people.set('guest', await company.guest(guest.link))
  for (const [actor, editionId] of [
    ['reader of the edition', edition.id],
    ['reader of the draft', null],
  ] as const) {
    const address = `${actor.split(' ').at(-1)}@harbour.example`
    await owner.api.feedback.ask({
      ...{ narrativeId, editionId, key: randomUUID(), round: 'peers', wants: ['concept'], people: [] },
      ...{ outside: [{ address }], due: '2027-03-04' },
    })
    people.set(actor, await company.outsider(await linkTo(mailbox, address)))
  }
  await owner.api.meetings.join({ meetingId, key: randomUUID() })
  await owner.api.meetings.start({ meetingId, key: randomUUID() })
  const decision = await owner.api.decisions.record({
    initiativeId,
    outcome: { name: 'revise' },
    decider: owner.id,
    because: 'the numbers are missing',
  })
  const always = (id: string) => async () => id
  ids.set('initiative', always(initiativeId))
  ids.set('narrative', always(narrativeId))
  ids.set('edition', always(edition.id))
  ids.set('meeting', always(meetingId))
  ids.set('decision', always(decision.id))
  // made afresh for each call: some operations end them
  ids.set('comment', async () => {
    const about = { narrativeId, text: 'Which growers?', on: null }
    return (await owner.api.reviews.commentOnDraft(about)).id
  })
  ids.set(
    'note',
    async () => (await owner.api.reviews.postNote({ editionId: edition.id, text: 'n', on: null })).id,
  )
  ids.set('question', async () => {
    const asked = { meetingId, key: randomUUID(), text: 'Why?', on: null }
    return (await owner.api.reviews.postQuestion(asked)).id
  })
}, 120_000)
afterAll(async () => {
  await company?.close()
  await mailbox?.close()
})

function the(actor: Actor): Colleague {
  const person = people.get(actor)
  if (!person) throw new Error(`no ${actor} here`)
  return person
}

async function verdict(operation: string, permission: Permission, actor: Actor): Promise<Verdict> {
  const find = 'on' in permission ? ids.get(permission.on) : undefined
  if ('on' in permission && !find) throw new Error(`the matrix has no ${permission.on}`)
  const input = 'on' in permission && find ? { [permission.id]: await find() } : {}
  const answer = await fetch(`${company.url}/rpc/${operation.replace('.', '/')}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(actor === 'nobody' ? {} : { cookie: the(actor).cookie() }),
    },
    body: JSON.stringify({ json: input }),
    signal: AbortSignal.timeout(20_000),
  }).catch(() => null)
  if (!answer) throw new Error(`${operation} did not answer`)
  if (answer.headers.get('content-type')?.includes('event-stream')) {
    await answer.body?.cancel()
    return 'passes'
  }
  const text = await answer.text()
  const code = /"code":"([^"]+)"/.exec(text)?.[1]
  return code === 'not-signed-in' || code === 'not-allowed' || code === 'not-found'
    ? code
    : code === 'no-such-display'
      ? 'not-found'
      : 'passes'
}

// signing out ends the session that the other rows need
const endsTheSession = 'people.signOut'

describe('A2: the authorization matrix', () => {
  test('has a row for every operation and an operation for every row', () => {
    expect(operationPaths(contract).toSorted()).toEqual(Object.keys(permissions).toSorted())
  })

  const rows: [string, Permission][] = Object.entries(permissions).filter(([path]) => path !== endsTheSession)
  test.each(rows)('%s', async (operation, permission) => {
    const found = Object.fromEntries(
      await Promise.all(actors.map(async (actor) => [actor, await verdict(operation, permission, actor)])),
    )
    expect(found).toEqual(
      Object.fromEntries(actors.map((actor) => [actor, expected(operation, permission, actor)])),
    )
  })

  test(endsTheSession, async () => {
    const leaver = await company.join('Leaver')
    await leaver.api.people.signOut()
    expect(await refusal(leaver.api.people.signOut())).toBe('not-signed-in')
  })
})
