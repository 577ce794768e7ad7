import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { WebSocket } from 'ws'
import { exampleOf, type Known } from '../../http/examples.fixture.ts'
import { type Operation, operations } from './answers.fixture.ts'
import type { Kind, Twin } from './twins.fixture.ts'

export interface Listener {
  kind: Kind
  /** Every frame that came, to the byte. */
  frames: Buffer[]
  /** Resolves when everything that was on its way when it was called has arrived. */
  settled(): Promise<void>
  close(): void
}

export const watchable = operations.filter(({ streams }) => streams)

/** A real socket of one person, on which everything that can be watched is watched, or what is asked for of it. */
export async function listen(
  twin: Twin,
  kind: Kind,
  known: Known,
  watched: readonly Operation[] = watchable,
): Promise<Listener> {
  const { url } = twin.company
  const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, {
    headers: { cookie: twin.the(kind).cookie(), origin: url },
  })
  const frames: Buffer[] = []
  socket.on('message', (data) => frames.push(Buffer.from(data as Buffer))) // one Buffer for each message, by default
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  // the library's type is the browser's socket, of which it uses what both have
  const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
  const client = createORPCClient(link)
  const act = (path: string, input: unknown) =>
    (path.split('.').reduce<object>((at, name) => Reflect.get(at, name), client) as Act)(input)
  await Promise.all(watched.map(({ path, schema }) => follow(act(path, exampleOf(schema, known)))))
  return {
    kind,
    frames,
    async settled() {
      // answers leave by the order in which they are ready, so what was sent before this one is here before it
      const before = frames.length
      await act('meetings.clock', {})
      // the answer to this is nobody's news
      const isOwn = (frame: Buffer, place: number) =>
        place >= before &&
        frame.includes('"serverTime"') &&
        !frame.includes('"room"') &&
        !frame.includes('"display"')
      frames.splice(frames.findIndex(isOwn), 1)
    },
    close: () => socket.terminate(),
  }
}

type Act = (input: unknown) => Promise<unknown>

/** Resolves with the first that comes, or with the refusal; goes on until the socket is closed. */
async function follow(stream: Promise<unknown>): Promise<void> {
  try {
    const messages = (await stream) as AsyncIterator<unknown> // what streams, as its contract says
    await messages.next()
    void drain(messages)
  } catch {
    // refused
  }
}

async function drain(messages: AsyncIterator<unknown>): Promise<void> {
  try {
    while (!(await messages.next()).done);
  } catch {
    // closed with its socket
  }
}
