import { ORPCError } from '@orpc/client'

/** What went wrong, as far as a page can tell. */
export type Refusal =
  /** The server said no, with a name and a sentence that holds the remedy. */
  | { kind: 'refused'; code: string; status: number; message: string; fields: Record<string, string> }
  /** No answer came. */
  | { kind: 'unreachable' }
  /** A bug or a broken machine. */
  | { kind: 'broken' }

export function refusalOf(error: unknown): Refusal {
  if (error instanceof ORPCError) {
    const { code, status, message, data } = error
    // a gateway that stands in for a server that is away
    if (status === 502 || status === 503 || status === 504) return { kind: 'unreachable' }
    if (status >= 500) return { kind: 'broken' }
    return { kind: 'refused', code, status, message, fields: fieldsIn(data) }
  }
  if (isNoAnswer(error)) return { kind: 'unreachable' }
  return { kind: 'broken' }
}

/** True when the server refused by this name. */
export function isRefusal(error: unknown, code: string): boolean {
  const refusal = refusalOf(error)
  return refusal.kind === 'refused' && refusal.code === code
}

/**
 * Whether a page is shown no more: it never came, or the server refuses it by now. What is on screen stays while nobody
 * answers, for somebody may be writing in it.
 */
export function isGone({ data, error }: { data: unknown; error: unknown }): boolean {
  return error !== null && (data === undefined || refusalOf(error).kind === 'refused')
}

/** `{ email: 'The e-mail does not look like …' }` out of an `invalid-input` refusal. */
export function fieldErrors(error: unknown): Record<string, string> {
  const refusal = refusalOf(error)
  return refusal.kind === 'refused' ? refusal.fields : {}
}

function fieldsIn(data: unknown): Record<string, string> {
  const fields: unknown = typeof data === 'object' && data !== null && 'fields' in data ? data.fields : []
  if (!Array.isArray(fields)) return {}
  return Object.fromEntries(
    fields.flatMap(({ field, message }: { field?: unknown; message?: unknown }) =>
      typeof field === 'string' && typeof message === 'string' ? [[field, message]] : [],
    ),
  )
}

/** fetch fails with a TypeError; a call cut off with its socket, with an AbortError or words about the socket. */
function isNoAnswer(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return error instanceof TypeError || error.name === 'AbortError' || error.message.includes('WebSocket')
}
