import { client } from '../../api.ts'
import { SaveButton } from '../../narratives/export/SaveButton.tsx'

/** LOOK: all one is to read as one PDF. */
export function PrintPack() {
  return (
    <SaveButton
      kind="bare"
      className="-my-2"
      fetchFile={() => client.transfer.exportPack()}
      making="Binding the pages…"
      failed="The pages could not be fetched. Try again in a moment."
    >
      All as one PDF
    </SaveButton>
  )
}
