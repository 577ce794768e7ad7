import type { QuestionId } from '@foreword/core/ids'
import { phaseLabels } from '@foreword/core/meetings/labels'
import { summarySentence } from '@foreword/core/meetings/summary'
import { useRef, useState } from 'react'
import { Ending } from '../ending/Ending.tsx'
import { Customer } from '../room/Customer.tsx'
import { useRoomNow, useTitle } from '../room/context.ts'
import { Manage } from '../room/Manage.tsx'
import { useIsTwoColumns } from '../room/media.ts'
import type { PhaseOf } from '../room/phaseOf.ts'
import { counted } from '../words.ts'
import { Arrived, FirstOnPhone } from './Arrived.tsx'
import { Ask } from './Ask.tsx'
import { useArrival } from './arrival.ts'
import { CurrentQuestion } from './CurrentQuestion.tsx'
import { DiscussionTime } from './DiscussionTime.tsx'
import { isOpenItem, itemOf, itemsOf } from './items.ts'
import type { SelectedLines } from './line.ts'
import { useLooking } from './looking.ts'
import { Order } from './Order.tsx'
import { QuestionPage } from './QuestionPage.tsx'
import { FormRemarks, Queue } from './Queue.tsx'
import { ToDecision } from './ToDecision.tsx'
import { useNotes } from './useNotes.ts'
import { type View, Views } from './Views.tsx'
import { Wants } from './Wants.tsx'

/** R8: the page on the left, the queue on the right, one question large. On a phone one of them at a time. */
export function Discussion({ phase }: { phase: PhaseOf<'discussion'> }) {
  const { room } = useRoomNow()
  const title = useTitle()
  const two = useIsTwoColumns()
  const arriving = useArrival(room.meetingId)
  // the questions arrive on the page one holds, and it stays in one's hands
  const [view, setView] = useState<View>(arriving && !two ? 'page' : 'questions')
  const [looked, setLooked] = useState<QuestionId | null>(null)
  const [goTo, setGoTo] = useState<number | null>(null)
  const selected = useRef<SelectedLines | null>(null)
  // how many there are is said until the room moves on, so that nothing jumps while it is read
  const [isFirst, setIsFirst] = useState(arriving)
  const { questions, current } = phase
  const items = itemsOf(questions, phase.clusters)
  const item = itemOf(items, looked ?? current)
  const atHand = itemOf(items, current)
  const shown = item?.lead ?? null
  const notes = useNotes(questions)
  const look = (id: QuestionId) => {
    setLooked(itemOf(items, id) === atHand ? null : id)
    turnTo('questions')
  }
  const toLines = (line = shown?.anchor?.line) => {
    turnTo('page')
    setGoTo(line ?? null)
  }
  useLooking({ items, shown: shown?.id ?? null, look, onLines: () => toLines() })
  // the room went on: so does whoever only looked at another question
  const [was, setWas] = useState(current)
  if (was !== current) {
    setWas(current)
    setLooked(null)
    setIsFirst(false)
  }
  const page = shown?.anchor?.page
  const where = page === undefined ? 'the whole document' : `page ${page} of ${room.edition.pages}`
  const side = view === 'page' && two ? 'questions' : view
  const open = items.filter(isOpenItem).length
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
          {!isFirst && <span className="max-sm:hidden">{summarySentence(phase.summary)}</span>}
        </div>
        <span className="ml-auto flex items-center gap-1.5">
          <Manage />
          {two && <ToDecision open={open} />}
        </span>
        {!two && views}
      </header>
      <div className="talk-two">
        {(two || view === 'page') && (
          <QuestionPage
            phase={phase}
            shown={shown}
            onShow={look}
            goTo={goTo}
            onSeen={() => setGoTo(null)}
            selected={selected}
          />
        )}
        {!two && view === 'page' && isFirst && (
          <FirstOnPhone summary={phase.summary} first={shown} onOpen={() => turnTo('questions')} />
        )}
        {(two || view !== 'page') && (
          <section className="talk-side" aria-label={side === 'questions' ? 'Questions' : undefined}>
            {two && views}
            {side === 'questions' && (
              <div className="flex flex-col gap-6">
                <Customer />
                {isFirst && <Arrived summary={phase.summary} />}
                <div className="talk-first">
                  {item && (
                    <CurrentQuestion
                      phase={phase}
                      items={items}
                      item={item}
                      notes={notes}
                      onLines={toLines}
                      selected={selected}
                      onReturn={item === atHand ? undefined : () => setLooked(null)}
                    />
                  )}
                  {!item && (
                    <p className="font-text text-lead">
                      {questions.length === 0
                        ? 'Nobody asked anything. What would the customer ask?'
                        : 'Every question has an end. What would the customer still ask?'}
                    </p>
                  )}
                </div>
                <div>
                  {items.length > 1 && <Order order={phase.order} />}
                  <Queue items={items} shown={shown?.id ?? null} onShow={look} />
                </div>
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
