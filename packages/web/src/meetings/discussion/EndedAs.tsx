import { spokenDay } from '@foreword/core/calendar'
import type { RoomQuestion } from '@foreword/core/meetings/room'
import { spokenLines } from '@foreword/core/narratives/spoken-lines'
import { questionStateLabels } from '@foreword/core/reviews/labels'
import type { ReactNode } from 'react'
import { paths, withSearch } from '../../paths.ts'
import { Address } from '../room/Address.tsx'
import { useRoomNow } from '../room/context.ts'
import { faqWords } from './queue.ts'

interface Props {
  question: Pick<RoomQuestion, 'state' | 'toFaq' | 'faqBlockId' | 'accepted' | 'by' | 'mine'>
  /** Turns to a line of the page beside; without it they are elsewhere, and a link leads there. */
  onLine?: (line: number) => void
}

/** How it left the room, with what was said. */
export function EndedAs({ question, onLine }: Props) {
  const { state, accepted } = question
  const { name } = useRoomNow()
  const asker = question.by === null ? 'whoever asked' : question.mine ? 'you' : name(question.by)
  const more = useMore(state, onLine)
  return (
    <p className="mt-3 text-accent">
      {faqWords(question) ?? questionStateLabels[state.name]}
      {more !== null && <span className="text-ink-2">: {more}</span>}
      {accepted !== null && (
        <span className={accepted ? 'text-ink-2' : 'text-amber'}>
          {' '}
          · {accepted ? `accepted by ${asker}` : `not yet, ${asker} ${asker === 'you' ? 'say' : 'says'}`}
        </span>
      )}
    </p>
  )
}

function useMore(state: RoomQuestion['state'], onLine: Props['onLine']): ReactNode {
  const { name } = useRoomNow()
  switch (state.name) {
    case 'answered-in-the-document':
      return state.on && <OnLines on={state.on} onLine={onLine} />
    case 'answered-in-the-room':
      return state.answer || null
    case 'research-owed':
      return `${name(state.owner)}, by ${spokenDay(state.due)}`
    case 'out-of-scope':
      return state.because || null
    case 'open':
    case 'withdrawn':
      return null
  }
}

type On = NonNullable<Extract<RoomQuestion['state'], { name: 'answered-in-the-document' }>['on']>

/** F5: the passage that answers it. */
function OnLines({ on, onLine }: { on: On; onLine: Props['onLine'] }) {
  const words = spokenLines(on)
  if (onLine)
    return (
      <button type="button" className="text-accent underline" onClick={() => onLine(on.line)}>
        {words}
      </button>
    )
  const href = withSearch(paths.edition({ editionId: on.editionId }), { line: String(on.line) })
  return <Address href={href}>{words}</Address>
}
