/** Apart from who is here: the table has a row for every operation, and whoever only reads needs none. */
import { type Permission, permissions, type Right, suffices } from '@foreword/core/people/permissions'
import type { Me } from './me.ts'

type Operation = keyof typeof permissions

/**
 * Why this person may not call an operation, in a sentence for a disabled button; undefined when they may. For an
 * operation on an idea, `held` is the right its page was given with it. The server decides; this is only manners.
 */
export function whyNot(operation: Operation, me: Me, held?: Right): string | undefined {
  const permission: Permission = permissions[operation]
  if (permission.needs === 'anyone' || permission.needs === 'member') return undefined
  if (permission.needs === 'administrator')
    return me.person.role === 'administrator' ? undefined : 'Only an administrator can do this.'
  // no person is asked for it
  if (permission.needs === 'display') return undefined
  // which right that is, the company sets; the server says
  if (permission.needs === 'export') return undefined
  if (held !== undefined && suffices(held, permission.needs)) return undefined
  return {
    read: 'This is not shared with you.',
    comment: 'This is not shared with you.',
    edit: 'Only its authors can change this. Ask its owner to add you.',
    own: 'Only its owner can do this.',
  }[permission.needs]
}
