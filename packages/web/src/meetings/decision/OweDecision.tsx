import { spokenDay } from '@foreword/core/calendar'
import { dayFromNow } from '../../days.ts'
import { Button } from '../../ui/Button.tsx'
import { Field, Select } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Section } from '../../ui/Page.tsx'
import { useAct } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import type { PhaseOf } from '../room/phaseOf.ts'

/** R2: the meeting may close with a decision owed, by somebody and by a day. */
export function OweDecision({ owed }: { owed: PhaseOf<'decision'>['decision'] }) {
  const { room, name } = useRoomNow()
  const owe = useAct('oweDecision')
  const deciders = room.attendees.filter(({ roles }) => roles.includes('decider'))
  // whose act it is not is told what was left open, and is given no form to fill in vain
  if (owe.disabledReason !== undefined)
    return owed?.name === 'owed' ? (
      <Section title="Later">
        <p className="font-text text-read">
          {name(owed.decider)} owes it by {spokenDay(owed.due)}. It may still be taken now.
        </p>
      </Section>
    ) : null
  return (
    <Section title="Or later">
      {owed?.name === 'owed' && (
        <p className="mb-3 font-text text-read">
          {name(owed.decider)} owes it by {spokenDay(owed.due)}. It may still be taken now.
        </p>
      )}
      <Form
        error={owe.error}
        onSubmit={(text) => {
          const decider = deciders.find(({ personId }) => personId === text('decider'))
          if (decider) owe.mutate({ decider: decider.personId, due: text('due') })
        }}
        actions={
          <Button type="submit" busy={owe.isPending} disabledReason={owe.disabledReason}>
            Leave with the decision owed
          </Button>
        }
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Select label="Who owes it" name="decider">
            {deciders.map(({ personId }) => (
              <option key={personId} value={personId}>
                {name(personId)}
              </option>
            ))}
          </Select>
          <Field label="By" name="due" type="date" min={dayFromNow(0)} defaultValue={dayFromNow(7)} />
        </div>
      </Form>
    </Section>
  )
}
