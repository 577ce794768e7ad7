import type { MeetingEvent } from '@foreword/core/meetings/events'
import { evolve, fold } from '@foreword/core/meetings/fold'
import { defaultMeetingSettings } from '@foreword/core/meetings/plan'
import { nine, personNamed, planned } from '../../packages/core/src/meetings/meeting.fixture.ts'
import { Browser } from './browser.ts'
import { Broken, holds } from './rules.ts'
import type { Script } from './script.ts'
import { Server } from './server.ts'
import { World } from './world.ts'

export interface Played {
  /** The rule that was broken, or null. */
  broke: string | null
  /** Every phase and event there was, for knowing that the simulation reaches what it is about. */
  phases: ReadonlySet<string>
  kinds: ReadonlySet<string>
  /** Phases in which the one in charge went away, and those in which a deputy took over. */
  vanished: ReadonlySet<string>
  takenOver: ReadonlySet<string>
}

const DAY_MS = 86_400_000

/** Holds the meeting of a script, with every rule looked at after every step. */
export function play(script: Script): Played {
  const world = new World(nine - 120_000)
  const ids = script.people.map((_, place) => personNamed((0xa001 + place).toString(16)))
  const [facilitator] = ids
  if (!facilitator) throw new Error('a meeting of nobody')
  const attendees = script.people.map(({ roles, band }, place) => ({
    personId: ids[place] ?? facilitator,
    roles: place === 0 ? [...roles, 'facilitator' as const] : roles,
    band,
  }))
  const plan = planned({ purpose: script.purpose, attendees, settings: defaultMeetingSettings })
  const server = new Server(world, plan)
  const house = { world, server, everybody: ids }
  const browsers = script.people.map((person, place) => {
    // those who lead hear at once, however many there are
    const line = { lagMs: 5 + ((place * 53) % 110), isInCrowd: script.people.length > 50 && place > 3 }
    return new Browser(house, ids[place] ?? facilitator, person, line)
  })
  const phases = new Set<string>()
  const step = (until: number) => {
    const more = world.step(until)
    phases.add(server.held.meeting.phase.name)
    return more
  }
  let broke: string | null = null
  try {
    for (const intent of script.intents) {
      while (step(nine + intent.at));
      if (intent.act.do === 'crash') {
        if (server.isUp) for (const browser of browsers) if (browser.isConnected) browser.cutOff()
        server.crash(intent.act.forMs)
      } else if (intent.act.do === 'ring') server.rings()
      else browsers[intent.who]?.intends(intent)
    }
    afterwards()
    server.finish()
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    broke = error.message
  }
  const kinds = new Set(server.held.log.map(({ kind }) => kind))
  return { broke, phases, kinds, ...absences(server.held.log) }

  /** The storm is over: whoever is still there goes on, and the meeting must come to its end (R12, R11). */
  function afterwards() {
    const from = world.now
    for (const browser of browsers.slice(1, 4)) browser.connect()
    while (world.now < from + DAY_MS && server.held.meeting.phase.name !== 'closed') {
      const until = world.now + 30_000
      while (step(until));
      for (const browser of browsers) {
        const calm = { at: 0, who: 0, upMs: 10, downMs: 10, loses: 'nothing', againMs: null } as const
        browser.intends({ ...calm, act: { do: 'take-part' } })
        browser.intends({ ...calm, act: { do: 'lead' } })
      }
    }
    holds(server.held.meeting.phase.name === 'closed', 'R12: a meeting whose deputies stay comes to its end')
  }
}

function absences(log: readonly MeetingEvent[]) {
  const vanished = new Set<string>()
  const takenOver = new Set<string>()
  const [first, ...rest] = log
  let meeting = fold(first ? [first] : [])
  for (const event of rest) {
    const { name } = meeting.phase
    if (event.kind === 'left' && event.personId === meeting.facilitator) vanished.add(name)
    if (event.kind === 'facilitator-changed' && event.because === 'away') takenOver.add(name)
    meeting = evolve(meeting, event)
  }
  return { vanished, takenOver }
}
