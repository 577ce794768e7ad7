import { spokenDay } from '@foreword/core/calendar'
import type { RoomQuestion } from '@foreword/core/meetings/room'
import { questionStateLabels } from '@foreword/core/reviews/labels'
import { useRoomNow } from '../room/context.ts'
import { faqWords } from './queue.ts'

/** How it left the room, with what was said. */
export function EndedAs({
  question,
}: {
  question: Pick<RoomQuestion, 'state' | 'toFaq' | 'faqBlockId' | 'accepted' | 'by' | 'mine'>
}) {
  const { name } = useRoomNow()
  const { state, accepted } = question
  const more = {
    open: () => '',
    'answered-in-the-document': () => '',
    'answered-in-the-room': () => (state.name === 'answered-in-the-room' ? state.answer : ''),
    'research-owed': () =>
      state.name === 'research-owed' ? `${name(state.owner)}, by ${spokenDay(state.due)}` : '',
    'out-of-scope': () => (state.name === 'out-of-scope' ? state.because : ''),
    withdrawn: () => '',
  }[state.name]()
  const asker = question.by === null ? 'whoever asked' : question.mine ? 'you' : name(question.by)
  return (
    <p className="mt-3 text-accent">
      {faqWords(question) ?? questionStateLabels[state.name]}
      {more !== '' && <span className="text-ink-2">: {more}</span>}
      {accepted !== null && (
        <span className={accepted ? 'text-ink-2' : 'text-amber'}>
          {' '}
          · {accepted ? `accepted by ${asker}` : `not yet, ${asker} ${asker === 'you' ? 'say' : 'says'}`}
        </span>
      )}
    </p>
  )
}
