/*
 * What a reader has said and the server has not yet: kept on this computer and sent until it arrives, however long the
 * line is cut. Each has a key of its own, so that it is there once however often it was sent.
 */
import type { Matter } from '@foreword/core/reviews/question'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { client, queryClient } from '../../api.ts'
import { newKey } from '../../key.ts'
import { refusalOf } from '../../refusal.ts'
import { useRoomNow } from '../room/context.ts'
import { keep, readKept, useKeptKey } from '../room/kept.ts'
import { isUnderSeal } from '../room/phaseOf.ts'
import { untilSent } from '../room/repeated.ts'
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
  /** A question written while questions are sealed is not asked in the open without its asker knowing. */
  underSeal: boolean
  /** Why the server would not take it. */
  refused?: string
  /** It would be open now. */
  tooLate?: boolean
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
  const gone = useRef(false)

  const change = (next: readonly Unsent[]) => {
    latest.current = next
    setUnsent(next)
    const open = next.filter(({ sentId }) => sentId === undefined)
    keep(storage, open.length > 0 ? open : undefined)
  }
  const amend = (key: string, more: Partial<Unsent>) =>
    change(latest.current.map((item) => (item.key === key ? { ...item, ...more } : item)))

  async function send(item: Unsent) {
    const { key, kind, text, matter, on, underSeal } = item
    try {
      const { id: sentId } = await untilSent(async () => {
        // whoever draws the room next goes on with it, under the same key
        if (gone.current) throw new Error('the room is no longer drawn')
        return kind === 'note'
          ? await client.reviews.postNote({ editionId, text, on: placed(on), key })
          : await client.reviews.postQuestion({ meetingId, key, text, matter, on: placed(on), underSeal })
      })
      if (gone.current) return
      amend(key, { sentId })
      if (kind === 'note') await queryClient.invalidateQueries({ queryKey: notesQuery(editionId).queryKey })
    } catch (error) {
      if (gone.current) return
      const refusal = refusalOf(error)
      amend(key, {
        tooLate: refusal.kind === 'refused' && refusal.code === 'questions-are-open',
        refused:
          refusal.kind === 'refused' ? refusal.message : 'It did not arrive. It is kept here; send it again.',
      })
    }
  }

  function again(key: string, inTheOpen = false) {
    const item = latest.current.find((one) => one.key === key)
    if (!item) return
    const { refused: _, ...same } = item
    const rest = inTheOpen ? { ...same, underSeal: false } : same
    change(latest.current.map((one) => (one.key === key ? rest : one)))
    void send(rest)
  }

  // what was refused while the room stood still may be taken now
  const resend = useEffectEvent(() => {
    for (const item of latest.current) again(item.key)
  })
  useEffect(() => {
    gone.current = false
    resend()
    return () => {
      gone.current = true
    }
  }, [])

  return {
    unsent,
    say(said: Said) {
      const item: Unsent = { ...said, key: newKey(), underSeal: isUnderSeal(room.phase) }
      change([...latest.current, item])
      void send(item)
    },
    again: (key: string) => again(key),
    askNow: (key: string) => again(key, true),
    discard: (key: string) => change(latest.current.filter((item) => item.key !== key)),
  }
}
