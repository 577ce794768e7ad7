import type { PersonId } from '@foreword/core/ids'
import type { Matter } from '@foreword/core/reviews/question'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../api.ts'
import { newKey } from '../../key.ts'
import { passageOf } from '../../narratives/edition/passage.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Choice.tsx'
import { Field, Select, TextArea } from '../../ui/Field.tsx'
import { Form } from '../../ui/Form.tsx'
import { whyNotNow } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { useKept } from '../room/kept.ts'
import { repeated } from '../room/repeated.ts'
import { blockTextOf } from './blockText.ts'

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
  const words = edition && line !== '' ? lineWords(edition, Number.parseInt(line, 10)) : undefined
  const scribes = whyNotNow(room, 'openQuestion') === undefined
  const ask = useMutation({
    mutationFn: ({ by, line, matter }: { by: PersonId; line: number; matter: Matter }) =>
      repeated(() =>
        client.reviews.postQuestion({
          meetingId: room.meetingId,
          key,
          text,
          matter,
          on: edition && line > 0 ? wholeLine(edition, line) : null,
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
          line: Number.parseInt(line, 10) || 0,
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
                : words === null
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
        <Field
          label="About line"
          name="line"
          type="number"
          min={1}
          max={edition?.extent.lines}
          placeholder="the whole document"
          value={line}
          onChange={(event) => setLine(event.currentTarget.value)}
          help={words === null ? 'The edition has no such line.' : words && `“${words}”`}
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

/** What stands on a line, so that a number read off paper is seen to be the right one; null when there is no such line. */
function lineWords(
  edition: NonNullable<ReturnType<typeof useRoomNow>['edition']>,
  line: number,
): string | null {
  const first = edition.lines.find((each) => each.line === line)
  const text = first && blockTextOf(edition, first.block)
  return text === undefined ? null : text.slice(first?.from, first?.to).trim()
}

/** The words of a whole line, by its number; null when there is no such line. */
function wholeLine(edition: NonNullable<ReturnType<typeof useRoomNow>['edition']>, line: number) {
  const first = edition.lines.find((each) => each.line === line)
  const text = first && blockTextOf(edition, first.block)
  if (!first || text === undefined) return null
  const passage = passageOf({ id: first.block, text }, first, edition.lines)
  return passage && { blockId: passage.blockId, from: passage.from, to: passage.to, quote: passage.quote }
}
