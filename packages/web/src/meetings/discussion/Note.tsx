import type { RoomQuestion } from '@foreword/core/meetings/room'
import { useRef } from 'react'
import { useCommands } from '../../shell/commands.ts'
import { Button } from '../../ui/Button.tsx'
import { TextArea } from '../../ui/Field.tsx'
import { whyNotNow } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import type { Draft } from './noteWriter.ts'
import type { NoteWork } from './useNotes.ts'

interface Props {
  question: RoomQuestion
  work: NoteWork
}

/** R12: what is said on a question, as it is written down; whoever does not write reads it as it comes. */
export function Note({ question, work }: Props) {
  const { room } = useRoomNow()
  if (whyNotNow(room, 'writeNote') !== undefined) return <Said note={question.note} />
  return <Writing question={question} work={work} />
}

export function Said({ note }: { note: RoomQuestion['note'] }) {
  if (!note || note.text.trim() === '') return null
  return (
    <section aria-label="What is said" className="border-l-2 border-rule-2 pl-3">
      <p className="font-text leading-normal wrap-break-word whitespace-pre-wrap">{note.text}</p>
    </section>
  )
}

function Writing({ question, work: { writer, drafts } }: Props) {
  const { me, name } = useRoomNow()
  const area = useRef<HTMLFieldSetElement>(null)
  const { id, note } = question
  const draft = drafts.get(id)
  const version = note?.version ?? 0
  useCommands([
    {
      id: 'question.note',
      title: 'Write down what is said',
      group: 'This question',
      keys: 'e',
      run: () => area.current?.querySelector('textarea')?.focus(),
    },
  ])
  const theirs = note?.text ?? ''
  return (
    // Escape goes back to the keys of the room
    <fieldset
      ref={area}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        if (event.target instanceof HTMLElement) event.target.blur()
      }}
    >
      <TextArea
        label="What is said"
        rows={2}
        maxLength={6000}
        value={draft?.text ?? theirs}
        placeholder="Who said what, in a few words"
        onChange={(event) => writer.write(id, event.currentTarget.value, version)}
      />
      <p role="status" className={`mt-1 text-small ${isTroubled(draft) ? 'text-amber' : 'text-ink-3'}`}>
        {draft
          ? wordsFor(draft, note && note.by !== me ? name(note.by) : 'You, in another window')
          : byLine()}
      </p>
      {draft?.at === 'changed' && (
        <div className="mt-2 flex flex-col gap-2">
          <p className="border-l-2 border-amber pl-3 font-text wrap-break-word whitespace-pre-wrap">
            {theirs}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button kind="go" onClick={() => writer.settle(id, `${theirs}\n${draft.text}`, version)}>
              Keep both
            </Button>
            <Button onClick={() => writer.settle(id, draft.text, version)}>Keep what I wrote</Button>
            <Button onClick={() => writer.discard(id)}>Keep theirs</Button>
          </div>
        </div>
      )}
    </fieldset>
  )

  function byLine() {
    if (!note) return 'The room reads it as you write.'
    return note.by === me ? 'Saved' : `Saved · ${name(note.by)} wrote last`
  }
}

const isTroubled = (draft: Draft | undefined) =>
  draft?.at === 'away' || draft?.at === 'changed' || draft?.at === 'refused'

/** *Saved* means that it is on the server's disk, as everywhere. */
function wordsFor(draft: Draft, other: string): string {
  switch (draft.at) {
    case 'saved':
      return 'Saved'
    case 'waiting':
    case 'sending':
      return 'Not saved yet'
    case 'away':
      return 'Not saved: the server does not answer. It is kept here, and sent when it does.'
    case 'changed':
      return `Not saved: ${other} wrote on it meanwhile.`
    case 'refused':
      return `Not saved. ${draft.why}`
  }
}
