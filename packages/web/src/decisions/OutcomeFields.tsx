import { setAsideReasons } from '@foreword/core/initiatives/stages'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { api } from '../api.ts'
import type { Named } from './DecisionForm.tsx'
import type { Filled } from './filled.ts'
import { InlineInput, InlineSelect } from './Inline.tsx'

interface Props {
  filled: Filled
  set: (more: Partial<Filled>) => void
  people: readonly Named[]
  initiativeId: string
}

/** The words an outcome adds to the sentence, up to the comma before *because* (D1). */
export function OutcomeFields(props: Props): ReactNode {
  switch (props.filled.outcome) {
    case '':
      return null
    case 'fund':
      return <Fund {...props} />
    case 'revise':
      return (
        <>
          : change{' '}
          <InlineInput
            label="What must change"
            value={props.filled.changes}
            placeholder="the price and its arithmetic"
            onText={(changes) => props.set({ changes })}
          />
          ,{' '}
        </>
      )
    case 'investigate':
      return <Investigate {...props} />
    case 'park':
      return <Park {...props} />
    case 'set-aside':
      return <SetAside {...props} />
    case 'merge':
      return <Merge {...props} />
  }
}

function Amount({ filled, set, label }: Props & { label: string }) {
  return (
    <>
      <InlineInput
        label={label}
        inputMode="decimal"
        value={filled.amount}
        placeholder="18,000"
        onText={(amount) => set({ amount })}
      />{' '}
      <InlineSelect label="Currency" value={filled.currency} onText={(currency) => set({ currency })}>
        {Intl.supportedValuesOf('currency').map((code) => (
          <option key={code}>{code}</option>
        ))}
      </InlineSelect>
    </>
  )
}

function Fund(props: Props) {
  const { filled, set } = props
  return (
    <>
      it with <Amount {...props} label="Amount" /> and{' '}
      <InlineInput
        label="How many people"
        inputMode="numeric"
        value={filled.people}
        placeholder="two"
        onText={(people) => set({ people })}
      />{' '}
      people,{' '}
    </>
  )
}

function Investigate(props: Props) {
  const { filled, set, people } = props
  return (
    <>
      :{' '}
      <InlineInput
        label="What is to be found out"
        value={filled.task}
        maxLength={500}
        placeholder="count the mornings of last winter"
        onText={(task) => set({ task })}
      />
      , by{' '}
      <InlineSelect
        label="Who finds it out"
        value={filled.owner}
        // an option's value is somebody's id, or nothing
        onText={(owner) => set({ owner: owner as Filled['owner'] })}
      >
        <option value="">whom</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </InlineSelect>
      , until <InlineInput label="Until when" type="date" value={filled.due} onText={(due) => set({ due })} />
      , for at most <Amount {...props} label="At most" />,{' '}
    </>
  )
}

function Park({ filled, set }: Props) {
  return (
    <>
      it until{' '}
      <InlineSelect
        label="Until a day, or until something happens"
        value={filled.parkOn}
        onText={(parkOn) => set({ parkOn: parkOn === 'trigger' ? 'trigger' : 'day' })}
      >
        <option value="day">the day</option>
        <option value="trigger">this happens</option>
      </InlineSelect>{' '}
      {filled.parkOn === 'day' ? (
        <InlineInput
          label="Which day"
          type="date"
          value={filled.parkUntil}
          onText={(parkUntil) => set({ parkUntil })}
        />
      ) : (
        <InlineInput
          label="What brings it back"
          value={filled.trigger}
          maxLength={500}
          placeholder="the state opens its gauges"
          onText={(trigger) => set({ trigger })}
        />
      )}
      ,{' '}
    </>
  )
}

function SetAside({ filled, set }: Props) {
  return (
    <>
      , since{' '}
      <InlineSelect
        label="The reason it is set aside"
        value={filled.reason}
        // an option's value is one of the closed list, or nothing
        onText={(reason) => set({ reason: reason as Filled['reason'] })}
      >
        <option value="">which of these is so?</option>
        {Object.entries(setAsideReasons).map(([reason, words]) => (
          <option key={reason} value={reason}>
            {words.charAt(0).toLowerCase() + words.slice(1)}
          </option>
        ))}
      </InlineSelect>
      ,{' '}
    </>
  )
}

function Merge({ filled, set, initiativeId }: Props) {
  const ideas = useQuery(api.initiatives.list.queryOptions({ input: { open: true, most: 200 } }))
  return (
    <>
      it into{' '}
      <InlineSelect
        label="The idea it goes into"
        value={filled.into}
        // an option's value is the id of an idea, or nothing
        onText={(into) => set({ into: into as Filled['into'] })}
      >
        <option value="">which idea?</option>
        {ideas.data?.initiatives
          .filter(({ id }) => id !== initiativeId)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </InlineSelect>
      ,{' '}
    </>
  )
}
