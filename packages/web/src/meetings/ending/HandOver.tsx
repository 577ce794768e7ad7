import { actLabels } from '@foreword/core/meetings/labels'
import { dayFromNow } from '../../days.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useAct } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'

/** R11: what was not reached goes to an author, to be answered in writing by a day; one act for all of it. */
export function HandOver({ open }: { open: number }) {
  const { room, name } = useRoomNow()
  const hand = useAct('handOver')
  const authors = room.attendees.filter(({ roles }) => roles.includes('author'))
  return (
    <Form
      error={hand.error}
      onSubmit={(text) => {
        const author = authors.find(({ personId }) => personId === text('to'))
        if (author) hand.mutate({ to: author.personId, due: text('due') })
      }}
      actions={
        <Button type="submit" busy={hand.isPending} disabledReason={hand.disabledReason}>
          {open === 1 ? 'Hand it to the author' : actLabels.handOver}
        </Button>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Select label="Who answers in writing" name="to" defaultValue={authors[0]?.personId}>
          {authors.map(({ personId }) => (
            <option key={personId} value={personId}>
              {name(personId)}
            </option>
          ))}
        </Select>
        <Field label="By" name="due" type="date" min={dayFromNow(0)} defaultValue={dayFromNow(7)} />
      </div>
    </Form>
  )
}
