/*
 * What a note-taker types, on its way to the server: outside of any component, so that going on to the next question
 * loses nothing, and kept on this computer until the server has it.
 */
import { refusalOf } from '../../refusal.ts'

/** `over` is the version it was written over. */
interface Written {
  text: string
  over: number
}
/**
 * `tried` was sent and no answer came: it may stand there already, so it is said again as it was before anything newer
 * is, which would be taken for somebody else's.
 */
interface Kept extends Written {
  tried?: string | undefined
}

/**
 * - `waiting`, `sending`: not on the server's disk yet
 * - `away`: no answer came; it is tried again
 * - `changed`: somebody else wrote meanwhile, and whoever wrote this says what becomes of both
 * - `refused`: the server will not have it, and why
 * - `saved`: there, until the room says so too
 */
export type Draft = Kept &
  ({ at: 'waiting' | 'sending' | 'away' | 'changed' | 'saved' } | { at: 'refused'; why: string })

interface Given {
  /** Sends it and gives the version it has then. */
  send: (questionId: string, note: Written) => Promise<number>
  kept: { read: () => Record<string, Kept>; write: (all: Record<string, Kept>) => void }
  /** How long nobody types before it is sent. */
  restMs?: number
  /** How long until it is tried again. */
  againMs?: number
}

export class NoteWriter {
  readonly #given: Given
  readonly #listeners = new Set<() => void>()
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  #drafts: ReadonlyMap<string, Draft> = new Map()

  constructor(given: Given) {
    this.#given = given
    for (const [id, kept] of Object.entries(given.kept.read())) {
      this.#set(id, { ...kept, at: 'waiting' })
      this.#sendIn(id, 0)
    }
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
  drafts = () => this.#drafts

  /** What is typed now. `over` is the version that stood there when typing began. */
  write(id: string, text: string, over: number) {
    const before = this.#drafts.get(id)
    // what is changed by both is settled first; more of it is typed on
    const at = before?.at === 'changed' ? 'changed' : before?.at === 'sending' ? 'sending' : 'waiting'
    this.#set(id, { text, over: before?.over ?? over, tried: before?.tried, at })
    if (at === 'waiting') this.#sendIn(id, this.#given.restMs ?? 700)
  }

  /** Over what somebody else wrote meanwhile: with these words, both having been seen. */
  settle(id: string, text: string, over: number) {
    this.#set(id, { text, over, at: 'waiting' })
    this.#sendIn(id, 0)
  }

  /** What was typed here is let go. */
  discard(id: string) {
    clearTimeout(this.#timers.get(id))
    this.#set(id, null)
  }

  /** The room has the wording of this version: what was saved as it need not be held any more. */
  heard(id: string, version: number) {
    const draft = this.#drafts.get(id)
    if (draft?.at === 'saved' && version >= draft.over) this.#set(id, null)
  }

  #sendIn(id: string, ms: number) {
    clearTimeout(this.#timers.get(id))
    this.#timers.set(
      id,
      setTimeout(() => void this.#send(id), ms),
    )
  }

  async #send(id: string) {
    const draft = this.#drafts.get(id)
    if (!draft || draft.at === 'sending') return
    const { over } = draft
    const text = draft.tried ?? draft.text
    this.#set(id, { text: draft.text, over, tried: text, at: 'sending' })
    try {
      const version = await this.#given.send(id, { text, over })
      const now = this.#drafts.get(id)
      if (!now) return
      const isAll = now.text === text
      this.#set(id, { text: now.text, over: version, at: isAll ? 'saved' : 'waiting' })
      if (!isAll) this.#sendIn(id, 0)
    } catch (error) {
      const now = this.#drafts.get(id)
      if (now) this.#failed(id, now, error)
    }
  }

  #failed(id: string, { text, over, tried }: Draft, error: unknown) {
    const refusal = refusalOf(error)
    if (refusal.kind === 'refused') {
      if (refusal.code === 'note-has-changed') this.#set(id, { text, over, at: 'changed' })
      else this.#set(id, { text, over, at: 'refused', why: refusal.message })
      return
    }
    this.#set(id, { text, over, tried, at: 'away' })
    this.#sendIn(id, this.#given.againMs ?? 3_000)
  }

  #set(id: string, draft: Draft | null) {
    const next = new Map(this.#drafts)
    if (draft) next.set(id, draft)
    else next.delete(id)
    this.#drafts = next
    const unsaved = [...next].filter(([, { at }]) => at !== 'saved')
    this.#given.kept.write(
      Object.fromEntries(unsaved.map(([of, { text, over, tried }]) => [of, { text, over, tried }])),
    )
    for (const listener of this.#listeners) listener()
  }
}
