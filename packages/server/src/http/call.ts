import type { PersonId, WorkspaceId } from '@foreword/core/ids'
import type { Person } from '@foreword/core/people/person'
import type { Result } from '@foreword/core/result'
import type { Database, Tx } from '../db/database.ts'
import type { NewEvent } from '../outbox/events.ts'
import { hasNews, put } from '../outbox/outbox.ts'
import type { Services } from './services.ts'

/** The person an operation is done for. */
export interface Viewer {
  id: PersonId
  workspaceId: WorkspaceId
  name: string
  role: Person['role']
  sessionId: string
}

/** What a request brings, made once by `http/app.ts`, for HTTP and for live sockets alike. */
export interface RequestContext {
  services: Services
  viewer: Viewer | null
  headers: Headers
  /** Set-Cookie and the like; absent on a live socket. */
  responseHeaders?: Headers
  address: string
  /** Set by an operation whose answer is the same text whenever this is the same. */
  sameAs?: string
}

/** What an action has in hand. One transaction; nothing is mailed or broadcast inside it. */
export interface Call {
  tx: Tx
  workspaceId: WorkspaceId
  person: Viewer
  now: Date
  services: Services
}

/** What an action has in hand that asks one thing of the database and changes nothing: it needs no transaction. */
export type Reading = Omit<Call, 'tx'> & { db: Database }

/** News of an act by the person of this call. Delivered after the commit. */
export const tell = (call: Call, ...events: NewEvent[]) =>
  put(call.tx, { workspaceId: call.workspaceId, actor: call.person.id, now: call.now }, ...events)

type Refuse<Names extends string> = Record<Names, (options: never) => Error>

/** What an operation is handed with its input: who asks, and how its contract refuses. */
export interface Handling<Input, Refusals extends string> {
  input: Input
  context: RequestContext
  errors: Refuse<Refusals>
}

/**
 * Binds a contract's operation to its action: one transaction, refusals rolled back and answered by name, news kicked
 * off after the commit. Its type asks the contract to declare every refusal the action can give.
 */
export function run<Input, Output, Refusals extends string>(
  action: (input: Input, call: Call) => Promise<Result<Output, Refusals>>,
) {
  return async ({ input, context, errors }: Handling<Input, Refusals>): Promise<Output> => {
    const { services } = context
    const person = signedIn(context)
    let told = false
    const result = await inTransaction(services.db, async (tx) => {
      const call = { tx, person, workspaceId: person.workspaceId, now: services.now(), services }
      const done = await action(input, call)
      told = hasNews(tx)
      return done
    })
    if (told) void services.outbox.kick()
    return unwrap(result, errors)
  }
}

/** Binds an operation that only reads, and reads what belongs together in one query. */
export function read<Input, Output, Refusals extends string>(
  action: (input: Input, reading: Reading) => Promise<Result<Output, Refusals>>,
) {
  return async ({ input, context, errors }: Handling<Input, Refusals>): Promise<Output> => {
    const { services } = context
    const person = signedIn(context)
    const { workspaceId } = person
    const { db } = services
    return unwrap(await action(input, { db, person, workspaceId, now: services.now(), services }), errors)
  }
}

/**
 * The same for what is large, and equal for all who may read it: `sameAs` gives what tells one answer from another, and
 * an answer of plain JSON that was sent before is sent as the text it was (`http/said-before.ts`).
 */
export function readSame<Input, Output, Refusals extends string>(
  action: (input: Input, reading: Reading) => Promise<Result<Output, Refusals>>,
  sameAs: (output: Output) => string,
) {
  const answer = read(action)
  return async (handling: Handling<Input, Refusals>): Promise<Output> => {
    const output = await answer(handling)
    handling.context.sameAs = sameAs(output)
    return output
  }
}

/** For acts that work outside a transaction first (typesetting an edition): the action opens its own. */
export function runOutside<Input, Output, Refusals extends string>(
  action: (input: Input, call: Omit<Call, 'tx'>) => Promise<Result<Output, Refusals>>,
) {
  return async ({ input, context, errors }: Handling<Input, Refusals>): Promise<Output> => {
    const { services } = context
    const person = signedIn(context)
    const result = await action(input, {
      person,
      workspaceId: person.workspaceId,
      now: services.now(),
      services,
    })
    void services.outbox.kick()
    return unwrap(result, errors)
  }
}

export function signedIn(context: RequestContext): Viewer {
  // the guard let the call through, so its permission row did not say `anyone`
  if (!context.viewer)
    throw new Error('This operation needs a signed-in person, but its permission says anyone.')
  return context.viewer
}

export function unwrap<Output, Refusals extends string>(
  result: Result<Output, Refusals>,
  errors: Refuse<Refusals>,
): Output {
  if (result.ok) return result.value
  const { refusal, data } = result
  // each constructor takes the data its contract declares; a wrong shape fails validation there
  throw (errors[refusal] as (options: { data?: unknown }) => Error)(data === undefined ? {} : { data })
}

class Refused extends Error {
  readonly result: { ok: false }
  constructor(result: { ok: false }) {
    super('refused')
    this.result = result
  }
}

/** A refusal rolls back like an exception: nothing is half-applied (A5). */
export async function inTransaction<Output, Refusals extends string>(
  db: Database,
  act: (tx: Tx) => Promise<Result<Output, Refusals>>,
): Promise<Result<Output, Refusals>> {
  try {
    return await db.transaction(async (tx) => {
      const result = await act(tx)
      if (!result.ok) throw new Refused(result)
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return error.result as Result<Output, Refusals> // thrown five lines up
    throw error
  }
}
