import type { Dissent } from '@foreword/core/decisions/decision'
import { Button } from '../ui/Button.tsx'
import { Checkbox } from '../ui/Choice.tsx'
import { Select, TextArea } from '../ui/Field.tsx'
import type { Named } from './DecisionForm.tsx'

interface Props {
  dissent: readonly Dissent[]
  people: readonly Named[]
  onChange: (dissent: Dissent[]) => void
}

/** D2: dissent by name: what is held against it, what would change their mind, and whether they commit all the same. */
export function DissentFields({ dissent, people, onChange }: Props) {
  const free = people.filter(({ id }) => !dissent.some(({ personId }) => personId === id))
  const [next] = free
  const amend = (at: number, more: Partial<Dissent>) =>
    onChange(dissent.map((one, index) => (index === at ? { ...one, ...more } : one)))
  return (
    <div className="flex flex-col gap-4">
      {dissent.map((one, at) => (
        <fieldset key={one.personId} className="flex flex-col gap-3 border-l-2 border-rule-2 pl-4">
          <legend className="sr-only">Dissent</legend>
          <div className="flex items-end justify-between gap-3">
            <Select
              label="Who disagrees"
              value={one.personId}
              onChange={(event) => {
                const person = people.find(({ id }) => id === event.currentTarget.value)
                if (person) amend(at, { personId: person.id })
              }}
            >
              {people
                .filter(({ id }) => id === one.personId || free.some((other) => other.id === id))
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
            </Select>
            <Button kind="bare" onClick={() => onChange(dissent.filter((_, index) => index !== at))}>
              Take it out
            </Button>
          </div>
          <TextArea
            label="What they hold against it"
            value={one.because}
            maxLength={4000}
            onChange={(event) => amend(at, { because: event.currentTarget.value })}
          />
          <TextArea
            label="What would change their mind"
            value={one.whatWouldChangeMyMind}
            maxLength={4000}
            onChange={(event) => amend(at, { whatWouldChangeMyMind: event.currentTarget.value })}
          />
          <Checkbox
            label="They commit to it all the same"
            checked={one.commits}
            onChange={(event) => amend(at, { commits: event.currentTarget.checked })}
          />
        </fieldset>
      ))}
      {next && (
        <Button
          kind="bare"
          className="-ml-3.5 self-start"
          onClick={() =>
            onChange([
              ...dissent,
              { personId: next.id, because: '', whatWouldChangeMyMind: '', commits: true },
            ])
          }
        >
          Add dissent by name
        </Button>
      )}
    </div>
  )
}
