import { spokenDay } from '@foreword/core/calendar'
import { Section } from '../../ui/Page.tsx'
import type { DecisionRecord } from '../words.ts'
import type { Dissent, Task } from './taken.ts'

export function Rationale({ decision: { rationale } }: { decision: DecisionRecord }) {
  if (rationale.trim() === '') return null
  return (
    <Section title="How it was reasoned">
      <p className="max-w-measure font-text text-read whitespace-pre-line">{rationale}</p>
    </Section>
  )
}

export function Conditions({ decision: { conditions } }: { decision: DecisionRecord }) {
  if (conditions.length === 0) return null
  return (
    <Section title="Conditions">
      <ol className="flex max-w-measure list-decimal flex-col gap-1.5 pl-5 font-text text-read marker:text-ink-3">
        {conditions.map((condition) => (
          <li key={condition} className="pl-1">
            {condition}
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** D2: by name, with what would change their mind and whether they commit. */
export function Dissents({ dissents }: { dissents: readonly Dissent[] }) {
  if (dissents.length === 0) return null
  return (
    <Section title="Dissent">
      {dissents.map(({ personId, name, because, whatWouldChangeMyMind, commits }) => (
        <figure
          key={personId}
          className="mb-4 max-w-measure border-l-2 border-rule-2 pl-4 font-text text-read"
        >
          <blockquote className="whitespace-pre-line italic">
            {because || 'I disagree.'}
            {whatWouldChangeMyMind && <> What would change my mind: {ended(whatWouldChangeMyMind)}</>}
          </blockquote>
          <figcaption className="mt-0.5 font-ui text-body text-ink-3">
            {name} · {commits ? 'commits all the same' : 'does not commit'}
          </figcaption>
        </figure>
      ))}
    </Section>
  )
}

const ended = (text: string) => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

export function ToDo({ tasks }: { tasks: readonly Task[] }) {
  if (tasks.length === 0) return null
  return (
    <Section title="To do">
      <ul className="border-b border-rule">
        {tasks.map(({ key, what, who, due }) => (
          <li
            key={key}
            className="grid gap-x-4 border-t border-rule py-2.5 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <span className="wrap-break-word">
              {what} · {who}
            </span>
            <span className="figures text-ink-3">{spokenDay(due)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
