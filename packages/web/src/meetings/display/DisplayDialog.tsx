import { useMutation, useQuery } from '@tanstack/react-query'
import { api, client, queryClient } from '../../api.ts'
import { paths } from '../../paths.ts'
import { absolute } from '../../people/absolute.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyField } from '../../ui/CopyField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Loading } from '../../ui/Empty.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { tellRefusal } from '../room/act.tsx'
import { useRoomNow } from '../room/context.ts'
import { codeSpoken } from './words.ts'

/** R19: the code by which a screen joins; shown to the facilitator, and ended by them or by the close. */
export function DisplayDialog({ onClose }: { onClose: () => void }) {
  const { room } = useRoomNow()
  const { meetingId } = room
  const options = api.meetings.openDisplay.queryOptions({ input: { meetingId }, gcTime: 0 })
  const open = useQuery(options)
  const another = useMutation({
    mutationFn: () => client.meetings.openDisplay({ meetingId, another: true }),
    onSuccess: (answer) => queryClient.setQueryData(options.queryKey, answer),
    onError: tellRefusal,
  })
  const end = useMutation({
    mutationFn: () => client.meetings.endDisplay({ meetingId }),
    onSuccess: onClose,
    onError: tellRefusal,
  })
  return (
    <Dialog
      title="Show it on a screen"
      lead="Clock and title while the room reads; then the question at hand with its lines. Never a note, a name or anything sealed. Nobody signs in on it."
      open
      onClose={onClose}
    >
      {open.isError && <ErrorNote error={open.error} retry={() => void open.refetch()} />}
      {open.isPending && <Loading what="Making a code" />}
      {open.data && (
        <>
          <p className="text-ink-2">On the screen, open this address and type the code:</p>
          <output aria-label="The code" className="mt-2 block font-text text-display font-semibold figures">
            {codeSpoken(open.data.code)}
          </output>
          <div className="mt-2">
            <CopyField label="The screen’s address" value={absolute(paths.joinByCode())} />
          </div>
          <div className="mt-5 flex flex-wrap gap-2">
            <Button busy={another.isPending} onClick={() => another.mutate()}>
              Another code
            </Button>
            <Button busy={end.isPending} onClick={() => end.mutate()}>
              End every screen
            </Button>
          </div>
          <p className="mt-3 text-small text-ink-3">
            Another code ends the screens of this one. It expires when the meeting is closed.
          </p>
        </>
      )}
    </Dialog>
  )
}
