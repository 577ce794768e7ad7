import { type SetAsideReason, setAsideReasons } from '@foreword/core/initiatives/stages'
import { amountWords, currencies } from '../../money.ts'
import type { Among, Written } from './draft.ts'
import { Clause, InlineField, InlineSelect, InlineText, Together, Words } from './inline.tsx'

interface Props {
  written: Written
  write: (change: Partial<Written>) => void
  among: Among
}

/** The middle of the sentence: what this outcome asks for, and nothing else (D1). */
export function OutcomeClause(props: Props) {
  const { outcome } = props.written
  if (outcome === '') return null
  const clauses = {
    fund: Fund,
    revise: Revise,
    investigate: Investigate,
    park: Park,
    'set-aside': SetAside,
    merge: Merge,
  }
  const Asked = clauses[outcome]
  return <Asked {...props} />
}

function Fund({ written, write }: Props) {
  return (
    <Clause>
      <Amount before="with" field="outcome.amount" label="Amount" which="amount" {...{ written, write }} />
      <Words>and</Words>
      <InlineField
        field="outcome.people"
        label="How many people"
        inputMode="numeric"
        className="min-w-14"
        placeholder="2"
        value={written.people}
        onChange={(event) => write({ people: event.currentTarget.value })}
      />
      <Words>people,</Words>
    </Clause>
  )
}

function Revise({ written, write }: Props) {
  return (
    <Clause>
      <Words>with these changes:</Words>
      <InlineText
        field="outcome.changes"
        label="What must change"
        placeholder="what must change"
        maxLength={4000}
        value={written.changes}
        onChange={(event) => write({ changes: event.currentTarget.value })}
      />
    </Clause>
  )
}

function Investigate({ written, write, among }: Props) {
  return (
    <>
      <Clause>
        <InlineText
          field="outcome.task"
          label="The task"
          placeholder="what is to be found out"
          maxLength={500}
          value={written.task}
          onChange={(event) => write({ task: event.currentTarget.value })}
        />
      </Clause>
      <Clause>
        <Words>by</Words>
        <InlineSelect
          field="outcome.owner"
          label="Who does it"
          value={written.owner}
          onChange={(event) => write({ owner: event.currentTarget.value })}
        >
          <option value="">somebody</option>
          <People people={among.people} />
        </InlineSelect>
        <Words>until</Words>
        <Day field="outcome.due" label="Until which day" which="due" {...{ written, write, among }} />
        <Amount
          before="for at most"
          field="outcome.cost"
          label="What it may cost"
          which="cost"
          {...{ written, write }}
        />
      </Clause>
    </>
  )
}

function Park({ written, write, among }: Props) {
  return (
    <Clause>
      <Words>until</Words>
      <InlineSelect
        field="outcome.until.on"
        label="What brings it back"
        value={written.parkOn}
        onChange={(event) =>
          write({ parkOn: comebacks.find((on) => on === event.currentTarget.value) ?? 'day' })
        }
      >
        <option value="day">a day</option>
        <option value="assumption" disabled={among.assumptions.length === 0}>
          {among.assumptions.length === 0
            ? 'more is known of an assumption (none is listed)'
            : 'more is known of an assumption'}
        </option>
        <option value="trigger">something happens</option>
      </InlineSelect>
      {written.parkOn === 'assumption' && (
        <InlineSelect
          field="outcome.until.assumptionId"
          label="The assumption it waits for"
          value={written.assumption}
          onChange={(event) => write({ assumption: event.currentTarget.value })}
        >
          <option value="">which one?</option>
          {among.assumptions.map(({ id, statement }) => (
            <option key={id} value={id}>
              {statement}
            </option>
          ))}
        </InlineSelect>
      )}
      {written.parkOn === 'day' && (
        <Day
          field="outcome.until.day"
          label="The day that brings it back"
          which="parkDay"
          {...{ written, write, among }}
        />
      )}
      {written.parkOn === 'trigger' && (
        <InlineText
          field="outcome.until.trigger"
          label="What must happen"
          placeholder="what must happen"
          maxLength={500}
          value={written.trigger}
          onChange={(event) => write({ trigger: event.currentTarget.value })}
        />
      )}
    </Clause>
  )
}

const comebacks = ['day', 'assumption', 'trigger'] as const

function SetAside({ written, write }: Props) {
  return (
    <>
      <Clause>
        <Words>for this reason:</Words>
        <InlineSelect
          field="outcome.reason"
          label="The reason it is set aside"
          value={written.reason}
          onChange={(event) => {
            const chosen = reasons.find((each) => each === event.currentTarget.value)
            write({ reason: chosen ?? '' })
          }}
        >
          <option value="">the reason</option>
          {reasons.map((reason) => (
            <option key={reason} value={reason}>
              {setAsideReasons[reason]}
            </option>
          ))}
        </InlineSelect>
      </Clause>
      {written.reason !== '' && (
        // a closed list cannot break its lines, and a phone would cut the reason off
        <p aria-hidden="true" className="font-ui text-small text-ink-2 sm:hidden">
          {setAsideReasons[written.reason]}
        </p>
      )}
      <Clause>
        <InlineText
          field="outcome.note"
          label="What those who come after should know"
          placeholder="what those who come after should know, if anything"
          maxLength={2000}
          value={written.note}
          onChange={(event) => write({ note: event.currentTarget.value })}
        />
      </Clause>
    </>
  )
}

// the keys of a literal object are its keys
const reasons = Object.keys(setAsideReasons) as SetAsideReason[]

function Merge({ written, write, among }: Props) {
  return (
    <Clause>
      <Words>into</Words>
      <InlineSelect
        field="outcome.into"
        label="The idea it goes into"
        value={written.into}
        onChange={(event) => write({ into: event.currentTarget.value })}
      >
        <option value="">{among.ideas.length === 0 ? 'no other idea is here' : 'another idea'}</option>
        {among.ideas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </InlineSelect>
    </Clause>
  )
}

interface Place<Which extends keyof Written> {
  field: string
  label: string
  /** What is written there. */
  which: Which
}

/** A day from today on. */
function Day({ field, label, which, written, write, among }: Props & Place<'due' | 'parkDay'>) {
  return (
    <InlineField
      field={field}
      label={label}
      type="date"
      min={among.today}
      value={written[which]}
      onChange={(event) => write({ [which]: event.currentTarget.value })}
    />
  )
}

/** An amount and its currency; what was understood is shown back as soon as one leaves the field. */
function Amount({
  before,
  field,
  label,
  which,
  written,
  write,
}: Pick<Props, 'written' | 'write'> & Place<'amount' | 'cost'> & { before: string }) {
  return (
    <Together>
      <Words>{before}</Words>
      <InlineField
        field={field}
        label={label}
        inputMode="decimal"
        className="figures min-w-24"
        placeholder="18,000"
        value={written[which]}
        onChange={(event) => write({ [which]: event.currentTarget.value })}
        onBlur={() => write({ [which]: amountWords(written[which], written.currency) })}
      />
      <InlineSelect
        field={`${field}.currency`}
        label="Currency"
        value={written.currency}
        onChange={(event) => write({ currency: event.currentTarget.value })}
      >
        {currencies.map((currency) => (
          <option key={currency}>{currency}</option>
        ))}
      </InlineSelect>
    </Together>
  )
}

export function People({ people }: { people: Among['people'] }) {
  return people.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ))
}
