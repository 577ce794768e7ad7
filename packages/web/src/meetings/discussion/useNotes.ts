import type { QuestionId } from '@foreword/core/ids'
import type { RoomQuestion } from '@foreword/core/meetings/room'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { client } from '../../api.ts'
import { newKey } from '../../key.ts'
import { useRoomNow } from '../room/context.ts'
import { keep, readKept, useKeptKey } from '../room/kept.ts'
import { NoteWriter } from './noteWriter.ts'

/** One for each room that was opened: a save goes on whatever is shown. */
const writers = new Map<string, NoteWriter>()

/** What is typed on each question and is not known to the room yet. */
export function useNotes(questions: readonly RoomQuestion[]) {
  const { room } = useRoomNow()
  const { meetingId } = room
  const key = useKeptKey('notes')
  const [writer] = useState(() => {
    const known = writers.get(key)
    if (known) return known
    const made = new NoteWriter({
      async send(id, { text, over }) {
        const questionId = id as QuestionId // written by `write` below, with the room's own
        const message = await client.meetings.writeNote({ meetingId, key: newKey(), questionId, text, over })
        const { phase } = message.room
        const noted = 'questions' in phase && phase.questions.find((each) => each.id === id)
        return noted ? (noted.note?.version ?? 0) : over + 1
      },
      kept: {
        read: () => readKept(key) ?? {},
        write: (all) => keep(key, Object.keys(all).length > 0 ? all : undefined),
      },
    })
    writers.set(key, made)
    return made
  })
  const drafts = useSyncExternalStore(writer.subscribe, writer.drafts)
  useEffect(() => {
    for (const { id, note } of questions) if (note) writer.heard(id, note.version)
  }, [writer, questions])
  return { writer, drafts }
}
export type NoteWork = ReturnType<typeof useNotes>
