import { oc } from '@orpc/contract'
import * as z from 'zod'
import { commonRefusals } from '../common-refusals.ts'
import { groupId, invitationId, personId } from '../ids.ts'
import { pick } from '../refusals.ts'
import { line } from '../text.ts'
import { moment } from '../time.ts'
import { letterChoices, stoppableKinds } from './letters.ts'
import { byline, colleague, person, roles } from './person.ts'
import { peopleRefusals } from './refusals.ts'
import { settings, workspace } from './workspace.ts'

const base = oc.errors(commonRefusals)
const email = z.email('The e-mail does not look like name@example.com').max(254).toLowerCase()
const password = z
  .string()
  .min(10, 'The password is shorter than 10 characters: a few words make a good one')
  .max(128, 'The password is longer than 128 characters: shorten it')
const name = line('The name', 80)

export const me = z.object({
  person,
  workspace,
  /** Those that are open, each after the one it stands in. A small company has one. */
  groups: z.array(z.object({ id: groupId, name: z.string(), level: z.int() })),
  /** The group that what you begin belongs to unless you say another; null for a guest. */
  ownGroup: groupId.nullable(),
  /** Whether invitations leave by e-mail; without a mail server they are links and files to send around. */
  sendsMail: z.boolean(),
})

const invitation = z.object({
  id: invitationId,
  link: z.string(),
  note: z.string(),
  functionalArea: z.string().nullable(),
  createdAt: moment,
  expiresAt: moment,
})

/** Whom you named to schedule for you, and who named you. */
const assistance = z.object({ assistants: z.array(byline), principals: z.array(byline) })
export type Assistance = z.infer<typeof assistance>

export const peopleContract = {
  /** Whether the first visit has been made, and what it will ask. */
  setupState: base
    .route({
      method: 'GET',
      path: '/setup',
      tags: ['people'],
      summary: 'Whether the first visit has been made',
    })
    .output(z.object({ done: z.boolean(), codeNeeded: z.boolean() })),
  setUp: base
    .route({
      method: 'POST',
      path: '/setup',
      tags: ['people'],
      summary: 'Make the company and its first administrator',
    })
    .input(
      z.object({
        name,
        email,
        password,
        company: line('The company', 80),
        code: z.string().trim().optional(),
      }),
    )
    .output(me)
    .errors(pick(peopleRefusals, 'already-set-up', 'code-needed')),
  signIn: base
    .route({ method: 'POST', path: '/session', tags: ['people'], summary: 'Sign in' })
    .input(z.object({ email, password: z.string().max(128) }))
    .output(me)
    .errors(pick(peopleRefusals, 'wrong-credentials', 'too-many-attempts')),
  signOut: base.route({ method: 'DELETE', path: '/session', tags: ['people'], summary: 'Sign out' }),
  /** Null when nobody is signed in. */
  me: base
    .route({ method: 'GET', path: '/me', tags: ['people'], summary: 'Who is signed in' })
    .output(me.nullable()),
  list: base
    .route({ method: 'GET', path: '/people', tags: ['people'], summary: 'Everybody in the company' })
    .output(z.array(colleague)),
  update: base
    .route({
      method: 'PATCH',
      path: '/people/{personId}',
      tags: ['people'],
      summary: 'Set area, role or speaking order',
    })
    .input(
      z.object({
        personId,
        functionalArea: z.string().nullable().optional(),
        role: z.enum(roles).optional(),
        speakingOrder: z.int().min(0).max(20).nullable().optional(),
      }),
    )
    .output(person)
    .errors(pick(peopleRefusals, 'last-administrator')),
  remove: base
    .route({
      method: 'DELETE',
      path: '/people/{personId}',
      tags: ['people'],
      summary: 'A person leaves the company',
    })
    .input(z.object({ personId }))
    .output(person)
    .errors(pick(peopleRefusals, 'last-administrator')),
  invite: base
    .route({ method: 'POST', path: '/invitations', tags: ['people'], summary: 'Make an invitation link' })
    .input(
      z.object({
        note: z.string().trim().max(120).default(''),
        functionalArea: z.string().nullable().default(null),
      }),
    )
    .output(
      invitation.extend({
        /** True when the link opens only on this computer; the remedy is `npm start -- --lan`. */
        onlyThisComputer: z.boolean(),
      }),
    ),
  invitations: base
    .route({ method: 'GET', path: '/invitations', tags: ['people'], summary: 'Invitations not yet used' })
    .output(z.array(invitation)),
  revokeInvitation: base
    .route({
      method: 'DELETE',
      path: '/invitations/{invitationId}',
      tags: ['people'],
      summary: 'Withdraw an invitation',
    })
    .input(z.object({ invitationId })),
  /** What an invited person sees before joining. */
  invitation: base
    .route({ method: 'GET', path: '/join/{token}', tags: ['people'], summary: 'Look at an invitation' })
    .input(z.object({ token: z.string().max(100) }))
    .output(z.object({ company: z.string(), invitedBy: z.string() }))
    .errors(pick(peopleRefusals, 'invitation-gone')),
  accept: base
    .route({
      method: 'POST',
      path: '/join/{token}',
      tags: ['people'],
      summary: 'Join with a name and a password',
    })
    .input(z.object({ token: z.string().max(100), name, email, password }))
    .output(me)
    .errors(pick(peopleRefusals, 'invitation-gone', 'email-taken')),
  sessions: base
    .route({ method: 'GET', path: '/sessions', tags: ['people'], summary: 'Where you are signed in' })
    .output(
      z.array(
        z.object({
          id: z.string(),
          userAgent: z.string(),
          address: z.string(),
          since: moment,
          current: z.boolean(),
        }),
      ),
    ),
  endSession: base
    .route({
      method: 'DELETE',
      path: '/sessions/{sessionId}',
      tags: ['people'],
      summary: 'Sign out elsewhere',
    })
    .input(z.object({ sessionId: z.string().max(100) })),
  /** Which letters come by e-mail. */
  letterChoices: base
    .route({ method: 'GET', path: '/letters', tags: ['people'], summary: 'Which letters are mailed to you' })
    .output(letterChoices),
  chooseLetters: base
    .route({ method: 'PUT', path: '/letters', tags: ['people'], summary: 'Choose what is mailed to you' })
    .input(z.object({ choices: letterChoices }))
    .output(letterChoices),
  stoppableLetter: base
    .route({
      method: 'GET',
      path: '/letters/stop/{token}',
      tags: ['people'],
      summary: 'What the link in a letter would stop',
    })
    .input(z.object({ token: z.string().max(100) }))
    .output(z.object({ kind: z.enum(stoppableKinds) }))
    .errors(pick(peopleRefusals, 'letter-link-unknown')),
  /** What a mail program sends when one presses *Unsubscribe* there (RFC 8058). */
  stopLetters: base
    .route({
      method: 'POST',
      path: '/letters/stop/{token}',
      tags: ['people'],
      summary: 'Stop letters of that kind, by the link in one',
    })
    .input(z.object({ token: z.string().max(100) }))
    .output(z.object({ kind: z.enum(stoppableKinds) }))
    .errors(pick(peopleRefusals, 'letter-link-unknown')),
  assistants: base
    .route({ method: 'GET', path: '/assistants', tags: ['people'], summary: 'Who schedules for whom' })
    .output(assistance),
  nameAssistant: base
    .route({
      method: 'PUT',
      path: '/assistants/{personId}',
      tags: ['people'],
      summary: 'Name somebody who schedules for you',
    })
    .input(z.object({ personId }))
    .output(assistance)
    .errors(pick(peopleRefusals, 'assistant-of-yourself')),
  /** Either of the two ends it, at once. */
  endAssistance: base
    .route({
      method: 'DELETE',
      path: '/people/{principalId}/assistants/{assistantId}',
      tags: ['people'],
      summary: 'Have somebody schedule for you no more, or schedule for somebody no more',
    })
    .input(z.object({ principalId: personId, assistantId: personId }))
    .output(assistance),
  workspace: base
    .route({ method: 'GET', path: '/workspace', tags: ['people'], summary: 'The company and its settings' })
    .output(workspace),
  updateWorkspace: base
    .route({
      method: 'PATCH',
      path: '/workspace',
      tags: ['people'],
      summary: 'Change the company’s settings',
    })
    .input(z.object({ name: line('The company', 80).optional(), settings: settings.partial().optional() }))
    .output(workspace),
}
