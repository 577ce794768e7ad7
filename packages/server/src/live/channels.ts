/**
 * News inside one process: whoever publishes on a topic reaches everyone who listens to it. Nothing is kept for those
 * who come later; a listener subscribes first, then reads the state, and so misses nothing. What is `spread` reaches
 * the other processes on the same database too, where there are any (`nodes.ts`).
 */
export type Channels = {
  publish(topic: string, message: unknown): void
  spread(topic: string, message: unknown): void
  /** Hears what is spread here, to carry it elsewhere; ends with what it gives back. */
  carry(carrier: Carrier): () => void
  /** Whether there may be others to whom it is carried. */
  isCarried(): boolean
  /** Something was spread elsewhere. */
  arrive(topic: string, message: unknown): void
  /** Hears what was spread elsewhere, on whatever topic; ends with what it gives back. */
  onArrival(hear: Carrier): () => void
  /** Something may have been missed: every listener is ended, so that it comes back and reads the state afresh. */
  interrupt(): void
  /**
   * Listens from the moment of the call, not of the first `next()`. Ends when `signal` aborts or the loop is left.
   * The caller names the type it expects: topics and their messages are the publisher's to define.
   */
  subscribe<Message>(
    topic: string,
    signal?: AbortSignal,
    keep?: Keep,
  ): AsyncIterableIterator<Message, undefined, undefined>
  listeners(topic: string): number
}

/**
 * What waits for a slow listener. `latest`: only the newest message, for projections, of which each replaces the one
 * before. `all`: every message, up to the limit; a listener further behind is ended with `ListenerTooSlow`, so that it
 * comes back and reads the state afresh instead of missing something in silence.
 */
export type Keep = { keep: 'latest' } | { keep: 'all'; limit: number }

export class ListenerTooSlow extends Error {}

const KEEP_ALL: Keep = { keep: 'all', limit: 1000 }

type Carrier = (topic: string, message: unknown) => void
type Listener = { hear(message: unknown): void; interrupt(): void }

export function createChannels(): Channels {
  const topics = new Map<string, Set<Listener>>()
  const carriers = new Set<Carrier>()
  const arrivals = new Set<Carrier>()

  function publish(topic: string, message: unknown) {
    // a copy: a listener that leaves while it hears must not disturb the round
    for (const listener of [...(topics.get(topic) ?? [])]) listener.hear(message)
  }

  return {
    publish,
    spread(topic, message) {
      publish(topic, message)
      for (const carrier of carriers) carrier(topic, message)
    },
    carry(carrier) {
      carriers.add(carrier)
      return () => carriers.delete(carrier)
    },
    isCarried: () => carriers.size > 0,
    arrive(topic, message) {
      publish(topic, message)
      for (const hear of arrivals) hear(topic, message)
    },
    onArrival(hear) {
      arrivals.add(hear)
      return () => arrivals.delete(hear)
    },
    interrupt() {
      for (const listener of [...topics.values()].flatMap((all) => [...all])) listener.interrupt()
    },
    listeners: (topic) => topics.get(topic)?.size ?? 0,
    subscribe<Message>(topic: string, signal?: AbortSignal, keep: Keep = KEEP_ALL) {
      const mailbox = openMailbox<Message>(keep, leave)
      const listeners = topics.get(topic) ?? new Set()
      topics.set(topic, listeners.add(mailbox))
      signal?.addEventListener('abort', mailbox.end, { once: true })
      if (signal?.aborted) mailbox.end()
      return mailbox.iterator

      function leave(): void {
        listeners.delete(mailbox)
        if (listeners.size === 0 && topics.get(topic) === listeners) topics.delete(topic)
        signal?.removeEventListener('abort', mailbox.end)
      }
    },
  }
}

type Mailbox<Message> = Listener & {
  end: () => void
  iterator: AsyncIterableIterator<Message, undefined, undefined>
}

type Step<Message> = IteratorResult<Message, undefined>

function openMailbox<Message>(keep: Keep, leave: () => void): Mailbox<Message> {
  let waiting: Message[] = []
  let readers: PromiseWithResolvers<Step<Message>>[] = []
  let state: { name: 'open' } | { name: 'ended'; because?: Error } = { name: 'open' }

  function close(because?: Error): void {
    if (state.name === 'ended') return
    state = because ? { name: 'ended', because } : { name: 'ended' }
    // what was not read is no longer wanted, and after an overrun must not be taken for the whole
    waiting = []
    for (const reader of readers) {
      if (because) reader.reject(because)
      else reader.resolve({ done: true, value: undefined })
    }
    readers = []
    leave()
  }

  const end = () => close()

  return {
    end,
    interrupt: () => close(new ListenerTooSlow('news may have been missed')),
    hear(message) {
      if (state.name === 'ended') return
      // the subscriber named this type for the topic
      const mail = message as Message
      const reader = readers.shift()
      if (reader) reader.resolve({ done: false, value: mail })
      else if (keep.keep === 'latest') waiting = [mail]
      else if (waiting.length >= keep.limit)
        close(new ListenerTooSlow(`${keep.limit} messages were not read`))
      else waiting.push(mail)
    },
    iterator: {
      [Symbol.asyncIterator]() {
        return this
      },
      async next(): Promise<Step<Message>> {
        if (waiting.length > 0) {
          const [value, ...rest] = waiting
          waiting = rest
          // a Message may itself be undefined, so the length above is the test
          return { done: false, value: value as Message }
        }
        if (state.name === 'ended') {
          if (state.because) throw state.because
          return { done: true, value: undefined }
        }
        const reader = Promise.withResolvers<Step<Message>>()
        readers.push(reader)
        return reader.promise
      },
      async return() {
        close()
        return { done: true, value: undefined }
      },
    },
  }
}

/** The channels of this process. Tests that must not hear each other make their own. */
export const channels = createChannels()
export const { publish, spread, subscribe, listeners } = channels
