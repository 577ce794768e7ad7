import type { NoteId, QuestionId } from '@foreword/core/ids'
import type { OwnQuestion } from '@foreword/core/meetings/room'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { client, queryClient } from '../../api.ts'
import { useRoomNow } from '../room/context.ts'
import { repeated } from '../room/repeated.ts'
import { notesQuery } from './notes.ts'
import { type OwnKind, type Place, type Said, useOutbox } from './outbox.ts'

/** A note or question of one's own, wherever it is on its way to the server. */
export type Own = Said & { id: string } & (
    | { at: 'server' }
    | { at: 'sending' }
    | { at: 'refused'; why: string }
  )

/** Everything one has written in this room, in the order of the document, and what can be done with it. */
export function useOwn(questions: readonly OwnQuestion[]) {
  const { room } = useRoomNow()
  const editionId = room.edition.id
  const notes = useQuery(notesQuery(editionId))
  const outbox = useOutbox()
  // a sealed question that was changed makes no news, so the change is kept in hand here
  const [changed, setChanged] = useState<ReadonlyMap<string, string | null>>(new Map())
  const remember = (id: string, text: string | null) => setChanged((known) => new Map(known).set(id, text))

  const there = [
    ...(notes.data ?? []).map(({ id, text, anchor }) => own('note', id, text, anchor)),
    ...questions.map(({ id, text, anchor, matter }) => own('question', id, text, anchor, matter)),
  ]
    .filter(({ id }) => changed.get(id) !== null)
    .map((item) => ({ ...item, text: changed.get(item.id) ?? item.text }))
  const arrived = new Set(there.map(({ id }) => id))
  const onTheWay = outbox.unsent
    .filter(({ sentId }) => sentId === undefined || !(arrived.has(sentId) || changed.get(sentId) === null))
    .map(({ key, refused, sentId: _, ...said }): Own => {
      const base = { ...said, id: key }
      return refused === undefined ? { ...base, at: 'sending' } : { ...base, at: 'refused', why: refused }
    })
  const items = [...there, ...onTheWay].sort((a, b) => lineOf(a) - lineOf(b))

  return {
    items,
    error: notes.error,
    say: outbox.say,
    again: outbox.again,
    discard: outbox.discard,
    /** The ids below are the server's: an item `at: 'server'` carries the one of its kind. */
    async reword({ kind, id }: Own, text: string) {
      if (kind === 'note') await repeated(() => client.reviews.editNote({ noteId: id as NoteId, text }))
      else await repeated(() => client.reviews.editQuestion({ questionId: id as QuestionId, text }))
      remember(id, text)
      if (kind === 'note') void queryClient.invalidateQueries({ queryKey: notesQuery(editionId).queryKey })
    },
    async takeBack({ kind, id }: Own) {
      if (kind === 'note') await repeated(() => client.reviews.deleteNote({ noteId: id as NoteId }))
      else await repeated(() => client.reviews.withdrawQuestion({ questionId: id as QuestionId }))
      remember(id, null)
    },
  }
}
export type OwnWork = ReturnType<typeof useOwn>

const lineOf = ({ on }: Said) => on?.line ?? Number.MAX_SAFE_INTEGER

function own(kind: OwnKind, id: string, text: string, on: Place, matter: Said['matter'] = 'substance'): Own {
  return { kind, id, text, on, matter, at: 'server' }
}
