import { type FiveQuestion, questionIds } from '@foreword/core/initiatives/questions'
import { readinessLabels, readinessStates } from '@foreword/core/initiatives/readiness'
import type { ComponentType, ReactNode } from 'react'
import { useMe } from '../people/me.ts'
import { whyNot } from '../people/rights.ts'
import { answerFields } from './AnswerFields.tsx'
import { type FieldsProps, useAnswer, useSheetState } from './answering.ts'
import { Coherence } from './Coherence.tsx'
import { Contested } from './Contested.tsx'
import type { Idea } from './idea.ts'
import { Proposed } from './Proposed.tsx'
import { Readiness } from './Readiness.tsx'
import type { SaveState } from './saver.ts'
import { ToDraft } from './ToDraft.tsx'
import { WritingTogether } from './writing.tsx'

type Question = Idea['questions'][number]
/** What nouns to the right show under an answer. */
type Under = (question: Question, readOnly: boolean) => ReactNode

/** The five questions, answered in order or out of it; every word is saved as it is typed. */
export function Worksheet({ idea, under }: { idea: Idea; under: Under }) {
  const readOnly = whyNot('initiatives.answer', useMe(), idea.right)
  return (
    <WritingTogether idea={idea}>
      <Summary idea={idea} readOnly={readOnly} />
      {idea.questions.map((question, at) => (
        <Answer
          key={question.id}
          idea={idea}
          question={question}
          rank={at + 1}
          readOnly={readOnly !== undefined}
          under={under}
        />
      ))}
      <Coherence idea={idea} readOnly={readOnly} />
    </WritingTogether>
  )
}

function Summary({ idea, readOnly }: { idea: Idea; readOnly: string | undefined }) {
  const counts = readinessStates
    .map((state) => ({ state, count: questionIds.filter((id) => idea.readiness[id].state === state).length }))
    .filter(({ count }) => count > 0)
    .reverse()
  const { next } = idea
  return (
    <div className="sticky top-0 z-20 -mx-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b border-rule bg-paper px-4 py-2.5 text-small sm:-mx-10 sm:px-10">
      <p className="text-ink-2">
        {counts.map(({ state, count }) => `${count} ${readinessLabels[state].toLowerCase()}`).join(', ')}
        {next.act === 'answer' && next.question && (
          <span className="max-sm:hidden">
            {' · Next: '}
            <a
              href={`#${next.question}`}
              className="text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
            >
              {next.say.replace(/\.$/, '')}
            </a>
          </span>
        )}
        {next.act !== 'answer' && next.act !== 'none' && (
          <span className="max-sm:hidden"> · Next: {next.say}</span>
        )}
      </p>
      <div className="flex flex-wrap items-baseline gap-x-5">
        {readOnly ? <p className="text-ink-3">{readOnly}</p> : <Saved idea={idea} />}
        <ToDraft idea={idea} />
      </div>
    </div>
  )
}

const savedWords: Record<SaveState['name'], string> = {
  saved: 'Saved',
  saving: 'Saving…',
  'not-saved': 'Not saved: Foreword does not answer. Your words are kept here and sent when it does.',
  contested: 'Somebody rewrote the same words. Choose below which words stay.',
  refused: 'Not saved. See below why.',
}

/** “Saved” means that the server has every word on its disk. */
function Saved({ idea }: { idea: Idea }) {
  const state = useSheetState(idea)
  const needsYou = state !== 'saved' && state !== 'saving'
  return (
    <p role="status" className={needsYou ? 'font-medium text-amber' : 'text-ink-3'}>
      {savedWords[state]}
    </p>
  )
}

interface AnswerProps {
  idea: Idea
  question: Question
  rank: number
  readOnly: boolean
  under: Under
}

function Answer({ idea, question, rank, readOnly, under }: AnswerProps) {
  const { id } = question
  const answering = useAnswer(idea, id)
  // the table holds for each question the fields of its own answer
  const Fields = answerFields[id] as ComponentType<FieldsProps<FiveQuestion>>
  const { state, findings } = idea.readiness[id]
  return (
    <section
      id={id}
      aria-labelledby={`${id}-ask`}
      className="scroll-mt-14 border-b border-rule py-8 last:border-b-0"
    >
      <h2 id={`${id}-ask`} className="font-text text-lead font-semibold">
        <span className="oldstyle mr-1 font-normal text-ink-3">{rank}</span> {question.ask}
      </h2>
      <div className="mt-3 grid gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Contested question={id} answering={answering} />
          <Fields answering={answering} readOnly={readOnly} />
          {!readOnly && <Proposed idea={idea} question={id} answering={answering} />}
          {under(question, readOnly)}
        </div>
        <aside
          aria-label={`How it stands: ${question.title}`}
          className="min-w-0 text-small max-lg:row-start-1"
        >
          <Readiness idea={idea} question={id} />
          {/* what teaches stays until the answer stands by itself */}
          {state !== 'ready' && (
            <>
              <p className="mt-4 text-ink-2">{question.why}</p>
              {findings.length <= 2 && state === 'weak' && (
                <p className="mt-2 text-ink-2">A good answer: {lowerFirst(question.bar)}</p>
              )}
            </>
          )}
        </aside>
      </div>
    </section>
  )
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
