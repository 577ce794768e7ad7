import type { InviteRole, Purpose } from '@foreword/core/meetings/plan'
import type { Outputs } from '../../api.ts'

export type Invitee = Outputs['meetings']['propose']['attendees'][number]

/** The roles one can be given by hand, in the order in which they are offered; reading needs no role. */
export const givenRoles = [
  'facilitator',
  'author',
  'note-taker',
  'decider',
  'deputy',
  'bar-raiser',
] as const satisfies readonly InviteRole[]
export type GivenRole = (typeof givenRoles)[number]

/**
 * R12: gives or takes a role. A meeting has one facilitator, so giving that role takes it from whoever had it; it
 * cannot be taken without giving it to another.
 */
export function withRole(
  invitees: readonly Invitee[],
  personId: Invitee['personId'],
  role: InviteRole,
): Invitee[] {
  const held = invitees.find((one) => one.personId === personId)?.roles.includes(role) ?? false
  if (held && role === 'facilitator') return [...invitees]
  return invitees.map((one) => {
    const others = one.roles.filter((other) => other !== role)
    if (one.personId === personId) return { ...one, roles: held ? orReads(others) : [role, ...others] }
    return role === 'facilitator' ? { ...one, roles: orReads(others) } : one
  })
}

const orReads = (roles: InviteRole[]): InviteRole[] => (roles.length > 0 ? roles : ['reader'])

/** As they are sent: a meeting to improve has no decider. */
export function asSent(invitees: readonly Invitee[], purpose: Purpose) {
  return invitees.map(({ personId, roles }) => ({
    personId,
    roles: orReads(purpose === 'improve' ? roles.filter((role) => role !== 'decider') : roles),
  }))
}

type Missing = 'no-facilitator' | 'no-author' | 'no-decider'

/** What stands in the way of scheduling with these people, or null; the server would refuse it by the same name. */
export function missingRole(invitees: readonly Invitee[], purpose: Purpose): Missing | null {
  const someone = (role: InviteRole) => invitees.some(({ roles }) => roles.includes(role))
  if (!someone('facilitator')) return 'no-facilitator'
  if (!someone('author')) return 'no-author'
  return purpose === 'decide' && !someone('decider') ? 'no-decider' : null
}
