import type { DecisionId, PersonId, QuestionId } from '@foreword/core/ids'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import { meetingsContract } from '@foreword/core/meetings/contract'
import type { Room } from '@foreword/core/meetings/room'
import { exampleOf, type Known } from '../../packages/server/src/http/examples.fixture.ts'

/** What the server adds to, or makes of, what an operation was sent; every other operation's input is its command. */
const made: Record<string, (known: Known, input: Known) => object> = {
  changePlan: ({ place }) => ({ place }),
  adjourn: ({ resumesAt }) => ({ resumesAt }),
  addToFaq: ({ questionId, blockId }) => ({ questionId, blockId }),
  invite: ({ attendee }) => ({ attendee }),
  recordDecision: ({ decisionId, decider }) => ({ decisionId, decider }),
  // asked by an operation of the reviews
  addQuestion: ({ question }) => ({ question }),
}

export interface Ids {
  people: readonly PersonId[]
  questions: readonly QuestionId[]
  by: PersonId
  now: number
}

/**
 * A command of this kind about whatever `pick` falls on, made from the schema of its operation. Throws for one that has
 * neither an operation of its name nor a line above.
 */
export function commandOf(kind: string, pick: number, { people, questions, by, now }: Ids): MeetingCommand {
  const one = <Value>(values: readonly Value[]) => values[pick % values.length]
  const person = one(people)
  const questionId = one(questions) ?? 'a0000000-0000-7000-8000-00000000ffff'
  const known: Known = {
    personId: person,
    to: person,
    decider: pick % 3 === 0 ? person : by,
    owner: person,
    questionId,
    questionIds: questions.slice(pick % 3, 2 + (pick % 5)),
    minutes: 1 + (pick % 20),
    want: one(['yes', 'not-yet', 'no']),
    because: pick % 4 === 0 ? '' : 'It is so.',
    due: pick % 5 === 0 ? '2027-01-01' : '2027-03-08',
    state: one([
      { name: 'withdrawn' },
      { name: 'answered-in-the-room', answer: 'On 46 mornings.' },
      { name: 'out-of-scope' },
      { name: 'research-owed', owner: person, due: '2027-03-08' },
    ]),
    place: `Room ${pick % 7}`,
    resumesAt: pick % 3 === 0 ? null : now + (pick % 90) * 60_000 - 60_000,
    attendee: {
      personId: person,
      roles: one([['reader'], ['reader', 'deputy'], ['decider']]),
      band: pick % 9,
    },
    blockId: `block-${pick % 4}`,
    question: { id: questionId, by: person },
    decisionId: `d0000000-0000-7000-8000-00000000000${pick % 3}` as DecisionId, // made by hand in this file alone
  }
  const make = made[kind]
  const operation = Object.entries(meetingsContract).find(([name]) => name === kind)?.[1]
  const schema = operation?.['~orpc'].inputSchema
  const input = make ? make(known, known) : schema && exampleOf(schema, { ...known, ...ids })
  if (typeof input !== 'object' || input === null)
    throw new Error(
      `no command can be made of ${kind}: say in ${import.meta.filename} what the server makes of it`,
    )
  const { meetingId: _, key: __, ...given } = input as Known
  return { ...given, kind } as unknown as MeetingCommand // of its kind, as its schema says
}

/** What every operation in a room has; the simulation keeps its own. */
const ids = {
  meetingId: 'b0000000-0000-7000-8000-000000000001',
  key: 'c0000000-0000-4000-8000-000000000001',
}

/** What a facilitator who wants to get on does next, by the room as they see it. */
export function leading({ phase, purpose, attendees, notNow, facilitator }: Room): MeetingCommand | null {
  const holding = (role: string) => attendees.find(({ roles }) => roles.some((one) => one === role))?.personId
  if (phase.name === 'lobby') return { kind: 'start' }
  if (phase.name === 'reading')
    return phase.late ? null : { kind: 'announceReveal', because: 'They have said so.' }
  if (phase.name === 'adjourned') return { kind: 'resume' }
  if (phase.name !== 'discussion' && phase.name !== 'decision') return null
  if (notNow.close === undefined) return { kind: 'close' }
  if (notNow.close === 'no-experience-and-why')
    return { kind: 'setExperience', experience: 'A text.', why: 'The tide.' }
  if (notNow.close === 'questions-without-an-end')
    return { kind: 'handOver', to: holding('author') ?? facilitator, due: '2027-03-08' }
  if (notNow.close === 'no-decision' && purpose === 'decide')
    return phase.name === 'discussion'
      ? { kind: 'moveToDecision' }
      : { kind: 'oweDecision', decider: holding('decider') ?? facilitator, due: '2027-03-08' }
  return null
}
