import type { PersonId } from '@foreword/core/ids'
import { givesWindows } from '@foreword/core/meetings/window'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../api.ts'
import { dayFromNow } from '../../days.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { Section } from '../../ui/Page.tsx'
import { useRoomNow } from '../room/context.ts'
import type { PhaseOf } from '../room/phaseOf.ts'
import { minutesWords, whenWords } from '../words.ts'

/** R14: those who were invited and not there, for whoever may give them a time of their own. */
export function Absent({ phase }: { phase: PhaseOf<'closed'> }) {
  const { room, name } = useRoomNow()
  const [giving, setGiving] = useState<PersonId | null>(null)
  const absent = room.attendees.filter(({ came, roles }) => !came && !roles.includes('guest'))
  if (!givesWindows(room.facilitator, room.me) || absent.length === 0) return null
  return (
    <Section title="Who was not there">
      <ul className="border-b border-rule">
        {absent.map(({ personId }) => {
          const has = phase.windows.find((window) => window.personId === personId)
          return (
            <li
              key={personId}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-rule py-2.5"
            >
              <span>
                {name(personId)}
                {has && (
                  <span className="text-small text-ink-2">
                    {' '}
                    · has {minutesWords(has.minutes)} to read, to begin before{' '}
                    {whenWords(new Date(has.until), new Date())}
                  </span>
                )}
              </span>
              <Button
                aria-label={`${has ? 'Change it' : 'Give time to read'}: ${name(personId)}`}
                onClick={() => setGiving(personId)}
              >
                {has ? 'Change it' : 'Give time to read'}
              </Button>
            </li>
          )
        })}
      </ul>
      {giving && <GiveDialog to={giving} onClose={() => setGiving(null)} />}
    </Section>
  )
}

function GiveDialog({ to, onClose }: { to: PersonId; onClose: () => void }) {
  const { room, name } = useRoomNow()
  const { meetingId } = room
  const give = useMutation({
    mutationFn: (given: { minutes: number; until: string }) =>
      client.meetings.giveWindow({ meetingId, personId: to, ...given }),
    onSuccess: onClose,
  })
  return (
    <Dialog
      title={`Give ${name(to)} time to read?`}
      lead="They are written to, and read the same edition by themselves against a clock of their own. What the room asked and decided opens to them after it; what they ask opens the next meeting."
      open
      onClose={onClose}
    >
      <Form
        error={give.error}
        safe="Nothing was given."
        onSubmit={(text) =>
          give.mutate({
            minutes: Number.parseInt(text('minutes'), 10),
            until: new Date(`${text('until')}T23:59:59`).toISOString(),
          })
        }
        actions={
          <>
            <Button kind="go" type="submit" busy={give.isPending}>
              Give it
            </Button>
            <Button kind="bare" onClick={onClose}>
              Cancel
            </Button>
          </>
        }
      >
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Minutes to read"
            name="minutes"
            type="number"
            min={1}
            max={180}
            required
            defaultValue={String(room.readingMinutes)}
          />
          <Field
            label="To begin by"
            name="until"
            type="date"
            required
            min={dayFromNow(0)}
            defaultValue={dayFromNow(7)}
          />
        </div>
      </Form>
    </Dialog>
  )
}
