import { spokenDay } from '../calendar.ts'
import type { Comeback } from '../initiatives/initiative.ts'
import { setAsideReasons } from '../initiatives/stages.ts'
import { spokenMoney } from '../spoken-money.ts'
import type { DecisionDraft } from './decision.ts'
import type { Outcome } from './outcome.ts'

/** A stretch of a sentence; `strong` is what an eye looks for. */
export interface Phrase {
  text: string
  strong: boolean
}

/** How ids are spoken: the name of a person, the title of an initiative. */
export interface Speaker {
  person: (id: string) => string
  initiative: (id: string) => string
}

const strong = (text: string): Phrase => ({ text, strong: true })
const plain = (text: string): Phrase => ({ text, strong: false })

/**
 * A decision as it is spoken, in phrases that join without further spaces.
 *
 * | outcome | sentence |
 * |---|---|
 * | `fund`, 18 000 USD | **Ines** decided to **fund** it with **18,000 USD**, because the loss is real. |
 * | `investigate` | **Ines** decided to **investigate**: **count the mornings**, by **Luis**, until **7 January 2028**, because … |
 * | `park` | **Ines** decided to **park** it until **1 March 2028**, because … |
 * | `set-aside` | **Ines** decided to **set it aside** (other ideas come first), because … |
 */
export function sentence(decision: DecisionDraft, speaker: Speaker): Phrase[] {
  return [
    strong(speaker.person(decision.decider)),
    plain(' decided to '),
    ...said(decision.outcome, speaker),
    plain(`, because ${unended(decision.because)}.`),
    ...(decision.door ? [plain(' It is a '), strong(`${decision.door} door`), plain('.')] : []),
    ...(decision.reviewOn
      ? [plain(' We look again on '), strong(spokenDay(decision.reviewOn)), plain('.')]
      : []),
  ]
}

/** The same, as one string for a mail, a list or an export. */
export function spoken(phrases: readonly Phrase[]): string {
  return phrases.map(({ text }) => text).join('')
}

function said(outcome: Outcome, speaker: Speaker): Phrase[] {
  switch (outcome.name) {
    case 'fund': {
      const means = [
        ...(outcome.amount ? [spokenMoney(outcome.amount)] : []),
        ...(outcome.people === null
          ? []
          : [outcome.people === 1 ? 'one person' : `${outcome.people} people`]),
      ]
      return means.length === 0
        ? [strong('fund'), plain(' it')]
        : [strong('fund'), plain(' it with '), strong(means.join(' and '))]
    }
    case 'revise':
      return outcome.changes
        ? [strong('have it revised'), plain(` (${unended(outcome.changes)})`)]
        : [strong('have it revised')]
    case 'investigate':
      return [
        strong('investigate'),
        plain(': '),
        strong(unended(outcome.task)),
        plain(', by '),
        strong(speaker.person(outcome.owner)),
        plain(', until '),
        strong(spokenDay(outcome.due)),
        ...(outcome.cost ? [plain(', for at most '), strong(spokenMoney(outcome.cost))] : []),
      ]
    case 'park':
      return [strong('park'), ...until(outcome.until)]
    case 'set-aside': {
      const reason = setAsideReasons[outcome.reason]
      return [strong('set it aside'), plain(` (${reason.charAt(0).toLowerCase()}${reason.slice(1)})`)]
    }
    case 'merge':
      return [strong('merge'), plain(' it into '), strong(speaker.initiative(outcome.into))]
  }
}

function until(comeback: Comeback): Phrase[] {
  switch (comeback.on) {
    case 'day':
      return [plain(' it until '), strong(spokenDay(comeback.day))]
    case 'trigger':
      return [plain(' it until this happens: '), strong(unended(comeback.trigger))]
    case 'assumption':
      return [plain(' it until more is known of what it assumes: '), strong(unended(comeback.statement))]
  }
}

const unended = (text: string) => text.trim().replace(/[.\s]+$/, '')
