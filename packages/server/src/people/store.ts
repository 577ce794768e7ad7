import { type InvitationId, type PersonId, personId, type WorkspaceId } from '@foreword/core/ids'
import type { Colleague, Person } from '@foreword/core/people/person'
import { defaultSettings, type Settings, type Workspace } from '@foreword/core/people/workspace'
import { and, asc, desc, eq, gt, isNull, or, sql } from 'drizzle-orm'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/ids.ts'
import { workspaces } from '../db/tables.ts'
import {
  assistants,
  authAccounts,
  authSessions,
  authUsers,
  instanceSecrets,
  invitations,
  people,
} from './tables.ts'

type Reader = Database | Tx

/** Made once and kept, so that sessions survive a restart. */
export async function instanceSecret(db: Reader, name: string, make: () => string): Promise<string> {
  await db.insert(instanceSecrets).values({ name, value: make() }).onConflictDoNothing()
  const [row] = await db.select().from(instanceSecrets).where(eq(instanceSecrets.name, name))
  if (!row) throw new Error(`instance secret ${name} vanished`)
  return row.value
}

export async function lockSetup(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7067012)`)
}

export async function theWorkspace(db: Reader): Promise<Workspace | null> {
  const [row] = await db.select().from(workspaces)
  if (!row) return null
  // settings hold only what the company changed, and were validated on the way in
  const changed = row.settings as Partial<Settings>
  return { id: row.id as WorkspaceId, name: row.name, settings: { ...defaultSettings, ...changed } }
}

/** By which the company counts its days; UTC before there is a company. */
export const timeZoneOf = async (db: Reader): Promise<string> =>
  (await theWorkspace(db))?.settings.timeZone ?? 'UTC'

export async function insertWorkspace(
  tx: Tx,
  workspace: { id: WorkspaceId; name: string; at: Date },
): Promise<void> {
  await tx.insert(workspaces).values({ id: workspace.id, name: workspace.name, createdAt: workspace.at })
}

export async function updateWorkspace(
  tx: Tx,
  id: WorkspaceId,
  change: { name?: string | undefined; settings?: Partial<Settings> | undefined },
): Promise<void> {
  await tx
    .update(workspaces)
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.settings === undefined
        ? {}
        : { settings: sql`${workspaces.settings} || ${JSON.stringify(change.settings)}::jsonb` }),
    })
    .where(eq(workspaces.id, id))
}

const personColumns = {
  id: people.id,
  name: people.name,
  email: people.email,
  role: people.role,
  functionalArea: people.functionalArea,
  active: people.active,
}
type PersonRow = Omit<Person, 'id'> & { id: string }
const toPerson = (row: PersonRow): Person => ({ ...row, id: personId.parse(row.id) })

/** A person and the account they sign in with, in one transaction. Names and passwords were checked by the contract. */
export async function insertPerson(
  tx: Tx,
  person: {
    workspaceId: WorkspaceId
    name: string
    email: string
    /** Null: they sign in with none, and come in by a link. */
    passwordHash: string | null
    role: Person['role']
    functionalArea: string | null
    at: Date
  },
): Promise<Person> {
  const userId = newId()
  await tx
    .insert(authUsers)
    .values({ id: userId, name: person.name, email: person.email, emailVerified: true })
  await tx.insert(authAccounts).values({
    id: newId(),
    accountId: userId,
    providerId: 'credential',
    userId,
    password: person.passwordHash,
  })
  const row = {
    id: newId(),
    workspaceId: person.workspaceId,
    userId,
    name: person.name,
    email: person.email,
    role: person.role,
    functionalArea: person.functionalArea,
    createdAt: person.at,
  }
  await tx.insert(people).values(row)
  return toPerson({ ...row, active: true })
}

export async function emailTaken(tx: Tx, email: string): Promise<boolean> {
  const rows = await tx.select({ id: authUsers.id }).from(authUsers).where(eq(authUsers.email, email))
  return rows.length > 0
}

/** Only people who have not left: a session of somebody who did opens nothing (A4). */
export async function activePersonByUser(db: Reader, userId: string) {
  const [row] = await db
    .select({ ...personColumns, workspaceId: people.workspaceId })
    .from(people)
    .where(and(eq(people.userId, userId), eq(people.active, true)))
  return row ? { ...toPerson(row), workspaceId: row.workspaceId as WorkspaceId } : null
}

/** Who is signed in by each of these sessions; those are not in it that have ended, or whose people have left (A4). */
export async function activePeopleBySession(db: Reader, tokens: readonly string[]) {
  const rows = await db
    .select({
      ...personColumns,
      workspaceId: people.workspaceId,
      sessionId: authSessions.id,
      token: authSessions.token,
    })
    .from(authSessions)
    .innerJoin(people, eq(people.userId, authSessions.userId))
    .where(
      and(
        sql`${authSessions.token} = any(${sql.param(tokens)}::text[])`,
        gt(authSessions.expiresAt, sql`now()`),
        eq(people.active, true),
      ),
    )
  return new Map(
    rows.map(({ token, workspaceId, sessionId, ...row }) => [
      token,
      { ...toPerson(row), workspaceId: workspaceId as WorkspaceId, sessionId },
    ]),
  )
}

export async function person(db: Reader, workspaceId: WorkspaceId, id: string): Promise<Person | null> {
  const [row] = await db
    .select(personColumns)
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), eq(people.id, id)))
  return row ? toPerson(row) : null
}

/** Everybody who can be given something to do: guests have names there and nowhere else. */
export async function colleagues(db: Reader, workspaceId: WorkspaceId): Promise<Colleague[]> {
  const everybody = await allPeople(db, workspaceId)
  return everybody.flatMap(({ role, ...rest }) => (role === 'guest' ? [] : [{ ...rest, role }]))
}

/** With those who left, and guests: for names beside what they wrote. */
export async function allPeople(db: Reader, workspaceId: WorkspaceId): Promise<Person[]> {
  const rows = await db
    .select(personColumns)
    .from(people)
    .where(eq(people.workspaceId, workspaceId))
    .orderBy(asc(people.name), asc(people.id))
  return rows.map(toPerson)
}

/** Speaking order by person, for the meeting alone: it is shown to no colleague (P2). */
export async function speakingOrders(
  db: Reader,
  workspaceId: WorkspaceId,
): Promise<Map<PersonId, number | null>> {
  const rows = await db
    .select({ id: people.id, order: people.speakingOrder })
    .from(people)
    .where(eq(people.workspaceId, workspaceId))
  return new Map(rows.map((row) => [personId.parse(row.id), row.order]))
}

export async function updatePerson(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: PersonId,
  change: Partial<Pick<typeof people.$inferInsert, 'functionalArea' | 'role' | 'speakingOrder' | 'active'>>,
): Promise<Person | null> {
  if (Object.keys(change).length === 0) return person(tx, workspaceId, id)
  const [row] = await tx
    .update(people)
    .set(change)
    .where(and(eq(people.workspaceId, workspaceId), eq(people.id, id)))
    .returning(personColumns)
  return row ? toPerson(row) : null
}

/** Whoever is let in without an account, now. */
export async function guestsNow(db: Reader, workspaceId: WorkspaceId): Promise<PersonId[]> {
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.workspaceId, workspaceId), eq(people.role, 'guest'), eq(people.active, true)))
  return rows.map(({ id }) => personId.parse(id))
}

/** What they wrote stays; every session of theirs is over (A4), and nobody schedules in their name or they in another's. */
export async function leaves(tx: Tx, workspaceId: WorkspaceId, id: PersonId): Promise<Person | null> {
  const left = await updatePerson(tx, workspaceId, id, { active: false })
  if (!left) return null
  await endSessions(tx, workspaceId, id)
  const isEither = or(eq(assistants.principalId, id), eq(assistants.assistantId, id))
  await tx.delete(assistants).where(and(eq(assistants.workspaceId, workspaceId), isEither))
  return left
}

/** Locked until the transaction ends, so that two demotions cannot both see the other's administrator. */
export async function lockAdministrators(tx: Tx, workspaceId: WorkspaceId): Promise<string[]> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(
      and(eq(people.workspaceId, workspaceId), eq(people.role, 'administrator'), eq(people.active, true)),
    )
    .for('update')
  return rows.map((row) => row.id)
}

export async function sessionsOf(db: Reader, workspaceId: WorkspaceId, id: PersonId, now: Date) {
  return db
    .select({
      id: authSessions.id,
      userAgent: authSessions.userAgent,
      address: authSessions.ipAddress,
      since: authSessions.createdAt,
    })
    .from(authSessions)
    .innerJoin(people, eq(people.userId, authSessions.userId))
    .where(and(eq(people.workspaceId, workspaceId), eq(people.id, id), gt(authSessions.expiresAt, now)))
    .orderBy(desc(authSessions.createdAt))
}

/** Ends one session of a person, or all of them. */
export async function endSessions(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: PersonId,
  sessionId?: string,
): Promise<void> {
  await tx
    .delete(authSessions)
    .where(
      and(
        sql`${authSessions.userId} = (select user_id from person where workspace_id = ${workspaceId} and id = ${id})`,
        sessionId === undefined ? undefined : eq(authSessions.id, sessionId),
      ),
    )
}

export async function insertInvitation(tx: Tx, invitation: typeof invitations.$inferInsert): Promise<void> {
  await tx.insert(invitations).values(invitation)
}

const isOpen = (now: Date) =>
  and(isNull(invitations.acceptedBy), isNull(invitations.revokedAt), gt(invitations.expiresAt, now))

export async function openInvitations(db: Reader, workspaceId: WorkspaceId, now: Date) {
  return db
    .select()
    .from(invitations)
    .where(and(eq(invitations.workspaceId, workspaceId), isOpen(now)))
    .orderBy(desc(invitations.createdAt))
}

/** Locked until the transaction ends: an invitation is used once. */
export async function lockOpenInvitation(tx: Tx, token: string, now: Date) {
  const [row] = await tx
    .select({ invitation: invitations, invitedBy: people.name, company: workspaces.name })
    .from(invitations)
    .innerJoin(
      people,
      and(eq(people.workspaceId, invitations.workspaceId), eq(people.id, invitations.invitedBy)),
    )
    .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
    .where(and(eq(invitations.token, token), isOpen(now)))
    .for('update', { of: invitations })
  return row ?? null
}

export async function closeInvitation(
  tx: Tx,
  workspaceId: WorkspaceId,
  id: InvitationId | string,
  end: { acceptedBy: PersonId } | { revokedAt: Date },
): Promise<void> {
  await tx
    .update(invitations)
    .set(end)
    .where(and(eq(invitations.workspaceId, workspaceId), eq(invitations.id, id)))
}
