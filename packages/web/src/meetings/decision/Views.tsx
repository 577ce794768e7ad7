import { useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { Section } from '../../ui/Page.tsx'
import { tellRefusal, useAct } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import type { PhaseOf } from '../room/phaseOf.ts'

type Decision = PhaseOf<'decision'>

/** R9: everybody says where they stand, juniors first and deciders last; one act goes on to the next. */
export function Views({ views, heard }: Pick<Decision, 'views' | 'heard'>) {
  const { room, name } = useRoomNow()
  const hear = useAct('hearView')
  const decides = (person: string) =>
    room.attendees.some(({ personId, roles }) => personId === person && roles.includes('decider'))
  const speaking = views.find((person) => !heard.includes(person))
  const reason = hear.disabledReason ?? (speaking ? undefined : 'Everybody has spoken.')
  const goOn = () => speaking && hear.mutate({ personId: speaking }, { onError: tellRefusal })
  useCommands([
    {
      id: 'room.next-view',
      title: 'Who speaks next',
      group: 'The round of views',
      keys: 'n',
      run: goOn,
      disabledReason: reason,
    },
  ])
  return (
    <Section title="First, where everybody stands">
      <ol className="flex flex-wrap gap-x-2 font-text text-read">
        {views.map((person, at) => (
          <li
            key={person}
            aria-current={person === speaking || undefined}
            className={heard.includes(person) ? 'text-ink-3' : person === speaking ? 'font-semibold' : ''}
          >
            {name(person)}
            {heard.includes(person) && <span className="sr-only"> has spoken</span>}
            {decides(person) && <span className="font-normal text-ink-3"> (decides)</span>}
            {at < views.length - 1 && <span className="font-normal text-ink-3">, then</span>}
          </li>
        ))}
      </ol>
      {hear.disabledReason === undefined && (
        <div className="mt-3">
          <Button shortcut="N" busy={hear.isPending} disabledReason={reason} onClick={goOn}>
            {speaking ? `${name(speaking)} has spoken` : 'Everybody has spoken'}
          </Button>
        </div>
      )}
    </Section>
  )
}
