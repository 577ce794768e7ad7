import type { MeetingId, PersonId } from '@foreword/core/ids'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import { nextDeadline } from '@foreword/core/meetings/decideReading'
import type { PhaseName } from '@foreword/core/meetings/meeting'
import { defaultMeetingSettings } from '@foreword/core/meetings/plan'
import type { MeetingRefusal } from '@foreword/core/meetings/refusals'
import type { RoomMessage } from '@foreword/core/meetings/room'
import { schedule } from '@foreword/core/meetings/schedule'
import { roomFor } from '@foreword/core/meetings/visible'
import type { Edition } from '@foreword/core/narratives/narrative'
import type { Byline } from '@foreword/core/people/person'
import { ok, type Result } from '@foreword/core/result'
import { type Instant, MINUTE_MS } from '@foreword/core/time'
import { everybody } from './cast.ts'
import { atRate, type FastClock, movedTo, shownAt, wallAt } from './clock.ts'
import { HeldMeeting } from './held.ts'
import { beginnings, type Move, movesOf, type Scene } from './moves.ts'
import { anchorIn, type Pages, pagesOf, selectionOf } from './passage.ts'

/** What reading lasts by the wall, however many minutes the room's clock shows. */
export const READING_MS = 90_000
const DAY_MS = 24 * 60 * MINUTE_MS

export interface Saying {
  by: string
  words: string
}

interface Given {
  edition: Edition
  /** Whoever watches: they facilitate and decide. */
  me: Byline
  /** The clock on the wall, passed in. */
  wall: () => Instant
  newId: () => string
}

/**
 * A whole meeting in one browser: the rules are those of the server (`decide`, `fold`, `roomFor`), what the simulated
 * readers do is written down in `moves.ts`, and time runs as fast as each phase can bear. It does nothing by itself:
 * whoever holds it calls `run` when `nextAt` has come.
 */
export class Simulation {
  readonly pages: Pages
  readonly #given: Given
  readonly held: HeldMeeting
  #clock: FastClock
  #saying: Saying | null = null
  readonly #done = new Set<string>()
  /** When each beginning was first seen, by the wall. */
  #began = new Map<string, Instant>()
  readonly #listeners = new Set<() => void>()

  constructor(given: Given) {
    const { edition, me, wall, newId } = given
    this.#given = given
    this.pages = pagesOf(edition)
    const now = wall()
    this.#clock = { wall: now, shown: now, rate: 1 }
    const scheduled = schedule(
      {
        // an id that nothing in the company has
        meetingId: newId() as MeetingId,
        initiativeId: edition.initiativeId,
        edition: { id: edition.id, number: edition.number, hash: edition.hash, pages: edition.extent.pages },
        purpose: 'decide',
        startsAt: now,
        place: '',
        callLink: '',
        readingMinutes: Math.min(240, Math.max(1, Math.ceil(edition.extent.readingMinutes))),
        discussionMinutes: 40,
        attendees: [
          { personId: me.id, roles: ['facilitator', 'decider', 'reader'], band: null },
          ...everybody.map(({ id, roles, band }) => ({ personId: id, roles, band })),
        ],
        settings: defaultMeetingSettings,
        whyNow: '',
      },
      { unready: 0, unreadyQuestions: 'tell', missingAreas: [] },
      { by: me.id, now, key: newId() },
    )
    if (!scheduled.ok) throw new Error(`the simulated meeting cannot be scheduled: ${scheduled.refusal}`)
    this.held = new HeldMeeting(scheduled.value)
    this.#look()
  }

  /** The room's time. */
  now = (): Instant => shownAt(this.#clock, this.#given.wall())

  get meetingId(): MeetingId {
    return this.held.meeting.id
  }

  /** What is being said aloud; null while the room is silent. */
  get saying(): Saying | null {
    return this.#saying
  }

  /** The room as whoever watches may see it. */
  message(): RoomMessage {
    const { me } = this.#given
    return this.held.messageFor(me.id, [me, ...everybody], this.now())
  }

  /** An act of whoever watches. */
  does(command: MeetingCommand, key: string): Result<RoomMessage, MeetingRefusal> {
    // nobody is late for a meeting that waits for one person
    if (command.kind === 'start' && this.held.meeting.phase.name === 'lobby')
      for (const move of movesOf(this.#scene())) this.#make(move)
    const done = this.held.does(this.#given.me.id, command, key, this.now())
    if (!done.ok) return done
    this.changed()
    return ok(this.message())
  }

  /** After anything that was done to `held`: the moves that follow from it, and news to whoever listens. */
  changed() {
    this.#look()
    this.run()
    for (const listener of this.#listeners) listener()
  }

  /** Moves the clock to the end of the reading; the rest is what happens then in any meeting. */
  endReading() {
    const { phase } = this.held.meeting
    if (phase.name !== 'reading' || phase.reading.ended) return
    this.#clock = movedTo(this.#clock, phase.reading.endsAt, this.#given.wall())
    this.changed()
  }

  /** Does whatever has fallen due, in order. */
  run() {
    let any = false
    for (let due = this.#next(); due && due.at <= this.#given.wall(); due = this.#next()) {
      if (due.move) this.#make(due.move)
      else
        this.held.tick(
          `tick ${this.held.meeting.phase.name} ${due.deadline}`,
          Math.max(this.now(), due.deadline),
        )
      this.#look()
      any = true
    }
    if (any) for (const listener of this.#listeners) listener()
  }

  /** When, by the wall, the next thing falls due; null when it is for whoever watches to act. */
  nextAt(): Instant | null {
    return this.#next()?.at ?? null
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** The earliest: a move of a simulated reader, or the meeting's own deadline, the moves first. */
  #next() {
    const { meeting } = this.held
    const moves = movesOf(this.#scene())
      .filter(({ id }) => !this.#done.has(id))
      .flatMap((move) => {
        const at = this.#dueAt(move)
        return at === null ? [] : [{ at, move, deadline: 0 }]
      })
      .sort((a, b) => a.at - b.at)
    const [move] = moves
    const deadline = nextDeadline(meeting)
    if (deadline === null) return move ?? null
    const tick = { at: wallAt(this.#clock, deadline), move: null, deadline }
    return move && move.at <= tick.at ? move : tick
  }

  #dueAt({ wait }: Move): Instant | null {
    if ('since' in wait) {
      const began = this.#began.get(wait.since)
      return began === undefined ? null : began + wait.ms
    }
    const { phase } = this.held.meeting
    if (phase.name === 'reveal') return this.#given.wall()
    if (phase.name !== 'reading') return null
    const { startedAt, endsAt, ended } = phase.reading
    return ended ? this.#given.wall() : wallAt(this.#clock, startedAt + wait.reading * (endsAt - startedAt))
  }

  #make(move: Move) {
    if (this.#done.has(move.id)) return
    this.#done.add(move.id)
    const now = this.now()
    if (move.asks) {
      const { id, text, quote } = move.asks
      const selection = quote === null ? null : selectionOf(this.pages, quote)
      if (quote !== null && !selection) throw new Error(`the guide does not say: ${quote}`)
      const anchor = selection && anchorIn(this.pages, selection)
      this.held.asks(move.by, { key: move.id, id, text, matter: 'substance', anchor }, now)
    }
    // a move that no longer fits is refused like anybody's, and nothing comes of it
    if (move.command) this.held.does(move.by, move.command, move.id, now)
    if (move.says) this.#saying = { by: nameOf(move.by), words: move.says }
  }

  /** Notes what has begun and what is over, and lets time run as fast as the phase can bear. */
  #look() {
    const scene = this.#scene()
    const now = this.#given.wall()
    const active = beginnings(scene)
    const isNew = active.some((one) => !this.#began.has(one))
    this.#began = new Map(active.map((one) => [one, this.#began.get(one) ?? now]))
    if (isNew) this.#saying = null
    this.#clock = atRate(this.#clock, this.#rateOf(scene.meeting.phase.name), now)
  }

  #rateOf(phase: PhaseName): number {
    return { ...rates, reading: (this.held.meeting.readingMinutes * MINUTE_MS) / READING_MS }[phase]
  }

  #scene(): Scene {
    const { meeting, questions } = this.held
    const now = this.now()
    const { phase } = roomFor(meeting, questions, everybody[0]?.id ?? this.#given.me.id, now)
    return {
      meeting,
      current: 'current' in phase ? phase.current : null,
      inDays: (days) => new Date(now + days * DAY_MS).toISOString().slice(0, 10),
    }
  }
}

// the ten seconds before the questions open are ten seconds
const rates = {
  lobby: 1,
  reading: 1,
  reveal: 1,
  discussion: 6,
  decision: 6,
  adjourned: 1,
  closed: 1,
} satisfies Record<PhaseName, number>

const nameOf = (person: PersonId) => everybody.find(({ id }) => id === person)?.name ?? ''
