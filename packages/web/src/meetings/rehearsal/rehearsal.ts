import type { MeetingId, PersonId } from '@foreword/core/ids'
import { idOfNothing } from '@foreword/core/ids-of-nothing'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import { nextDeadline } from '@foreword/core/meetings/decideReading'
import type { HeldPages } from '@foreword/core/meetings/pace'
import { defaultMeetingSettings } from '@foreword/core/meetings/plan'
import type { MeetingRefusal } from '@foreword/core/meetings/refusals'
import type { RoomMessage } from '@foreword/core/meetings/room'
import { schedule } from '@foreword/core/meetings/schedule'
import type { Edition } from '@foreword/core/narratives/narrative'
import type { Byline } from '@foreword/core/people/person'
import { ok, type Result } from '@foreword/core/result'
import type { Instant } from '@foreword/core/time'
import { HeldMeeting } from '../simulated/held.ts'
import type { RoomInMemory } from '../simulated/stand-in.ts'

/** What a reload finds again: when it began, and how long each page was held since, in seconds. */
export interface Begun {
  meetingId: MeetingId
  startedAt: Instant
  seconds: readonly (readonly [page: number, seconds: number])[]
  finished: boolean
}

interface Given {
  edition: Edition
  me: Byline
  now: () => Instant
  begun: Begun
}

/** Facilitates and never comes: whoever rehearses is a reader, with nothing to do but to read. */
const nobody = idOfNothing(1) as PersonId

/** How long a room is given for this edition. */
export const roomMinutes = ({ extent }: Edition) =>
  Math.min(240, Math.max(1, Math.ceil(extent.readingMinutes)))

/**
 * R20: one reader, the frozen edition and a clock, under the rules of a meeting and in this browser alone. The meeting
 * is on no list and tells nobody anything; its id is of nothing, so nothing about it leaves.
 */
export class Rehearsal implements RoomInMemory {
  readonly #given: Given
  readonly #held: HeldMeeting
  readonly #seconds: Map<number, number>
  readonly #listeners = new Set<() => void>()

  constructor(given: Given) {
    this.#given = given
    const { edition, me, begun } = given
    const { meetingId, startedAt } = begun
    const scheduled = schedule(
      {
        meetingId,
        initiativeId: edition.initiativeId,
        edition: { id: edition.id, number: edition.number, hash: edition.hash, pages: edition.extent.pages },
        purpose: 'improve',
        startsAt: startedAt,
        place: '',
        callLink: '',
        readingMinutes: roomMinutes(edition),
        discussionMinutes: 1,
        attendees: [
          { personId: nobody, roles: ['facilitator', 'author'], band: null },
          { personId: me.id, roles: ['reader'], band: null },
        ],
        settings: defaultMeetingSettings,
        whyNow: '',
      },
      { unready: 0, unreadyQuestions: 'tell', missingAreas: [] },
      { by: nobody, now: startedAt, key: 'scheduled' },
    )
    if (!scheduled.ok) throw new Error(`a rehearsal cannot be scheduled: ${scheduled.refusal}`)
    this.#held = new HeldMeeting(scheduled.value)
    this.#seconds = new Map(begun.seconds)
    const does = (by: PersonId, command: MeetingCommand) =>
      this.#held.does(by, command, command.kind, startedAt)
    does(me.id, { kind: 'join' })
    does(nobody, { kind: 'join' })
    does(nobody, { kind: 'start' })
    does(nobody, { kind: 'leave' })
    if (begun.finished) does(me.id, { kind: 'finishReading' })
    this.tick()
  }

  message(): RoomMessage {
    const { me, now } = this.#given
    return this.#held.messageFor(me.id, [me], now())
  }

  does(command: MeetingCommand, key: string): Result<RoomMessage, MeetingRefusal> {
    const done = this.#held.does(this.#given.me.id, command, key, this.#given.now())
    if (!done.ok) return done
    this.#tell()
    return ok(this.message())
  }

  /** What the reader's browser says it held. */
  hold(pages: HeldPages) {
    for (const { page, seconds } of pages) this.#seconds.set(page, (this.#seconds.get(page) ?? 0) + seconds)
    this.#tell()
  }

  /** When the clock has something to do. */
  nextAt = (): Instant | null => nextDeadline(this.#held.meeting)

  tick() {
    const before = this.#held.meeting
    this.#held.tick(`tick ${this.nextAt()}`, this.#given.now())
    if (before !== this.#held.meeting) this.#tell()
  }

  get begun(): Begun {
    const { meetingId, startedAt } = this.#given.begun
    const finished = this.#held.meeting.finished.has(this.#given.me.id)
    return { meetingId, startedAt, seconds: [...this.#seconds].sort(([a], [b]) => a - b), finished }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell() {
    for (const listener of this.#listeners) listener()
  }
}
