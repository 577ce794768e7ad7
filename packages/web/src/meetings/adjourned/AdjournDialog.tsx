import { useState } from 'react'
import { dayFromNow } from '../../days.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useAct } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { clockTime, daysAway } from '../words.ts'

/** R2: stops the room's clock, with or without a day to go on; the same form changes the day afterwards. */
export function AdjournDialog({ onClose }: { onClose: () => void }) {
  const { room } = useRoomNow()
  const adjourn = useAct('adjourn')
  const [problem, setProblem] = useState<string>()
  const { phase } = room
  const isAdjourned = phase.name === 'adjourned' && !phase.paused
  const set = phase.name === 'adjourned' ? phase.resumesAt : null
  const due = set === null ? null : new Date(set)
  const sealed = (phase.name === 'adjourned' ? phase.from : phase.name) === 'reading'
  return (
    <Dialog
      title={isAdjourned ? 'When does it go on?' : 'Adjourn the meeting?'}
      lead={
        isAdjourned
          ? 'The room stays as it is until it is resumed. Without a day it waits for you.'
          : `The clock stops for everybody, and what is left of the time is kept.${sealed ? ' What was asked stays sealed.' : ''} It is resumed on the same edition.`
      }
      open
      onClose={onClose}
    >
      <Form
        error={adjourn.error}
        safe="The room is as it was."
        onSubmit={(text) => {
          const day = text('day')
          const at = day === '' ? null : new Date(`${day}T${text('time')}`)
          if (at && Number.isNaN(at.getTime()))
            return setProblem('Say the time as well, or leave the day empty.')
          setProblem(undefined)
          adjourn.mutate({ resumesAt: at?.toISOString() ?? null }, { onSuccess: onClose })
        }}
        actions={
          <>
            <Button kind="go" type="submit" busy={adjourn.isPending} disabledReason={adjourn.disabledReason}>
              {isAdjourned ? 'Set the day' : 'Adjourn'}
            </Button>
            <Button kind="bare" onClick={onClose}>
              {isAdjourned ? 'Leave it' : 'Go on'}
            </Button>
          </>
        }
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Goes on, day"
            type="date"
            name="day"
            defaultValue={due ? dayFromNow(daysAway(due, new Date())) : undefined}
            min={dayFromNow(0)}
            help="May stay empty: you set it later, or just resume."
          />
          <Field
            label="Time"
            type="time"
            name="time"
            defaultValue={clockTime(due ?? new Date(room.startsAt))}
          />
        </div>
        {problem !== undefined && (
          <p role="alert" className="text-small text-red">
            {problem}
          </p>
        )}
      </Form>
    </Dialog>
  )
}
