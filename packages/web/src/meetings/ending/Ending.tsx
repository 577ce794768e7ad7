import { Section } from '../../ui/Page.tsx'
import { isOpen } from '../discussion/queue.ts'
import { ActButton } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { counted } from '../words.ts'
import { Actions } from './Actions.tsx'
import { stillToDo, type Talking } from './blockers.ts'
import { Experience } from './Experience.tsx'
import { HandOver } from './HandOver.tsx'
import { Respond } from './Responses.tsx'

/** R15: how the room ends, from what was agreed to the close; what is still in the way is named. */
export function Ending({ phase }: { phase: Talking }) {
  const { room } = useRoomNow()
  const open = phase.questions.filter(isOpen).length
  const todo = stillToDo(room.purpose, phase)
  return (
    <div className="-mt-6">
      <Section title="What we agreed">
        <Experience key={`${phase.ending?.experience} ${phase.ending?.why}`} ending={phase.ending} />
      </Section>
      <Section title="Do you understand why?">
        <Respond phase={phase} />
      </Section>
      <Section title="What is to be done">
        <Actions actions={phase.actions} />
      </Section>
      {open > 0 && (
        <Section title="What was not reached" note={counted(open, 'question')}>
          <HandOver open={open} />
        </Section>
      )}
      <Section title="Close the meeting">
        {todo.length > 0 ? (
          <ul className="mb-4 list-disc pl-5 text-ink-2">
            {todo.map((each) => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        ) : (
          <p className="mb-4 text-ink-2">
            Nothing is in the way. Whoever has not answered yet still may, until then.
          </p>
        )}
        <ActButton act="close" given={{}} kind={todo.length === 0 ? 'go' : 'plain'}>
          Close the meeting
        </ActButton>
      </Section>
    </div>
  )
}
