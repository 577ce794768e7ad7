import { useMutation } from '@tanstack/react-query'
import { client } from '../../api.ts'
import { Button } from '../../ui/Button.tsx'
import { tellRefusal } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { minutesWords, whenWords } from '../words.ts'

interface Props {
  minutes: number
  until: string
  /** They would rather see what the room left; the time stays theirs. */
  onSkip: () => void
}

/** R14: that one has a time of one's own, before anything of what the room left. */
export function YourWindow({ minutes, until, onSkip }: Props) {
  const { room } = useRoomNow()
  const { meetingId } = room
  const start = useMutation({
    mutationFn: () => client.meetings.startWindow({ meetingId }),
    onError: tellRefusal,
  })
  return (
    <section aria-label="Your time to read">
      <h1 className="font-text text-display font-semibold">You were not there.</h1>
      <p className="mt-2 font-text text-read">
        You have {minutesWords(minutes)} of your own to read edition {room.edition.number}, to begin before{' '}
        {whenWords(new Date(until), new Date())}. The clock starts when you do.
      </p>
      <p className="mt-1 text-small text-ink-2">What the room asked and decided comes after it.</p>
      <p className="mt-5 flex flex-wrap gap-2">
        <Button kind="go" busy={start.isPending} onClick={() => start.mutate()}>
          Start reading
        </Button>
        <Button kind="bare" onClick={onSkip}>
          Show what the room left
        </Button>
      </p>
    </section>
  )
}
