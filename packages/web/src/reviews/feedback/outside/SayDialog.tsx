import { useMutation } from '@tanstack/react-query'
import { notify } from '../../../shell/notices.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { CommentComposer, type Said } from '../../CommentComposer.tsx'
import { refreshComments } from '../../useDraftComments.ts'

interface Props {
  initiativeId: string
  say: (said: Said) => Promise<unknown>
  onClose: () => void
}

/** What a reader thinks of all of it. */
export function SayDialog({ initiativeId, say, onClose }: Props) {
  const saying = useMutation({
    mutationFn: say,
    onSuccess() {
      notify('Your comment is with its authors.')
      onClose()
      return refreshComments()
    },
  })
  return (
    <Dialog title="What you think of it" open onClose={onClose}>
      <CommentComposer
        initiativeId={initiativeId}
        quote={null}
        error={saying.error}
        busy={saying.isPending}
        onCancel={onClose}
        onSay={(said) => saying.mutate(said)}
      />
    </Dialog>
  )
}
