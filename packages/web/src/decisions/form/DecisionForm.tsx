import type { DecisionDraft, Door } from '@foreword/core/decisions/decision'
import { doorLabels } from '@foreword/core/decisions/labels'
import type { Outcome } from '@foreword/core/decisions/outcome'
import type { Byline } from '@foreword/core/people/person'
import { type ReactNode, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import { useLeaveWarning } from '../../router.tsx'
import { Button } from '../../ui/Button.tsx'
import { Form } from '../../ui/Form.tsx'
import { today } from '../words.ts'
import { type Among, draftOf, nothingWritten, type Written, type Wrong } from './draft.ts'
import { Clause, Fields, InlineSelect, InlineText, Words } from './inline.tsx'
import { More } from './More.tsx'
import { OutcomeClause, People } from './OutcomeClause.tsx'

interface Props {
  people: readonly Byline[]
  /** Those it may be merged into: not the one it is about. */
  ideas: Among['ideas']
  /** What may bring it back when it is parked. */
  assumptions: Among['assumptions']
  /** Who may have decided; everybody, when nobody says. */
  deciders?: readonly Byline[] | undefined
  /** Given, it is said and not asked. */
  fixedDecider?: Byline | undefined
  onSubmit: (draft: DecisionDraft) => void
  busy: boolean
  error: unknown
  /** The path of the draft within what is sent: `decision.` in a room. */
  under?: string
  /** More to say before the button: the edition, what is superseded. */
  children?: ReactNode
  /** Beside the button. */
  actions?: ReactNode
}

/** A decision, written as the sentence it will be read as. It asks only what its outcome needs (D1, D2). */
export function DecisionForm({
  people,
  ideas,
  assumptions,
  deciders = people,
  fixedDecider,
  onSubmit,
  busy,
  error,
  under = '',
  children,
  actions,
}: Props) {
  const [only] = deciders.length === 1 ? deciders : []
  const [written, setWritten] = useState<Written>({
    ...nothingWritten,
    decider: (fixedDecider ?? only)?.id ?? '',
  })
  const [touched, setTouched] = useState(false)
  const [more, setMore] = useState(false)
  const [wrong, setWrong] = useState<Wrong>({})
  useLeaveWarning(touched && !busy ? 'The decision is not recorded yet. Leave all the same?' : undefined)

  const among: Among = { people, ideas, assumptions, today: today() }
  const write = (change: Partial<Written>) => {
    setTouched(true)
    setWritten((before) => ({ ...before, ...change }))
  }
  const submit = (form: HTMLFormElement) => {
    const made = draftOf(written, among)
    if ('draft' in made) {
      setWrong({})
      return onSubmit(made.draft)
    }
    flushSync(() => {
      setWrong(made.wrong)
      if (Object.keys(made.wrong).some(isUnderMore)) setMore(true)
    })
    form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
  const fields = useMemo(() => ({ wrong, under }), [wrong, under])

  return (
    <Fields value={fields}>
      <Form
        error={error}
        safe="Nothing was recorded, and what you wrote is still here."
        onSubmit={(_, form) => submit(form)}
        actions={
          <>
            <Button kind="go" type="submit" busy={busy}>
              Record the decision
            </Button>
            {actions}
          </>
        }
      >
        <div className="flex flex-col gap-2.5 font-text text-lead">
          <Clause>
            <Decider deciders={deciders} fixed={fixedDecider} written={written} write={write} />
            <Words>decided to</Words>
            <InlineSelect
              field="outcome.name"
              label="What was decided"
              value={written.outcome}
              onChange={(event) =>
                write({ outcome: outcomes.find((one) => one === event.currentTarget.value) ?? '' })
              }
            >
              <option value="">do what?</option>
              {outcomes.map((name) => (
                <option key={name} value={name}>
                  {verbs[name]}
                </option>
              ))}
            </InlineSelect>
          </Clause>
          <OutcomeClause written={written} write={write} among={among} />
          <Clause>
            <Words>because</Words>
            <InlineText
              field="because"
              label="Because"
              placeholder="the loss is real on the mornings we can count"
              maxLength={4000}
              value={written.because}
              onChange={(event) => write({ because: event.currentTarget.value })}
            />
          </Clause>
          <Clause>
            <Words>It is</Words>
            <InlineSelect
              field="door"
              label="One-way or two-way door"
              value={written.door}
              onChange={(event) =>
                write({ door: doors.find((one) => one === event.currentTarget.value) ?? '' })
              }
            >
              <option value="">which kind of door?</option>
              {doors.map((door) => (
                <option key={door} value={door}>
                  {`a ${lowered(doorLabels[door])}`}
                </option>
              ))}
            </InlineSelect>
            <Words>
              <DoorMeaning door={written.door} />
            </Words>
          </Clause>
        </div>
        {children}
        <details open={more} onToggle={(event) => setMore(event.currentTarget.open)}>
          <summary className="w-fit rounded-small py-1 text-ink-2 hover:text-ink">
            More: conditions, dissent, a day to look again
          </summary>
          <More written={written} write={write} among={among} />
        </details>
      </Form>
    </Fields>
  )
}

/** After “decided to”, as the sentence will say it. */
const verbs = {
  fund: 'fund it',
  revise: 'have it revised',
  investigate: 'investigate',
  park: 'park it',
  'set-aside': 'set it aside',
  merge: 'merge it',
} satisfies Record<Outcome['name'], string>

// the keys of a literal object are its keys
const outcomes = Object.keys(verbs) as Outcome['name'][]
const doors = Object.keys(doorLabels) as Door[] // as above

const lowered = (label: string) => `${label.charAt(0).toLowerCase()}${label.slice(1)}`
const isUnderMore = (field: string) => /^(conditions|dissent|reviewOn|rationale)/.test(field)

interface DeciderProps {
  deciders: readonly Byline[]
  fixed: Byline | undefined
  written: Written
  write: (change: Partial<Written>) => void
}

function Decider({ deciders, fixed, written, write }: DeciderProps) {
  if (fixed)
    return (
      <Words>
        <b className="font-semibold">{fixed.name}</b>
      </Words>
    )
  return (
    <InlineSelect
      field="decider"
      label="Who decided"
      value={written.decider}
      onChange={(event) => write({ decider: event.currentTarget.value })}
    >
      <option value="">Somebody</option>
      <People people={deciders} />
    </InlineSelect>
  )
}

function DoorMeaning({ door }: { door: Door | '' }) {
  const meaning = {
    '': '',
    'one-way': 'Going back would cost more than going on.',
    'two-way': 'If it is wrong, we come back.',
  }[door]
  return <span className="font-ui text-small text-ink-2">{meaning}</span>
}
