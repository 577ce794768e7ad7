import type { RoomQuestion } from '@foreword/core/meetings/room'
import { Fragment } from 'react'
import { useRoomNow } from '../room/context.ts'
import type { PhaseOf } from '../room/phaseOf.ts'

type Talking = PhaseOf<'discussion'> | PhaseOf<'decision'>

/** R9: whose turn it is, as a sentence: who asks, who answers, whose hand is up. */
export function Turns({ phase, question }: { phase: Talking; question: RoomQuestion }) {
  const { room, name } = useRoomNow()
  const { turns } = phase
  if (turns.length === 0)
    return <p className="text-ink-2">Nobody is named until they speak. Whoever asked this begins.</p>
  const authors = room.attendees
    .filter(({ roles }) => roles.includes('author'))
    .map(({ personId }) => personId)
  const hands = turns.filter((person) => phase.hands.includes(person) && person !== question.by)
  const [first] = turns
  const called = first !== undefined && first !== question.by ? first : undefined
  const answering = authors.filter((author) => author !== question.by && author !== called)
  const bold = (text: string) => <b className="font-[550] text-ink">{text}</b>
  return (
    <p className="text-ink-2">
      {called && <>{bold(name(called))} is called on. </>}
      {question.by && (
        <>
          {bold(name(question.by))} asks
          {authors.includes(question.by) && answering.length === 0 && ' and answers'}
        </>
      )}
      {answering.length > 0 && (
        <>
          , then{' '}
          {answering.map((author, at) => (
            <Fragment key={author}>
              {at > 0 && ' or '}
              {bold(name(author))}
            </Fragment>
          ))}{' '}
          answers
        </>
      )}
      {hands.length > 0 && <>, then hands: {hands.map(name).join(', ')}</>}
      {hands.length === 0 && '.'}
    </p>
  )
}
