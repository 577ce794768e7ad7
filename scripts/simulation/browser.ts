import type { PersonId, QuestionId } from '@foreword/core/ids'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import type { Room } from '@foreword/core/meetings/room'
import { offsetFrom, type Sample } from '../../packages/web/src/meetings/room/offset.ts'
import { commandOf, leading } from './commands.ts'
import { holds, wordsOf } from './rules.ts'
import type { Act, Intent, Person } from './script.ts'
import type { Server } from './server.ts'
import type { World } from './world.ts'

const SHOWN_WITHIN_MS = 250
const SAMPLES = 5
const AGAIN_MS = 3_000
/** News that comes while earlier news waits to be sent is sent with it; in a crowd this makes a run short. */
const CROWD_GATHERS_MS = 20_000
const GATHERS_MS = 1

/** A line that never said it was cut is tried again after so long, as the real page does. */
const RECONNECT_MS = 1_500

/** A simulated person at a simulated browser: sees what arrives, when it arrives, and acts on that. */
export class Browser {
  readonly id: PersonId
  room: Room | null = null
  isConnected = false
  #clockWrongMs: number
  /** Server clock minus ours as far as known; null until the first answer. */
  #offset: number | null = null
  #isComing = false
  #keys = 0
  #asked = 0
  readonly #world: World
  readonly #server: Server
  readonly #everybody: readonly PersonId[]
  readonly #lagMs: number
  readonly #gathersMs: number

  constructor(
    { world, server, everybody }: { world: World; server: Server; everybody: readonly PersonId[] },
    id: PersonId,
    { clockWrongMs }: Person,
    { lagMs, isInCrowd }: { lagMs: number; isInCrowd: boolean },
  ) {
    this.#world = world
    this.#server = server
    this.#everybody = everybody
    this.id = id
    this.#clockWrongMs = clockWrongMs
    this.#lagMs = lagMs
    this.#gathersMs = isInCrowd ? CROWD_GATHERS_MS : GATHERS_MS
  }

  #clock = () => this.#world.now + this.#clockWrongMs

  /** Opens the page, or comes back to it. */
  connect() {
    if (this.isConnected) return
    if (!this.#server.isUp) return void this.#world.after(RECONNECT_MS, () => this.connect())
    this.isConnected = true
    this.#server.enters(this.id, () => this.#hear())
    this.#hear()
    this.#sync()
  }

  disconnect(forMs: number | null) {
    if (this.isConnected) {
      this.isConnected = false
      this.#server.goes(this.id)
    }
    if (forMs !== null) this.#world.after(forMs, () => this.connect())
  }

  /** The server has gone, and its sockets with it. */
  cutOff() {
    this.isConnected = false
    this.#world.after(RECONNECT_MS, () => this.connect())
  }

  /** News: the room is read afresh when it is sent, and arrives later. */
  #hear() {
    if (this.#isComing) return
    this.#isComing = true
    this.#world.after(this.#gathersMs, () => {
      this.#isComing = false
      if (!this.isConnected) return
      const room = this.#server.sees(this.id)
      this.#world.after(this.#lagMs, () => {
        if (!this.isConnected) return
        this.room = room
        this.#checkDeadline()
        this.#comeIn()
      })
    })
  }

  /** Whoever is invited and has the page open comes in, with nothing to press. */
  #comeIn() {
    const { room } = this
    const isOutside = room?.me && !(room.me.joined && room.me.here) && room.notNow.join === undefined
    if (isOutside) this.#send({ kind: 'join' }, { upMs: this.#lagMs, downMs: this.#lagMs })
  }

  /** Asks the server's time a few times over, one after the other; anew when our own clock jumps meanwhile. */
  #sync(samples: Sample[] = [], measuredBy = this.#clockWrongMs) {
    if (!this.isConnected) return
    const sentAt = this.#clock()
    const upMs = this.#lagMs + ((samples.length * 37) % 90)
    this.#world.after(upMs, () => {
      const serverTime = this.#world.now
      this.#world.after(this.#lagMs, () => {
        if (!this.isConnected) return
        if (measuredBy !== this.#clockWrongMs) return this.#sync()
        const all = [...samples, { sentAt, receivedAt: this.#clock(), serverTime }]
        this.#offset = offsetFrom(all)
        this.#checkDeadline()
        if (all.length < SAMPLES) this.#sync(all, measuredBy)
      })
    })
  }

  jump(byMs: number) {
    this.#clockWrongMs += byMs
    // the page sees within a second that its clock jumped, and asks anew; until then it is wrong and cannot know
    this.#offset = null
    this.#world.after(1_000, () => this.#sync())
  }

  /** R3: what the page shows of the time that is left, beside what is left; nothing in it changes between two of these. */
  #checkDeadline() {
    const phase = this.room?.phase
    if (this.#offset === null || !phase || !('endsAt' in phase) || !phase.endsAt) return
    const endsAt = Date.parse(phase.endsAt)
    const shown = endsAt - (this.#clock() + this.#offset)
    holds(
      Math.abs(shown - (endsAt - this.#world.now)) <= SHOWN_WITHIN_MS,
      'R3: a deadline is shown to a quarter of a second whatever the clock says',
    )
  }

  /** Does what the script means to; without a line nothing can be done. */
  intends(intent: Intent) {
    const { act } = intent
    if (act.do === 'crash' || act.do === 'ring') return // the server's own
    if (act.do === 'drop') return this.disconnect(act.forMs)
    if (act.do === 'jump') return this.jump(act.byMs)
    if (!this.isConnected) return act.do === 'take-part' ? this.connect() : undefined
    if (act.do === 'ask') return this.#ask(act.inForm, intent)
    if (act.do === 'withdraw') return void this.#over(intent, () => this.#server.withdraws(this.id))
    const command = this.#chosen(act)
    if (command) this.#send(command, intent)
  }

  #chosen(act: Extract<Act, { do: 'lead' | 'take-part' | 'command' }>): MeetingCommand | null {
    const { room } = this
    if (!room) return null
    const { questions } = this.#server.held
    if (act.do === 'command')
      return commandOf(act.kind, act.pick, {
        people: this.#everybody,
        questions: questions.map(({ id }) => id),
        by: this.id,
        now: this.#world.now,
      })
    if (act.do === 'lead') return this.leads()
    if (room.facilitationOffered) return { kind: 'takeFacilitation' }
    if (room.phase.name !== 'reading') return null
    if (!room.phase.mine.finished) return { kind: 'finishReading' }
    return room.phase.mine.mayAnswer ? { kind: 'answerOneQuestion', want: 'yes', because: 'I would.' } : null
  }

  leads(): MeetingCommand | null {
    return this.room?.facilitator === this.id ? leading(this.room) : null
  }

  #ask(inForm: boolean, way: Way) {
    const number = this.#asked++
    const id = `e0000000-0000-7000-8000-${this.id.slice(-4)}${String(number).padStart(8, '0')}` as QuestionId
    this.#over(way, () => this.#server.asks(this.id, id, wordsOf(this.id, number), inForm))
  }

  #send(command: MeetingCommand, way: Way) {
    const key = `${this.id.slice(-4)}-${this.#keys++}`
    this.#over(way, () => void this.#server.does(this.id, command, key))
  }

  /** Over a line that loses and repeats: sent again with the same key until an answer comes. */
  #over({ upMs, downMs, loses = 'nothing', againMs = null }: Way, arrive: () => void) {
    const arrives = () => {
      if (this.#server.isUp) arrive()
    }
    if (loses !== 'request') this.#world.after(upMs, arrives)
    if (loses !== 'nothing') this.#world.after(upMs + downMs + AGAIN_MS, arrives)
    if (againMs !== null) this.#world.after(upMs + againMs, arrives)
  }
}

type Way = Pick<Intent, 'upMs' | 'downMs'> & Partial<Pick<Intent, 'loses' | 'againMs'>>
