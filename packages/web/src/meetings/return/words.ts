import { spokenDay } from '@foreword/core/calendar'
import type { PersonId } from '@foreword/core/ids'
import { type Action, whatItNeeds } from '@foreword/core/meetings/action'
import type { AnswerLines, CoverQuestion, CoverSheet } from '@foreword/core/meetings/returning'
import type { ChangedLines } from '@foreword/core/narratives/narrative'
import { spokenLines } from '@foreword/core/narratives/spoken-lines'

type Name = (person: PersonId) => string

/** R17: the last decision in one line; where there is none it says why. */
export function decisionWords(
  { decision, since }: Pick<CoverSheet, 'decision' | 'since'>,
  name: Name,
): string {
  if (decision?.name === 'owed')
    return `${name(decision.decider)} owes the decision, by ${spokenDay(decision.due)}.`
  if (decision?.name === 'recorded') return decision.spoken
  return since.purpose === 'improve'
    ? 'No decision: the meeting was to improve the document.'
    : 'No decision was taken.'
}

/**
 * Where it was asked and how it ended, in two short sentences.
 *
 * | asked | ended | |
 * |---|---|---|
 * | line 8 of edition 1 | in the FAQ | Asked on line 8 of edition 1. It went into the FAQ. |
 * | the whole document | answered | Asked of edition 1 as a whole. Answered in the room: the port. |
 * | outside a meeting | owed | Luis owes an answer, by 10 March 2027. |
 */
export function historyWords({ asked, ended, answer }: CoverQuestion, name: Name): string {
  return [
    askedWords(asked),
    answer?.in === 'faq' ? 'It went into the FAQ.' : endedWords({ ended, answer }, name),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ')
}

function askedWords({ edition, on }: CoverQuestion['asked']): string {
  if (edition === null) return ''
  if (on === null) return `Asked of edition ${edition} as a whole.`
  const lines = spokenLines(on)
  return `Asked on ${lines} of edition ${edition}.`
}

function endedWords({ ended: state, answer }: Pick<CoverQuestion, 'ended' | 'answer'>, name: Name): string {
  switch (state.name) {
    case 'open':
      return 'It was left open.'
    case 'answered-in-the-document':
      if (!state.on) return 'It was to be answered in the document.'
      return `It was answered in the document${answer ? '' : ', by words that are no longer there'}.`
    case 'answered-in-the-room':
      return state.answer === '' ? 'Answered in the room.' : `Answered in the room: ${full(state.answer)}`
    case 'research-owed':
      return `${name(state.owner)} owes an answer, by ${spokenDay(state.due)}.`
    case 'out-of-scope':
      return state.because === '' ? 'Out of scope.' : `Out of scope: ${full(state.because)}`
    case 'withdrawn':
      return 'Withdrawn.'
  }
}

const full = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`)

/**
 * D5: whose an action is, by when, and what has become of it.
 *
 * | owner | due | done | |
 * |---|---|---|---|
 * | Omar | 2027-03-08 | no | Omar, by 8 March 2027 |
 * | Omar | 2027-03-08 | yes | Omar: done |
 * | nobody | no day | no | Needs an owner and a date |
 */
export function actionWords(action: Action, name: Name): string {
  const { owner, due, doneAt } = action
  if (doneAt !== null) return owner === null ? 'Done' : `${name(owner)}: done`
  const whose = [owner && name(owner), due && `by ${spokenDay(due)}`].filter(Boolean).join(', ')
  return [whose, whatItNeeds(action)].filter(Boolean).join(' · ')
}

/** F5: what the lines are that answer it. */
export function answerWords(answer: AnswerLines): string {
  if (answer.in === 'document') return answer.isReworded ? 'Answered here, reworded since' : 'Answered here'
  return answer.isWritten ? 'Its entry in the FAQ' : 'Its entry in the FAQ has no answer yet'
}

/** Which lines of this edition to look at, and what they are; lines are null where there are none to look at. */
export function placeOf({ answer, here, asked }: CoverQuestion): {
  says: string
  lines: { page: number; line: number; lastLine: number } | null
} {
  if (answer) return { says: answerWords(answer), lines: answer }
  if (here)
    return {
      says: here.isReworded ? 'What it was asked about, reworded' : 'What it was asked about',
      lines: here,
    }
  return {
    says: asked.on
      ? 'The words it was asked about are no longer in the document.'
      : 'No passage of this edition is linked to it.',
    lines: null,
  }
}

/** What changed, where nothing can be listed; null where there is something, or it is not known yet. */
export function noChangesWords(
  { isSameDocument, edition }: CoverSheet['since'],
  now: { id: string },
  changes: readonly ChangedLines[] | undefined,
): string | null {
  if (!isSameDocument) return 'Another document was read then, so nothing is compared with it.'
  if (edition.id === now.id) return `The same edition is read again: nothing in it has changed.`
  return changes?.length === 0 ? `No line differs from edition ${edition.number}.` : null
}
