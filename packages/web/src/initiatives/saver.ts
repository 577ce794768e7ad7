/*
 * Keeps the words typed into one answer until the server has them on disk. It outlives the page: leaving the
 * worksheet, losing the connection or closing the tab loses nothing. Nothing here knows React.
 */
import { combine, type Fields, reconcile, type Seen, type Unsaved } from './unsaved.ts'

export type SaveState =
  | { name: 'saved' }
  /** Typed, and about to be sent or on its way. */
  | { name: 'saving' }
  /** The server did not answer; it is tried again by itself. */
  | { name: 'not-saved' }
  /** Somebody else changed the same words: both are shown, the person chooses. */
  | { name: 'contested' }
  /** The server said no; sending the same again would not help. */
  | { name: 'refused'; message: string }

/** What came of sending. `meanwhile`: somebody else wrote in the same fields, and nothing of it is kept. */
export type Sent =
  | { name: 'saved'; now: Seen }
  | { name: 'unanswered' }
  | { name: 'meanwhile'; now: Seen }
  | { name: 'refused'; message: string }

/** Where unsaved words outlive the tab. */
export interface Journal {
  read(): Unsaved | null
  write(unsaved: Unsaved | null): void
}

export interface SaverOptions {
  send: (unsaved: Unsaved) => Promise<Sent>
  /** The answer as this browser knows it at the start. */
  known: Seen
  /** The answer with these fields over it. */
  over: (answer: object, fields: Fields) => object
  journal: Journal
  /** Runs something later; gives back how to call that off. */
  after: (ms: number, run: () => void) => () => void
}

/** From the first word that waits, not the last: whoever reads along sees words come while they are typed. */
const PAUSE_MS = 500
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 15_000

export function createSaver({ send, known, over, journal, after }: SaverOptions) {
  let latest = known
  let waiting: Unsaved | null = journal.read()
  let flying: Unsaved | null = null
  let contested: Unsaved | null = null
  bring()
  let state = toBeSent()
  let retryMs = FIRST_RETRY_MS
  let callOff = waiting ? after(0, flush) : null
  let shown = unsavedFields()
  const listeners = new Set<() => void>()

  function unsavedFields(): Fields | null {
    const parts = [contested, flying, waiting].flatMap((unsaved) => unsaved?.fields ?? [])
    return parts.length === 0 ? null : parts.reduce(combine)
  }

  function become(next: SaveState) {
    state = next
    shown = unsavedFields()
    // the oldest version decides what counts as changed by others meanwhile
    const oldest = contested ?? flying ?? waiting
    journal.write(oldest && shown ? { ...oldest, fields: shown } : null)
    for (const listener of listeners) listener()
  }

  function flush() {
    callOff?.()
    callOff = null
    if (flying || !waiting || state.name === 'refused') return
    flying = waiting
    waiting = null
    become({ name: contested ? 'contested' : state.name === 'not-saved' ? 'not-saved' : 'saving' })
    void send(flying).then(land)
  }

  /** Puts what waits onto the newest answer; what cannot stand there is left to be chosen about. */
  function bring() {
    // words that another tab saved may be known here before the answer they stand in
    if (!waiting || latest.version < waiting.version) return
    const { free, contested: clash } = reconcile(waiting.fields, waiting.answer, latest.answer)
    const isAny = (fields: Fields) => Object.keys(fields).length > 0
    waiting = isAny(free) ? { ...latest, fields: free } : null
    if (isAny(clash)) contested = { ...latest, fields: contested ? combine(contested.fields, clash) : clash }
  }

  function toBeSent(): SaveState {
    return { name: contested ? 'contested' : waiting ? 'saving' : 'saved' }
  }

  function land(sent: Sent) {
    const was = flying
    flying = null
    if (!was) return
    if ('now' in sent && sent.now.version >= latest.version) latest = sent.now
    // what was typed since stands on it, and holds all of its words
    const all = { ...was, fields: waiting ? combine(was.fields, waiting.fields) : was.fields }
    switch (sent.name) {
      case 'saved':
        retryMs = FIRST_RETRY_MS
        bring()
        become(toBeSent())
        if (waiting) flush()
        return
      case 'unanswered':
        waiting = all
        become({ name: 'not-saved' })
        callOff = after(retryMs, flush)
        retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
        return
      case 'meanwhile':
        waiting = all
        bring()
        become(toBeSent())
        if (waiting) flush()
        return
      case 'refused':
        waiting = all
        become({ name: 'refused', message: sent.message })
    }
  }

  return {
    state: () => state,
    /** What is typed and not saved; null when all is. The same value until something changes. */
    unsaved: () => shown,
    contested: () => contested?.fields ?? null,
    /** The answer without what is typed here. */
    latest: () => latest,
    /** The answer has become this, by whoever's hand. */
    arrived(now: Seen) {
      if (now.version < latest.version || now.answer === latest.answer) return
      const isNewer = now.version > latest.version
      latest = now
      // what is on its way stands on the older one, and lands first
      if (isNewer && !flying) bring()
      become(contested && state.name !== 'refused' ? { name: 'contested' } : state)
    },
    write(fields: Fields) {
      const touches = contested && Object.keys(fields).some((key) => key in (contested?.fields ?? {}))
      if (contested && touches) {
        // still typing in a field that is being chosen about: the words wait with it
        contested = { ...contested, fields: combine(contested.fields, fields) }
        return become({ name: 'contested' })
      }
      // what is on screen: of a field typed in before, what that was typed on
      const on = flying ? over(latest.answer, flying.fields) : latest.answer
      const before = Object.entries(waiting?.answer ?? {}).filter(([key]) => key in (waiting?.fields ?? {}))
      const answer = { ...on, ...Object.fromEntries(before) }
      const { version } = waiting ?? flying ?? latest
      waiting = { version, answer, fields: waiting ? combine(waiting.fields, fields) : fields }
      become(state.name === 'not-saved' || state.name === 'contested' ? state : { name: 'saving' })
      // in the state `not-saved` its retry is under way
      if (!flying) callOff ??= after(PAUSE_MS, flush)
    },
    /** Sends now: the field was left, the page is being left, or the connection is back. */
    flush,
    /** Sends again what was refused. */
    again() {
      if (state.name !== 'refused') return
      become({ name: 'saving' })
      flush()
    },
    keepMine() {
      if (!contested) return
      waiting = waiting ? { ...contested, fields: combine(contested.fields, waiting.fields) } : contested
      contested = null
      become({ name: 'saving' })
      flush()
    },
    takeTheirs() {
      contested = null
      become({ name: waiting || flying ? 'saving' : 'saved' })
    },
    /** Gives up what was refused. */
    discard() {
      waiting = null
      contested = null
      become({ name: 'saved' })
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
export type Saver = ReturnType<typeof createSaver>
