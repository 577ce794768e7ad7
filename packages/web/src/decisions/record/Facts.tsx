import { spokenDay } from '@foreword/core/calendar'
import type { ReactNode } from 'react'
import { type DecisionRecord, names } from '../words.ts'
import type { Taken } from './taken.ts'

/** What the room agreed on and what the outcome asked for, a line each. Nothing is said of what is not there. */
export function Facts({ decision, taken }: { decision: DecisionRecord; taken: Taken | null }) {
  const facts = [...agreed(taken), ...asked(decision)]
  if (facts.length === 0) return null
  return (
    <dl className="mt-6 grid gap-x-4 border-t border-rule pt-4 sm:grid-cols-[9.5rem_minmax(0,1fr)] sm:gap-y-2.5">
      {facts.map(({ term, says }) => (
        <div key={term} className="contents">
          <dt className="text-ink-3">{term}</dt>
          <dd className="mb-2.5 wrap-break-word whitespace-pre-line sm:mb-0">{says}</dd>
        </div>
      ))}
    </dl>
  )
}

interface Fact {
  term: string
  says: ReactNode
}

/** R15, R18. */
function agreed(taken: Taken | null): Fact[] {
  if (!taken) return []
  const { ending, tally } = taken
  const wanted = tally.yes + tally.notYet + tally.no
  return [
    ...(ending
      ? [
          { term: 'What they will get', says: ending.experience },
          { term: 'Why it matters', says: ending.why },
        ]
      : []),
    ...(wanted > 0 ? [{ term: 'Would they want it?', says: <Wanted tally={tally} /> }] : []),
    ...(ending ? [{ term: 'Understood by', says: understoodBy(taken) }] : []),
  ]
}

function Wanted({ tally: { yes, notYet, no, answers } }: { tally: Taken['tally'] }) {
  const words = { yes: 'Yes', 'not-yet': 'Not yet', no: 'No' }
  return (
    <>
      {yes} yes, {notYet} not yet, {no} no
      {answers.length > 0 && (
        <details className="mt-1">
          <summary className="w-fit text-small text-ink-2 hover:text-ink">What they said</summary>
          <ul className="mt-1.5 flex flex-col gap-1.5">
            {answers.map(({ want, because }) => (
              <li key={`${want} ${because}`}>
                {words[want]}: {because}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** Acknowledging is understanding why, not agreeing; silence is named and held against nobody. */
function understoodBy({ understood, understoodBefore, silent, dissents }: Taken): string {
  const all = understood.length + understoodBefore.length + silent.length + dissents.length
  return [
    `${understood.length} of ${all}`,
    understoodBefore.length > 0 ? `an earlier wording by ${names(understoodBefore)}` : '',
    silent.length > 0 ? `no word from ${names(silent)}` : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What the sentence leaves out or says too briefly. */
function asked({ outcome, reviewOn }: DecisionRecord): Fact[] {
  return [
    ...(outcome.name === 'revise' && outcome.changes
      ? [{ term: 'What must change', says: outcome.changes }]
      : []),
    ...(outcome.name === 'set-aside' && outcome.note ? [{ term: 'For later', says: outcome.note }] : []),
    ...(reviewOn ? [{ term: 'We look again', says: spokenDay(reviewOn) }] : []),
  ]
}
