import type { NoteId, QuestionId } from '@foreword/core/ids'
import type { OwnQuestion } from '@foreword/core/meetings/room'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { client, queryClient } from '../../api.ts'
import { useRoomNow } from '../room/context.ts'
import { repeated } from '../room/repeated.ts'
import { notesQuery } from './notes.ts'
import { type OwnKind, type Place, type Said, useOutbox } from './outbox.ts'

/** A note or question of one's own, wherever it is on its way to the server. */
export type Own = Said & { id: string } & (
    | { at: 'server' }
    | { at: 'sending' }
    /** `tooLate`: it was written under the seal, and the questions are open now. */
    | { at: 'refused'; why: string; tooLate: boolean }
  )

/** Words changed or taken back (null) here, and what they were. */
interface Change {
  from: string
  to: string | null
}

/** Everything one has written in this room, in the order of the document, and what can be done with it. */
export function useOwn(questions: readonly OwnQuestion[]) {
  const { room } = useRoomNow()
  const editionId = room.edition.id
  const notes = useQuery(notesQuery(editionId))
  const outbox = useOutbox()
  // what was changed here is shown so until the server's word of it has come; from then on that counts alone, for
  // another tab may have changed it since
  const [changed, setChanged] = useState<ReadonlyMap<string, Change>>(new Map())
  const known = [
    ...(notes.data ?? []).map(({ id, text, anchor }) => own('note', id, text, anchor)),
    ...questions.map(({ id, text, anchor, matter }) => own('question', id, text, anchor, matter)),
  ]
  const waiting = new Map(
    [...changed].filter(
      ([id, { from, to }]) => to === null || known.find((item) => item.id === id)?.text === from,
    ),
  )
  if (waiting.size < changed.size) setChanged(waiting)
  const remember = (id: string, change: Change) => setChanged((all) => new Map(all).set(id, change))

  const there = known
    .filter(({ id }) => waiting.get(id)?.to !== null)
    .map((item) => ({ ...item, text: waiting.get(item.id)?.to ?? item.text }))
  const arrived = new Set(known.map(({ id }) => id))
  const done = outbox.unsent.filter(({ sentId }) => sentId !== undefined && arrived.has(sentId))
  const forget = useEffectEvent(() => {
    for (const { key } of done) outbox.discard(key)
  })
  // what has come back is no longer on its way, also when another tab takes it back afterwards
  useEffect(() => {
    if (done.length > 0) forget()
  }, [done.length])
  const onTheWay = outbox.unsent
    .filter(
      ({ sentId }) => sentId === undefined || !(arrived.has(sentId) || waiting.get(sentId)?.to === null),
    )
    .map(({ key, refused, tooLate = false, sentId: _, underSeal: __, ...said }): Own => {
      const base = { ...said, id: key }
      return refused === undefined
        ? { ...base, at: 'sending' }
        : { ...base, at: 'refused', why: refused, tooLate }
    })
  const items = [...there, ...onTheWay].sort((a, b) => lineOf(a) - lineOf(b))

  async function takeBack({ kind, id, text: from }: Own) {
    if (kind === 'note') await repeated(() => client.reviews.deleteNote({ noteId: id as NoteId }))
    else await repeated(() => client.reviews.withdrawQuestion({ questionId: id as QuestionId }))
    remember(id, { from, to: null })
  }

  return {
    items,
    error: notes.error,
    say: outbox.say,
    again: outbox.again,
    askNow: outbox.askNow,
    /** What came too late for the seal stays with whoever wrote it. */
    keepAsNote({ id, text, on, matter }: Own) {
      outbox.discard(id)
      outbox.say({ kind: 'note', text, on, matter })
    },
    discard: outbox.discard,
    /** The ids below are the server's: an item `at: 'server'` carries the one of its kind. */
    async reword({ kind, id, text: from }: Own, text: string) {
      if (kind === 'note') await repeated(() => client.reviews.editNote({ noteId: id as NoteId, text }))
      else await repeated(() => client.reviews.editQuestion({ questionId: id as QuestionId, text }))
      remember(id, { from, to: text })
      if (kind === 'note') void queryClient.invalidateQueries({ queryKey: notesQuery(editionId).queryKey })
    },
    takeBack,
    /** A note becomes a question in one act, in its words and its place. */
    async ask(note: Own) {
      outbox.say({ kind: 'question', text: note.text, on: note.on, matter: 'substance' })
      await takeBack(note)
    },
  }
}
export type OwnWork = ReturnType<typeof useOwn>

const lineOf = ({ on }: Said) => on?.line ?? Number.MAX_SAFE_INTEGER

function own(kind: OwnKind, id: string, text: string, on: Place, matter: Said['matter'] = 'substance'): Own {
  return { kind, id, text, on, matter, at: 'server' }
}
