import type { PersonId, QuestionId } from '@foreword/core/ids'
import { idOfNothing } from '@foreword/core/ids-of-nothing'
import type { MeetingCommand } from '@foreword/core/meetings/commands'
import type { Meeting } from '@foreword/core/meetings/meeting'
import { roundOfViews } from '@foreword/core/meetings/turns'
import type { EndState } from '@foreword/core/reviews/question'
import { cast, everybody, type Part } from './cast.ts'
import { questions, type ScriptedQuestion, type WrittenEnd } from './questions.ts'
import { acknowledgements, agreed, dissent, noAnswerYet, readings, views } from './words.ts'

/**
 * When a simulated reader acts: so long after something began (in real time, for whoever watches is in no hurry to
 * wait), or when a share of the reading has passed, however long it is. Reading that is cut short is finished at once.
 */
export type Wait = { since: string; ms: number } | { reading: number }

/** One act of a simulated reader. `id` is its key: it is done once. */
export interface Move {
  id: string
  by: PersonId
  wait: Wait
  command?: MeetingCommand
  asks?: ScriptedQuestion & { id: QuestionId }
  /** What they say aloud. */
  says?: string
}

/** What of the meeting the script looks at. `current` is the question that the room shows. */
export interface Scene {
  meeting: Meeting
  current: QuestionId | null
  /** A calendar day so many days from now. */
  inDays: (days: number) => string
}

const HEARD_MS = 4_200
const of = (part: Part): PersonId => cast[part].id

const idOf = (place: number) => idOfNothing(2_000 + place) as QuestionId
const known = new Map(questions.map((question, place) => [idOf(place), question]))

/** The beginnings from which moves are counted, as long as they last. */
export function beginnings({ meeting, current }: Scene): string[] {
  const { phase } = meeting
  const talking = phase.name === 'discussion' || phase.name === 'decision'
  return [
    phase.name,
    ...(phase.name === 'discussion' && current && meeting.current === current ? [`question ${current}`] : []),
    ...(talking && meeting.decision ? ['decided'] : []),
    ...(talking && meeting.ending ? [`ending ${meeting.ending.version}`] : []),
  ]
}

/** Everything the simulated readers are yet to do as the meeting stands. Those that are done are told by their id. */
export function movesOf(scene: Scene): Move[] {
  const { phase } = scene.meeting
  switch (phase.name) {
    case 'lobby':
      return arriving()
    case 'reading':
    case 'reveal':
      return reading()
    case 'discussion':
      return [...discussing(scene), ...ending(scene)]
    case 'decision':
      return [...deciding(scene), ...ending(scene)]
    case 'adjourned':
    case 'closed':
      return []
  }
}

function arriving(): Move[] {
  return everybody.map(({ id }, place) => ({
    id: `come in ${id}`,
    by: id,
    wait: { since: 'lobby', ms: place < 4 ? 0 : (place - 3) * 1_600 },
    command: { kind: 'join' },
  }))
}

function reading(): Move[] {
  const asking = [...known].map(
    ([id, question]): Move => ({
      id: `ask ${id}`,
      by: of(question.by),
      wait: { reading: question.at },
      asks: { ...question, id },
    }),
  )
  const finishing = readings.flatMap(({ by, finishesAt, want, because }): Move[] => [
    {
      id: `finish ${by}`,
      by: of(by),
      wait: { reading: finishesAt },
      command: { kind: 'finishReading' },
    },
    {
      id: `want ${by}`,
      by: of(by),
      wait: { reading: finishesAt + 0.02 },
      command: { kind: 'answerOneQuestion', want, because },
    },
  ])
  return [...asking, ...finishing]
}

function discussing({ meeting, current, inDays }: Scene): Move[] {
  if (!meeting.current && current)
    return [
      {
        id: 'take up the first',
        by: of('support'),
        wait: { since: 'discussion', ms: 2_000 },
        command: { kind: 'openQuestion', questionId: current },
      },
    ]
  const asked = current && meeting.questions.get(current)
  if (!asked || asked.state) return []
  const since = `question ${current}`
  const question = known.get(current)
  const said = question?.said ?? [{ by: 'author' as const, says: noAnswerYet }]
  const hands = (question?.hands ?? []).map(
    (by, place): Move => ({
      id: `hand ${current} ${by}`,
      by: of(by),
      wait: { since, ms: 1_200 + place * 900 },
      command: { kind: 'raiseHand' },
    }),
  )
  const speaking = said.map(
    ({ by, says }, place): Move => ({
      id: `say ${current} ${place}`,
      by: of(by),
      wait: { since, ms: 2_400 + place * HEARD_MS },
      says,
    }),
  )
  const writing: Move = {
    id: `end ${current}`,
    by: of('support'),
    wait: { since, ms: 2_400 + said.length * HEARD_MS },
    command: {
      kind: 'endQuestion',
      questionId: current,
      state: stateOf(question?.end ?? { owedInDays: 7 }, inDays),
    },
  }
  return [...hands, ...speaking, writing]
}

function stateOf(end: WrittenEnd, inDays: Scene['inDays']): EndState {
  if ('answer' in end) return { name: 'answered-in-the-room', answer: end.answer }
  if ('outOfScope' in end) return { name: 'out-of-scope', because: end.outOfScope }
  return { name: 'research-owed', owner: of('author'), due: inDays(end.owedInDays) }
}

/** R9: juniors first; whoever watches decides, and so speaks last. */
function deciding({ meeting }: Scene): Move[] {
  if (meeting.decision) return []
  const speakers = roundOfViews(meeting).flatMap((person) => everybody.find(({ id }) => id === person) ?? [])
  const words = new Map<PersonId, string>(
    Object.entries(views).map(([part, says]) => [of(part as Part), says]),
  )
  return speakers.map(({ id }, place) => ({
    id: `view ${id}`,
    by: id,
    wait: { since: 'decision', ms: 1_500 + place * HEARD_MS },
    says: words.get(id) ?? '',
  }))
}

/** R15: written by the author once it is decided; then each says whether they understand why. */
function ending({ meeting }: Scene): Move[] {
  if (!meeting.ending)
    return [
      {
        id: 'write the ending',
        by: of('author'),
        wait: { since: 'decided', ms: 3_000 },
        command: { kind: 'setExperience', ...agreed },
      },
    ]
  const { version } = meeting.ending
  const since = `ending ${version}`
  const { by, ...against } = dissent
  return [
    ...acknowledgements.map(
      (part, place): Move => ({
        id: `understand ${part} ${version}`,
        by: of(part),
        wait: { since, ms: 1_500 + place * 1_300 },
        command: { kind: 'acknowledge' },
      }),
    ),
    {
      id: `dissent ${version}`,
      by: of(by),
      wait: { since, ms: 3_400 },
      command: { kind: 'dissent', ...against },
    },
  ]
}
