import { client } from '../../api.ts'
import { SaveButton } from '../../narratives/export/SaveButton.tsx'
import { useRoomNow } from '../room/context.ts'

/** D2: the record as a file. */
export function SaveRecord() {
  const { meetingId } = useRoomNow().room
  return (
    <SaveButton
      fetchFile={() => client.transfer.exportRecord({ meetingId, format: 'pdf' })}
      making="Setting the pages…"
      failed="The record could not be fetched. Try again in a moment."
    >
      Save the record as PDF
    </SaveButton>
  )
}
