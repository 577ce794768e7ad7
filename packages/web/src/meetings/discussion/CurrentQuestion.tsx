import { spokenDay } from '@foreword/core/decisions/sentence'
import type { RoomQuestion } from '@foreword/core/meetings/room'
import { questionStateLabels } from '@foreword/core/reviews/labels'
import { Button } from '../../ui/Button.tsx'
import { ActButton } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import type { PhaseOf } from '../room/phaseOf.ts'
import { CallOn } from './calling.ts'
import { EndStates, Hand } from './EndStates.tsx'
import { faqWords, isOpen, lineWords, nextQuestion, othersOnLine } from './queue.ts'
import { Turns } from './Turns.tsx'

interface Props {
  phase: PhaseOf<'discussion'>
  question: RoomQuestion
  /** The room is at another question; this one is looked at by oneself. */
  onReturn: (() => void) | undefined
}

/** One question, large, with the lines it is about. */
export function CurrentQuestion({ phase, question, onReturn }: Props) {
  const { me } = useRoomNow()
  const queue = phase.questions
  return (
    <section aria-label="The question at hand">
      <QuestionHead question={question} queue={queue} />
      <blockquote className="mt-1 font-text text-[1.5625rem] leading-[1.3] tracking-[-0.005em] text-pretty wrap-break-word">
        {question.text}
      </blockquote>
      {question.anchor && (
        <p className="mt-2.5 border-l-2 border-mark pl-3 font-text leading-normal text-ink-2">
          <span className="mr-2 text-ink-3 figures">{lineWords(question)}</span>
          {question.anchor.quote}
        </p>
      )}
      {!isOpen(question) && <EndedAs question={question} />}
      <div className="mt-5 flex flex-col gap-4">
        {onReturn === undefined ? (
          <>
            <Turns phase={phase} question={question} />
            <EndStates key={question.id} question={question} next={nextQuestion(queue, question.id)}>
              <Hand raised={phase.hands.includes(me)} />
              <CallOn />
            </EndStates>
          </>
        ) : (
          <div className="flex flex-wrap items-center gap-3">
            <p className="text-ink-2">You are looking at this by yourself.</p>
            <ActButton act="openQuestion" given={{ questionId: question.id }}>
              Take it up now
            </ActButton>
            <Button kind="bare" onClick={onReturn}>
              Back to the room’s question
            </Button>
          </div>
        )}
      </div>
    </section>
  )
}

function QuestionHead({ question, queue }: { question: RoomQuestion; queue: readonly RoomQuestion[] }) {
  const { name } = useRoomNow()
  const others = othersOnLine(queue, question)
  const who =
    question.by === null
      ? 'asked by somebody in the room'
      : `asked by ${question.mine ? 'you' : name(question.by)}`
  const details = [
    `Question ${queue.indexOf(question) + 1} of ${queue.length}`,
    who,
    question.anchor ? null : 'about the whole document',
    others > 0 ? `${others} more on line ${question.anchor?.line}` : null,
  ]
  return <p className="text-ink-2">{details.filter(Boolean).join(' · ')}</p>
}

/** How it left the room, with what was said. */
export function EndedAs({ question }: { question: Pick<RoomQuestion, 'state' | 'toFaq' | 'faqBlockId'> }) {
  const { name } = useRoomNow()
  const { state } = question
  const more = {
    open: () => '',
    'answered-in-the-document': () => '',
    'answered-in-the-room': () => (state.name === 'answered-in-the-room' ? state.answer : ''),
    'research-owed': () =>
      state.name === 'research-owed' ? `${name(state.owner)}, by ${spokenDay(state.due)}` : '',
    'out-of-scope': () => (state.name === 'out-of-scope' ? state.because : ''),
    withdrawn: () => '',
  }[state.name]()
  return (
    <p className="mt-3 text-accent">
      {faqWords(question) ?? questionStateLabels[state.name]}
      {more !== '' && <span className="text-ink-2">: {more}</span>}
    </p>
  )
}
