import { followRoom } from '@foreword/core/meetings/follow'
import type { RoomMessage } from '@foreword/core/meetings/room'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { client, live } from '../../api.ts'
import { newKey } from '../../key.ts'
import { useLive } from '../../useLive.ts'
import { meetingIdOf } from '../ids.ts'
import { hearServerTime } from './clock.ts'
import { repeated } from './repeated.ts'

/**
 * The room as this viewer may see it, whole after every change. Whoever is invited and opens it is in it: there is
 * nothing to press, after a reload or a cut line either.
 */
export function useRoom(meetingId: string) {
  const [message, setMessage] = useState<RoomMessage>()
  const [joinError, setJoinError] = useState<unknown>()
  const joining = useRef(false)
  const follow = useRef(followRoom())
  const id = meetingIdOf(meetingId)
  const state = useLive(
    `room ${meetingId}`,
    (options) => {
      // each stream is put together for itself
      follow.current = followRoom()
      return live.meetings.watch({ meetingId: id }, options)
    },
    (news) => {
      const next = follow.current(news)
      setMessage(next)
      hearServerTime(next.serverTime)
    },
  )

  const room = message?.room
  const outside = room?.me != null && !(room.me.joined && room.me.here) && room.notNow.join === undefined
  const join = useEffectEvent(async () => {
    if (joining.current) return
    joining.current = true
    const key = newKey()
    try {
      await repeated(() => client.meetings.join({ meetingId: id, key }))
      setJoinError(undefined)
    } catch (error) {
      setJoinError(error)
    } finally {
      joining.current = false
    }
  })
  useEffect(() => {
    if (outside && state.name === 'live') void join()
  }, [outside, state.name])

  return { message, state, joinError }
}
