import { createHmac, timingSafeEqual } from 'node:crypto'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { hashPassword } from 'better-auth/crypto'
import { betterAuth } from 'better-auth/minimal'
import { parse, serialize } from 'hono/utils/cookie'
import type { Database } from '../db/database.ts'
import { authAccounts, authSessions, authUsers, authVerifications } from './tables.ts'

const DAY_SECONDS = 86_400

/**
 * Passwords and sessions, by better-auth. Its own HTTP routes are not mounted: every way in is an operation of the
 * contract, so that each has its permission row and its refusals in our shape.
 */
export function createIdentity(db: Database, options: { secret: string; secureCookies: boolean }) {
  const auth = betterAuth({
    secret: options.secret,
    baseURL: 'http://localhost', // only its unmounted routes would use it; without one it warns
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: {
        user: authUsers,
        session: authSessions,
        account: authAccounts,
        verification: authVerifications,
      },
    }),
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128 },
    session: { expiresIn: 30 * DAY_SECONDS, updateAge: DAY_SECONDS },
    rateLimit: { enabled: false }, // it lives in the unmounted routes; people/attempts.ts counts instead
    telemetry: { enabled: false },
    logger: { disabled: true }, // it would log e-mail addresses
    advanced: { useSecureCookies: options.secureCookies, cookiePrefix: 'foreword' },
  })

  return {
    hashPassword,
    /** Null unless e-mail and password belong together. The headers carry the session's cookie. */
    async signIn(email: string, password: string, from: Headers) {
      try {
        const { headers, response } = await auth.api.signInEmail({
          body: { email, password, rememberMe: true },
          headers: from,
          returnHeaders: true,
        })
        return { headers, userId: response.user.id }
      } catch (error) {
        if (hasStatus(error, 'UNAUTHORIZED')) return null
        throw error
      }
    },
    /** For whoever came by a link that was found good. The headers carry the session's cookie. */
    async begin(userId: string, from: Headers) {
      const { authCookies, internalAdapter, secret, sessionConfig } = await auth.$context
      const { token } = await internalAdapter.createSession(userId, false, {
        userAgent: from.get('user-agent') ?? '',
      })
      const { name, attributes } = authCookies.sessionToken
      const cookie = serialize(name, signed(token, secret), {
        ...{ path: '/', httpOnly: true, sameSite: 'Lax', secure: attributes.secure === true },
        maxAge: sessionConfig.expiresIn,
      })
      return new Headers({ 'set-cookie': cookie })
    },
    async signOut(from: Headers) {
      const { headers } = await auth.api.signOut({ headers: from, returnHeaders: true })
      return headers
    },
    /**
     * The token of the session that a request carries, if we signed it. Whether the session stands, the database says:
     * better-auth would ask it twice, and this is asked before everything else.
     */
    async sessionToken(from: Headers): Promise<string | null> {
      const cookies = from.get('cookie')
      if (cookies === null) return null
      const { authCookies, secret } = await auth.$context
      const { name } = authCookies.sessionToken
      const value = parse(cookies, name)[name] ?? ''
      const token = value.slice(0, Math.max(value.lastIndexOf('.'), 0))
      const ours = Buffer.from(signed(token, secret))
      const given = Buffer.from(value)
      return ours.length === given.length && timingSafeEqual(ours, given) ? token : null
    },
  }
}
export type Identity = ReturnType<typeof createIdentity>

/** As better-auth signs what a cookie carries. */
const signed = (token: string, secret: string) =>
  `${token}.${createHmac('sha256', secret).update(token).digest('base64')}`

function hasStatus(error: unknown, status: string) {
  return error instanceof Error && 'status' in error && error.status === status
}
