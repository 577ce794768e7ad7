import { commonRefusals } from '@foreword/core/common-refusals'
import { contract } from '@foreword/core/contract'
import { decisionRefusals } from '@foreword/core/decisions/refusals'
import { isOfNothing } from '@foreword/core/ids-of-nothing'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import { changedParts, nothingSent, partsOf } from '@foreword/core/meetings/parts'
import { type MeetingRefusal, meetingRefusals } from '@foreword/core/meetings/refusals'
import type { RoomMessage, RoomNews } from '@foreword/core/meetings/room'
import type { Result } from '@foreword/core/result'
import { reviewRefusals } from '@foreword/core/reviews/refusals'
import { ORPCError } from '@orpc/client'
import { type AnySchema, isContractProcedure } from '@orpc/contract'
import type { StandIn } from '../../api.ts'
import { type Answers, commandOf } from './answers.ts'

const refusals: Record<string, { status: number; message: string }> = {
  ...decisionRefusals,
  ...reviewRefusals,
  ...meetingRefusals,
  ...commonRefusals,
}

/** A meeting that lives in this browser and nowhere else. */
export interface RoomInMemory {
  message(): RoomMessage
  does(command: MeetingCommand, key: string): Result<RoomMessage, MeetingRefusal>
  subscribe(listener: () => void): () => void
}

/**
 * A meeting in memory as a server: the very components of a room call the very operations, and whatever names an id of
 * nothing is answered here.
 */
export function standInFor(room: RoomInMemory, given: Partial<Answers>, newId: () => string): StandIn {
  const answers: Partial<Record<string, (input: never) => Result<unknown, string>>> = { ...given }
  return {
    takes: (_, input) =>
      typeof input === 'object' && input !== null && Object.values(input).some(isOfNothing),
    async call(path, sent, { signal }) {
      const [noun, name = ''] = path
      if (noun === 'meetings' && name === 'watch') return watch(room, signal)
      const input = await parsed(path, sent)
      const answer = answers[path.join('.')]
      // the schema of this very operation gave the input its shape
      if (answer) return unwrapped(answer(input as never))
      const command = noun === 'meetings' ? commandOf(name, input as object, newId) : undefined
      if (!command) throw refused('not-found')
      // every act in a room has a key
      return unwrapped(room.does(command, (input as { key: string }).key))
    },
  }
}

/** The input as the contract's own schema reads it, defaults filled in; refused as the server refuses it. */
async function parsed(path: readonly string[], input: unknown): Promise<unknown> {
  let operation: unknown = contract
  for (const name of path) operation = (operation as Record<string, unknown> | undefined)?.[name] // an address in a tree of objects
  const schema: AnySchema | undefined = isContractProcedure(operation) && operation['~orpc'].inputSchema
  if (!schema) throw refused('not-found')
  const read = await schema['~standard'].validate(input)
  if (!read.issues) return read.value
  const fields = read.issues.map(({ path: steps = [], message }) => ({
    field: steps.map((step) => String(typeof step === 'object' ? step.key : step)).join('.'),
    message,
  }))
  throw refused('invalid-input', { fields })
}

/** The room at once and after every change that whoever watches can see, as the server sends it. */
async function* watch(room: RoomInMemory, signal: AbortSignal | undefined): AsyncGenerator<RoomNews> {
  let wake = () => {}
  const unsubscribe = room.subscribe(() => wake())
  signal?.addEventListener('abort', () => wake())
  try {
    for (let sent = nothingSent; !signal?.aborted; ) {
      const message = room.message()
      const stands = partsOf(message)
      const parts = changedParts(sent, stands)
      if (!parts) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      sent = stands
      yield { parts, serverTime: message.serverTime }
    }
  } finally {
    unsubscribe()
  }
}

function unwrapped<Value>(result: Result<Value, string>): Value {
  if (result.ok) return result.value
  throw refused(result.refusal, result.data)
}

function refused(code: string, data?: unknown) {
  const { status = 409, message = 'This is not possible now.' } = refusals[code] ?? {}
  return new ORPCError(code, { status, message, data })
}
