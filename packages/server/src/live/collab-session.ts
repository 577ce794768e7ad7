import type { Result } from '@foreword/core/result'
import type { ConnectionConfiguration } from '@hocuspocus/server'
import { type HeldSocket, TRY_AGAIN } from './held-socket.ts'

/** What a person may do in one document, and how the others there see them. */
export type Admission = {
  personId: string
  name: string
  colour: string
  mayEdit: boolean
}

/** Asked anew for every document and again when permissions change: from the request's cookies, never from memory. */
export type Authorise = (request: Request, documentId: string) => Promise<Result<Admission, string>>

/** Whose rights changed, where. Both left out: anyone's, anywhere. */
export type PermissionChange = { personId?: string; documentId?: string }

/** One socket and the documents open on it. */
export type CollabSession = {
  admit(documentId: string, configuration: ConnectionConfiguration): Promise<Result<Admission, string>>
  attends(documentId: string): boolean
  /** Asks again for what the change may touch, and closes the socket if an answer is not what it was. */
  recheck(change: PermissionChange): Promise<void>
  close(code: number, reason: string): void
}

/** Close codes that the web provider knows: come back and be asked again, or stay away. */
export const ASK_AGAIN = 4205
export const NO_LONGER_ALLOWED = 4403

/** A3: a change of permission bites within one second, even when the answer is slow in coming. */
const ANSWER_WITHIN_MS = 700

export function openSession(options: {
  request: Request
  socket: HeldSocket
  authorise: Authorise
  /** Counts the permission changes of the whole process, to see one that came while an answer was on its way. */
  changes: () => number
  /** Takes the socket's documents out of Hocuspocus' hands, so that frames already in its queue are refused. */
  drop: (reason: { code: number; reason: string }) => void
}): CollabSession {
  const { request, socket, authorise, changes, drop } = options
  const attending = new Map<string, { admission: Admission; configuration: ConnectionConfiguration }>()

  async function admit(documentId: string, configuration: ConnectionConfiguration) {
    let before: number
    let answer: Result<Admission, string>
    do {
      before = changes()
      answer = await authorise(request, documentId)
    } while (before !== changes())
    if (answer.ok) {
      configuration.readOnly = !answer.value.mayEdit
      attending.set(documentId, { admission: answer.value, configuration })
    }
    return answer
  }

  function close(code: number, reason: string): void {
    // a connection still being set up reads this after us
    for (const { configuration } of attending.values()) configuration.readOnly = true
    // shut first: what `drop` makes Hocuspocus say must not reach the client as a plain end of the document
    socket.shut(code, reason)
    drop({ code, reason })
  }

  async function recheck(change: PermissionChange): Promise<void> {
    for (const [documentId, { admission }] of attending) {
      if (socket.isShut) return
      if (change.documentId !== undefined && change.documentId !== documentId) continue
      if (change.personId !== undefined && change.personId !== admission.personId) continue
      const answer = await withinTime(authorise(request, documentId))
      if (answer === undefined) return close(1013, TRY_AGAIN)
      if (!answer.ok) return close(NO_LONGER_ALLOWED, answer.refusal)
      if (JSON.stringify(answer.value) !== JSON.stringify(admission))
        return close(ASK_AGAIN, 'permission-changed')
    }
  }

  return { admit, recheck, close, attends: (documentId) => attending.has(documentId) }
}

/** Undefined when the answer is late or the machine broke: then nobody goes on writing on an old answer. */
async function withinTime<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => late.resolve(undefined), ANSWER_WITHIN_MS)
  try {
    return await Promise.race([answer, late.promise])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
