/*
 * What a reader has said and the server has not yet: kept on this computer and sent until it arrives. A question has
 * a key, so a repeat is one question; a note has none, so before a repeat we look whether it is there already.
 */
import type { Matter } from '@foreword/core/reviews/question'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { client, queryClient } from '../../api.ts'
import { refusalOf } from '../../refusal.ts'
import { useRoomNow } from '../room/context.ts'
import { keep, readKept, useKeptKey } from '../room/kept.ts'
import { newKey } from '../room/key.ts'
import { repeated } from '../room/repeated.ts'
import { notesQuery } from './notes.ts'

export type OwnKind = 'note' | 'question'

/** A passage as it was selected, with where it stands; null for the whole document. */
export type Place = {
  blockId: string
  from: number
  to: number
  quote: string
  page: number
  line: number
  lastLine: number
} | null

export interface Said {
  kind: OwnKind
  text: string
  matter: Matter
  on: Place
}

export interface Unsent extends Said {
  key: string
  /** Why the server would not take it. */
  refused?: string
  /** Taken, and waited for until it comes back with the others. */
  sentId?: string
}

const placed = (on: Place) => on && { blockId: on.blockId, from: on.from, to: on.to, quote: on.quote }

export function useOutbox() {
  const { room } = useRoomNow()
  const { meetingId } = room
  const editionId = room.edition.id
  const storage = useKeptKey('unsent')
  const [unsent, setUnsent] = useState<readonly Unsent[]>(() => readKept<Unsent[]>(storage) ?? [])
  const latest = useRef(unsent)

  const change = (next: readonly Unsent[]) => {
    latest.current = next
    setUnsent(next)
    const open = next.filter(({ sentId }) => sentId === undefined)
    keep(storage, open.length > 0 ? open : undefined)
  }
  const amend = (key: string, more: Partial<Unsent>) =>
    change(latest.current.map((item) => (item.key === key ? { ...item, ...more } : item)))

  async function postNote({ text, on }: Unsent): Promise<string> {
    let again = false
    return repeated(async () => {
      if (again) {
        const there = await client.reviews.listOwnNotes({ editionId })
        const same = there.find(
          (note) => note.text === text && (note.anchor?.blockId ?? null) === (on?.blockId ?? null),
        )
        if (same) return same.id
      }
      again = true
      return (await client.reviews.postNote({ editionId, text, on: placed(on) })).id
    })
  }

  async function send(item: Unsent) {
    const { key, kind, text, matter, on } = item
    try {
      const sentId =
        kind === 'note'
          ? await postNote(item)
          : (
              await repeated(() =>
                client.reviews.postQuestion({ meetingId, key, text, matter, on: placed(on) }),
              )
            ).id
      amend(key, { sentId })
      if (kind === 'note') await queryClient.invalidateQueries({ queryKey: notesQuery(editionId).queryKey })
    } catch (error) {
      const refusal = refusalOf(error)
      amend(key, {
        refused:
          refusal.kind === 'refused' ? refusal.message : 'It did not arrive. It is kept here; send it again.',
      })
    }
  }

  const resend = useEffectEvent(() => {
    for (const item of latest.current) if (item.refused === undefined) void send(item)
  })
  useEffect(() => resend(), [])

  return {
    unsent,
    say(said: Said) {
      const item: Unsent = { ...said, key: newKey() }
      change([...latest.current, item])
      void send(item)
    },
    again(key: string) {
      const item = latest.current.find((one) => one.key === key)
      if (!item) return
      const { refused: _, ...rest } = item
      change(latest.current.map((one) => (one.key === key ? rest : one)))
      void send(rest)
    },
    discard: (key: string) => change(latest.current.filter((item) => item.key !== key)),
  }
}
