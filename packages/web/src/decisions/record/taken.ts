/** What the room a decision was taken in leaves to its record. */
import { questionStateLabels } from '@foreword/core/reviews/labels'
import type { Outputs } from '../../api.ts'
import type { DecisionRecord } from '../words.ts'

export type RoomMessage = Outputs['meetings']['room']
type Closed = Extract<RoomMessage['room']['phase'], { name: 'closed' }>
type Question = Closed['questions'][number]
type EndName = Question['state']['name']

export interface Taken extends Pick<Closed, 'ending' | 'tally'> {
  /** Names of those who said that they understand why; of those who did of an earlier wording; of the silent. */
  understood: string[]
  understoodBefore: string[]
  silent: string[]
  dissents: Dissent[]
  /** By how they ended, in the order of the ledger; ends that none had are not there. */
  questions: { state: EndName; label: string; questions: Question[] }[]
  name: (id: string) => string
}

export interface Dissent {
  personId: string
  name: string
  because: string
  whatWouldChangeMyMind: string
  commits: boolean
}

export interface Task {
  key: string
  what: string
  who: string
  due: string
}

/** R15, R18, F5: of a room that was held and has closed; null while it has not. */
export function takenIn({ room, people }: RoomMessage): Taken | null {
  const { phase, attendees } = room
  if (phase.name !== 'closed' || phase.how !== 'held') return null
  const name = naming(people)
  const answered = new Set<string>(phase.responses.map(({ personId }) => personId))
  const acknowledged = (current: boolean) =>
    phase.responses
      .filter((response) => response.name === 'acknowledged' && response.current === current)
      .map(({ personId }) => name(personId))
  return {
    ending: phase.ending,
    tally: phase.tally,
    understood: acknowledged(true),
    understoodBefore: acknowledged(false),
    silent: attendees.filter(({ personId }) => !answered.has(personId)).map(({ personId }) => name(personId)),
    dissents: phase.responses.flatMap((response) =>
      response.name === 'dissented' ? [{ ...response, name: name(response.personId) }] : [],
    ),
    questions: ends.flatMap((state) => {
      const questions = phase.questions.filter((question) => question.state.name === state)
      return questions.length === 0 ? [] : [{ state, label: questionStateLabels[state], questions }]
    }),
    name,
  }
}

// the keys of a literal object are its keys
const ends = (Object.keys(questionStateLabels) as EndName[]).filter((state) => state !== 'open')

/** D2: the record’s own dissents, then what was said in the room by others. */
export function dissentsOf(decision: DecisionRecord, taken: Taken | null): Dissent[] {
  const name = naming(decision.people)
  const own = decision.dissent.map((dissent) => ({ ...dissent, name: name(dissent.personId) }))
  const named = new Set<string>(own.map(({ personId }) => personId))
  return [...own, ...(taken?.dissents ?? []).filter(({ personId }) => !named.has(personId))]
}

/** D5: what somebody owes by a day: the investigation, and the answers that were promised. Soonest first. */
export function tasksOf(decision: DecisionRecord, taken: Taken | null): Task[] {
  const { outcome } = decision
  const tasks: Task[] = []
  if (outcome.name === 'investigate') {
    const { task, owner, due } = outcome
    tasks.push({ key: 'task', what: task, who: naming(decision.people)(owner), due })
  }
  for (const { id, text, state } of taken?.questions.flatMap(({ questions }) => questions) ?? []) {
    if (state.name === 'research-owed')
      tasks.push({ key: id, what: text, who: taken?.name(state.owner) ?? '', due: state.due })
  }
  return tasks.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

function naming(people: readonly { id: string; name: string }[]) {
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return (id: string) => names.get(id) ?? 'somebody'
}
