import type { PersonId } from '@foreword/core/ids'
import { Fragment } from 'react'
import { useRoomNow } from '../room/context.ts'
import type { PhaseOf } from '../room/phaseOf.ts'
import type { Item } from './items.ts'

type Talking = PhaseOf<'discussion'> | PhaseOf<'decision'>

/** R9: whose turn it is, as a sentence: who asks, who answers, whose hand is up. */
export function Turns({ phase, item }: { phase: Talking; item: Item }) {
  const { room, name } = useRoomNow()
  const { turns } = phase
  if (turns.length === 0)
    return <p className="text-ink-2">Nobody is named until they speak. Whoever asked this begins.</p>
  const authors = room.attendees
    .filter(({ roles }) => roles.includes('author'))
    .map(({ personId }) => personId)
  const asked = item.questions.map(({ by }) => by)
  const [first] = turns
  const called = first !== undefined && !asked.includes(first) ? first : undefined
  // in the order in which they speak
  const asking = turns.filter((person) => asked.includes(person))
  const hands = turns.filter((person) => phase.hands.includes(person) && !asked.includes(person))
  const answering = authors.filter((author) => !asked.includes(author) && author !== called)
  const bold = (text: string) => <b className="font-[550] text-ink">{text}</b>
  const listed = (people: readonly PersonId[], last: string) =>
    people.map((person, at) => (
      <Fragment key={person}>
        {at > 0 && (at === people.length - 1 ? ` ${last} ` : ', ')}
        {bold(name(person))}
      </Fragment>
    ))
  const answersOwn = authors.some((author) => asked.includes(author)) && answering.length === 0
  return (
    <p className="text-ink-2">
      {called && <>{bold(name(called))} is called on. </>}
      {asking.length > 0 && (
        <>
          {listed(asking, 'and')} {asking.length === 1 ? 'asks' : 'ask'}
          {answersOwn && ' and answers'}
        </>
      )}
      {answering.length > 0 && <>, then {listed(answering, 'or')} answers</>}
      {hands.length > 0 && <>, then hands: {hands.map(name).join(', ')}</>}
      {hands.length === 0 && '.'}
    </p>
  )
}
