import { useEffect } from 'react'
import { useRoomNow } from '../room/context.ts'
import { useIsDemonstration } from '../room/demonstration.ts'

/** R6: as long as it is `on`, the server is told now and then which page is held. The reader sees nothing of it. */
export function usePace(on: boolean) {
  const { room } = useRoomNow()
  const { meetingId } = room
  const isDemonstration = useIsDemonstration()
  const isOn = on && !isDemonstration
  useEffect(() => {
    if (!isOn) return
    let stop = () => {}
    let isOver = false
    import('../pace/beacon.ts').then(
      ({ followPace }) => {
        if (!isOver) stop = followPace(meetingId)
      },
      () => {}, // pace is worth no complaint to somebody who reads
    )
    return () => {
      isOver = true
      stop()
    }
  }, [isOn, meetingId])
}
