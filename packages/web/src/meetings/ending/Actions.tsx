import { spokenDay } from '@foreword/core/calendar'
import type { ActionId } from '@foreword/core/ids'
import { type Action, whatItNeeds } from '@foreword/core/meetings/action'
import { useState } from 'react'
import { newKey } from '../../key.ts'
import { notifyUndo } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { tellRefusal, useAct, whyNotNow } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'

/** D5: what is to be done, by whom and by when; what has neither is shown as what it is. */
export function Actions({ actions }: { actions: readonly Action[] }) {
  const { room } = useRoomNow()
  const [editing, setEditing] = useState<string | null>(null)
  const maySet = whyNotNow(room, 'setAction') === undefined
  const stop = () => setEditing(null)
  return (
    <div>
      {actions.length === 0 && editing === null && (
        <p className="mb-3 text-ink-2">
          {maySet
            ? 'Nothing yet. An action has one owner and a day; without them it is a good intention.'
            : 'Nobody is to do anything.'}
        </p>
      )}
      {actions.length > 0 && (
        <ul className="mb-4 border-b border-rule" aria-label="Actions">
          {actions.map((action) => (
            <li key={action.id} className="border-t border-rule py-2.5">
              {editing === action.id ? (
                <ActionForm action={action} onDone={stop} />
              ) : (
                <Line action={action} onEdit={maySet ? () => setEditing(action.id) : undefined} />
              )}
            </li>
          ))}
        </ul>
      )}
      {maySet && editing === 'new' && <ActionForm key={actions.length} onDone={stop} />}
      {maySet && editing !== 'new' && (
        <Button onClick={() => setEditing('new')}>
          {actions.length === 0 ? 'Add an action' : 'Add another'}
        </Button>
      )}
    </div>
  )
}

function Line({ action, onEdit }: { action: Action; onEdit: (() => void) | undefined }) {
  const { room, me, name } = useRoomNow()
  const finish = useAct('finishAction')
  const { id, text, owner, due, doneAt } = action
  const needs = whatItNeeds(action)
  const isDone = doneAt !== null
  const mayFinish = room.phase.name === 'closed' && (owner === me || onEdit !== undefined)
  const say = (done: boolean) =>
    finish.mutate(
      { actionId: id, done },
      {
        onError: tellRefusal,
        onSuccess: () => {
          if (done) notifyUndo('It is done.', () => finish.mutate({ actionId: id, done: false }))
        },
      },
    )
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-60">
        <p className={`font-text text-read wrap-break-word ${isDone ? 'text-ink-3 line-through' : ''}`}>
          {text}
        </p>
        <p className="text-small text-ink-2">
          {[owner && name(owner), due && `by ${spokenDay(due)}`, isDone && 'done'].filter(Boolean).join(', ')}
          {needs && !isDone && (
            <span className="text-amber">
              {owner || due ? ' · ' : ''}
              {needs}
            </span>
          )}
        </p>
      </div>
      <span className="flex gap-1.5">
        {mayFinish && (
          <Button
            busy={finish.isPending}
            onClick={() => say(!isDone)}
            aria-label={`${isDone ? 'Not done' : 'Done'}: ${text}`}
          >
            {isDone ? 'Not done' : 'Done'}
          </Button>
        )}
        {onEdit && (
          <Button kind="bare" onClick={onEdit} aria-label={`Edit: ${text}`}>
            Edit
          </Button>
        )}
      </span>
    </div>
  )
}

/** With several to write down, the next one is begun as soon as one is kept. */
function ActionForm({ action, onDone }: { action?: Action; onDone: () => void }) {
  const { room, name } = useRoomNow()
  const [id] = useState(() => action?.id ?? (newKey() as ActionId)) // an id that this browser makes
  const set = useAct('setAction')
  const drop = useAct('dropAction')
  const people = room.attendees.filter(({ roles }) => !roles.includes('guest'))
  // by its promise: the news that it is gone may take this form away before the answer comes
  const takeBack = ({ text, owner, due }: Action) =>
    drop.mutateAsync({ actionId: id }).then(() => {
      onDone()
      notifyUndo('The action is taken back.', () => set.mutate({ actionId: id, text, owner, due }))
    }, tellRefusal)
  return (
    <Form
      error={set.error}
      onSubmit={(text) => {
        const owner = people.find(({ personId }) => personId === text('owner'))?.personId ?? null
        set.mutate(
          { actionId: id, text: text('text'), owner, due: text('due') || null },
          { onSuccess: () => action && onDone() },
        )
      }}
      actions={
        <>
          <Button type="submit" kind="go" busy={set.isPending} disabledReason={set.disabledReason}>
            Keep
          </Button>
          <Button kind="bare" onClick={onDone}>
            {action ? 'Cancel' : 'That is all'}
          </Button>
          {action && (
            <Button kind="bare" busy={drop.isPending} onClick={() => void takeBack(action)}>
              Take it back
            </Button>
          )}
        </>
      }
    >
      <Field label="What is to be done" name="text" defaultValue={action?.text} autoFocus maxLength={500} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label="Owner" name="owner" defaultValue={action?.owner ?? ''}>
          <option value="">Nobody yet</option>
          {people.map(({ personId }) => (
            <option key={personId} value={personId}>
              {name(personId)}
            </option>
          ))}
        </Select>
        <Field label="By" name="due" type="date" defaultValue={action?.due ?? ''} />
      </div>
    </Form>
  )
}
