import { randomUUID } from 'node:crypto'
import type { MeetingId } from '@foreword/core/ids'
import type { RoomMessage } from '@foreword/core/meetings/contract'
import { nextDeadline } from '@foreword/core/meetings/decideReading'
import { deputyOfferedAt } from '@foreword/core/meetings/decideRoom'
import { fold } from '@foreword/core/meetings/fold'
import { ok } from '@foreword/core/result'
import { newId } from '../db/ids.ts'
import { inTransaction, type RequestContext, run, signedIn } from '../http/call.ts'
import type { Os } from '../http/os.ts'
import type { Services } from '../http/services.ts'
import { publish, subscribe } from '../live/channels.ts'
import * as actions from './actions.ts'
import { carryOut } from './carry-out.ts'
import { startClock } from './clock.ts'
import { createPresence } from './presence.ts'
import { postQuestion } from './questions.ts'
import { ownTopic, readRoom, roomTopic } from './room.ts'
import * as scheduling from './scheduling.ts'
import * as store from './store.ts'

/** Binds the operations, and keeps what a running room needs: its clock, who is here, and the news that it changed. */
export function openMeetings(os: Os, services: Services) {
  const clock = startClock(services, (id) => publish(roomTopic(id), null))
  const presence = createPresence((meeting, person) => void drop(meeting, person))
  const offers = new Map<MeetingId, NodeJS.Timeout>()

  /** Everyone in the room is told, after the commit; the clock waits for whatever is due next. */
  async function changed(id: MeetingId) {
    publish(roomTopic(id), null)
    const meeting = await meetingNow(id)
    clock.arm(id, meeting && nextDeadline(meeting))
    clearTimeout(offers.get(id))
    offers.delete(id)
    const offered = meeting && deputyOfferedAt(meeting)
    const wait = offered ? offered - services.now().getTime() : 0
    // the offer to a deputy changes what they see without any event, so the room is looked at again then
    if (meeting && wait > 0 && wait < 600_000 && meeting.phase.name !== 'closed')
      offers.set(id, setTimeout(() => publish(roomTopic(id), null), wait + 50).unref())
  }

  async function meetingNow(id: MeetingId) {
    return services.db.transaction(async (tx) => {
      const row = await store.lockForClock(tx, id)
      return row && fold(await store.events(tx, row, id))
    })
  }

  async function drop(id: MeetingId, personId: Parameters<typeof presence.enter>[1]) {
    try {
      await inTransaction(services.db, async (tx) => {
        const row = await store.lockForClock(tx, id)
        if (!row || row.phase === 'closed') return ok(undefined)
        const holding = {
          tx,
          workspaceId: row.workspaceId as Parameters<typeof carryOut>[0]['workspaceId'], // a row of ours
          now: services.now(),
          by: null,
          call: null,
        }
        await carryOut(holding, id, { kind: 'dropped', personId }, randomUUID())
        return ok(undefined)
      })
      await changed(id)
    } catch (error) {
      services.log.error({ error, meetingId: id }, 'a departure was not noted')
    }
  }

  /** Tells the room after a commit. What was done stands, told or not: whoever looks again sees it. */
  const tellRoom = (id: MeetingId) =>
    void changed(id).catch((error: unknown) => {
      services.log.error({ error }, 'a room could not be told')
      clock.look(id) // a deadline may have come of it
    })

  /** Binds an act: after its commit the room is told. */
  function inRoom<Options extends { input: { meetingId: MeetingId } }, Output>(
    handler: (options: Options) => Promise<Output>,
  ) {
    return async (options: Options): Promise<Output> => {
      const output = await handler(options)
      tellRoom(options.input.meetingId)
      return output
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
      subscribe<null>(ownTopic(id, viewer.id), ends, { keep: 'latest' }),
    )
    try {
      let sent = ''
      for (let more = true; more; more = await news.next()) {
        const message = await readRoom(services.db, viewer, id, services.now())
        if (!message) return
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

  const m = os.meetings
  const routes = {
    meetings: {
      propose: m.propose.handler(run(scheduling.propose)),
      schedule: m.schedule.handler(run(scheduling.schedule)),
      list: m.list.handler(run(actions.list)),
      owedDecisions: m.owedDecisions.handler(run(actions.owedDecisions)),
      get: m.get.handler(run(actions.get)),
      room: m.room.handler(run(actions.room)),
      watch: m.watch.handler(({ input, context, signal }) => watch(input.meetingId, context, signal)),
      clock: m.clock.handler(() => ({ serverTime: services.now().toISOString() })),
      ics: m.ics.handler(run(actions.ics)),

      changePlan: m.changePlan.handler(
        inRoom(
          run(
            actions.act(({ startsAt, meetingId: _, key: __, ...plan }) => ({
              kind: 'changePlan',
              ...defined({ ...plan, startsAt: startsAt === undefined ? undefined : Date.parse(startsAt) }),
            })),
          ),
        ),
      ),
      callOff: m.callOff.handler(inRoom(run(actions.act(() => ({ kind: 'callOff' }))))),
      invite: m.invite.handler(inRoom(run(actions.invite))),
      join: m.join.handler(inRoom(run(actions.act(() => ({ kind: 'join' }))))),
      leave: m.leave.handler(inRoom(run(actions.act(() => ({ kind: 'leave' }))))),
      handOverFacilitation: m.handOverFacilitation.handler(
        inRoom(run(actions.act(({ to }) => ({ kind: 'handOverFacilitation', to })))),
      ),
      takeFacilitation: m.takeFacilitation.handler(
        inRoom(run(actions.act(() => ({ kind: 'takeFacilitation' })))),
      ),

      start: m.start.handler(inRoom(run(actions.act(() => ({ kind: 'start' }))))),
      extendReading: m.extendReading.handler(
        inRoom(run(actions.act(({ minutes }) => ({ kind: 'extendReading', minutes })))),
      ),
      finishReading: m.finishReading.handler(inRoom(run(actions.act(() => ({ kind: 'finishReading' }))))),
      answerOneQuestion: m.answerOneQuestion.handler(
        inRoom(run(actions.act(({ want, because }) => ({ kind: 'answerOneQuestion', want, because })))),
      ),
      announceReveal: m.announceReveal.handler(inRoom(run(actions.act(() => ({ kind: 'announceReveal' }))))),
      cancelReveal: m.cancelReveal.handler(inRoom(run(actions.act(() => ({ kind: 'cancelReveal' }))))),

      openQuestion: m.openQuestion.handler(
        inRoom(run(actions.act(({ questionId }) => ({ kind: 'openQuestion', questionId })))),
      ),
      endQuestion: m.endQuestion.handler(
        inRoom(run(actions.act(({ questionId, state }) => ({ kind: 'endQuestion', questionId, state })))),
      ),
      addToFaq: m.addToFaq.handler(
        inRoom(run(actions.act(({ questionId }) => ({ kind: 'addToFaq', questionId, blockId: newId() })))),
      ),
      raiseHand: m.raiseHand.handler(inRoom(run(actions.act(() => ({ kind: 'raiseHand' }))))),
      lowerHand: m.lowerHand.handler(inRoom(run(actions.act(() => ({ kind: 'lowerHand' }))))),
      giveTurn: m.giveTurn.handler(inRoom(run(actions.act(({ to }) => ({ kind: 'giveTurn', to }))))),
      extendDiscussion: m.extendDiscussion.handler(
        inRoom(run(actions.act(({ minutes }) => ({ kind: 'extendDiscussion', minutes })))),
      ),

      moveToDecision: m.moveToDecision.handler(inRoom(run(actions.act(() => ({ kind: 'moveToDecision' }))))),
      returnToDiscussion: m.returnToDiscussion.handler(
        inRoom(run(actions.act(() => ({ kind: 'returnToDiscussion' })))),
      ),
      decide: m.decide.handler(inRoom(run(actions.decide))),
      oweDecision: m.oweDecision.handler(
        inRoom(run(actions.act(({ decider, due }) => ({ kind: 'oweDecision', decider, due })))),
      ),

      setExperience: m.setExperience.handler(
        inRoom(run(actions.act(({ experience, why }) => ({ kind: 'setExperience', experience, why })))),
      ),
      acknowledge: m.acknowledge.handler(inRoom(run(actions.act(() => ({ kind: 'acknowledge' }))))),
      dissent: m.dissent.handler(
        inRoom(
          run(
            actions.act(({ because, whatWouldChangeMyMind, commits }) => ({
              kind: 'dissent',
              because,
              whatWouldChangeMyMind,
              commits,
            })),
          ),
        ),
      ),
      handOver: m.handOver.handler(
        inRoom(run(actions.act(({ to, due }) => ({ kind: 'handOver', to, due })))),
      ),
      close: m.close.handler(inRoom(run(actions.act(() => ({ kind: 'close' }))))),
    },
    /** Asked in a room: the seal and the order are the meeting's to keep. */
    postQuestion: os.reviews.postQuestion.handler(async (options) => {
      const question = await run(postQuestion)(options)
      if (question.seal === 'sealed') {
        publish(ownTopic(options.input.meetingId, signedIn(options.context).id), null)
      } else tellRoom(options.input.meetingId)
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

  return {
    routes,
    async begin() {
      await clock.armAll()
      void awaitEverybody().catch((error: unknown) =>
        services.log.error({ error }, 'who was in a room is not known'),
      )
    },
    close() {
      clock.stop()
      presence.stop()
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
