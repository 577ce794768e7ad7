import * as z from 'zod'
import { personId } from '../ids.ts'

/** What an administrator makes of a colleague. */
export const roles = ['administrator', 'member'] as const
/** A guest is nobody's colleague: they read and ask in one meeting (R12) or one document (F1), until their link ends. */
export const personRoles = [...roles, 'guest'] as const

/** A person as colleagues see them. The speaking order (P2) is not here: it is shown to no colleague. */
export const colleague = z.object({
  id: personId,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  /** The id of one of the workspace's functional areas. */
  functionalArea: z.string().nullable(),
  /** False once the person has left the company: what they wrote stays (A4). */
  active: z.boolean(),
})
export type Colleague = z.infer<typeof colleague>

export const person = colleague.extend({ role: z.enum(personRoles) })
export type Person = z.infer<typeof person>

/** Name as colleagues are shown it beside a decision or a comment. */
export const byline = z.object({ id: personId, name: z.string() })
export type Byline = z.infer<typeof byline>
