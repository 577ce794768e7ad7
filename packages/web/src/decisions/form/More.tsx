import { useRef } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Field, Select, TextArea } from '../../ui/Field.tsx'
import type { Among, Written, WrittenDissent } from './draft.ts'
import { useNamed } from './inline.tsx'
import { People } from './OutcomeClause.tsx'

interface Props {
  written: Written
  write: (change: Partial<Written>) => void
  among: Among
}

/** What a decision may say besides: how it was reasoned, its conditions, who disagrees, when to look again. */
export function More({ written, write, among }: Props) {
  return (
    <div className="mt-4 flex flex-col gap-6">
      <TextArea
        {...useNamed('conditions')}
        label="Conditions, one on each line"
        help="What must stay true for the decision to hold."
        value={written.conditions}
        onChange={(event) => write({ conditions: event.currentTarget.value })}
      />
      <Dissents written={written} write={write} among={among} />
      <div className="max-w-52">
        <Field
          {...useNamed('reviewOn')}
          label="Look at it again on"
          type="date"
          min={among.today}
          value={written.reviewOn}
          onChange={(event) => write({ reviewOn: event.currentTarget.value })}
        />
      </div>
      <TextArea
        {...useNamed('rationale')}
        label="How it was reasoned"
        help="For whoever asks in a year what you knew and what you chose between."
        rows={3}
        maxLength={10_000}
        value={written.rationale}
        onChange={(event) => write({ rationale: event.currentTarget.value })}
      />
    </div>
  )
}

function Dissents({ written, write, among }: Props) {
  const added = useRef(0)
  const addButton = useRef<HTMLButtonElement>(null)
  const change = (key: number, to: Partial<WrittenDissent>) =>
    write({ dissent: written.dissent.map((each) => (each.key === key ? { ...each, ...to } : each)) })
  const add = () => {
    added.current += 1
    const one = { key: added.current, person: '', because: '', mind: '', commits: true }
    write({ dissent: [...written.dissent, one] })
  }
  return (
    <fieldset>
      <legend className="text-small font-medium">Dissent</legend>
      <p className="mt-0.5 text-small text-ink-2">
        Kept by name, with what would change their mind. One may disagree and commit.
      </p>
      {written.dissent.map((dissent, at) => (
        <DissentFields
          key={dissent.key}
          at={at}
          dissent={dissent}
          people={among.people}
          change={(to) => change(dissent.key, to)}
          remove={() => {
            write({ dissent: written.dissent.filter(({ key }) => key !== dissent.key) })
            addButton.current?.focus()
          }}
        />
      ))}
      <Button ref={addButton} className="mt-3" onClick={add}>
        {written.dissent.length === 0 ? 'Add a dissent' : 'Add another dissent'}
      </Button>
    </fieldset>
  )
}

interface DissentProps {
  at: number
  dissent: WrittenDissent
  people: Among['people']
  change: (to: Partial<WrittenDissent>) => void
  remove: () => void
}

function DissentFields({ at, dissent, people, change, remove }: DissentProps) {
  const who = people.find(({ id }) => id === dissent.person)?.name ?? 'They'
  return (
    <div className="mt-4 flex flex-col gap-4 border-l-2 border-rule-2 pl-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-52 flex-1">
          <Select
            {...useNamed(`dissent.${at}.personId`)}
            label="Who disagrees"
            autoFocus
            value={dissent.person}
            onChange={(event) => change({ person: event.currentTarget.value })}
          >
            <option value="">Choose…</option>
            <People people={people} />
          </Select>
        </div>
        <Button kind="bare" className="sm:mt-6" onClick={remove}>
          Remove
        </Button>
      </div>
      <TextArea
        {...useNamed(`dissent.${at}.because`)}
        label="What they hold against it"
        maxLength={4000}
        value={dissent.because}
        onChange={(event) => change({ because: event.currentTarget.value })}
      />
      <TextArea
        {...useNamed(`dissent.${at}.whatWouldChangeMyMind`)}
        label="What would change their mind"
        maxLength={4000}
        value={dissent.mind}
        onChange={(event) => change({ mind: event.currentTarget.value })}
      />
      <Checkbox
        label={who === 'They' ? 'They commit all the same' : `${who} commits all the same`}
        checked={dissent.commits}
        onChange={(event) => change({ commits: event.currentTarget.checked })}
      />
    </div>
  )
}
