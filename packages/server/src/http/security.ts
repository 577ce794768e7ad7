import { isIP } from 'node:net'
import { hostname } from 'node:os'
import type { Env } from '../env.ts'

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])
const loopbackAddresses = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

export const isLoopbackHost = (host: string) => host === 'localhost' || loopbackAddresses.has(host)

/** True when only this computer can reach Foreword. */
export const isLoopback = (env: Env) =>
  isLoopbackHost(env.host) &&
  (env.publicUrl === undefined || loopbackNames.has(new URL(env.publicUrl).hostname))

/**
 * Whether the Host header names us. A page of another site that had its own name resolve to this address (DNS
 * rebinding) fails here: its name is neither an address, nor this machine's, nor the public one.
 */
export function isOurHost(host: string | undefined, env: Env): boolean {
  if (!host) return false
  const url = URL.parse(`http://${host}`)
  if (!url) return false
  const name = url.hostname
  if (env.publicUrl && new URL(env.publicUrl).host === url.host) return true
  if (loopbackNames.has(name)) return true
  if (isIP(name.replace(/^\[|\]$/g, ''))) return true
  const own = hostname().toLowerCase()
  return name === own || name === `${own}.local`
}

/** Whether a request that changes something, or opens a socket, was sent by a page of ours (or by no page at all). */
export function isOurOrigin(origin: string | null | undefined, host: string | undefined, env: Env): boolean {
  if (origin === null || origin === undefined) return true // scripts and the command line send none
  if (env.publicUrl && origin === env.publicUrl) return true
  return URL.parse(origin)?.host === host
}

/** Everything comes from us; styles too, so that a hostile document cannot bring its own. */
export const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export const securityHeaders = (env: Pick<Env, 'publicUrl'>): Record<string, string> => ({
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  // over plain http a browser ignores it and complains at every page
  ...(env.publicUrl?.startsWith('https:') && { 'cross-origin-opener-policy': 'same-origin' }),
})
