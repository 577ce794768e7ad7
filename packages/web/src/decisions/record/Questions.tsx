import { spokenDay } from '@foreword/core/calendar'
import { spokenLines } from '@foreword/core/narratives/spoken-lines'
import { Chevron } from '../../ui/Field.tsx'
import { Section } from '../../ui/Page.tsx'
import { counted } from '../words.ts'
import type { Taken } from './taken.ts'

type Group = Taken['questions'][number]

/** Ink for what was answered, amber for what is owed, a rule for what was let go. The words beneath say the same. */
const inks: Record<Group['state'], string> = {
  open: 'bg-rule-2',
  'answered-in-the-document': 'bg-accent',
  'answered-in-the-room': 'bg-ink-2',
  'research-owed': 'bg-amber',
  'out-of-scope': 'bg-rule-3',
  withdrawn: 'bg-rule-2',
}

/** R11: how every question left the room, as a picture and as words; each can be read. */
export function Questions({ taken }: { taken: Taken }) {
  const { questions } = taken
  const all = questions.reduce((sum, group) => sum + group.questions.length, 0)
  if (all === 0) return null
  return (
    <Section title="How the questions ended" note={counted(all, 'question')}>
      <div aria-hidden="true" className="flex h-1.5 gap-px overflow-hidden rounded-full">
        {questions.map((group) => (
          <span
            key={group.state}
            className={inks[group.state]}
            style={{ flexGrow: group.questions.length }}
          />
        ))}
      </div>
      <div className="mt-3">
        {questions.map((group) => (
          <details key={group.state} className="group border-b border-rule">
            <summary className="flex items-center gap-2.5 rounded-small py-2 hover:text-accent">
              <span aria-hidden="true" className={`size-2.5 shrink-0 rounded-full ${inks[group.state]}`} />
              <span className="flex-1">{group.label}</span>
              <span className="figures text-ink-3">{group.questions.length}</span>
              <Chevron className="text-ink-3 transition-transform group-open:rotate-180" />
            </summary>
            <ul className="mb-3 flex flex-col gap-3 pl-5">
              {group.questions.map((question) => (
                <li key={question.id} className="max-w-measure">
                  <p className="font-text text-read wrap-break-word">{question.text}</p>
                  <p className="text-small text-ink-3">
                    {[question.by && taken.name(question.by), ended(question, taken)]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </Section>
  )
}

function ended({ state, toFaq }: Group['questions'][number], { name }: Taken): string {
  switch (state.name) {
    case 'answered-in-the-room':
      return state.answer
    case 'research-owed':
      return `${name(state.owner)}, until ${spokenDay(state.due)}`
    case 'out-of-scope':
      return state.because
    case 'answered-in-the-document':
      return toFaq ? 'in the FAQ' : state.on ? spokenLines(state.on) : ''
    case 'open':
    case 'withdrawn':
      return ''
  }
}
