import type { PersonId, QuestionId } from '@foreword/core/ids'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import { nextDeadline } from '@foreword/core/meetings/decideReading'
import { deputyOfferedAt } from '@foreword/core/meetings/decideRoom'
import { evolve, fold } from '@foreword/core/meetings/fold'
import type { Plan } from '@foreword/core/meetings/plan'
import type { Room } from '@foreword/core/meetings/room'
import { roomFor } from '@foreword/core/meetings/visible'
import { Held } from '../../packages/core/src/meetings/meeting.fixture.ts'
import { checkKeys, checkSight, checkStep, holds } from './rules.ts'
import type { World } from './world.ts'

/** As long as the real one waits before a closed stream is a departure, and after a start for those who were here. */
const GRACE_MS = 4_000
const RETURN_MS = 20_000
/** A deadline is kept within this, while the server runs. */
const PUNCTUAL_MS = 5

/** The real fold, decisions and projections, with a timer, presence and a database that survives a crash. */
export class Server {
  readonly held: Held
  isUp = true
  /** Those who hear of changes, by person. */
  readonly watching = new Map<PersonId, () => void>()
  readonly #world: World
  #life = 0
  #ticks = 0
  #offered: number | null = null
  /** From when the deadline that stands now could have been kept. */
  #dueSince: { at: number; since: number } | null = null

  constructor(world: World, plan: Plan) {
    this.#world = world
    this.held = new Held(plan)
    this.held.now = world.now
  }

  /** One message, as the meeting's lock has them: one after another. */
  does(by: PersonId | null, command: MeetingCommand, key: string) {
    this.held.now = this.#world.now
    const before = this.held.meeting
    const length = this.held.log.length
    const result = this.held.does(by, command, key)
    this.#check(before, length)
    return result
  }

  asks(by: PersonId, id: QuestionId, text: string, inForm: boolean) {
    this.held.now = this.#world.now
    const before = this.held.meeting
    const length = this.held.log.length
    // the row's key makes a repeat harmless
    if (this.held.questions.some((question) => question.id === id)) return
    const may = this.held.asks(by, id, text, { matter: inForm ? 'form' : 'substance' })
    this.#check(before, length)
    if (may.ok && may.value.sealed) this.watching.get(by)?.()
  }

  withdraws(by: PersonId) {
    const { held } = this
    held.questions = held.questions.filter((question) => question.by !== by || question.seal !== 'sealed')
  }

  sees(viewer: PersonId): Room {
    const { held } = this
    const room = roomFor(held.meeting, held.questions, viewer, this.#world.now)
    checkSight(held.meeting, viewer, room)
    return room
  }

  enters(person: PersonId, hear: () => void) {
    this.watching.set(person, hear)
  }

  goes(person: PersonId) {
    this.watching.delete(person)
    const life = this.#life
    this.#world.after(GRACE_MS, () => this.#gone(person, life))
  }

  #gone(person: PersonId, life: number) {
    if (life !== this.#life || !this.isUp || this.watching.has(person)) return
    this.does(null, { kind: 'dropped', personId: person }, `dropped-${person}-${this.#world.now}`)
  }

  crash(forMs: number) {
    if (!this.isUp) return
    this.isUp = false
    this.#life += 1
    this.#offered = null
    this.#dueSince = null
    for (const person of [...this.watching.keys()]) this.watching.delete(person)
    this.#world.after(forMs, () => this.#start())
  }

  #start() {
    this.isUp = true
    const life = this.#life
    holds(
      JSON.stringify(fold(this.held.log).phase) === JSON.stringify(this.held.meeting.phase),
      'R4: the log gives the meeting again',
    )
    this.#arm()
    for (const { personId, here } of this.held.meeting.attendees.values())
      if (here) this.#world.after(RETURN_MS, () => this.#gone(personId, life))
  }

  #check(before: Held['meeting'], length: number) {
    const { held } = this
    const added = held.log.slice(length)
    if (added.length === 0) return holds(held.meeting === before, 'R4: without an event nothing changes')
    let meeting = before
    for (const [place, event] of added.entries()) {
      const after = evolve(meeting, event)
      checkStep(meeting, after, event, held.log.slice(0, length + place + 1))
      meeting = after
    }
    this.#arm()
    this.#tell()
  }

  /** The clock of this node rings, whether anything is due or not. */
  rings() {
    if (!this.isUp) return
    const sealed = this.held.questions.filter(
      ({ seal, matter }) => seal === 'sealed' && matter === 'substance',
    )
    const questions = sealed.map(({ id, by }) => ({ id, by }))
    this.does(null, { kind: 'tick', questions }, `tick-${this.#ticks++}`)
  }

  #tell() {
    for (const hear of [...this.watching.values()]) hear()
  }

  /** What the real server arms after each act: the next deadline, and the offer to a deputy. */
  #arm() {
    const { meeting } = this.held
    const life = this.#life
    const due = nextDeadline(meeting)
    if (due === null) this.#dueSince = null
    else if (this.#dueSince?.at !== due) {
      const mine = { at: due, since: Math.max(due, this.#world.now) }
      this.#dueSince = mine
      // a timer that was armed for an earlier end, or by another node, rings for nothing
      this.#world.after((due - this.#world.now) / 2, () => life === this.#life && this.rings())
      this.#world.after(due - this.#world.now, () => {
        if (life !== this.#life || this.#dueSince !== mine) return
        this.#dueSince = null
        holds(this.#world.now - mine.since <= PUNCTUAL_MS, 'R3: a deadline is kept when it comes')
        const { log } = this.held
        const length = log.length
        this.rings()
        holds(log.length > length, 'R3: a deadline that has come brings something about')
        this.#arm()
      })
    }
    const offered = deputyOfferedAt(meeting)
    if (offered !== null && offered !== this.#offered) {
      this.#offered = offered
      this.#world.after(offered - this.#world.now + 50, () => life === this.#life && this.#tell())
    }
  }

  finish() {
    checkKeys(this.held.log)
    holds(
      JSON.stringify([...fold(this.held.log).attendees]) === JSON.stringify([...this.held.meeting.attendees]),
      'R4: the log gives the meeting again',
    )
  }
}
