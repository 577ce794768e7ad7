import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { MeetingId } from '@foreword/core/ids'
import { followRoom } from '@foreword/core/meetings/follow'
import type { Room } from '@foreword/core/meetings/room'
import { createORPCClient, ORPCError } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { WebSocket } from 'ws'
import type { Client, Colleague } from '../../../packages/server/src/test/company.ts'
import { offsetFrom, type Sample } from '../../../packages/web/src/meetings/room/offset.ts'
import { holds } from '../rules.ts'

/** One act as its sender knows it: what came back for every copy that was sent of it. */
export interface Sent {
  by: string
  key: string
  kind: string
  /** True once any copy of it was answered with its being done. */
  isAcknowledged: boolean
  /** The refusals of copies; a copy whose answer was lost has none. */
  refusals: string[]
  isLost: boolean
}

/** How an act goes out: clicked twice at once, or cut off before its answer and sent again. */
export type Way = 'once' | 'twice' | 'lost'

/** The words of a question: they say whose they are, so that bytes can be searched for them. */
export const canary = (by: string, number: number) => `canary-${by}-${number}`
const others = /canary-([0-9a-f-]{36})-/g
/** A part of a message is JSON text, in JSON. */
const PHASE = /"phase\.name":"\\"(\w+)\\"/
const open = new Set(['discussion', 'decision', 'closed'])

const SAMPLES = 5
/** More than a message is on its way. */
const FAR_MS = 2_000
/** An answer that took longer says too little; the page asks again when the line is better. */
const GOOD_TRIP_MS = 450
const SHOWN_WITHIN_MS = 250
const AGAIN_MS = 250

/** Somebody at a browser, on a real connection: acts by HTTP, and hears the room on a socket, as the page does. */
export class Person {
  readonly colleague: Colleague
  readonly sent: Sent[] = []
  /** When words of others came first, by the server's clock. */
  sawOthersAt: number | null = null
  room: Room | null = null
  isHere = false
  asked = 0
  #hasVanished = false
  /** Counts how often the page was opened and left. */
  #visit = 0
  #socket: WebSocket | undefined
  #offset = 0
  #bestTripMs = Number.POSITIVE_INFINITY
  #asking: Promise<void> | undefined
  #isJoining = false
  #wrongMs: number
  readonly #lagMs: number
  readonly #house: House

  constructor(house: House, colleague: Colleague, { wrongMs, lagMs }: { wrongMs: number; lagMs: number }) {
    this.#house = house
    this.colleague = colleague
    this.#wrongMs = wrongMs
    this.#lagMs = lagMs
  }

  get id() {
    return this.colleague.id
  }

  #clock = () => Date.now() + this.#wrongMs

  /** Opens the page, and keeps its line open until `drop`. */
  connect() {
    if (this.isHere || this.#hasVanished) return
    this.isHere = true
    void this.#keepOpen(++this.#visit)
    void this.sync()
  }

  drop() {
    this.isHere = false
    this.#visit += 1
    this.#socket?.terminate()
  }

  /** Goes, and does not come back by themselves whatever they meant to do. */
  vanish() {
    this.#hasVanished = true
    this.drop()
  }

  comeBack() {
    this.#hasVanished = false
    this.connect()
  }

  async #keepOpen(visit: number) {
    while (visit === this.#visit) {
      try {
        await this.#follow()
      } catch {
        // the line was cut
      }
      await pause(AGAIN_MS)
    }
  }

  async #follow() {
    const { url, meetingId } = this.#house
    const socket = new WebSocket(`${url.replace('http', 'ws')}/live`, {
      headers: { cookie: this.colleague.cookie(), origin: url },
    })
    this.#socket = socket
    let phase = ''
    socket.on('message', (data) => {
      const frame = String(data)
      phase = PHASE.exec(frame)?.[1] ?? phase
      this.#look(frame, phase)
    })
    await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
    // the library's type is the browser's socket, of which it uses what both have
    const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })
    const live: Client = createORPCClient(link)
    const next = followRoom()
    const closed = new Promise<never>((_, reject) => socket.once('close', () => reject(new Error('cut'))))
    closed.catch(() => {})
    const stream = await Promise.race([live.meetings.watch({ meetingId }), closed])
    const messages = stream[Symbol.asyncIterator]()
    for (;;) {
      const news = await Promise.race([messages.next(), closed])
      if (news.done) return
      await pause(this.#lagMs)
      if (this.#socket !== socket || !this.isHere) return
      const { room, serverTime } = next(news.value)
      this.room = room
      if (Math.abs(Date.parse(serverTime) - this.#serverNow()) > FAR_MS) void this.sync()
      void this.#comeIn()
    }
  }

  /** R7: nothing of others is in any byte before this person's own room is open. */
  #look(bytes: string, phase: string) {
    for (const [, by] of bytes.matchAll(others)) {
      if (by === this.id) continue
      this.#house.rule(open.has(phase), `R7: a sealed question reached somebody in ${phase || 'no phase'}`)
      this.sawOthersAt ??= this.#house.now()
    }
  }

  /** Whoever is invited and has the page open comes in, with nothing to press. */
  async #comeIn() {
    const { room } = this
    const isOutside = room?.me && !(room.me.joined && room.me.here) && room.notNow.join === undefined
    if (!isOutside || this.#isJoining) return
    this.#isJoining = true
    await this.does('join')
    this.#isJoining = false
  }

  #serverNow = () => this.#clock() + this.#offset

  /** Asks the server's time a few times over, by the page's own arithmetic. */
  sync(): Promise<void> {
    this.#asking ??= this.#sync()
      // without an answer the last offset stands, and it is asked again
      .catch(() => {})
      .finally(() => {
        this.#asking = undefined
      })
    return this.#asking
  }

  async #sync() {
    for (let samples: Sample[] = [], measuredBy = this.#wrongMs; samples.length < SAMPLES; ) {
      const sentAt = this.#clock()
      // longer there than back, as lines are
      await pause(this.#lagMs)
      const { serverTime } = await this.colleague.api.meetings.clock()
      if (measuredBy !== this.#wrongMs) {
        measuredBy = this.#wrongMs
        samples = []
        continue
      }
      samples.push({ sentAt, receivedAt: this.#clock(), serverTime: Date.parse(serverTime) })
      this.#offset = offsetFrom(samples)
      this.#bestTripMs = Math.min(...samples.map(({ sentAt, receivedAt }) => receivedAt - sentAt))
    }
  }

  /** Their own clock is set otherwise; the page sees that within a second, and asks anew. */
  async jump(byMs: number) {
    this.#wrongMs += byMs
    await this.sync()
  }

  /** R3: what this person is shown of a deadline, beside what is left of it. */
  async showsDeadline(): Promise<boolean> {
    await this.sync()
    for (let tries = 0; this.#bestTripMs > GOOD_TRIP_MS && tries < 20; tries++) await this.sync()
    const phase = this.room?.phase
    if (!this.isHere || !phase || !('endsAt' in phase) || !phase.endsAt) return false
    const endsAt = Date.parse(phase.endsAt)
    const wrong = Math.abs(endsAt - this.#serverNow() - (endsAt - this.#house.now()))
    holds(
      wrong <= SHOWN_WITHIN_MS,
      `R3: a deadline is shown ${Math.round(wrong)} ms wrong, by a clock that is ${this.#wrongMs} ms wrong`,
    )
    return true
  }

  /** An act on its way to the server, with one key however often it is sent. */
  async does(kind: string, input: object = {}, way: Way = 'once'): Promise<Sent> {
    const sent = {
      by: this.id,
      key: randomUUID(),
      kind,
      isAcknowledged: false,
      refusals: [],
      isLost: false,
    } satisfies Sent
    this.sent.push(sent)
    if (way === 'lost') {
      const cut = new AbortController()
      const first = this.#send(sent, input, cut.signal)
      await pause(this.#lagMs / 4)
      cut.abort()
      await first
    }
    const copies = way === 'twice' ? 2 : 1
    await Promise.all(Array.from({ length: copies }, () => this.#send(sent, input)))
    return sent
  }

  async #send(sent: Sent, input: object, signal?: AbortSignal, tries = 5): Promise<void> {
    const { meetingId } = this.#house
    const { reviews, meetings } = this.colleague.api
    const act = (
      sent.kind === 'postQuestion' ? reviews.postQuestion : Reflect.get(meetings, sent.kind)
    ) as Act
    try {
      const answer = await act({ meetingId, key: sent.key, ...input }, signal ? { signal } : {})
      sent.isAcknowledged = true
      if (sent.kind !== 'postQuestion') this.#look(JSON.stringify(answer) ?? '', phaseOf(answer))
    } catch (error) {
      if (signal?.aborted) sent.isLost = true
      else if (error instanceof ORPCError && error.status < 500) sent.refusals.push(error.code)
      // the line failed, and nobody knows whether it was done: once more with the same key, as the page does
      else if (!(error instanceof ORPCError) && tries > 0) {
        await pause(AGAIN_MS)
        await this.#send(sent, input, signal, tries - 1)
      } else throw error
    }
  }
}

// of an operation that is named by its command
type Act = (input: object, options?: { signal?: AbortSignal }) => Promise<unknown>

const phaseOf = (answer: unknown) => (answer as { room?: Room } | undefined)?.room?.phase.name ?? '' // an act answers with a room, or with nothing

export interface House {
  url: string
  meetingId: MeetingId
  /** The server's clock. */
  now: () => number
  /** Notes a broken rule wherever it is seen: in the middle of a socket's event nobody would hear an exception. */
  rule(isTrue: boolean, what: string): void
}
