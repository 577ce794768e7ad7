import { ok, type Result, refuse } from '@foreword/core/result'
import { inTransaction, type RequestContext, run, unwrap } from '../http/call.ts'
import type { Os } from '../http/os.ts'
import { isLoopback } from '../http/security.ts'
import type { Services } from '../http/services.ts'
import * as actions from './actions.ts'
import { createAttempts } from './attempts.ts'
import type { Identity } from './identity.ts'
import * as store from './store.ts'

/** `setupCode` is null when only this computer can reach us. */
export function peopleRoutes(os: Os, options: { setupCode: string | null; identity: Identity }) {
  const { identity } = options
  const attempts = createAttempts(Date.now)

  async function enter(context: RequestContext, credentials: { email: string; password: string }) {
    const key = `${context.address} ${credentials.email}`
    if (attempts.tooMany(key)) return refuse('too-many-attempts')
    const session = await identity.signIn(credentials.email, credentials.password, context.headers)
    const person = session && (await store.activePersonByUser(context.services.db, session.userId))
    if (!session || !person) {
      attempts.failed(key)
      return refuse('wrong-credentials')
    }
    attempts.succeeded(key)
    copyCookies(session.headers, context)
    return ok(await meOf(context.services, person))
  }

  /** Somebody who has just been made signs in with what they typed; a refusal here would be a bug. */
  async function enterNew(context: RequestContext, credentials: { email: string; password: string }) {
    const entered = await enter(context, credentials)
    if (!entered.ok) throw new Error(`a new person could not sign in: ${entered.refusal}`)
    return entered.value
  }

  return {
    setupState: os.people.setupState.handler(async ({ context }) => ({
      done: (await store.theWorkspace(context.services.db)) !== null,
      codeNeeded: !isLoopback(context.services.env),
    })),
    setUp: os.people.setUp.handler(async ({ input, context, errors }) => {
      const { services } = context
      const hash = await identity.hashPassword(input.password)
      const made = await inTransaction(services.db, (tx) =>
        actions.setUp(tx, input, hash, services, options.setupCode),
      )
      unwrap(made, errors)
      return enterNew(context, input)
    }),
    signIn: os.people.signIn.handler(async ({ input, context, errors }) =>
      unwrap(await enter(context, input), errors),
    ),
    signOut: os.people.signOut.handler(async (handling) => {
      const { context } = handling
      copyCookies(await identity.signOut(context.headers), context)
      await run(actions.signedOut)(handling)
    }),
    me: os.people.me.handler(async ({ context }) => {
      if (!context.viewer) return null
      const { id, workspaceId } = context.viewer
      const person = await store.person(context.services.db, workspaceId, id)
      return person && meOf(context.services, { ...person, workspaceId })
    }),
    list: os.people.list.handler(run(actions.list)),
    update: os.people.update.handler(run(actions.update)),
    remove: os.people.remove.handler(run(actions.remove)),
    invite: os.people.invite.handler(run(actions.invite)),
    invitations: os.people.invitations.handler(run(actions.invitations)),
    revokeInvitation: os.people.revokeInvitation.handler(run(actions.revokeInvitation)),
    invitation: os.people.invitation.handler(async ({ input, context, errors }) => {
      const { services } = context
      const found: Result<{ company: string; invitedBy: string }, 'invitation-gone'> = await inTransaction(
        services.db,
        async (tx) => {
          const open = await store.lockOpenInvitation(tx, input.token, services.now())
          return open ? ok({ company: open.company, invitedBy: open.invitedBy }) : refuse('invitation-gone')
        },
      )
      return unwrap(found, errors)
    }),
    accept: os.people.accept.handler(async ({ input, context, errors }) => {
      const { services } = context
      const hash = await identity.hashPassword(input.password)
      unwrap(await inTransaction(services.db, (tx) => actions.accept(tx, input, hash, services)), errors)
      return enterNew(context, input)
    }),
    sessions: os.people.sessions.handler(run(actions.sessions)),
    endSession: os.people.endSession.handler(run(actions.endSession)),
    workspace: os.people.workspace.handler(run(actions.workspace)),
    updateWorkspace: os.people.updateWorkspace.handler(run(actions.updateWorkspace)),
  }
}

function copyCookies(from: Headers, context: RequestContext) {
  for (const cookie of from.getSetCookie()) context.responseHeaders?.append('set-cookie', cookie)
}

async function meOf(
  services: Services,
  person: NonNullable<Awaited<ReturnType<typeof store.activePersonByUser>>>,
) {
  const workspace = await store.theWorkspace(services.db)
  if (!workspace) throw new Error('a person without a workspace')
  const { workspaceId, ...shown } = person
  const groups = await store.allGroups(services.db, workspaceId)
  return { person: shown, workspace, groups }
}
