import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, client, type Outputs, queryClient } from '../../api.ts'
import { isRefusal } from '../../refusal.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useDropTarget } from '../../ui/useDropTarget.ts'
import { FilePicker } from '../doors/FilePicker.tsx'
import { fileIn, fileToSend } from '../doors/fileToSend.ts'
import { useKind } from '../sheet/kind.ts'
import { say } from './saying.ts'
import { WordPreview } from './WordPreview.tsx'

interface Props {
  narrative: Outputs['narratives']['get']
  onClose: () => void
  onFreeze: () => void
}

/** N10: a Word file comes back into its draft. What it would change is shown first, and can be taken back after. */
export function WordDialog({ narrative, onClose, onFreeze }: Props) {
  const narrativeId = narrative.id
  const kind = useKind(narrative.kind)
  const [file, setFile] = useState<File | null>(null)
  const preview = useMutation({
    networkMode: 'always',
    mutationFn: async (chosen: File) => {
      const sent = await fileToSend(chosen)
      setFile(sent)
      return client.transfer.previewWord({ narrativeId, file: sent })
    },
  })
  const bring = useMutation(
    api.transfer.bringBack.mutationOptions({
      networkMode: 'always',
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: api.reviews.key() }),
    }),
  )
  const takeBack = useMutation(
    api.transfer.takeBack.mutationOptions({
      onSuccess: () => void queryClient.invalidateQueries({ queryKey: api.reviews.key() }),
    }),
  )
  const drop = useDropTarget((data) => {
    const dropped = fileIn(data)
    if (dropped) preview.mutate(dropped)
  })
  const found = preview.data
  const done = bring.data
  const busy = bring.isPending || takeBack.isPending

  if (done)
    return (
      <Dialog
        title={takeBack.data ? 'Taken back' : 'Brought back from Word'}
        open
        onClose={onClose}
        dismissable={!busy}
      >
        <p role="status">{takeBack.data ? say.takenBack(takeBack.data) : say.brought(done)}</p>
        {takeBack.error && (
          <ErrorNote error={takeBack.error} className="mt-4" safe="The draft is as it was." />
        )}
        <div className="mt-5 flex flex-wrap items-center gap-3">
          {takeBack.data ? (
            <Button kind="go" onClick={onClose} autoFocus>
              Back to the draft
            </Button>
          ) : (
            <>
              <Button kind="go" onClick={onClose} autoFocus>
                Back to the draft
              </Button>
              {narrative.mayFreeze && (
                <Button onClick={onFreeze}>Freeze edition {narrative.nextEdition}</Button>
              )}
              <Button
                kind="bare"
                busy={takeBack.isPending}
                onClick={() => takeBack.mutate({ narrativeId, wordReturnId: done.id })}
              >
                Take it back
              </Button>
            </>
          )}
        </div>
      </Dialog>
    )

  return (
    <Dialog
      title="Bring back from Word"
      lead="The Word file (.docx) that was exported from here. Only what was changed in it is touched; what was written here meanwhile stays."
      open
      onClose={onClose}
      width="wide"
      dismissable={!busy}
    >
      <div
        className={`flex flex-col gap-4 rounded ${drop.over ? 'outline-2 outline-offset-8 outline-accent' : ''}`}
        {...drop.handlers}
      >
        <div className="flex flex-wrap items-center gap-3">
          <FilePicker
            act={found ? 'Choose another file' : 'Choose the Word file'}
            kind={found ? 'plain' : 'go'}
            busy={preview.isPending}
            accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            onFile={(chosen) => {
              bring.reset()
              preview.mutate(chosen)
            }}
          />
          <p role="status" className="wrap-anywhere text-ink-2">
            {preview.isPending
              ? `Reading ${preview.variables.name}…`
              : found
                ? file?.name
                : 'or drop it here'}
          </p>
        </div>
        {preview.error && (
          <ErrorNote error={preview.error} safe="The draft is as it was, and so is your file." />
        )}
        {found && !preview.isPending && !preview.error && (
          <>
            <WordPreview preview={found} kind={kind} />
            {bring.error && (
              <ErrorNote
                error={bring.error}
                safe="The draft is as it was."
                {...(isRefusal(bring.error, 'draft-has-changed') && file
                  ? {
                      retry: () => {
                        bring.reset()
                        preview.mutate(file)
                      },
                    }
                  : {})}
              />
            )}
            <div className="flex flex-wrap items-center gap-3">
              <Button
                kind="go"
                busy={bring.isPending}
                disabledReason={say.nothing(found)}
                onClick={() => file && bring.mutate({ narrativeId, file, draft: found.draft })}
              >
                {bring.isPending ? 'Bringing it in…' : 'Bring it into the draft'}
              </Button>
              {!bring.isPending && (
                <Button kind="bare" onClick={onClose}>
                  Leave the draft as it is
                </Button>
              )}
            </div>
          </>
        )}
      </div>
    </Dialog>
  )
}
