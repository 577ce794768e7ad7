import { commonRefusals } from '@foreword/core/common-refusals'
import { openToGuests, type VisitTo } from '@foreword/core/people/guests'
import { type Permission, type Right, type Subject, suffices } from '@foreword/core/people/permissions'
import { ORPCError, ValidationError } from '@orpc/server'
import * as z from 'zod'
import type { Database } from '../db/database.ts'
import type { RequestContext, Viewer } from './call.ts'
import { unstorableField } from './storable.ts'

/** Finds the right a person has on what an id names; null when it does not exist for them. */
export type RightFinder = (db: Database, viewer: Viewer, id: string) => Promise<Right | null>
export type RightFinders = Partial<Record<Subject, RightFinder>> & {
  /** The right that an export needs in this company. */
  exportNeeds: (db: Database) => Promise<Right>
  /** What a guest is let in for now; null when their link has ended. */
  visitOf: (db: Database, viewer: Viewer, now: Date) => Promise<Visit | null>
  /** Throws the refusal unless the input brings the code of a screen in force (R19). */
  display: (context: RequestContext, input: unknown) => Promise<void>
}

/** What somebody without an account is let in for. */
export interface Visit {
  to: VisitTo
  /** Whether something is of it. */
  opens: (subject: Subject, id: string) => Promise<boolean>
}

type Common = keyof typeof commonRefusals

function refused(code: Common, data?: unknown, message: string = commonRefusals[code].message) {
  return new ORPCError(code, { defined: true, status: commonRefusals[code].status, message, data })
}

const uuid = z.uuid()

async function mayCall(
  operation: string,
  permission: Permission,
  finders: RightFinders,
  context: RequestContext,
  input: unknown,
) {
  if (permission.needs === 'anyone') return
  if (permission.needs === 'display') return finders.display(context, input)
  const { viewer, services } = context
  if (!viewer) throw refused('not-signed-in')
  const visit =
    viewer.role === 'guest' ? await finders.visitOf(services.db, viewer, services.now()) : undefined
  if (visit === null)
    throw refused('not-allowed', undefined, 'Your link has ended. Ask whoever sent it for another.')
  if (visit && !openToGuests[visit.to].has(operation))
    throw refused('not-allowed', undefined, 'A guest reads and says what they think, and nothing else.')
  if (!('on' in permission)) {
    if (permission.needs === 'administrator' && viewer.role !== 'administrator')
      throw refused('not-allowed', undefined, 'Only an administrator can do this.')
    return
  }
  const id = uuid.safeParse(
    typeof input === 'object' && input !== null ? Reflect.get(input, permission.id) : undefined,
  )
  if (!id.success) {
    const message = `${permission.id} is not an id`
    throw refused('invalid-input', { fields: [{ field: permission.id, message }] }, message)
  }
  const find = finders[permission.on]
  if (!find) throw new Error(`nobody finds the right on a ${permission.on}`)
  const isShut = visit !== undefined && !(await visit.opens(permission.on, id.data))
  const right = isShut ? null : await find(services.db, viewer, id.data)
  if (!right) throw refused('not-found')
  if (permission.needs === 'export') {
    if (!suffices(right, await finders.exportNeeds(services.db)))
      throw refused(
        'not-allowed',
        undefined,
        'Your company does not let readers take documents out. Ask an author.',
      )
  } else if (!suffices(right, permission.needs)) throw refused('not-allowed')
}

/** A validation error in our shape: each field with its remedy (A5). */
function invalid(error: ValidationError) {
  const fields = error.issues.map((issue) => ({
    field: (issue.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
    message: issue.message,
  }))
  const first = fields[0]
  const message = first ? (first.field ? `${first.field}: ${first.message}` : first.message) : undefined
  return refused('invalid-input', { fields }, message)
}

/** The one door: nothing runs before its row in the permission table allows it (A2). Throws the refusal. */
export function guard(permissions: Record<string, Permission>, finders: RightFinders) {
  return async (context: RequestContext, path: readonly string[], input: unknown): Promise<void> => {
    const operation = path.join('.')
    const permission = permissions[operation]
    if (!permission) throw new Error(`${operation} has no row in the permission table`)
    await mayCall(operation, permission, finders, context, input)
    const wrong = unstorableField(input)
    if (wrong) throw refused('invalid-input', { fields: [wrong] }, `${wrong.field} ${wrong.message}`)
  }
}

/** An error as it leaves: what the contract's schema refuses becomes a refusal in our shape, all else stays. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return error
  return error.cause instanceof ValidationError ? invalid(error.cause) : error
}

/** Every operation's path in a contract or router: `people.invite`. */
export function operationPaths(router: object, prefix: string[] = []): string[] {
  return Object.entries(router).flatMap(([name, value]) => {
    const path = [...prefix, name]
    return '~orpc' in value ? [path.join('.')] : operationPaths(value, path)
  })
}

/** The start-up check of A2: every operation is declared, and every row has its operation. */
export function checkPermissions(router: object, permissions: Record<string, Permission>): void {
  const paths = new Set(operationPaths(router))
  const missing = [...paths].filter((path) => !Object.hasOwn(permissions, path))
  const stale = Object.keys(permissions).filter((path) => !paths.has(path))
  if (missing.length > 0) throw new Error(`No permission is declared for: ${missing.join(', ')}`)
  if (stale.length > 0) throw new Error(`A permission is declared for no operation: ${stale.join(', ')}`)
}
