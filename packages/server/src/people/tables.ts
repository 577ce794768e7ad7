import { groupParts } from '@foreword/core/people/groups/group'
import { personRoles } from '@foreword/core/people/person'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant } from '../db/columns.ts'
import { workspaces } from '../db/tables.ts'

export const people = pgTable(
  'person',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid().notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => authUsers.id),
    name: text().notNull(),
    email: text().notNull(),
    role: text({ enum: personRoles }).notNull(),
    functionalArea: text('functional_area'),
    /** The seniority band of P2: orders speakers, shown to no colleague. */
    speakingOrder: integer('speaking_order'),
    active: boolean().notNull().default(true),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    uniqueIndex('person_email').on(t.workspaceId, sql`lower(${t.email})`),
    unique().on(t.userId),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }),
  ],
)

export const groups = pgTable(
  'people_group',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid().notNull(),
    parentId: uuid('parent_id'),
    name: text().notNull(),
    leadId: uuid('lead_id'),
    budgetMinor: bigint('budget_minor', { mode: 'number' }),
    budgetCurrency: text('budget_currency'),
    closedAt: instant('closed_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.id),
    // the company's own, in which everybody is, stands in no other
    uniqueIndex('people_group_own').on(t.workspaceId).where(sql`parent_id is null`),
    foreignKey({ columns: [t.workspaceId], foreignColumns: [workspaces.id] }),
    foreignKey({ columns: [t.workspaceId, t.parentId], foreignColumns: [t.workspaceId, t.id] }),
    foreignKey({ columns: [t.workspaceId, t.leadId], foreignColumns: [people.workspaceId, people.id] }),
  ],
)

/** Who is what to a group. Of the company's own nobody is named a member: everybody is. */
export const groupPeople = pgTable(
  'people_group_person',
  {
    workspaceId: uuid('workspace_id').notNull(),
    groupId: uuid('group_id').notNull(),
    part: text({ enum: groupParts }).notNull(),
    personId: uuid('person_id').notNull(),
    since: instant('since').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.groupId, t.part, t.personId] }),
    foreignKey({ columns: [t.workspaceId, t.groupId], foreignColumns: [groups.workspaceId, groups.id] }),
    foreignKey({ columns: [t.workspaceId, t.personId], foreignColumns: [people.workspaceId, people.id] }),
    index('people_group_of_person').on(t.workspaceId, t.personId),
  ],
)

export const invitations = pgTable(
  'invitation',
  {
    workspaceId: uuid('workspace_id').notNull(),
    id: uuid().notNull(),
    /** The link's token, kept so that the link can be copied again until it is used or withdrawn. */
    token: text().notNull(),
    note: text().notNull(),
    functionalArea: text('functional_area'),
    invitedBy: uuid('invited_by').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    acceptedBy: uuid('accepted_by'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique().on(t.token),
    foreignKey({ columns: [t.workspaceId, t.invitedBy], foreignColumns: [people.workspaceId, people.id] }),
    foreignKey({ columns: [t.workspaceId, t.acceptedBy], foreignColumns: [people.workspaceId, people.id] }),
  ],
)

/** Who schedules for whom: named by the one, ended by either. It is no right to read, and enters none. */
export const assistants = pgTable(
  'assistant',
  {
    workspaceId: uuid('workspace_id').notNull(),
    principalId: uuid('principal_id').notNull(),
    assistantId: uuid('assistant_id').notNull(),
    since: instant('since').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.principalId, t.assistantId] }),
    foreignKey({ columns: [t.workspaceId, t.principalId], foreignColumns: [people.workspaceId, people.id] }),
    foreignKey({ columns: [t.workspaceId, t.assistantId], foreignColumns: [people.workspaceId, people.id] }),
    index('assistant_of').on(t.workspaceId, t.assistantId),
  ],
)

/** Secrets the installation made for itself at its first start, such as the key that signs sessions. */
export const instanceSecrets = pgTable('instance_secret', {
  name: text().primaryKey(),
  value: text().notNull(),
})

// The four tables below are better-auth's; their shape is its own.

export const authUsers = pgTable('auth_user', {
  id: text().primaryKey(),
  name: text().notNull(),
  email: text().notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})

export const authSessions = pgTable(
  'auth_session',
  {
    id: text().primaryKey(),
    token: text().notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => authUsers.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('auth_session_user').on(t.userId)],
)

export const authAccounts = pgTable(
  'auth_account',
  {
    id: text().primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => authUsers.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: instant('access_token_expires_at'),
    refreshTokenExpiresAt: instant('refresh_token_expires_at'),
    scope: text(),
    password: text(),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [index('auth_account_user').on(t.userId)],
)

export const authVerifications = pgTable('auth_verification', {
  id: text().primaryKey(),
  identifier: text().notNull(),
  value: text().notNull(),
  expiresAt: instant('expires_at').notNull(),
  createdAt: instant('created_at').notNull().defaultNow(),
  updatedAt: instant('updated_at').notNull().defaultNow(),
})
