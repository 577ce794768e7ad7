import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { useAct } from '../room/act.tsx'
import { useKept } from '../room/kept.ts'
import type { Talking } from './blockers.ts'

/** R15: what the customer gets, and why, in one paragraph; written by those whose act it is, read by all. */
export function Experience({ ending }: { ending: Talking['ending'] }) {
  const set = useAct('setExperience')
  const [editing, setEditing] = useState(false)
  const may = set.disabledReason === undefined
  if (may && (ending === null || editing)) return <Writing ending={ending} onDone={() => setEditing(false)} />
  if (ending === null)
    return <p className="text-ink-2">Nobody has written them down yet. {set.disabledReason}</p>
  return (
    <div>
      <Agreed ending={ending} />
      <Button
        kind="bare"
        className="mt-2 -ml-3.5"
        disabledReason={set.disabledReason}
        onClick={() => setEditing(true)}
      >
        Reword
      </Button>
    </div>
  )
}

/** The two paragraphs as they are read. */
export function Agreed({ ending }: { ending: NonNullable<Talking['ending']> }) {
  return (
    <dl className="font-text text-read">
      <dt className="font-ui text-small text-ink-3">What the customer gets</dt>
      <dd className="mb-3 whitespace-pre-wrap wrap-break-word">{ending.experience}</dd>
      <dt className="font-ui text-small text-ink-3">Why</dt>
      <dd className="whitespace-pre-wrap wrap-break-word">{ending.why}</dd>
    </dl>
  )
}

function Writing({ ending, onDone }: { ending: Talking['ending']; onDone: () => void }) {
  const set = useAct('setExperience')
  const [kept, setKept, forget] = useKept('ending', {
    experience: ending?.experience ?? '',
    why: ending?.why ?? '',
  })
  const { experience, why } = kept
  const missing = experience.trim() === '' || why.trim() === ''
  return (
    <Form
      error={set.error}
      safe="Your words are still here."
      onSubmit={() =>
        set.mutate(
          { experience, why },
          {
            onSuccess() {
              forget()
              onDone()
            },
          },
        )
      }
      actions={
        <>
          <Button
            kind="go"
            type="submit"
            busy={set.isPending}
            disabledReason={missing ? 'Write both first.' : undefined}
          >
            Put it to the room
          </Button>
          {ending && (
            <Button kind="bare" onClick={onDone}>
              Leave it as it was
            </Button>
          )}
        </>
      }
    >
      <TextArea
        label="What the customer gets"
        name="experience"
        rows={3}
        maxLength={4000}
        value={experience}
        placeholder="One sentence at five they can act on in the dark, right nine mornings in ten."
        onChange={(event) => setKept({ experience: event.currentTarget.value, why })}
      />
      <TextArea
        label="Why, in a paragraph"
        name="why"
        rows={3}
        maxLength={4000}
        value={why}
        onChange={(event) => setKept({ experience, why: event.currentTarget.value })}
        {...(ending
          ? { help: 'Whoever said that they understand is asked again: the words have changed.' }
          : {})}
      />
    </Form>
  )
}
