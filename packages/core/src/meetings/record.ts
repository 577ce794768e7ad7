import { spokenDay } from '../calendar.ts'
import type { Decision, Dissent } from '../decisions/decision.ts'
import { spokenLines } from '../narratives/spoken-lines.ts'
import { questionStateLabels } from '../reviews/labels.ts'
import type { QuestionState } from '../reviews/question.ts'
import { type Action, isIntention } from './action.ts'
import { oneQuestion, purposeLabels, roleLabels, wantLabels } from './labels.ts'
import type { Room, RoomPhase } from './room.ts'

/** What a meeting left behind, in words, for a letter and for paper. Only what its reader may see is in their room. */
export interface MeetingRecord {
  title: string
  /** Which edition, for what, and how many were there. */
  lead: string
  sections: { title: string; lines: string[] }[]
}

type Closed = Extract<RoomPhase, { name: 'closed' }>

interface Given {
  room: Room
  /** The idea's name. */
  title: string
  /** The calendar day on which it closed, as the company counts days. */
  closedOn: string
  /** The decision, when one was recorded, and how it is spoken. */
  decision: (Pick<Decision, 'rationale' | 'conditions' | 'dissent'> & { spoken: string }) | null
  nameOf: (personId: string) => string
}

/** Null for a meeting that is not closed, or was called off: nothing of one was ever opened. */
export function recordOf({ room, title, closedOn, decision, nameOf }: Given): MeetingRecord | null {
  const { phase } = room
  if (phase.name !== 'closed' || phase.how !== 'held') return null
  const sections = [
    { title: 'What was decided', lines: decided(phase, decision, nameOf) },
    { title: 'What we agreed', lines: agreed(phase, nameOf) },
    { title: 'What is owed', lines: owed(phase, nameOf) },
    { title: 'What is to be done', lines: phase.actions.map((each) => toDo(each, nameOf)) },
    { title: oneQuestion, lines: tallied(phase) },
    { title: 'The questions, and how each ended', lines: phase.questions.map((each) => ended(each, nameOf)) },
    { title: 'Who was there', lines: present(room, nameOf) },
    { title: 'What was read', lines: [`Edition ${room.edition.number}, SHA-256 ${room.edition.hash}`] },
  ]
  return {
    title,
    lead: `${purposeLabels[room.purpose]}, on edition ${room.edition.number}, closed on ${spokenDay(closedOn)}.`,
    sections: sections.filter(({ lines }) => lines.length > 0),
  }
}

/** As what somebody was there, where it is more than to read. */
function present({ attendees }: Room, nameOf: Given['nameOf']): string[] {
  return attendees.flatMap(({ personId, came, roles }) => {
    if (!came) return []
    const as = roles.filter((role) => role !== 'reader').map((role) => roleLabels[role])
    return [`${nameOf(personId)}${as.length > 0 ? ` (${as.join(', ')})` : ''}`]
  })
}

function decided(
  { decision, responses }: Closed,
  recorded: Given['decision'],
  nameOf: Given['nameOf'],
): string[] {
  if (decision === null) return []
  if (decision.name === 'owed')
    return [`${nameOf(decision.decider)} owes the decision by ${spokenDay(decision.due)}.`]
  if (recorded === null) return [`${nameOf(decision.decider)} decided.`]
  const { spoken, rationale, conditions, dissent } = recorded
  // whoever dissented in the room stands under what was agreed
  const heard = new Set(responses.flatMap(({ name, personId }) => (name === 'dissented' ? [personId] : [])))
  return [
    spoken,
    ...(rationale === '' ? [] : [rationale]),
    ...conditions.map((condition) => `On the condition: ${condition}`),
    ...dissent.filter(({ personId }) => !heard.has(personId)).map((each) => dissented(each, nameOf)),
  ]
}

function dissented(dissent: Dissent, nameOf: Given['nameOf']): string {
  const mind = dissent.whatWouldChangeMyMind
  return [
    `${nameOf(dissent.personId)} disagrees: ${dissent.because}`,
    ...(mind === '' ? [] : [`What would change their mind: ${mind}`]),
    dissent.commits ? 'They commit all the same.' : 'They do not commit.',
  ].join(' ')
}

function agreed({ ending, responses }: Closed, nameOf: Given['nameOf']): string[] {
  if (ending === null) return []
  const said = responses.map((response) => {
    if (response.name === 'acknowledged') return `${nameOf(response.personId)} understands why.`
    return dissented(response, nameOf)
  })
  return [ending.experience, `Why: ${ending.why}`, ...said]
}

/** D5: by whom and by when; what has neither is called what it is. */
function toDo(action: Action, nameOf: Given['nameOf']): string {
  const { text, owner, due, doneAt } = action
  const who = [owner && nameOf(owner), due && `by ${spokenDay(due)}`].filter(Boolean).join(', ')
  if (doneAt !== null) return `Done: ${text}${who && ` (${who})`}`
  return isIntention(action) ? `A good intention: ${text}${who && ` (${who})`}` : `${who}: ${text}`
}

/** What somebody answers by a day. */
function owed({ questions, handedOver }: Closed, nameOf: Given['nameOf']): string[] {
  const handed = new Set<string>(handedOver?.questionIds)
  const answers = questions.flatMap(({ id, text, state }) =>
    state.name === 'research-owed' && !handed.has(id)
      ? [`${nameOf(state.owner)}, by ${spokenDay(state.due)}: “${text}”`]
      : [],
  )
  if (!handedOver || handed.size === 0) return answers
  const count = handed.size === 1 ? 'one question' : `${handed.size} questions`
  return [
    ...answers,
    `${nameOf(handedOver.to)}, by ${spokenDay(handedOver.due)}: ${count} that the room did not reach, in writing`,
  ]
}

function tallied({ tally: { yes, notYet, no, answers } }: Closed): string[] {
  if (yes + notYet + no === 0) return []
  const counts = [`${yes} yes`, `${notYet} not yet`, `${no} no`].join(', ')
  return [
    `${counts}.`,
    ...answers.flatMap(({ want, because }) => (because ? [`${wantLabels[want]}: “${because}”`] : [])),
  ]
}

function ended({ text, by, state }: Closed['questions'][number], nameOf: Given['nameOf']): string {
  const asker = by === null ? '' : ` (${nameOf(by)})`
  return `“${text}”${asker} — ${endedAs(state, nameOf)}`
}

function endedAs(state: QuestionState, nameOf: Given['nameOf']): string {
  const label = questionStateLabels[state.name]
  switch (state.name) {
    case 'answered-in-the-room':
      return state.answer === '' ? label : `${label}: ${state.answer}`
    case 'answered-in-the-document':
      return state.on ? `${label}, ${spokenLines(state.on)}` : label
    case 'out-of-scope':
      return state.because === '' ? label : `${label}: ${state.because}`
    case 'research-owed':
      return `${label}: ${nameOf(state.owner)}, by ${spokenDay(state.due)}`
    default:
      return label
  }
}

/** As plain text. */
export function recordInWords({ title, lead, sections }: MeetingRecord): string {
  const parts = sections.map(
    ({ title: heading, lines }) =>
      `${heading}\n${'-'.repeat([...heading].length)}\n${lines.map((line) => `${line}\n`).join('\n')}`,
  )
  return [`The meeting on “${title}” is closed. ${lead}\n`, ...parts].join('\n')
}
