import type { MeetingId, PersonId, QuestionId } from '../ids.ts'
import { inDiscussionOrder } from '../reviews/order.ts'
import type { Question } from '../reviews/question.ts'
import type { Instant } from '../time.ts'
import type { MeetingCommand } from './commands.ts'
import { decide } from './decide.ts'
import { mayAsk } from './decideReading.ts'
import type { MeetingEvent } from './events.ts'
import { evolve, fold } from './fold.ts'
import { type Meeting, questionsAreOpen } from './meeting.ts'
import { defaultMeetingSettings, type Plan, type Role } from './plan.ts'

const uuid = (last: string) => `01900000-0000-7000-8000-${last.padStart(12, '0')}`
// builders make ids by hand; everywhere else they come parsed from the wire
export const personNamed = (last: string) => uuid(last) as PersonId
export const questionNamed = (last: string) => uuid(last) as QuestionId

/** Ines decides; Luis wrote it and facilitates; Omar takes notes and stands in; Priya and Jon read. */
export const ines = personNamed('a1')
export const luis = personNamed('a2')
export const omar = personNamed('a3')
export const priya = personNamed('a4')
export const jon = personNamed('a5')
/** Not invited. */
export const stranger = personNamed('ff')

/** 2027-03-01T09:00:00Z */
export const nine: Instant = Date.UTC(2027, 2, 1, 9)
export const minute = (minutes: number): Instant => nine + minutes * 60_000

const roles: [PersonId, Role[], number | null][] = [
  [ines, ['decider', 'reader'], 9],
  [luis, ['facilitator', 'author', 'reader'], 5],
  [omar, ['note-taker', 'deputy', 'reader'], 4],
  [priya, ['reader'], 3],
  [jon, ['reader'], 1],
]

export function planned(changes: Partial<Plan> = {}): Plan {
  return {
    meetingId: uuid('b1') as MeetingId,
    initiativeId: uuid('c1') as Plan['initiativeId'],
    edition: { id: uuid('d1') as Plan['edition']['id'], number: 3, hash: 'f00d', pages: 4 },
    purpose: 'decide',
    startsAt: nine,
    place: 'Room 4',
    callLink: '',
    readingMinutes: 12,
    discussionMinutes: 40,
    attendees: roles.map(([personId, held, band]) => ({ personId, roles: held, band })),
    settings: defaultMeetingSettings,
    whyNow: '',
    ...changes,
  }
}

/**
 * A meeting as the server holds it, without the server: one log, the question rows beside it, and commands one after
 * another, as the lock has it.
 */
export class Held {
  readonly log: MeetingEvent[]
  meeting: Meeting
  questions: Question[] = []
  now: Instant
  #key = 0

  constructor(plan: Plan = planned()) {
    this.log = [{ kind: 'scheduled', plan, by: luis, at: plan.startsAt - 60_000, key: 'scheduled:0' }]
    this.meeting = fold(this.log)
    this.now = plan.startsAt
  }

  /** What the command gives; its events are in the log afterwards. A key is new unless one is given. */
  does(by: PersonId | null, command: MeetingCommand, key: string = `key-${this.#key++}`) {
    const result = decide(this.meeting, command, { by, now: this.now, key })
    if (result.ok) {
      this.log.push(...result.value)
      this.meeting = result.value.reduce(evolve, this.meeting)
      const { phase } = this.meeting
      const opened = phase.name === 'closed' ? 'on-record' : 'in-the-room'
      // one that was called off opens nothing
      const seal = questionsAreOpen(phase) ? opened : 'sealed'
      this.questions = this.questions.map((question) => ({ ...question, seal }))
    }
    return result
  }

  /** The refusal's name, or the kinds of what happened. */
  gives(by: PersonId | null, command: MeetingCommand, key?: string): string | string[] {
    const result = this.does(by, command, key)
    return result.ok ? result.value.map(({ kind }) => kind) : result.refusal
  }

  asks(by: PersonId, id: QuestionId, text: string, more: Partial<Question> = {}) {
    const may = mayAsk(this.meeting, by)
    if (!may.ok) return may
    this.questions.push({
      id,
      initiativeId: this.meeting.initiativeId,
      meetingId: this.meeting.id,
      editionId: this.meeting.edition.id,
      by,
      enteredBy: null,
      text,
      matter: 'substance',
      anchor: null,
      seal: may.value.sealed ? 'sealed' : 'in-the-room',
      state: { name: 'open' },
      faqBlockId: null,
      accepted: null,
      askedAt: new Date(this.now).toISOString(),
      ...more,
    })
    if (!may.value.sealed) this.does(by, { kind: 'addQuestion', question: { id, by } })
    return may
  }

  tick() {
    const sealed = this.questions.filter(({ seal, matter }) => seal === 'sealed' && matter === 'substance')
    const questions = inDiscussionOrder(sealed).map(({ id, by }) => ({ id, by }))
    return this.gives(null, { kind: 'tick', questions })
  }

  /** Everybody named comes in and the reading starts. */
  reading(...people: PersonId[]): this {
    for (const person of people) this.does(person, { kind: 'join' })
    this.does(luis, { kind: 'start' })
    return this
  }

  /** The room stands still, with no day set unless one is given. */
  adjourned(resumesAt: Instant | null = null): this {
    this.does(luis, { kind: 'adjourn', resumesAt })
    return this
  }

  /** From reading to discussion. */
  revealed(): this {
    this.does(luis, { kind: 'announceReveal', because: 'They have said so.' })
    this.now += 10_000
    this.tick()
    return this
  }
}
