import { randomBytes } from 'node:crypto'
import type { InvitationId, PersonId, WorkspaceId } from '@foreword/core/ids'
import type { peopleContract } from '@foreword/core/people/contract'
import type { Workspace } from '@foreword/core/people/workspace'
import { ok, refuse } from '@foreword/core/result'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import { type Call, tell } from '../http/call.ts'
import type { Inputs } from '../http/os.ts'
import { isLoopback } from '../http/security.ts'
import type { Services } from '../http/services.ts'
import * as store from './store.ts'

type Input = Inputs<typeof peopleContract>

declare module '../outbox/events.ts' {
  interface Events {
    'person.joined': { personId: PersonId }
    'person.left': { personId: PersonId }
    'permission.changed': { personId: PersonId }
    'workspace.changed': { settings: boolean }
  }
}

const INVITATION_LASTS_MS = 14 * 24 * 3_600_000

/** The first visit: the company, its one group and its first administrator, or nothing of them. */
export async function setUp(
  tx: Tx,
  input: Input['setUp'],
  passwordHash: string,
  services: Services,
  code: string | null,
) {
  await store.lockSetup(tx)
  if (await store.theWorkspace(tx)) return refuse('already-set-up')
  if (code !== null && input.code?.toUpperCase() !== code) return refuse('code-needed')
  const now = services.now()
  const workspaceId = newId<WorkspaceId>()
  await store.insertWorkspace(tx, { id: workspaceId, name: input.company, at: now })
  const person = await store.insertPerson(tx, {
    workspaceId,
    name: input.name,
    email: input.email,
    passwordHash,
    role: 'administrator',
    functionalArea: null,
    at: now,
  })
  const groups = await import('./groups/store.ts')
  await groups.insert(tx, {
    workspaceId,
    id: newId(),
    name: input.company,
    createdAt: now,
  })
  return ok(person)
}

/** Joining by a link. The link is spent in the same transaction that makes the person. */
export async function accept(tx: Tx, input: Input['accept'], passwordHash: string, services: Services) {
  const now = services.now()
  const found = await store.lockOpenInvitation(tx, input.token, now)
  if (!found) return refuse('invitation-gone')
  if (await store.emailTaken(tx, input.email)) return refuse('email-taken')
  const workspaceId = found.invitation.workspaceId as WorkspaceId // a row of ours: its id was made as one
  const person = await store.insertPerson(tx, {
    workspaceId,
    name: input.name,
    email: input.email,
    passwordHash,
    role: 'member',
    functionalArea: found.invitation.functionalArea,
    at: now,
  })
  await store.closeInvitation(tx, workspaceId, found.invitation.id, { acceptedBy: person.id })
  return ok(person)
}

export async function invite(input: Input['invite'], call: Call) {
  const invitation = {
    id: newId<InvitationId>(),
    workspaceId: call.workspaceId,
    token: randomBytes(24).toString('base64url'),
    note: input.note ?? '',
    functionalArea: input.functionalArea ?? null,
    invitedBy: call.person.id,
    createdAt: call.now,
    expiresAt: new Date(call.now.getTime() + INVITATION_LASTS_MS),
  }
  await store.insertInvitation(call.tx, invitation)
  return ok({ ...toInvitation(invitation), onlyThisComputer: isLoopback(call.services.env) })
}

export async function invitations(_: unknown, call: Call) {
  const open = await store.openInvitations(call.tx, call.workspaceId, call.now)
  return ok(open.map(toInvitation))
}

/** `link` is a path: the browser knows the address it reached us by, and we may not. */
function toInvitation(row: {
  id: string
  token: string
  note: string
  functionalArea: string | null
  createdAt: Date
  expiresAt: Date
}) {
  return {
    id: row.id as InvitationId, // a row of ours
    link: `/join/${row.token}`,
    note: row.note,
    functionalArea: row.functionalArea,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  }
}

export async function revokeInvitation(input: Input['revokeInvitation'], call: Call) {
  await store.closeInvitation(call.tx, call.workspaceId, input.invitationId, { revokedAt: call.now })
  return ok(undefined)
}

export async function list(_: unknown, call: Call) {
  return ok(await store.colleagues(call.tx, call.workspaceId))
}

export async function update({ personId, ...asked }: Input['update'], call: Call) {
  if (!(await isColleague(personId, call))) return refuse('not-found')
  if (asked.role === 'member' && (await isLastAdministrator(personId, call)))
    return refuse('last-administrator')
  const change = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const person = await store.updatePerson(call.tx, call.workspaceId, personId, change)
  if (!person) return refuse('not-found')
  if (asked.role) await tell(call, { type: 'permission.changed', aggregate: personId, personId })
  return ok(person)
}

/** A person leaves: every session ends in the same transaction; what they wrote stays (A4). */
export async function remove({ personId }: Input['remove'], call: Call) {
  if (!(await isColleague(personId, call))) return refuse('not-found')
  if (await isLastAdministrator(personId, call)) return refuse('last-administrator')
  const person = await store.leaves(call.tx, call.workspaceId, personId)
  if (!person) return refuse('not-found')
  await tell(call, { type: 'person.left', aggregate: personId, personId })
  return ok(person)
}

/** A guest is made and ended by the meeting, and becomes nothing else. */
async function isColleague(personId: PersonId, call: Call) {
  const person = await store.person(call.tx, call.workspaceId, personId)
  return person !== null && person.role !== 'guest'
}

async function isLastAdministrator(personId: PersonId, call: Call) {
  const administrators = await store.lockAdministrators(call.tx, call.workspaceId)
  return administrators.length === 1 && administrators[0] === personId
}

export async function sessions(_: unknown, call: Call) {
  const rows = await store.sessionsOf(call.tx, call.workspaceId, call.person.id, call.now)
  return ok(
    rows.map((row) => ({
      id: row.id,
      userAgent: row.userAgent ?? '',
      address: row.address ?? '',
      since: row.since.toISOString(),
      current: row.id === call.person.sessionId,
    })),
  )
}

export async function endSession(input: Input['endSession'], call: Call) {
  await store.endSessions(call.tx, call.workspaceId, call.person.id, input.sessionId)
  await tell(call, { type: 'permission.changed', aggregate: call.person.id, personId: call.person.id })
  return ok(undefined)
}

/** The session is gone; what was opened with it closes too (A3). */
export async function signedOut(_: unknown, call: Call) {
  await tell(call, { type: 'permission.changed', aggregate: call.person.id, personId: call.person.id })
  return ok(undefined)
}

export async function workspace(_: unknown, call: Call) {
  return ok(await theWorkspace(call))
}

export async function updateWorkspace(input: Input['updateWorkspace'], call: Call) {
  const settings =
    input.settings &&
    Object.fromEntries(Object.entries(input.settings).filter(([, value]) => value !== undefined))
  await store.updateWorkspace(call.tx, call.workspaceId, { name: input.name, settings })
  if (input.name !== undefined) {
    const groups = await import('./groups/store.ts')
    await groups.renameOwn(call.tx, call.workspaceId, input.name)
  }
  await tell(call, {
    type: 'workspace.changed',
    aggregate: call.workspaceId,
    settings: settings !== undefined,
  })
  // A3: what is shut to readers from outside ends where it is open; a guest of something else comes back at once
  if (input.settings?.outsideReaders === false)
    for (const personId of await store.guestsNow(call.tx, call.workspaceId))
      await tell(call, { type: 'permission.changed', aggregate: personId, personId })
  return ok(await theWorkspace(call))
}

async function theWorkspace(call: Call): Promise<Workspace> {
  const found = await store.theWorkspace(call.tx)
  if (!found) throw new Error('a signed-in person without a workspace')
  return found
}
