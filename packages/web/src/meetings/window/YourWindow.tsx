import { useMutation } from '@tanstack/react-query'
import { client } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { tellRefusal } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { minutesWords, whenWords } from '../words.ts'

/** R14: that one has a time of one's own, before anything of what the room left. */
export function YourWindow({ minutes, until }: { minutes: number; until: string }) {
  const { room } = useRoomNow()
  const { meetingId } = room
  const start = useMutation({
    mutationFn: () => client.meetings.startWindow({ meetingId }),
    onError: tellRefusal,
  })
  return (
    <section aria-label="Your time to read" className="mb-10 border-l-2 border-accent pl-4">
      <p className="font-text text-read">
        You were not there. You have {minutesWords(minutes)} of your own to read edition {room.edition.number}
        , to begin before {whenWords(new Date(until), new Date())}. The clock starts when you do.
      </p>
      <p className="mt-1 text-small text-ink-2">
        Read it before what stands below: what the room asked and decided is shown again when you have read.
      </p>
      <p className="mt-3">
        <Button kind="go" busy={start.isPending} onClick={() => start.mutate()}>
          Start reading
        </Button>
      </p>
    </section>
  )
}
