import { defaultSettings } from '@foreword/core/people/workspace'
import { ok, refuse } from '@foreword/core/result'
import type { RequestContext } from '../http/call.ts'
import type { Services } from '../http/services.ts'
import { createAttempts } from './attempts.ts'
import type { Identity } from './identity.ts'
import * as store from './store.ts'

type Credentials = { email: string; password: string }
export type Entrance = ReturnType<typeof createEntrance>

/** The one way in: credentials become a session, whose cookie goes out with the answer. */
export function createEntrance(identity: Identity) {
  const attempts = createAttempts(Date.now)

  async function enter(context: RequestContext, credentials: Credentials) {
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

  return {
    enter,
    hashPassword: identity.hashPassword,
    /** Somebody who has just been made signs in with what they typed; a refusal here would be a bug. */
    async enterNew(context: RequestContext, credentials: Credentials) {
      const entered = await enter(context, credentials)
      if (!entered.ok) throw new Error(`a new person could not sign in: ${entered.refusal}`)
      return entered.value
    },
    /** Somebody whose link was found good comes in by it; null when they have left. */
    async enterByLink(context: RequestContext, userId: string) {
      const person = await store.activePersonByUser(context.services.db, userId)
      if (!person) return null
      copyCookies(await identity.begin(userId, context.headers), context)
      return meOf(context.services, person)
    },
    async signOut(context: RequestContext) {
      copyCookies(await identity.signOut(context.headers), context)
    },
  }
}

function copyCookies(from: Headers, context: RequestContext) {
  for (const cookie of from.getSetCookie()) context.responseHeaders?.append('set-cookie', cookie)
}

/** A guest is told who they are and nothing of how the company is set up. */
export async function meOf(
  services: Services,
  person: NonNullable<Awaited<ReturnType<typeof store.activePersonByUser>>>,
) {
  const workspace = await store.theWorkspace(services.db)
  if (!workspace) throw new Error('a person without a workspace')
  const { workspaceId, ...shown } = person
  if (shown.role === 'guest')
    return {
      person: shown,
      workspace: { ...workspace, settings: defaultSettings },
      groups: [],
      ownGroup: null,
      sendsMail: false,
    }
  const { openGroups } = await import('./groups/own.ts')
  const groups = await openGroups(services.db, workspaceId, person.id)
  return { person: shown, workspace, ...groups, sendsMail: services.mailing !== null }
}
