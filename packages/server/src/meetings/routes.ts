import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { MeetingId, PersonId } from '@foreword/core/ids'
import type { CommandKind, CommandOf } from '@foreword/core/meetings/commands'
import { deputyOfferedAt } from '@foreword/core/meetings/decideRoom'
import { fold } from '@foreword/core/meetings/fold'
import type { Meeting } from '@foreword/core/meetings/meeting'
import { changedParts, nothingSent, type Parts, partsOf } from '@foreword/core/meetings/parts'
import type { MeetingRefusal } from '@foreword/core/meetings/refusals'
import type { RoomMessage, RoomNews } from '@foreword/core/meetings/room'
import { ok, type Result } from '@foreword/core/result'
import { newId } from '../db/ids.ts'
import {
  type Call,
  type Handling,
  type RequestContext,
  run,
  signedIn,
  unwrap,
  type Viewer,
} from '../http/call.ts'
import { later } from '../http/later.ts'
import type { Os } from '../http/os.ts'
import type { Services } from '../http/services.ts'
import { channels, spread, subscribe } from '../live/channels.ts'
import type { Entrance } from '../people/entrance.ts'
import { ownQuestionsTopic } from '../reviews/question-news.ts'
import * as actions from './actions.ts'
import * as calendar from './calendar.ts'
import { startClock } from './clock.ts'
import * as displays from './display.ts'
import { createElsewhere } from './elsewhere.ts'
import { endQuestion } from './end-question.ts'
import { byToken } from './guests-store.ts'
import * as pace from './pace.ts'
import { createPresence } from './presence.ts'
import { writeNote } from './question-notes.ts'
import { postQuestion } from './questions.ts'
import { createRoomReader, meetingOf, messageOf, roomTopic } from './room.ts'
import * as store from './store.ts'
import { createTurns } from './turns.ts'
import * as windows from './window.ts'
import { endOver } from './window-store.ts'

type OfMeeting = { meetingId: MeetingId }
type InputOf<Kind extends CommandKind> = Omit<CommandOf<Kind>, 'kind'> & OfMeeting & { key: string }

const ASKED_AGAIN_MS = 1_000
/** Between two messages to somebody, for each who watches. Nobody at the door waits for who else has come. */
const APART_MS = { atTheDoor: 2.5, inTheRoom: 0.25 }
/** How long a guest may stay in beyond the end of their link, of which a new session is refused at once; and how long what is over waits. */
const SWEEP_MS = 30_000

/** Binds the operations, and keeps what a running room needs: its clock, who is here, and the news that it changed. */
export function openMeetings(os: Os, services: Services, entrance: Entrance) {
  const clock = startClock(services, changed)
  const presence = createPresence((meeting, person) => void drop(meeting, person))
  const reader = createRoomReader(services.db)
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

  async function drop(id: MeetingId, personId: PersonId) {
    try {
      // may have come back while others were asked
      if ((await elsewhere.isWatching(id, personId)) || presence.isHere(id, personId)) return
      const dropped = await carryOutInTurn(id, null, { kind: 'dropped', personId }, randomUUID())
      if (dropped.ok) changed(dropped.value)
    } catch (error) {
      services.log.error({ error, meetingId: id }, 'a departure was not noted')
    }
  }

  const { inTurn, carryOut: carryOutInTurn } = createTurns(services)

  /** The room as this viewer may see it, read once for all who ask at about the same time. */
  async function roomNow(viewer: Viewer, id: MeetingId): Promise<RoomMessage> {
    const standing = await reader.read(viewer, id)
    return messageOf(standing, viewer, await standing.returningFor(viewer), services.now())
  }

  /** Binds an act that answers with something of its own; after its commit the room is told. */
  function answering<Input extends OfMeeting, Answer, Refusals extends string>(
    action: (input: Input, call: Call) => Promise<Result<{ answer: Answer; meeting: Meeting }, Refusals>>,
  ) {
    const handle = run(action)
    return async (handling: Handling<Input, Refusals>): Promise<Answer> => {
      const { answer, meeting } = await inTurn(handling.input.meetingId, () => handle(handling))
      changed(meeting)
      return answer
    }
  }

  /** The same for one that answers with the room as it then stands. */
  function inRoom<Input extends OfMeeting, Refusals extends string>(
    action: (input: Input, call: Call) => Promise<Result<Meeting, Refusals>>,
  ) {
    const handle = run(action)
    return async (handling: Handling<Input, Refusals>): Promise<RoomMessage> => {
      changed(await inTurn(handling.input.meetingId, () => handle(handling)))
      return roomNow(signedIn(handling.context), handling.input.meetingId)
    }
  }

  /** An act whose command is its kind and what is given with it. */
  function plain<Kind extends CommandKind, Input extends InputOf<Kind>>(kind: Kind) {
    const act = silent<Kind, Input>(kind)
    return async (handling: Handling<Input, never>): Promise<RoomMessage> => {
      await act(handling)
      return roomNow(signedIn(handling.context), handling.input.meetingId)
    }
  }

  /** The same, answered with nothing: of a crowd at the door everybody watches already. */
  function silent<Kind extends CommandKind, Input extends InputOf<Kind>>(kind: Kind) {
    return async ({ input, context, errors }: Handling<Input, never>): Promise<void> => {
      const { meetingId, key, ...given } = input
      const command = { ...given, kind } as object as CommandOf<Kind> // its kind, and what its type asks for besides
      const outcome = await carryOutInTurn(meetingId, signedIn(context), command, key)
      // the contract of the operation names the refusals that this command can meet
      changed(unwrap(outcome, errors as Handling<Input, MeetingRefusal | 'not-found'>['errors']))
    }
  }

  /** The room at once, then after every change that this viewer can see; a change they cannot see sends nothing. */
  async function* watch(
    id: MeetingId,
    context: RequestContext,
    signal?: AbortSignal,
  ): AsyncGenerator<RoomNews> {
    const viewer = signedIn(context)
    const leave = presence.enter(id, viewer.id)
    const stop = new AbortController()
    const ends = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
    const news = merged(
      subscribe<null>(roomTopic(id), ends, { keep: 'latest' }),
      subscribe<null>(ownQuestionsTopic(viewer.id), ends, { keep: 'latest' }),
    )
    try {
      let sent: Parts = nothingSent
      let mayReadUntil = performance.now() + ASKED_AGAIN_MS
      let apartMs: number = APART_MS.atTheDoor
      let readAt = Number.NEGATIVE_INFINITY
      for (let more = true; more; more = await news.next()) {
        // the more who watch the further apart: what many do at once, a crowd hears at once, and a small room when it is done
        const early = readAt + presence.watching(id) * apartMs - performance.now()
        if (early > 0) await pause(early, undefined, { signal: ends }).catch(() => {})
        if (ends.aborted) return
        readAt = performance.now()
        // A3: a change of rights ends the stream by itself; this is the second lock, asked once a second
        if (performance.now() >= mayReadUntil) {
          if (!(await reader.mayRead(viewer, id))) return
          mayReadUntil = performance.now() + ASKED_AGAIN_MS
        }
        const message = await roomNow(viewer, id)
        apartMs = message.room.phase.name === 'lobby' ? APART_MS.atTheDoor : APART_MS.inTheRoom
        const stands = partsOf(message)
        const parts = changedParts(sent, stands)
        if (!parts) continue
        sent = stands
        yield { parts, serverTime: message.serverTime }
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
  const scheduling = () => import('./scheduling.ts')
  const guests = () => import('./guests.ts')
  const assistants = () => import('./assistants.ts')
  const routes = {
    meetings: {
      propose: m.propose.handler(run(later(async () => (await scheduling()).propose))),
      schedule: m.schedule.handler(run(later(async () => (await scheduling()).schedule))),
      list: m.list.handler(run(actions.list)),
      citations: m.citations.handler(run(actions.citations)),
      lineage: m.lineage.handler(run(later(async () => (await import('./lineage.ts')).lineage))),
      owedActions: m.owedActions.handler(run(actions.owedActions)),
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
      callOff: m.callOff.handler(plain('callOff')),
      invite: m.invite.handler(inRoom(actions.invite)),
      uninvite: m.uninvite.handler(inRoom(actions.act(({ personId }) => ({ kind: 'uninvite', personId })))),
      inviteGuest: m.inviteGuest.handler(async (handling) => {
        const { inviteGuest, newToken } = await guests()
        const token = newToken()
        const secret = { token, passwordHash: await entrance.hashPassword(token) }
        return answering((input: typeof handling.input, call) => inviteGuest(input, call, secret))(handling)
      }),
      guests: m.guests.handler(run(later(async () => (await guests()).guests))),
      removeGuest: m.removeGuest.handler(run(later(async () => (await guests()).removeGuest))),
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
      ownWindows: m.ownWindows.handler(run(windows.ownWindows)),
      giveWindow: m.giveWindow.handler(inRoom(windows.giveWindow)),
      startWindow: m.startWindow.handler(inRoom(windows.startWindow)),
      endWindow: m.endWindow.handler(inRoom(windows.endWindow)),
      join: m.join.handler(silent('join')),
      leave: m.leave.handler(plain('leave')),
      handOverFacilitation: m.handOverFacilitation.handler(plain('handOverFacilitation')),
      takeFacilitation: m.takeFacilitation.handler(plain('takeFacilitation')),
      adjourn: m.adjourn.handler(
        inRoom(
          actions.act(({ resumesAt }) => ({
            kind: 'adjourn',
            resumesAt: resumesAt === null ? null : Date.parse(resumesAt),
          })),
        ),
      ),
      pause: m.pause.handler(plain('pause')),
      resume: m.resume.handler(plain('resume')),
      openDisplay: m.openDisplay.handler(onDisplays(displays.openDisplay)),
      endDisplay: m.endDisplay.handler(onDisplays(displays.endDisplay)),
      watchDisplay: m.watchDisplay.handler(({ input, context, errors, signal }) =>
        displays.watchDisplay(context.services, input.code, () => errors['no-such-display'](), signal),
      ),
      notePace: m.notePace.handler(run(pace.notePace)),
      pace: m.pace.handler(run(pace.pace)),
      afterwards: m.afterwards.handler(run(actions.afterwards)),

      start: m.start.handler(inRoom(actions.start)),
      extendReading: m.extendReading.handler(plain('extendReading')),
      finishReading: m.finishReading.handler(inRoom(actions.finishReading)),
      answerOneQuestion: m.answerOneQuestion.handler(plain('answerOneQuestion')),
      announceReveal: m.announceReveal.handler(plain('announceReveal')),
      cancelReveal: m.cancelReveal.handler(plain('cancelReveal')),

      openQuestion: m.openQuestion.handler(plain('openQuestion')),
      endQuestion: m.endQuestion.handler(inRoom(endQuestion)),
      addToFaq: m.addToFaq.handler(
        inRoom(actions.act(({ questionId }) => ({ kind: 'addToFaq', questionId, blockId: newId() }))),
      ),
      mergeQuestions: m.mergeQuestions.handler(plain('mergeQuestions')),
      splitQuestions: m.splitQuestions.handler(plain('splitQuestions')),
      keepApart: m.keepApart.handler(plain('keepApart')),
      chooseOrder: m.chooseOrder.handler(plain('chooseOrder')),
      askToo: m.askToo.handler(plain('askToo')),
      askTooNoMore: m.askTooNoMore.handler(plain('askTooNoMore')),
      setMust: m.setMust.handler(plain('setMust')),
      acceptAnswer: m.acceptAnswer.handler(plain('acceptAnswer')),
      writeNote: m.writeNote.handler(inRoom(writeNote)),
      raiseHand: m.raiseHand.handler(plain('raiseHand')),
      lowerHand: m.lowerHand.handler(plain('lowerHand')),
      giveTurn: m.giveTurn.handler(plain('giveTurn')),
      extendDiscussion: m.extendDiscussion.handler(plain('extendDiscussion')),

      moveToDecision: m.moveToDecision.handler(plain('moveToDecision')),
      returnToDiscussion: m.returnToDiscussion.handler(plain('returnToDiscussion')),
      deliberate: m.deliberate.handler(plain('deliberate')),
      endDeliberation: m.endDeliberation.handler(plain('endDeliberation')),
      decide: m.decide.handler(inRoom(actions.decide)),
      hearView: m.hearView.handler(plain('hearView')),
      oweDecision: m.oweDecision.handler(plain('oweDecision')),

      setExperience: m.setExperience.handler(plain('setExperience')),
      acknowledge: m.acknowledge.handler(plain('acknowledge')),
      acknowledgeFor: m.acknowledgeFor.handler(plain('acknowledgeFor')),
      dissent: m.dissent.handler(plain('dissent')),
      dissentFor: m.dissentFor.handler(plain('dissentFor')),
      setAction: m.setAction.handler(plain('setAction')),
      dropAction: m.dropAction.handler(plain('dropAction')),
      finishAction: m.finishAction.handler(plain('finishAction')),
      handOver: m.handOver.handler(plain('handOver')),
      close: m.close.handler(plain('close')),
      answerReturn: m.answerReturn.handler(inRoom(actions.answerReturn)),
    },
    assistants: {
      move: os.assistants.move.handler(inNameOf(async () => (await assistants()).move)),
      callOff: os.assistants.callOff.handler(inNameOf(async () => (await assistants()).callOff)),
    },
    /** Asked in a room: the seal and the order are the meeting's to keep. */
    postQuestion: os.reviews.postQuestion.handler(async (options) => {
      const { question, meeting } = await inTurn(options.input.meetingId, () => run(postQuestion)(options))
      if (question.seal === 'sealed') spread(ownQuestionsTopic(signedIn(options.context).id), null)
      else changed(meeting)
      return question
    }),
  }

  /** What an assistant changes of a meeting, told to its room like everything else. */
  function inNameOf<Input extends OfMeeting, Refusals extends string>(
    load: () => Promise<(input: Input, call: Call) => Promise<Result<Meeting, Refusals>>>,
  ) {
    const action = later(load)
    return answering<Input, undefined, Refusals>(async (input, call) => {
      const done = await action(input, call)
      return done.ok ? ok({ answer: undefined, meeting: done.value }) : done
    })
  }

  /** Who was in a room when the last server ended and does not come back has left it (R12). */
  async function awaitEverybody() {
    for (const row of await store.unfinished(services.db)) {
      const { id, attendees } = fold(await store.events(services.db, row, row.id))
      for (const { personId, here } of attendees.values()) if (here) presence.awaited(id, personId)
    }
  }

  const endGuests = () =>
    guests()
      .then(({ endExpired }) => endExpired(services))
      .catch((error: unknown) => services.log.error({ error }, 'guests whose time is over are still in'))
  const endWindows = () =>
    endOver(services.db, services.now()).then(
      (ended) => {
        for (const id of ended) spread(roomTopic(id), null)
      },
      (error: unknown) => services.log.error({ error }, 'times to read that are over are not ended'),
    )
  const sweep = setInterval(() => {
    void endGuests()
    void endWindows()
  }, SWEEP_MS).unref()

  return {
    routes,
    async begin() {
      await clock.armAll()
      await endGuests()
      await endWindows()
      void awaitEverybody().catch((error: unknown) =>
        services.log.error({ error }, 'who was in a room is not known'),
      )
    },
    close() {
      clock.stop()
      clearInterval(sweep)
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
