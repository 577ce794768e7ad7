import { randomBytes, randomUUID } from 'node:crypto'
import type { Guest, meetingsContract } from '@foreword/core/meetings/contract'
import type { Meeting } from '@foreword/core/meetings/meeting'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { Database } from '../db/database.ts'
import * as decisions from '../decisions/store.ts'
import { type Call, inTransaction, tell, type Viewer } from '../http/call.ts'
import type { Visit } from '../http/guard.ts'
import type { Inputs } from '../http/os.ts'
import { isLoopback } from '../http/security.ts'
import type { Services } from '../http/services.ts'
import { put } from '../outbox/outbox.ts'
import { insertPerson, leaves } from '../people/store.ts'
import { carryOut } from './carry-out.ts'
import { current } from './current.ts'
import * as guestStore from './guests-store.ts'
import { holdingOf } from './holding.ts'
import * as store from './store.ts'

type In = Inputs<typeof meetingsContract>

export const newToken = () => randomBytes(24).toString('base64url')

const toGuest = ({ personId, name, token, expiresAt }: guestStore.GuestRow): Guest => ({
  personId: personId as Guest['personId'], // a row of ours
  name,
  link: `/guest/${token}`,
  expiresAt: expiresAt.toISOString(),
})

type NoGuest = 'not-the-facilitator' | 'not-invited' | 'no-facilitator' | 'meeting-is-closed'

/**
 * Somebody from outside comes to one meeting (R12). They are a person with a name, so that what they ask is somebody's;
 * the token of their link is what they enter with.
 */
export async function inviteGuest(
  { meetingId, key, name }: In['inviteGuest'],
  call: Call,
  { token, passwordHash }: { token: string; passwordHash: string },
): Promise<
  Result<{ answer: Guest & { onlyThisComputer: boolean }; meeting: Meeting }, NoGuest | 'not-found'>
> {
  const { tx, workspaceId, person, now, services } = call
  const row = await store.lock(tx, person, meetingId)
  if (!row) return refuse('not-found')
  const onlyThisComputer = isLoopback(services.env)
  const before = await guestStore.invitedWith(tx, call, { meetingId, invitedBy: person.id, key })
  if (before)
    return ok({
      answer: { ...toGuest(before), onlyThisComputer },
      meeting: await current(tx, call, meetingId),
    })
  // nobody is written to there: an address is what a session needs, and a guest gives none
  const email = `guest-${randomUUID()}@guests.invalid`
  const guest = await insertPerson(tx, {
    ...{ workspaceId, name, email, passwordHash, at: now },
    role: 'guest',
    functionalArea: null,
  })
  const attendee = { personId: guest.id, roles: ['guest' as const], band: null }
  const meeting = await carryOut<NoGuest>(holdingOf(call), meetingId, { kind: 'invite', attendee }, key)
  if (!meeting.ok) return meeting
  const expiresAt = new Date(Math.max(now.getTime(), meeting.value.startsAt) + guestStore.LASTS_MS)
  const invited = { personId: guest.id, token, expiresAt }
  await guestStore.insertGuest(tx, { workspaceId, meetingId, ...invited, invitedBy: person.id, key })
  return ok({ answer: { ...toGuest({ ...invited, name }), onlyThisComputer }, meeting: meeting.value })
}

/** For the facilitator alone: a link lets in whoever has it. */
export async function guests({ meetingId }: In['guests'], { tx, person }: Call) {
  const row = await store.one(tx, person, meetingId)
  if (!row) return refuse('not-found')
  if (row.facilitatorId !== person.id) return refuse('not-the-facilitator')
  return ok((await guestStore.guestsOf(tx, person, meetingId)).map(toGuest))
}

/** At once, on every channel (A3); what they asked stays. */
export async function removeGuest({ meetingId, personId }: In['removeGuest'], call: Call) {
  const { tx, person, workspaceId } = call
  const row = await store.lock(tx, person, meetingId)
  if (!row) return refuse('not-found')
  if (row.facilitatorId !== person.id) return refuse('not-the-facilitator')
  const all = await guestStore.guestsOf(tx, person, meetingId)
  if (!all.some((guest) => guest.personId === personId)) return refuse('no-such-person')
  await leaves(tx, workspaceId, personId)
  await tell(call, { type: 'person.left', aggregate: personId, personId })
  return ok(undefined)
}

/** Guests whose time is over leave, wherever they are. */
export async function endExpired(services: Services): Promise<void> {
  const now = services.now()
  const ended = await inTransaction(services.db, async (tx) => {
    const expired = await guestStore.lockExpired(tx, now)
    for (const { workspaceId, personId } of expired) {
      await leaves(tx, workspaceId, personId)
      await put(tx, { workspaceId, actor: null, now }, { type: 'person.left', aggregate: personId, personId })
    }
    return ok(expired.length)
  })
  if (ended.ok && ended.value > 0) void services.outbox.kick()
}

/**
 * The one meeting that a guest is a guest of, and what is of it. The edition opens with the reading, for it is not sent
 * out early (R14).
 */
export async function visitOf(db: Database, viewer: Viewer): Promise<Visit | null> {
  const visit = await guestStore.visitOf(db, viewer)
  if (!visit) return null
  const isRead = visit.phase !== 'lobby' && !visit.calledOff
  return {
    to: 'meeting',
    async opens(subject, id) {
      switch (subject) {
        case 'meeting':
          return id === visit.meetingId
        case 'edition':
          return isRead && id === visit.editionId
        // for its pictures: nothing else of a draft is open to guests
        case 'narrative':
          return isRead && id === visit.narrativeId
        case 'decision':
          return (await decisions.one(db, viewer, id))?.decision.meetingId === visit.meetingId
        // whoever looks these up finds their own
        case 'question':
        case 'note':
          return true
        default:
          return false
      }
    },
  }
}
