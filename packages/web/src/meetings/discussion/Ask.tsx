import type { PersonId } from '@foreword/core/ids'
import type { Selection } from '@foreword/core/reviews/anchor'
import type { Matter } from '@foreword/core/reviews/question'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../api.ts'
import { newKey } from '../../key.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Select, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { whyNotNow } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { useKept } from '../room/kept.ts'
import { repeated } from '../room/repeated.ts'
import { LineField } from './LineField.tsx'
import { lineOf } from './line.ts'

/** A question that came up while talking; the note-taker also enters those of paper readers, by line (R19). */
export function Ask() {
  const { room, me } = useRoomNow()
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button
        kind="bare"
        className="-ml-3.5 self-start"
        disabledReason={whyNotNow(room, 'addQuestion')}
        onClick={() => setOpen(true)}
      >
        Ask something new
      </Button>
    )
  return <AskForm me={me} onClose={() => setOpen(false)} />
}

function AskForm({ me, onClose }: { me: PersonId; onClose: () => void }) {
  const { room, edition, name } = useRoomNow()
  const [text, setText, forget] = useKept('asking', '')
  const [key, setKey] = useState(newKey)
  const [line, setLine] = useState('')
  const about = lineOf(edition, line)
  const scribes = whyNotNow(room, 'openQuestion') === undefined
  const ask = useMutation({
    mutationFn: ({ by, on, matter }: { by: PersonId; on: Selection | null; matter: Matter }) =>
      repeated(() =>
        client.reviews.postQuestion({
          meetingId: room.meetingId,
          key,
          text,
          matter,
          on,
          ...(by === me ? {} : { by }),
        }),
      ),
    onSuccess(_, { by }) {
      setKey(newKey())
      forget()
      setLine('')
      // a reader on paper has written down more than one
      if (by === me) onClose()
    },
  })
  return (
    <Form
      className="rounded border border-rule bg-panel p-4"
      error={ask.error}
      safe="Your question is still here."
      onSubmit={(field) =>
        ask.mutate({
          by: room.attendees.find(({ personId }) => personId === field('by'))?.personId ?? me,
          on: about ? { blockId: about.blockId, from: about.from, to: about.to, quote: about.quote } : null,
          matter: field('form') === '' ? 'substance' : 'form',
        })
      }
      actions={
        <>
          <Button
            kind="go"
            type="submit"
            busy={ask.isPending}
            disabledReason={
              text.trim() === ''
                ? 'Write a few words first.'
                : about === null
                  ? 'The edition has no such line.'
                  : undefined
            }
          >
            Ask it
          </Button>
          <Button kind="bare" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <TextArea
        label="Your question"
        autoFocus
        maxLength={2000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        help="The room sees it at once. Select words on the page to ask about them."
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <LineField
          label="About line"
          name="line"
          placeholder="the whole document"
          value={line}
          onChange={setLine}
        />
        {scribes && (
          <Select label="Asked by" name="by" defaultValue={me} help="For a reader on paper, in their name.">
            {room.attendees.map(({ personId }) => (
              <option key={personId} value={personId}>
                {name(personId)}
              </option>
            ))}
          </Select>
        )}
      </div>
      <Checkbox name="form" label="Only about form: spelling, layout" />
    </Form>
  )
}
