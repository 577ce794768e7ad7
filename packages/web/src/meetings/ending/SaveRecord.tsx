import { useMutation } from '@tanstack/react-query'
import { client } from '../../api.ts'
import { saveFile } from '../../narratives/export/save-file.ts'
import { refusalOf } from '../../refusal.ts'
import { notifyProblem } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'
import { useRoomNow } from '../room/context.ts'

/** D2: the record as a file; that it left stands in the idea’s activity, as with every export. */
export function SaveRecord() {
  const { room } = useRoomNow()
  const { meetingId } = room
  const save = useMutation({
    networkMode: 'always',
    mutationFn: () => client.transfer.exportRecord({ meetingId, format: 'pdf' }),
    onSuccess: saveFile,
    onError(error) {
      const refusal = refusalOf(error)
      notifyProblem(
        refusal.kind === 'refused'
          ? refusal.message
          : 'The record could not be fetched. Try again in a moment.',
      )
    },
  })
  return (
    <Button busy={save.isPending} onClick={() => save.mutate()}>
      {save.isPending ? 'Setting the pages…' : 'Save the record as PDF'}
    </Button>
  )
}
