import type { PersonId, QuestionId } from '@foreword/core/ids'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import { decide } from '@foreword/core/meetings/decide'
import { mayAsk } from '@foreword/core/meetings/decideReading'
import type { Actor, MeetingEvent } from '@foreword/core/meetings/events'
import { evolve, fold } from '@foreword/core/meetings/fold'
import type { Meeting } from '@foreword/core/meetings/meeting'
import { type NoteState, writtenOver } from '@foreword/core/meetings/note'
import type { MeetingRefusal } from '@foreword/core/meetings/refusals'
import type { RoomMessage } from '@foreword/core/meetings/room'
import { roomFor } from '@foreword/core/meetings/visible'
import type { Byline } from '@foreword/core/people/person'
import { ok, type Result, refuse } from '@foreword/core/result'
import type { EditionAnchor } from '@foreword/core/reviews/anchor'
import { inDiscussionOrder } from '@foreword/core/reviews/order'
import { type Matter, mayChange, opened, type Question } from '@foreword/core/reviews/question'
import type { Instant } from '@foreword/core/time'

export interface Asked {
  key: string
  id: QuestionId
  text: string
  matter: Matter
  anchor: EditionAnchor | null
  asker?: PersonId | undefined
}

/**
 * One meeting as the server holds it, in memory: a log, the question rows beside it, and commands one after another.
 * What each does to the rows is what `consequences` does to them in the server.
 */
export class HeldMeeting {
  meeting: Meeting
  questions: readonly Question[] = []
  readonly #asked = new Map<string, QuestionId>()
  readonly #notes = new Map<QuestionId, NoteState>()

  constructor(scheduled: MeetingEvent) {
    this.meeting = fold([scheduled])
  }

  does(by: Actor, command: MeetingCommand, key: string, now: Instant): Result<Meeting, MeetingRefusal> {
    const decided = decide(this.meeting, command, { by, now, key })
    if (!decided.ok) return decided
    for (const event of decided.value) {
      this.meeting = evolve(this.meeting, event)
      this.questions = after(event, this.meeting, this.questions)
    }
    return ok(this.meeting)
  }

  /** The clock has reached a deadline: the reveal is given exactly what is sealed and of substance then. */
  tick(key: string, now: Instant) {
    const sealed = this.questions.filter(({ seal, matter }) => seal === 'sealed' && matter === 'substance')
    return this.does(
      null,
      { kind: 'tick', questions: inDiscussionOrder(sealed).map(({ id, by }) => ({ id, by })) },
      key,
      now,
    )
  }

  /** `asker` is a paper reader, for whom the note-taker asks (R19). */
  asks(
    by: PersonId,
    { key, asker = by, ...asked }: Asked,
    now: Instant,
  ): Result<Question, 'no-questions-now' | 'not-in-the-room' | 'not-the-note-taker'> {
    const before = this.questions.find(({ id }) => id === this.#asked.get(`${by}|${key}`))
    if (before) return ok(before)
    const may = mayAsk(this.meeting, by, asker)
    if (!may.ok) {
      if (may.refusal === 'meeting-is-closed') return refuse('no-questions-now')
      return may.refusal === 'no-such-person' ? refuse('not-in-the-room') : refuse(may.refusal)
    }
    const question: Question = {
      ...asked,
      initiativeId: this.meeting.initiativeId,
      meetingId: this.meeting.id,
      editionId: this.meeting.edition.id,
      by: asker,
      enteredBy: asker === by ? null : by,
      seal: may.value.sealed ? 'sealed' : 'in-the-room',
      state: { name: 'open' },
      faqBlockId: null,
      accepted: null,
      askedAt: new Date(now).toISOString(),
    }
    this.questions = [...this.questions, question]
    this.#asked.set(`${by}|${key}`, question.id)
    if (question.seal !== 'sealed' && question.matter === 'substance')
      this.does(by, { kind: 'addQuestion', question: { id: question.id, by: asker } }, key, now)
    return ok(question)
  }

  /** One's own sealed question with other words; `null` takes it back. */
  changes(
    by: PersonId,
    id: QuestionId,
    to: { text: string; matter?: Matter | undefined } | null,
  ): Result<Question, 'not-found' | 'already-open'> {
    const question = this.questions.find((one) => one.id === id)
    if (!question) return refuse('not-found')
    if (!mayChange(question, by)) return refuse('already-open')
    const changed = { ...question, text: to?.text ?? question.text, matter: to?.matter ?? question.matter }
    this.questions = to
      ? this.questions.map((one) => (one === question ? changed : one))
      : this.questions.filter((one) => one !== question)
    return ok(changed)
  }

  /** What is said on a question, written down. */
  notes(
    by: PersonId,
    { questionId, over, text }: { questionId: QuestionId; over: number; text: string },
    now: Instant,
  ): Result<undefined, MeetingRefusal> {
    const may = decide(this.meeting, { kind: 'writeNote', questionId }, { by, now, key: '' })
    if (!may.ok) return may
    const stands = this.#notes.get(questionId) ?? null
    const written = writtenOver(stands, { over, text })
    if (written === 'changed') return refuse('note-has-changed')
    const note = { text, version: over + 1, by, at: new Date(now).toISOString() }
    if (written === 'writes') this.#notes.set(questionId, note)
    return ok(undefined)
  }

  /** What `viewer` is sent: the projection, and the names of those whom it mentions. */
  messageFor(viewer: PersonId, people: readonly Byline[], now: Instant): RoomMessage {
    const room = roomFor(this.meeting, this.questions, viewer, now, undefined, this.#notes)
    const mentioned = JSON.stringify(room)
    return {
      room,
      people: people.filter(({ id }) => mentioned.includes(id)).map(({ id, name }) => ({ id, name })),
      serverTime: new Date(now).toISOString(),
    }
  }
}

function after(event: MeetingEvent, meeting: Meeting, questions: readonly Question[]): readonly Question[] {
  const change = (ids: readonly QuestionId[], more: Partial<Question>) =>
    questions.map((question) => (ids.includes(question.id) ? { ...question, ...more } : question))
  switch (event.kind) {
    case 'revealed':
      return unsealed(questions, 'in-the-room')
    case 'question-ended':
      return change([event.questionId], { state: event.state, accepted: null })
    case 'questions-ended-together':
      return change(event.questionIds, { state: event.state, accepted: null })
    case 'questions-split': {
      const open = event.questionIds.filter((id) => meeting.questions.get(id)?.state === null)
      return change(open, { state: { name: 'open' }, accepted: null })
    }
    case 'answer-accepted':
      return change([event.questionId], { accepted: event.accepted })
    case 'handed-over':
      return change(event.questionIds, {
        state: { name: 'research-owed', owner: event.to, due: event.due },
      })
    case 'question-added-to-faq':
      return change([event.questionId], { faqBlockId: event.blockId })
    case 'closed':
      return unsealed(questions, 'on-record')
    default:
      return questions
  }
}

const unsealed = (questions: readonly Question[], to: Question['seal']) =>
  questions.map((question) => ({ ...question, seal: opened(question.seal, to) }))
