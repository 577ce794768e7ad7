import type { QuestionId } from '@foreword/core/ids'
import type { RoomQuestion } from '@foreword/core/meetings/room'
import type { SaidEnd } from '@foreword/core/reviews/question'
import { type ReactNode, type RefObject, useState } from 'react'
import { dayFromNow } from '../../days.ts'
import { useCommands } from '../../shell/commands.ts'
import { Button, type ButtonKind } from '../../ui/Button.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { tellRefusal, useAct } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { names } from '../words.ts'
import { type Item, isOpenItem } from './items.ts'
import type { Lines, SelectedLines } from './line.ts'
import { Merging } from './Merging.tsx'
import { OnLineForm } from './OnLineForm.tsx'
import { isOpen } from './queue.ts'

/** What an end still needs; of the document, the line to begin with. */
type Asking = 'answered' | 'owed' | 'scope' | { lines: Lines | null } | null

interface Props {
  item: Item
  /** The one of it that the acts name; they end with it those that ask the same. */
  question: RoomQuestion
  /** What comes after this one; null when none is open. */
  next: Item | null
  others: readonly Item[]
  apart: readonly (readonly [QuestionId, QuestionId])[]
  /** The lines of the page on which words are selected. */
  selected: RefObject<SelectedLines | null>
  /** What stands beside *Next*: who speaks. */
  children: ReactNode
  /** Less often pressed, below it. */
  quiet: ReactNode
}

/** R11: how a question leaves the room, each by one key; what an end needs is asked in a line below. */
export function EndStates({ item, question, next, others, apart, selected, children, quiet }: Props) {
  const [asking, setAsking] = useState<Asking>(null)
  const end = useAct('endQuestion')
  const faq = useAct('addToFaq')
  const open = useAct('openQuestion')
  const ended = !isOpenItem(item)
  const together = item.questions.filter(isOpen).length
  const done = () => setAsking(null)
  const endAs = (state: SaidEnd) =>
    end.mutate({ questionId: question.id, state }, { onError: tellRefusal, onSuccess: done })
  // what is wrong with the line is said beside it
  const endOnLines = (lines: { line: number | null; lastLine: number | null }) =>
    end.mutate(
      { questionId: question.id, state: { name: 'answered-in-the-document', ...lines } },
      { onSuccess: done },
    )
  const askForLine = () => {
    end.reset()
    setAsking({ lines: selected.current })
    selected.current?.letGo()
  }
  const toFaq = () => faq.mutate({ questionId: question.id }, { onError: tellRefusal })
  const goOn = () => next && open.mutate({ questionId: next.lead.id }, { onError: tellRefusal })
  // the gate lets everybody end a question, since the asker may always take their own back; the rest is the scribes'
  const notScribe = end.disabledReason ?? open.disabledReason
  // what one takes back is one's own, also when others ask the same
  const own = item.questions.find((each) => each.mine && isOpen(each)) ?? question
  const mayNotWithdraw = own.mine ? end.disabledReason : notScribe
  const inFaq = question.toFaq ? 'It goes into the FAQ of the draft already.' : undefined
  const noNext = open.disabledReason ?? (next ? undefined : 'No other question is open.')
  const acts = [
    { keys: 'a', title: 'Answered', run: () => setAsking('answered'), disabledReason: notScribe },
    { keys: 'f', title: 'Add to FAQ', run: toFaq, disabledReason: faq.disabledReason ?? inFaq },
    {
      keys: 'o',
      title: 'We owe an answer',
      run: () => setAsking('owed'),
      disabledReason: notScribe,
    },
    {
      keys: 'd',
      title: 'Answered in the document',
      run: askForLine,
      disabledReason: notScribe,
    },
    { keys: 's', title: 'Out of scope', run: () => setAsking('scope'), disabledReason: notScribe },
    {
      keys: 'w',
      title: 'Withdrawn',
      run: () => end.mutate({ questionId: own.id, state: { name: 'withdrawn' } }, { onError: tellRefusal }),
      disabledReason: mayNotWithdraw,
    },
    { keys: 'n', title: 'Next', run: goOn, disabledReason: noNext },
  ]
  useCommands(acts.map((act) => ({ ...act, id: `question.${act.keys}`, group: 'This question' })))
  const emphasised = ended ? 'n' : 'a'
  const button = ({ keys, title, run, disabledReason }: (typeof acts)[number], kind: ButtonKind) => (
    <Button
      key={keys}
      kind={keys === emphasised ? 'go' : kind}
      shortcut={keys.toUpperCase()}
      className={kind === 'bare' ? 'px-2' : ''}
      disabledReason={disabledReason}
      onClick={run}
    >
      {title}
    </Button>
  )
  // whoever only listens would read seven buttons that are not theirs; by name each still says why
  if (notScribe !== undefined)
    return (
      <div>
        <Scribe />
        <div className="mt-4 flex flex-wrap gap-2">
          {children}
          {quiet}
          {own.mine && acts.slice(5, 6).map((act) => button(act, 'bare'))}
        </div>
      </div>
    )
  return (
    <div>
      <div className="flex flex-wrap gap-2">{acts.slice(0, 3).map((act) => button(act, 'plain'))}</div>
      <div className="mt-1 -ml-2 flex flex-wrap gap-x-1">
        {acts.slice(3, 6).map((act) => button(act, 'bare'))}
      </div>
      {together > 1 && (
        <p className="mt-1 text-small text-ink-3">
          Each ends all {together} that have no end yet; taking back ends one.
        </p>
      )}
      {asking === 'answered' && <AnswerForm onEnd={endAs} onCancel={done} busy={end.isPending} />}
      {asking !== null && typeof asking === 'object' && (
        <OnLineForm
          key={asking.lines?.line}
          selected={asking.lines}
          onEnd={endOnLines}
          error={end.error}
          onType={end.reset}
          onKeyDown={escapes(done)}
          actions={<Actions onCancel={done} busy={end.isPending} />}
        />
      )}
      {asking === 'owed' && <OweForm onEnd={endAs} onCancel={done} busy={end.isPending} />}
      {asking === 'scope' && <ScopeForm onEnd={endAs} onCancel={done} busy={end.isPending} />}
      <div className="mt-4 flex flex-wrap gap-2">
        {acts.slice(6).map((act) => button(act, 'plain'))}
        {children}
      </div>
      <div className="mt-1">
        <Merging key={item.lead.id} item={item} items={others} apart={apart}>
          {quiet}
        </Merging>
      </div>
    </div>
  )
}

/** Who writes down how it ends, for those who do not. */
function Scribe() {
  const { room, name } = useRoomNow()
  const scribes = room.attendees.filter(({ roles }) => roles.includes('note-taker'))
  const who = scribes.length === 0 ? [room.facilitator] : scribes.map(({ personId }) => personId)
  return (
    <p className="text-small text-ink-3">
      {names(who.map(name))} {who.length === 1 ? 'writes' : 'write'} down how it ends.
    </p>
  )
}

interface EndFormProps {
  onEnd: (state: SaidEnd) => void
  onCancel: () => void
  busy: boolean
}

function Actions({ onCancel, busy }: Pick<EndFormProps, 'onCancel' | 'busy'>) {
  return (
    <>
      <Button kind="go" type="submit" busy={busy}>
        Record it
      </Button>
      <Button kind="bare" onClick={onCancel}>
        Not yet
      </Button>
    </>
  )
}

const escapes = (onCancel: () => void) => (event: React.KeyboardEvent) => {
  if (event.key !== 'Escape') return
  event.stopPropagation()
  onCancel()
}

function AnswerForm({ onEnd, onCancel, busy }: EndFormProps) {
  return (
    <fieldset className="mt-4" onKeyDown={escapes(onCancel)}>
      <Form
        onSubmit={(text) => onEnd({ name: 'answered-in-the-room', answer: text('answer').trim() })}
        actions={<Actions onCancel={onCancel} busy={busy} />}
      >
        <Field
          label="The answer in a line"
          name="answer"
          autoFocus
          maxLength={4000}
          autoComplete="off"
          help="May stay empty. Enter records it."
        />
      </Form>
    </fieldset>
  )
}

function ScopeForm({ onEnd, onCancel, busy }: EndFormProps) {
  return (
    <fieldset className="mt-4" onKeyDown={escapes(onCancel)}>
      <Form
        onSubmit={(text) => onEnd({ name: 'out-of-scope', because: text('because').trim() })}
        actions={<Actions onCancel={onCancel} busy={busy} />}
      >
        <Field
          label="Out of scope, because"
          name="because"
          autoFocus
          maxLength={1000}
          autoComplete="off"
          help="May stay empty. Enter records it."
        />
      </Form>
    </fieldset>
  )
}

function OweForm({ onEnd, onCancel, busy }: EndFormProps) {
  const { room, name } = useRoomNow()
  const author = room.attendees.find(({ roles }) => roles.includes('author'))
  return (
    <fieldset className="mt-4" onKeyDown={escapes(onCancel)}>
      <Form
        onSubmit={(text) => {
          const owner = room.attendees.find(({ personId }) => personId === text('owner'))
          if (owner) onEnd({ name: 'research-owed', owner: owner.personId, due: text('due') })
        }}
        actions={<Actions onCancel={onCancel} busy={busy} />}
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Select label="Who finds it out" name="owner" autoFocus defaultValue={author?.personId}>
            {room.attendees.map(({ personId }) => (
              <option key={personId} value={personId}>
                {name(personId)}
              </option>
            ))}
          </Select>
          <Field
            label="By"
            type="date"
            name="due"
            required
            min={dayFromNow(0)}
            defaultValue={dayFromNow(7)}
          />
        </div>
      </Form>
    </fieldset>
  )
}

/** H, for everybody: to speak to the question at hand. */
export function Hand({ raised }: { raised: boolean }) {
  const raise = useAct('raiseHand')
  const lower = useAct('lowerHand')
  const act = raised ? lower : raise
  const title = raised ? 'Lower your hand' : 'Raise your hand'
  const run = () => act.mutate({}, { onError: tellRefusal })
  useCommands([
    { id: 'room.hand', title, group: 'This question', keys: 'h', run, disabledReason: act.disabledReason },
  ])
  return (
    <Button shortcut="H" aria-pressed={raised} disabledReason={act.disabledReason} onClick={run}>
      {title}
    </Button>
  )
}
