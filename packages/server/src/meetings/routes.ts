import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { MeetingId } from '@foreword/core/ids'
import type { RoomMessage } from '@foreword/core/meetings/contract'
import { deputyOfferedAt } from '@foreword/core/meetings/decideRoom'
import { fold } from '@foreword/core/meetings/fold'
import type { Meeting } from '@foreword/core/meetings/meeting'
import type { Returning } from '@foreword/core/meetings/returning'
import { ok, type Result } from '@foreword/core/result'
import { newId } from '../db/ids.ts'
import {
  type Call,
  type Handling,
  inTransaction,
  type RequestContext,
  run,
  signedIn,
  unwrap,
} from '../http/call.ts'
import type { Os } from '../http/os.ts'
import type { Services } from '../http/services.ts'
import { channels, spread, subscribe } from '../live/channels.ts'
import type { Entrance } from '../people/entrance.ts'
import { ownQuestionsTopic } from '../reviews/question-news.ts'
import * as actions from './actions.ts'
import * as calendar from './calendar.ts'
import { carryOut } from './carry-out.ts'
import { startClock } from './clock.ts'
import * as displays from './display.ts'
import { createElsewhere } from './elsewhere.ts'
import * as guests from './guests.ts'
import { byToken } from './guests-store.ts'
import * as pace from './pace.ts'
import { createPresence } from './presence.ts'
import { writeNote } from './question-notes.ts'
import { postQuestion } from './questions.ts'
import { returningFor } from './returning.ts'
import { createRoomReader, meetingOf, messageOf, roomTopic } from './room.ts'
import * as scheduling from './scheduling.ts'
import * as store from './store.ts'

const ASKED_AGAIN_MS = 1_000
/** How long a guest may stay in beyond the end of their link; a new session is refused at once. */
const GUEST_SWEEP_MS = 30_000

/** Binds the operations, and keeps what a running room needs: its clock, who is here, and the news that it changed. */
export function openMeetings(os: Os, services: Services, entrance: Entrance) {
  const clock = startClock(services, changed)
  const presence = createPresence((meeting, person) => void drop(meeting, person))
  const readStanding = createRoomReader(services.db)
  const elsewhere = createElsewhere(presence.isHere)
  const offers = new Map<MeetingId, NodeJS.Timeout>()
  // a deadline set elsewhere is kept here too, should that process end before it
  const stopHearing = channels.onArrival((topic) => {
    const id = meetingOf(topic)
    if (id) clock.look(id)
  })

  /** Everyone in the room is told, after the commit; the clock waits for whatever is due next. */
  function changed(meeting: Meeting) {
    const { id, phase } = meeting
    spread(roomTopic(id), null)
    clock.follow(meeting)
    clearTimeout(offers.get(id))
    offers.delete(id)
    const offered = deputyOfferedAt(meeting)
    const wait = offered ? offered - services.now().getTime() : 0
    // the offer to a deputy changes what they see without any event, so the room is looked at again then
    if (wait > 0 && wait < 600_000 && phase.name !== 'closed')
      offers.set(id, setTimeout(() => spread(roomTopic(id), null), wait + 50).unref())
  }

  async function drop(id: MeetingId, personId: Parameters<typeof presence.enter>[1]) {
    try {
      if (await elsewhere.isWatching(id, personId)) return
      const dropped = await inTransaction(services.db, async (tx) => {
        const row = await store.lockForClock(tx, id)
        if (!row || row.phase === 'closed') return ok<Meeting | null>(null)
        const holding = {
          tx,
          workspaceId: row.workspaceId as Parameters<typeof carryOut>[0]['workspaceId'], // a row of ours
          now: services.now(),
          by: null,
          call: null,
        }
        return carryOut(holding, id, { kind: 'dropped', personId }, randomUUID())
      })
      if (dropped.ok && dropped.value) changed(dropped.value)
    } catch (error) {
      services.log.error({ error, meetingId: id }, 'a departure was not noted')
    }
  }

  /** Binds an act: after its commit the room is told. */
  function inRoom<Input, Answer, Refusals extends string>(
    action: (input: Input, call: Call) => Promise<Result<actions.Acted<Answer>, Refusals>>,
  ) {
    const handle = run(action)
    return async (handling: Handling<Input, Refusals>): Promise<Answer> => {
      const { answer, meeting } = await handle(handling)
      changed(meeting)
      return answer
    }
  }

  /** The room at once, then after every change that this viewer can see; a change they cannot see sends nothing. */
  async function* watch(
    id: MeetingId,
    context: RequestContext,
    signal?: AbortSignal,
  ): AsyncGenerator<RoomMessage> {
    const viewer = signedIn(context)
    const leave = presence.enter(id, viewer.id)
    const stop = new AbortController()
    const ends = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
    const news = merged(
      subscribe<null>(roomTopic(id), ends, { keep: 'latest' }),
      subscribe<null>(ownQuestionsTopic(viewer.id), ends, { keep: 'latest' }),
    )
    try {
      let sent = ''
      let mayRead = { until: 0 }
      let before: { phase: string; returning: Returning } | undefined
      let readAt = Number.NEGATIVE_INFINITY
      for (let more = true; more; more = await news.next()) {
        // as many milliseconds apart as watch: what many do at once, a crowd hears at once, and a small room when it is done
        const early = readAt + presence.watching(id) - performance.now()
        if (early > 0) await pause(early, undefined, { signal: ends }).catch(() => {})
        if (ends.aborted) return
        readAt = performance.now()
        // A3: a change of rights ends the stream by itself; this is the second lock, asked once a second
        if (performance.now() >= mayRead.until) {
          if (!(await store.one(services.db, viewer, id))) return
          mayRead = { until: performance.now() + ASKED_AGAIN_MS }
          before = undefined
        }
        const standing = await readStanding(viewer, id)
        const phase = standing.meeting.phase.name
        // a storm at the door asks each time for the same of the meetings before
        const returning =
          phase === 'lobby' && before?.phase === phase
            ? before.returning
            : await returningFor(services.db, viewer, standing.meeting)
        before = { phase, returning }
        const message = messageOf(standing, viewer, returning, services.now())
        const seen = JSON.stringify([message.room, message.people])
        if (seen === sent) continue
        sent = seen
        yield message
      }
    } finally {
      stop.abort()
      leave()
    }
  }

  /** Who shows a meeting by a code that was replaced or withdrawn is told at once. */
  function onDisplays<Input extends { meetingId: MeetingId }, Output, Refusals extends string>(
    action: (input: Input, call: Call) => Promise<Result<Output, Refusals>>,
  ) {
    const handle = run(action)
    return async (handling: Handling<Input, Refusals>): Promise<Output> => {
      const answer = await handle(handling)
      spread(roomTopic(handling.input.meetingId), null)
      return answer
    }
  }

  const m = os.meetings
  const routes = {
    meetings: {
      propose: m.propose.handler(run(scheduling.propose)),
      schedule: m.schedule.handler(run(scheduling.schedule)),
      list: m.list.handler(run(actions.list)),
      citations: m.citations.handler(run(actions.citations)),
      owedDecisions: m.owedDecisions.handler(run(actions.owedDecisions)),
      get: m.get.handler(run(actions.get)),
      room: m.room.handler(run(actions.room)),
      watch: m.watch.handler(({ input, context, signal }) => watch(input.meetingId, context, signal)),
      clock: m.clock.handler(() => ({ serverTime: services.now().toISOString() })),
      ics: m.ics.handler(run(actions.ics)),
      calendar: m.calendar.handler(run(calendar.calendar)),
      makeCalendar: m.makeCalendar.handler(run(calendar.makeCalendar)),
      endCalendar: m.endCalendar.handler(run(calendar.endCalendar)),
      followCalendar: m.followCalendar.handler(async ({ input, errors }) =>
        unwrap(await calendar.followCalendar(input, services), errors),
      ),

      changePlan: m.changePlan.handler(
        inRoom(
          actions.act(({ startsAt, meetingId: _, key: __, ...plan }) => ({
            kind: 'changePlan',
            ...defined({ ...plan, startsAt: startsAt === undefined ? undefined : Date.parse(startsAt) }),
          })),
        ),
      ),
      callOff: m.callOff.handler(inRoom(actions.plain('callOff'))),
      invite: m.invite.handler(inRoom(actions.invite)),
      inviteGuest: m.inviteGuest.handler(async (handling) => {
        const token = guests.newToken()
        const secret = { token, passwordHash: await entrance.hashPassword(token) }
        return inRoom((input: typeof handling.input, call) => guests.inviteGuest(input, call, secret))(
          handling,
        )
      }),
      guests: m.guests.handler(run(guests.guests)),
      removeGuest: m.removeGuest.handler(run(guests.removeGuest)),
      guestInvitation: m.guestInvitation.handler(async ({ input, errors }) => {
        const found = await byToken(services.db, input.token, services.now())
        if (!found) throw errors['invitation-gone']()
        const { email: _, meetingId: __, startsAt, ...shown } = found
        return { ...shown, startsAt: startsAt.toISOString() }
      }),
      enterAsGuest: m.enterAsGuest.handler(async ({ input, context, errors }) => {
        const found = await byToken(services.db, input.token, services.now())
        if (!found) throw errors['invitation-gone']()
        const entered = await entrance.enter(context, { email: found.email, password: input.token })
        if (!entered.ok) throw errors['invitation-gone']()
        return { me: entered.value, meetingId: found.meetingId }
      }),
      join: m.join.handler(inRoom(actions.plain('join'))),
      leave: m.leave.handler(inRoom(actions.plain('leave'))),
      handOverFacilitation: m.handOverFacilitation.handler(inRoom(actions.plain('handOverFacilitation'))),
      takeFacilitation: m.takeFacilitation.handler(inRoom(actions.plain('takeFacilitation'))),
      adjourn: m.adjourn.handler(
        inRoom(
          actions.act(({ resumesAt }) => ({
            kind: 'adjourn',
            resumesAt: resumesAt === null ? null : Date.parse(resumesAt),
          })),
        ),
      ),
      pause: m.pause.handler(inRoom(actions.plain('pause'))),
      resume: m.resume.handler(inRoom(actions.plain('resume'))),
      openDisplay: m.openDisplay.handler(onDisplays(displays.openDisplay)),
      endDisplay: m.endDisplay.handler(onDisplays(displays.endDisplay)),
      watchDisplay: m.watchDisplay.handler(({ input, context, errors, signal }) =>
        displays.watchDisplay(context.services, input.code, () => errors['no-such-display'](), signal),
      ),
      notePace: m.notePace.handler(run(pace.notePace)),
      pace: m.pace.handler(run(pace.pace)),
      afterwards: m.afterwards.handler(run(actions.afterwards)),

      start: m.start.handler(inRoom(actions.start)),
      extendReading: m.extendReading.handler(inRoom(actions.plain('extendReading'))),
      finishReading: m.finishReading.handler(inRoom(actions.finishReading)),
      answerOneQuestion: m.answerOneQuestion.handler(inRoom(actions.plain('answerOneQuestion'))),
      announceReveal: m.announceReveal.handler(inRoom(actions.plain('announceReveal'))),
      cancelReveal: m.cancelReveal.handler(inRoom(actions.plain('cancelReveal'))),

      openQuestion: m.openQuestion.handler(inRoom(actions.plain('openQuestion'))),
      endQuestion: m.endQuestion.handler(inRoom(actions.plain('endQuestion'))),
      addToFaq: m.addToFaq.handler(
        inRoom(actions.act(({ questionId }) => ({ kind: 'addToFaq', questionId, blockId: newId() }))),
      ),
      mergeQuestions: m.mergeQuestions.handler(inRoom(actions.plain('mergeQuestions'))),
      splitQuestions: m.splitQuestions.handler(inRoom(actions.plain('splitQuestions'))),
      keepApart: m.keepApart.handler(inRoom(actions.plain('keepApart'))),
      chooseOrder: m.chooseOrder.handler(inRoom(actions.plain('chooseOrder'))),
      askToo: m.askToo.handler(inRoom(actions.plain('askToo'))),
      askTooNoMore: m.askTooNoMore.handler(inRoom(actions.plain('askTooNoMore'))),
      setMust: m.setMust.handler(inRoom(actions.plain('setMust'))),
      acceptAnswer: m.acceptAnswer.handler(inRoom(actions.plain('acceptAnswer'))),
      writeNote: m.writeNote.handler(inRoom(writeNote)),
      raiseHand: m.raiseHand.handler(inRoom(actions.plain('raiseHand'))),
      lowerHand: m.lowerHand.handler(inRoom(actions.plain('lowerHand'))),
      giveTurn: m.giveTurn.handler(inRoom(actions.plain('giveTurn'))),
      extendDiscussion: m.extendDiscussion.handler(inRoom(actions.plain('extendDiscussion'))),

      moveToDecision: m.moveToDecision.handler(inRoom(actions.plain('moveToDecision'))),
      returnToDiscussion: m.returnToDiscussion.handler(inRoom(actions.plain('returnToDiscussion'))),
      deliberate: m.deliberate.handler(inRoom(actions.plain('deliberate'))),
      endDeliberation: m.endDeliberation.handler(inRoom(actions.plain('endDeliberation'))),
      decide: m.decide.handler(inRoom(actions.decide)),
      hearView: m.hearView.handler(inRoom(actions.plain('hearView'))),
      oweDecision: m.oweDecision.handler(inRoom(actions.plain('oweDecision'))),

      setExperience: m.setExperience.handler(inRoom(actions.plain('setExperience'))),
      acknowledge: m.acknowledge.handler(inRoom(actions.plain('acknowledge'))),
      acknowledgeFor: m.acknowledgeFor.handler(inRoom(actions.plain('acknowledgeFor'))),
      dissent: m.dissent.handler(inRoom(actions.plain('dissent'))),
      handOver: m.handOver.handler(inRoom(actions.plain('handOver'))),
      close: m.close.handler(inRoom(actions.plain('close'))),
      answerReturn: m.answerReturn.handler(inRoom(actions.answerReturn)),
    },
    /** Asked in a room: the seal and the order are the meeting's to keep. */
    postQuestion: os.reviews.postQuestion.handler(async (options) => {
      const { question, meeting } = await run(postQuestion)(options)
      if (question.seal === 'sealed') spread(ownQuestionsTopic(signedIn(options.context).id), null)
      else changed(meeting)
      return question
    }),
  }

  /** Who was in a room when the last server ended and does not come back has left it (R12). */
  async function awaitEverybody() {
    for (const row of await store.unfinished(services.db)) {
      const { id, attendees } = fold(await store.events(services.db, row, row.id))
      for (const { personId, here } of attendees.values()) if (here) presence.awaited(id, personId)
    }
  }

  const endGuests = () =>
    guests
      .endExpired(services)
      .catch((error: unknown) => services.log.error({ error }, 'guests whose time is over are still in'))
  const guestSweep = setInterval(endGuests, GUEST_SWEEP_MS).unref()

  return {
    routes,
    async begin() {
      await clock.armAll()
      await endGuests()
      void awaitEverybody().catch((error: unknown) =>
        services.log.error({ error }, 'who was in a room is not known'),
      )
    },
    close() {
      clock.stop()
      clearInterval(guestSweep)
      presence.stop()
      elsewhere.stop()
      stopHearing()
      for (const timer of offers.values()) clearTimeout(timer)
    },
  }
}

function defined<Value extends object>(value: Value) {
  // what stays has a value, so no key is there as undefined
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>
  }
}

/** True when either has news, false when either has ended. */
function merged(...sources: AsyncIterator<unknown>[]) {
  const waiting = new Map<
    AsyncIterator<unknown>,
    Promise<{ source: AsyncIterator<unknown>; done: boolean }>
  >()
  return {
    async next(): Promise<boolean> {
      for (const source of sources)
        if (!waiting.has(source))
          waiting.set(
            source,
            source.next().then(({ done }) => ({ source, done: done === true })),
          )
      const { source, done } = await Promise.race(waiting.values())
      waiting.delete(source)
      return !done
    },
  }
}
