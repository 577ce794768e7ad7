import type { Outputs } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Field.tsx'

type Person = Outputs['people']['list'][number]

interface Props {
  title: string
  help?: string
  named: readonly Person[]
  /** Who stands in while nobody is named. */
  fromAbove: readonly Person[]
  others: readonly Person[]
  may: boolean
  onSet: (person: Person, on: boolean) => void
}

/** A list of colleagues by name, each taken off or added by one act. */
export function NamedPeople({ title, help, named, fromAbove, others, may, onSet }: Props) {
  return (
    <div className="grid gap-x-8 gap-y-2 border-t border-rule py-3 last:border-b sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
      <div>
        <h3>{title}</h3>
        {help && <p className="text-small text-ink-3">{help}</p>}
      </div>
      <div>
        {named.length > 0 && (
          <ul aria-label={title} className="mb-2">
            {named.map((person) => (
              <li key={person.id} className="flex items-center justify-between gap-3">
                <span className="min-w-0 wrap-break-word">{person.name}</span>
                {may && (
                  <Button kind="bare" className="-mr-3.5" onClick={() => onSet(person, false)}>
                    Take off
                    <span className="sr-only">
                      {' '}
                      {person.name}: {title}
                    </span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        {named.length === 0 && (
          <p className="mb-2 text-ink-3">
            {fromAbove.length === 0
              ? 'Nobody yet'
              : `${fromAbove.map(({ name }) => name).join(', ')}, from a group above`}
          </p>
        )}
        {may && others.length > 0 && (
          <Select
            label={`Add somebody: ${title}`}
            hideLabel
            value=""
            onChange={({ currentTarget }) => {
              const person = others.find(({ id }) => id === currentTarget.value)
              if (person) onSet(person, true)
            }}
          >
            <option value="">Add somebody…</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </div>
    </div>
  )
}
