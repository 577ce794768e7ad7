import type { DecisionDraft } from '@foreword/core/decisions/decision'
import { outcomeLabels } from '@foreword/core/decisions/labels'
import type { PersonId } from '@foreword/core/ids'
import { type FormEvent, type ReactNode, useState } from 'react'
import { fieldErrors } from '../refusal.ts'
import { Button } from '../ui/Button.tsx'
import { ErrorNote } from '../ui/ErrorNote.tsx'
import { TextArea } from '../ui/Field.tsx'
import { DissentFields } from './DissentFields.tsx'
import { draftOf, type Filled } from './filled.ts'
import { InlineArea, InlineInput, InlineSelect } from './Inline.tsx'
import { OutcomeFields } from './OutcomeFields.tsx'

export interface Named {
  id: PersonId
  name: string
}

interface Props {
  filled: Filled
  onFill: (filled: Filled) => void
  /** Who may be said to have decided. One: it is them, and there is nothing to choose. */
  deciders: readonly Named[]
  people: readonly Named[]
  /** The idea it is about, which cannot be merged into itself. */
  initiativeId: string
  error: unknown
  busy: boolean
  onRecord: (draft: DecisionDraft) => void
  actions?: ReactNode
}

/** A decision, filled in as the sentence it will be read as; it asks only what its outcome needs (D1, D2). */
export function DecisionForm({
  filled,
  onFill,
  deciders,
  people,
  initiativeId,
  error,
  busy,
  onRecord,
  actions,
}: Props) {
  const set = (more: Partial<Filled>) => onFill({ ...filled, ...more })
  const [only] = deciders.length === 1 ? deciders : []
  const written = only ? { ...filled, decider: only.id } : filled
  const draft = draftOf(written)
  const wrong = Object.values(fieldErrors(error))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if ('draft' in draft && !busy) onRecord(draft.draft)
  }
  return (
    <form noValidate onSubmit={submit}>
      <div className="font-text text-[1.1875rem] leading-[2.15]">
        {only ? (
          <b className="font-[650]">{only.name}</b>
        ) : (
          <InlineSelect
            label="Who decided"
            value={filled.decider}
            // an option's value is the id of one of the deciders, or nothing
            onText={(decider) => set({ decider: decider as Filled['decider'] })}
          >
            <option value="">Who</option>
            {deciders.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </InlineSelect>
        )}{' '}
        decided to{' '}
        <InlineSelect
          label="What was decided"
          value={filled.outcome}
          // an option's value is the name of an outcome, or nothing
          onText={(outcome) => set({ outcome: outcome as Filled['outcome'] })}
        >
          <option value="">do what?</option>
          {Object.entries(outcomeLabels).map(([name, label]) => (
            <option key={name} value={name}>
              {label.charAt(0).toLowerCase() + label.slice(1)}
            </option>
          ))}
        </InlineSelect>{' '}
        <OutcomeFields filled={filled} set={set} people={people} initiativeId={initiativeId} />
        because
        <InlineArea
          label="Because"
          value={filled.because}
          maxLength={4000}
          placeholder="the loss is real on the mornings we can count, and we cannot yet count most of them."
          onText={(because) => set({ because })}
          className="mb-2"
        />
        It is a{' '}
        <InlineSelect
          label="One-way or two-way door"
          value={filled.door}
          // as above, of a door
          onText={(door) => set({ door: door as Filled['door'] })}
        >
          <option value="">door we have not named</option>
          <option value="two-way">two-way door</option>
          <option value="one-way">one-way door</option>
        </InlineSelect>
        . We look again on{' '}
        <InlineInput
          label="When we look again"
          type="date"
          value={filled.reviewOn}
          onText={(reviewOn) => set({ reviewOn })}
        />
        .
      </div>
      <More filled={filled} set={set} people={people} />
      {error !== null && error !== undefined && wrong.length === 0 && (
        <ErrorNote
          className="mt-4"
          error={error}
          safe="Nothing was recorded, and your words are still here."
        />
      )}
      {wrong.length > 0 && (
        <p role="alert" className="mt-4 text-red">
          {wrong.join(' ')}
        </p>
      )}
      <div className="mt-6 flex flex-wrap items-center gap-3">
        <Button
          kind="go"
          type="submit"
          busy={busy}
          disabledReason={'missing' in draft ? draft.missing : undefined}
        >
          Record the decision
        </Button>
        {actions}
        <span className="text-small text-ink-3">It is never edited, only superseded.</span>
      </div>
    </form>
  )
}

/** What a decision can record besides; closed until it is wanted. */
function More({
  filled,
  set,
  people,
}: {
  filled: Filled
  set: (more: Partial<Filled>) => void
  people: readonly Named[]
}) {
  const [open, setOpen] = useState(
    filled.rationale !== '' || filled.conditions !== '' || filled.dissent.length > 0,
  )
  if (!open)
    return (
      <Button kind="bare" className="mt-3 -ml-3.5" onClick={() => setOpen(true)}>
        Add conditions, the longer reasoning, or dissent
      </Button>
    )
  return (
    <div className="mt-5 flex flex-col gap-4">
      <TextArea
        label="Conditions"
        value={filled.conditions}
        help="One on each line."
        onChange={(event) => set({ conditions: event.currentTarget.value })}
      />
      <TextArea
        label="The longer reasoning"
        value={filled.rationale}
        maxLength={10_000}
        onChange={(event) => set({ rationale: event.currentTarget.value })}
      />
      <DissentFields dissent={filled.dissent} people={people} onChange={(dissent) => set({ dissent })} />
    </div>
  )
}
