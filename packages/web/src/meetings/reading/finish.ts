import { useEffect, useEffectEvent } from 'react'
import { client } from '../../api.ts'
import { newKey } from '../../key.ts'
import { tellRefusal } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { useKept } from '../room/kept.ts'
import { untilSent } from '../room/repeated.ts'

/**
 * R6: *Finished* closes the pages at once, also with the line cut: it is kept on this computer and told to the room
 * when the line is back, once. `told` is what the room says.
 */
export function useFinish(told: boolean, isAlone: boolean) {
  const { meetingId } = useRoomNow().room
  const [key, keepKey, forget] = useKept<string | null>('finished', null)
  const send = useEffectEvent(async (kept: string) => {
    try {
      await untilSent(() =>
        // R14: in a time of one’s own it is that which ends
        isAlone
          ? client.meetings.endWindow({ meetingId })
          : client.meetings.finishReading({ meetingId, key: kept }),
      )
    } catch (error) {
      tellRefusal(error)
    }
    forget()
  })
  useEffect(() => {
    if (key) void send(key)
  }, [key])
  return { isWaiting: key !== null && !told, finish: () => keepKey(newKey()) }
}
