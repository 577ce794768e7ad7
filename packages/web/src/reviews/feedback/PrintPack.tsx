import { useMutation } from '@tanstack/react-query'
import { client } from '../../api.ts'
import { saveFile } from '../../narratives/export/save-file.ts'
import { refusalOf } from '../../refusal.ts'
import { notifyProblem } from '../../shell/notices.ts'
import { Button } from '../../ui/Button.tsx'

/** LOOK: all one is to read as one PDF; that it left stands in each idea’s activity. */
export function PrintPack() {
  const print = useMutation({
    networkMode: 'always',
    mutationFn: () => client.transfer.exportPack(),
    onSuccess: saveFile,
    onError(error) {
      const refusal = refusalOf(error)
      notifyProblem(
        refusal.kind === 'refused'
          ? refusal.message
          : 'The pages could not be fetched. Try again in a moment.',
      )
    },
  })
  return (
    <Button kind="bare" className="-my-2" busy={print.isPending} onClick={() => print.mutate()}>
      {print.isPending ? 'Binding the pages…' : 'All as one PDF'}
    </Button>
  )
}
