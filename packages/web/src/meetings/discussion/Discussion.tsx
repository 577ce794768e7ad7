import type { QuestionId } from '@foreword/core/ids'
import { phaseLabels, summarySentence } from '@foreword/core/meetings/labels'
import { useEffect, useState } from 'react'
import { Ending } from '../ending/Ending.tsx'
import { Customer } from '../room/Customer.tsx'
import { useRoomNow, useTitle } from '../room/context.ts'
import { Manage } from '../room/Manage.tsx'
import { useIsTwoColumns } from '../room/media.ts'
import type { PhaseOf } from '../room/phaseOf.ts'
import { counted } from '../words.ts'
import { Arrived } from './Arrived.tsx'
import { Ask } from './Ask.tsx'
import { useArrival } from './arrival.ts'
import { CurrentQuestion } from './CurrentQuestion.tsx'
import { DiscussionTime } from './DiscussionTime.tsx'
import { QuestionPage } from './QuestionPage.tsx'
import { FormRemarks, Queue } from './Queue.tsx'
import { isOpen } from './queue.ts'
import { ToDecision } from './ToDecision.tsx'
import { type View, Views } from './Views.tsx'
import { Wants } from './Wants.tsx'

/** R8: the page on the left, the queue on the right, one question large. On a phone one of them at a time. */
export function Discussion({ phase }: { phase: PhaseOf<'discussion'> }) {
  const { room } = useRoomNow()
  const title = useTitle()
  const two = useIsTwoColumns()
  const arriving = useArrival(room.meetingId)
  // the questions arrive on the page one holds; then, where there is no room for both, the first of them opens
  const [view, setView] = useState<View>(arriving && !two ? 'page' : 'questions')
  const [looked, setLooked] = useState<QuestionId | null>(null)
  useEffect(() => {
    if (!arriving || two) return
    const timer = setTimeout(() => {
      setView((now) => (now === 'page' ? 'questions' : now))
      window.scrollTo({ top: 0, behavior: 'instant' })
    }, 2_600)
    return () => clearTimeout(timer)
  }, [arriving, two])

  const { questions, current } = phase
  const shown = questions.find(({ id }) => id === (looked ?? current)) ?? null
  const look = (id: QuestionId) => {
    setLooked(id === current ? null : id)
    turnTo('questions')
  }
  // the room went on: so does whoever only looked at another question
  const [was, setWas] = useState(current)
  if (was !== current) {
    setWas(current)
    setLooked(null)
  }
  const page = shown?.anchor?.page
  const where = page === undefined ? 'the whole document' : `page ${page} of ${room.edition.pages}`
  const side = view === 'page' && two ? 'questions' : view
  const open = questions.filter(isOpen).length
  const turnTo = (next: View) => {
    setView(next)
    // another thing at a time begins at its head; the page goes back to the line it was left at by itself
    if (!two && next !== 'page') window.scrollTo({ top: 0, behavior: 'instant' })
  }
  const views = <Views view={view} two={two} onView={turnTo} open={open} />
  return (
    <div className={`talk ${arriving ? 'arriving' : ''}`}>
      <header className="talk-head">
        <h1 className="talk-name">{title}</h1>
        <div className="talk-facts">
          <span>
            {phaseLabels.discussion}, {where}
          </span>
          <DiscussionTime phase={phase} />
          <span className="max-sm:hidden">{summarySentence(phase.summary)}</span>
        </div>
        <span className="ml-auto flex items-center gap-1.5">
          <Manage />
          {two && <ToDecision open={open} />}
        </span>
        {!two && views}
      </header>
      <div className="talk-two">
        {(two || view === 'page') && <QuestionPage phase={phase} shown={shown} onShow={look} />}
        {(two || view !== 'page') && (
          <section className="talk-side" aria-label={side === 'questions' ? 'Questions' : undefined}>
            {two && views}
            {side === 'questions' && (
              <div className="flex flex-col gap-6">
                <Customer />
                {arriving && <Arrived summary={phase.summary} />}
                <div className="talk-first">
                  {shown && (
                    <CurrentQuestion
                      phase={phase}
                      question={shown}
                      onReturn={looked === null || looked === current ? undefined : () => setLooked(null)}
                    />
                  )}
                  {!shown && (
                    <p className="font-text text-lead">
                      {questions.length === 0
                        ? 'Nobody asked anything. What would the customer ask?'
                        : 'Every question has an end. What would the customer still ask?'}
                    </p>
                  )}
                </div>
                <Queue questions={questions} shown={shown?.id ?? null} onShow={look} />
                <Ask />
                <FormRemarks remarks={phase.formRemarks} />
              </div>
            )}
            {side === 'wants' && <Wants tally={phase.tally} />}
            {side === 'end' && (
              <>
                {!two && (
                  <div className="mb-8">
                    <ToDecision open={open} />
                  </div>
                )}
                <Ending phase={phase} />
              </>
            )}
          </section>
        )}
      </div>
      <p role="status" className="sr-only">
        {counted(questions.length, 'question')} open to the room.
      </p>
    </div>
  )
}
